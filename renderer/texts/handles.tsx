// Handles at the ends of the chosen coding: dragged, they move its borders, by words or, with Alt, by characters.
import { useEffect, useLayoutEffect, useRef, type PointerEvent } from 'react';
import { dragBorder } from '../../shared/text/passages.ts';
import { useStore } from '../store.ts';
import { setPassage } from './edit-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import type { Page } from './page.ts';
import { room } from './room.ts';

const borders = ['start', 'end'] as const;
type Border = (typeof borders)[number];

interface HandlesProps {
  readonly page: Page | null;
  readonly open: OpenSource;
}

/** For the mouse; the keys [ and ] do the same. */
export function Handles({ page, open }: HandlesProps) {
  const chosen = useStore(room, (state) => state.chosen);
  const coding = chosen === null ? undefined : open.codings.find(({ id }) => id === chosen);
  if (!page || !coding) return null;
  return <BothHandles key={coding.id} {...{ page, open, coding }} />;
}

interface BothProps {
  readonly page: Page;
  readonly open: OpenSource;
  readonly coding: ShownCoding;
}

function BothHandles(props: BothProps) {
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  usePlaces({ start, end }, props);
  return borders.map((border) => (
    <Handle key={border} {...props} border={border} handle={border === 'start' ? start : end} />
  ));
}

interface HandleProps extends BothProps {
  readonly border: Border;
  readonly handle: HandleRef;
}

type HandleRef = React.RefObject<HTMLDivElement | null>;

function Handle({ page, open, coding, border, handle }: HandleProps) {
  const draggedTo = ({ clientX, clientY, altKey }: PointerEvent) => {
    const position = page.positionFromPoint(clientX, clientY);
    return position === null ? null : dragBorder(open.reading, coding, border, { position, exact: altKey });
  };
  return (
    <div
      ref={handle}
      className={`border-handle is-${border}`}
      aria-hidden
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        // The focus and the selection stay where they are.
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const passage = draggedTo(event);
        if (passage) room.set({ flash: passage });
      }}
      onPointerUp={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const passage = draggedTo(event);
        room.set({ flash: null });
        if (passage) void setPassage(coding, passage);
      }}
      onPointerCancel={() => room.set({ flash: null })}
    />
  );
}

/** They stand at the borders of the coding, also after the text is laid out anew. */
function usePlaces(handles: Readonly<Record<Border, HandleRef>>, { page, coding }: BothProps): void {
  const place = (): void => {
    const host = page.root.offsetParent?.getBoundingClientRect();
    if (!host) return;
    // Both are measured before either is moved: between the two the page would be laid out once more.
    const edges = borders.map((border) => (page.holds(coding[border]) ? page.edge(coding, border) : null));
    for (const [n, border] of borders.entries()) {
      const box = handles[border].current;
      const edge = edges[n];
      if (!box) continue;
      box.hidden = !edge;
      if (!edge) continue;
      box.style.left = `${edge.x - host.left}px`;
      box.style.top = `${edge.top - host.top}px`;
      box.style.height = `${edge.bottom - edge.top}px`;
    }
  };
  const latest = useRef(place);
  useLayoutEffect(() => {
    latest.current = place;
    place();
  });
  useEffect(() => {
    const resized = new ResizeObserver(() => latest.current());
    resized.observe(page.root);
    return () => resized.disconnect();
  }, [page]);
}
