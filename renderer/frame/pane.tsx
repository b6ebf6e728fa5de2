// A pane beside the desk, with the handle on its inner border that makes it wider or narrower.
import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { defaultWidths, settings, wishedWidth, type PaneSide } from '../settings.ts';
import { useWords } from '../words.ts';

interface PaneProps {
  readonly side: PaneSide;
  readonly label: string;
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children?: ReactNode;
}

export function Pane({ side, label, className, onKeyDown, children }: PaneProps) {
  return (
    <aside
      className={['pane', side, className].filter(Boolean).join(' ')}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {children}
      <Handle side={side} />
    </aside>
  );
}

/** px by which an arrow key moves the border. */
const step = 16;

function Handle({ side }: { readonly side: PaneSide }) {
  const { say } = useWords();
  const grip = useRef<HTMLDivElement>(null);
  const width = useParentWidth(grip);
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const { least, most } = limits(side);
  // What a place adds to the width of its list moves the limits, too.
  const more = width - within(side, wishedWidth(side));
  const outward = side === 'list' ? 1 : -1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const now = within(side, wishedWidth(side));
    if (event.key === 'ArrowRight') widen(side, now + outward * step);
    else if (event.key === 'ArrowLeft') widen(side, now - outward * step);
    else if (event.key === 'Home') widen(side, least);
    else if (event.key === 'End') widen(side, most);
    else if (event.key === 'Enter') reset(side);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: within(side, wishedWidth(side)) };
  };
  const onPointerMove = ({ clientX }: PointerEvent): void => {
    const from = drag.current;
    if (from) widen(side, from.width + outward * (clientX - from.x));
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={say('screen.resize')}
      aria-valuenow={Math.round(width)}
      aria-valuemin={Math.round(least + more)}
      aria-valuemax={Math.round(most + more)}
      tabIndex={0}
      ref={grip}
      className="handle"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
      onDoubleClick={() => reset(side)}
    />
  );
}

function useParentWidth(child: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = child.current?.parentElement;
    if (!element) return;
    const measure = (): void => setWidth(element.offsetWidth);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => resized.disconnect();
  }, [child]);
  return width;
}

/** px; the same bounds as in the styles. */
function limits(side: PaneSide): { readonly least: number; readonly most: number } {
  const least = side === 'list' ? 200 : 280;
  return { least, most: Math.max(least, Math.floor(innerWidth * 0.3)) };
}

function within(side: PaneSide, width: number): number {
  const { least, most } = limits(side);
  return Math.min(most, Math.max(least, width));
}

function widen(side: PaneSide, width: number): void {
  settings.set({ [`${side}Width`]: Math.round(within(side, width)) });
}

function reset(side: PaneSide): void {
  settings.set({ [`${side}Width`]: defaultWidths[side] });
}
