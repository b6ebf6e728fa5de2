// The margin where the numbers stand: a press selects the paragraph, a double one the turn; drawn along or with Shift, all up to there.
import type { MouseEvent } from 'react';
import type { Span } from '../../shared/text/lines.ts';
import { unitAt } from '../../shared/text/units.ts';
import { useWords } from '../words.ts';
import { selectByMouse } from './mouse-units.ts';
import type { OpenSource } from './open-source.ts';
import type { Page } from './page.ts';
import { room } from './room.ts';

interface MarginProps {
  readonly open: OpenSource;
  readonly page: Page | null;
}

/** For the mouse; the keys P and T do the same. */
export function Margin({ open, page }: MarginProps) {
  const { say } = useWords();
  const press = (event: MouseEvent): void => {
    if (event.button !== 0 || !page) return;
    // The focus stays in the text.
    event.preventDefault();
    const unit = event.detail === 2 ? 'turn' : 'paragraph';
    const beside = (y: number): Span | null => {
      const position = page.positionFromPoint(page.root.getBoundingClientRect().left + 2, y);
      return position === null ? null : unitAt(open.reading, unit, position);
    };
    const { selection } = room.get();
    const from = event.shiftKey && selection ? selection : beside(event.clientY);
    const selectTo = ({ clientY }: { readonly clientY: number }): void => {
      const to = beside(clientY);
      if (from && to)
        selectByMouse(page, { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) });
    };
    selectTo(event);
    const drawn = new AbortController();
    window.addEventListener('mousemove', selectTo, { signal: drawn.signal });
    window.addEventListener('mouseup', () => drawn.abort(), { signal: drawn.signal });
  };
  return <div className="margin" aria-hidden title={say('gestures.margin')} onMouseDown={press} />;
}
