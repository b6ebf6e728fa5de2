// What lies under the pointer where it rests on the text: each coding with its code, coder, weight and memo.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { spansAt } from '../../shared/text/lanes.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { useWords } from '../words.ts';
import { CodingSummary } from './coding-summary.tsx';
import type { OpenSource, ShownCoding } from './open-source.ts';
import type { Page } from './page.ts';

/** Milliseconds that the pointer rests before it is told. */
const rest = 450;
/** Codings told; the pane at the side lists them all. */
const most = 6;
/** px between the pointer and what is told. */
const gap = 18;

interface Pointed {
  readonly codings: readonly ShownCoding[];
  readonly x: number;
  readonly y: number;
}

/** For the eye and the mouse alone: the caret tells the same in the pane at the side and aloud. */
export function PointedCodings({ open, page }: { readonly open: OpenSource; readonly page: Page | null }) {
  const pointed = usePointed(open, page);
  return pointed ? <Card key={`${pointed.x} ${pointed.y}`} open={open} {...pointed} /> : null;
}

function Card({ open, codings, x, y }: Pointed & { readonly open: OpenSource }) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = box.current;
    if (!card) return;
    const { offsetWidth, offsetHeight } = card;
    const isBelow = y + gap + offsetHeight < innerHeight - gap;
    card.style.left = `${Math.max(gap, Math.min(x - gap, innerWidth - offsetWidth - gap))}px`;
    card.style.top = `${isBelow ? y + gap : Math.max(0, y - gap - offsetHeight)}px`;
  }, [x, y]);
  return (
    <div className="pop pointed" ref={box} aria-hidden>
      {codings.slice(0, most).map((coding) => (
        <div key={coding.id} className="pointed-coding">
          <div className="hstack">
            <CodeMark look={coding.look} />
            <span className="med cut grow">{coding.name}</span>
            <span className="q small nowrap">{coding.coder}</span>
          </div>
          <CodingSummary open={open} coding={coding} />
        </div>
      ))}
      {codings.length > most ? (
        <p className="q small">{say('reading.more-here', { n: codings.length - most })}</p>
      ) : null}
    </div>
  );
}

/** What lies where the pointer came to rest; null while it moves, a button or a key is pressed, or the text scrolls. */
function usePointed({ codings }: OpenSource, page: Page | null): Pointed | null {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    if (!page) return;
    let timer = 0;
    const look = ({ clientX: x, clientY: y, buttons, pointerType }: PointerEvent): void => {
      clearTimeout(timer);
      setPointed(null);
      if (buttons !== 0 || pointerType !== 'mouse') return;
      timer = window.setTimeout(() => {
        const position = page.positionFromPoint(x, y);
        const here = position === null ? [] : spansAt(codings, { start: position, end: position + 1 });
        setPointed(here.length === 0 || !page.isOn(x, y) ? null : { codings: here, x, y });
      }, rest);
    };
    const hide = (): void => {
      clearTimeout(timer);
      setPointed(null);
    };
    const { root, scroller } = page;
    root.addEventListener('pointermove', look);
    root.addEventListener('pointerleave', hide);
    window.addEventListener('pointerdown', hide, true);
    window.addEventListener('keydown', hide, true);
    scroller.addEventListener('scroll', hide, { passive: true });
    return () => {
      hide();
      root.removeEventListener('pointermove', look);
      root.removeEventListener('pointerleave', hide);
      window.removeEventListener('pointerdown', hide, true);
      window.removeEventListener('keydown', hide, true);
      scroller.removeEventListener('scroll', hide);
    };
  }, [codings, page]);
  return pointed;
}
