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
  return borders.map((border) => (
    <Handle key={`${coding.id} ${border}`} {...{ page, open, coding, border }} />
  ));
}

interface HandleProps {
  readonly page: Page;
  readonly open: OpenSource;
  readonly coding: ShownCoding;
  readonly border: Border;
}

function Handle({ page, open, coding, border }: HandleProps) {
  const handle = useRef<HTMLDivElement>(null);
  usePlaceAt(handle, page, coding, border);
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

/** Stands at the border of the coding, also after the text is laid out anew. */
function usePlaceAt(
  handle: React.RefObject<HTMLDivElement | null>,
  page: Page,
  coding: ShownCoding,
  border: Border,
): void {
  const place = (): void => {
    const box = handle.current;
    const host = box?.offsetParent?.getBoundingClientRect();
    if (!box || !host) return;
    const position = border === 'start' ? coding.start : coding.end;
    box.hidden = !page.holds(position);
    if (box.hidden) return;
    const { x, top, bottom } = page.edge(coding, border);
    box.style.left = `${x - host.left}px`;
    box.style.top = `${top - host.top}px`;
    box.style.height = `${bottom - top}px`;
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
