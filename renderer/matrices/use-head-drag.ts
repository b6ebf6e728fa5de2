// Headings dragged with the mouse to where another one stands.
import { useRef } from 'react';
import type { ByHand } from './hand-order.ts';
import { placeAt } from './grid-keys.ts';
import type { AxisName } from './question.ts';

interface Head {
  readonly axis: AxisName;
  readonly at: number;
}

/** Handlers for the table, whose headings that can be moved are draggable. */
export function useHeadDrag(hand: ByHand | undefined) {
  const dragged = useRef<Head | null>(null);
  const marked = useRef<HTMLElement | null>(null);
  const mark = (element: HTMLElement | null, side?: 'before' | 'after'): void => {
    if (marked.current && marked.current !== element) delete marked.current.dataset['drop'];
    if (element && side) element.dataset['drop'] = side;
    marked.current = element;
  };
  const end = (): void => {
    mark(null);
    dragged.current = null;
  };
  return {
    onDragStart: (event: React.DragEvent) => {
      dragged.current = headAt(event.target);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: React.DragEvent) => {
      const [from, to] = [dragged.current, headAt(event.target)];
      const isThere = from && to?.axis === from.axis && hand?.canMove(from.axis, from.at, to.at) === true;
      if (!isThere || !(event.target instanceof Element)) return mark(null);
      event.preventDefault();
      mark(event.target.closest<HTMLElement>('[data-at]'), to.at > from.at ? 'after' : 'before');
    },
    onDrop: (event: React.DragEvent) => {
      const [from, to] = [dragged.current, headAt(event.target)];
      event.preventDefault();
      end();
      if (from && to?.axis === from.axis) hand?.move(from.axis, from.at, { to: to.at });
    },
    onDragEnd: end,
  };
}

function headAt(target: EventTarget): Head | null {
  const place = placeAt(target);
  if (place?.column === -1) return { axis: 'rows', at: place.line };
  return place?.line === -1 ? { axis: 'columns', at: place.column } : null;
}
