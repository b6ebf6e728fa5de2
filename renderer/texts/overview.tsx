// The whole source beside its scroll bar: where codings and found words lie, and what is in sight; a slider to go there.
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Span } from '../../shared/text/lines.ts';
import { paragraphAt } from '../../shared/text/positions.ts';
import { hues } from '../code-look.ts';
import { useStore } from '../store.ts';
import { hasCommandKey } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import type { Page } from './page.ts';
import { room, withPageAt } from './room.ts';

/** px */
const width = 18;
const laneWidth = 3;
const lanes = 4;
const leastHeight = 1.5;

interface OverviewProps {
  readonly open: OpenSource;
  readonly page: Page | null;
  /** Shows the position, then calls `work` with the page. */
  readonly show?: typeof withPageAt;
}

/** By mouse it is pressed and dragged; by key it steps by paragraphs, by tens of them, and to both ends. */
export function Overview({ open, page, show = withPageAt }: OverviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { length } = open.reading.text;
  useDrawing(canvas, open);
  const slider = useRef<HTMLDivElement>(null);
  const { say } = useWords();
  const count = open.paragraphs.length / 2;
  const asked = useRef<Asked | null>(null);
  useSight({ box, slider, page, open, asked });
  const onKeyDown = (event: KeyboardEvent): void => {
    const now = Number(slider.current?.ariaValueNow ?? 1);
    const wanted = { ...steps(now), Home: 1, End: count }[event.key];
    if (wanted === undefined || event.altKey || hasCommandKey(event)) return;
    event.preventDefault();
    const paragraph = Math.min(Math.max(wanted, 1), count);
    const position = open.paragraphs[2 * (paragraph - 1)] ?? 0;
    show(position, (shown) => {
      shown.showAtTop(position);
      asked.current = { paragraph, scrolled: shown.layout.scrolled };
      tellPlace(slider.current, paragraph, say('reading.overview-at', { paragraph, n: count }));
    });
  };
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    // The focus and the selection stay where they are.
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(Math.max((event.clientY - top) / height, 0), 1);
    const position = Math.floor(share * length);
    show(position, (shown) => shown.centre(position));
  };
  return (
    <div
      className="overview"
      role="slider"
      tabIndex={0}
      aria-label={say('reading.overview')}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={1}
      ref={slider}
      onKeyDown={onKeyDown}
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={canvas} />
      <div className="overview-sight" ref={box} />
    </div>
  );
}

/** The paragraph that a key led to. The last ones do not come up to the top of the window. */
interface Asked {
  readonly paragraph: number;
  readonly scrolled: number;
}

function tellPlace(slider: HTMLElement | null, paragraph: number, words: string): void {
  if (!slider || slider.ariaValueNow === String(paragraph)) return;
  slider.ariaValueNow = String(paragraph);
  slider.ariaValueText = words;
}

/** Keys and the paragraphs that they lead to. */
function steps(now: number): Readonly<Record<string, number>> {
  return {
    ArrowDown: now + 1,
    ArrowRight: now + 1,
    ArrowUp: now - 1,
    ArrowLeft: now - 1,
    PageDown: now + 10,
    PageUp: now - 10,
  };
}

/** Milliseconds of rest before it is drawn: nobody waits for it, and it must not hold up the next key. */
const rest = 150;

function useDrawing(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  { codings, reading }: OpenSource,
): void {
  const hits = useStore(room, (state) => state.hits);
  const { length } = reading.text;
  useEffect(() => {
    const drawing = canvas.current;
    if (!drawing) return;
    let timer = 0;
    const redraw = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => draw(drawing, { codings, hits, length }), rest);
    };
    const resized = new ResizeObserver(redraw);
    // Tells of the size at once, too: that is the first drawing.
    resized.observe(drawing);
    const themed = new MutationObserver(redraw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const colours = matchMedia('(forced-colors: active)');
    colours.addEventListener('change', redraw);
    return () => {
      clearTimeout(timer);
      resized.disconnect();
      themed.disconnect();
      colours.removeEventListener('change', redraw);
    };
  }, [canvas, codings, hits, length]);
}

interface Drawing {
  readonly codings: readonly ShownCoding[];
  readonly hits: readonly Span[];
  readonly length: number;
}

function draw(canvas: HTMLCanvasElement, { codings, hits, length }: Drawing): void {
  const height = canvas.clientHeight;
  const pen = canvas.getContext('2d');
  if (!pen || height === 0) return;
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  pen.scale(devicePixelRatio, devicePixelRatio);
  const style = getComputedStyle(canvas);
  const bar = ({ start, end }: Span, left: number, across: number): void => {
    const top = (start / length) * height;
    pen.fillRect(left, top, across, Math.max(leastHeight, ((end - start) / length) * height));
  };
  const colours = new Map(hues.map((hue) => [hue, style.getPropertyValue(`--${hue}-2`)]));
  // In the order of the text, so that where they are dense no hue hides another all the way down; and where a lane is
  // full down to here, one more bar would not be seen.
  const filled = Array.from({ length: lanes }, () => 0);
  for (const coding of codings) {
    const lane = coding.lane % lanes;
    const bottom = (coding.end / length) * height;
    if (bottom < (filled[lane] ?? 0)) continue;
    filled[lane] = Math.max(bottom, (coding.start / length) * height + leastHeight);
    pen.fillStyle = colours.get(coding.look.hue) ?? '';
    bar(coding, 2 + lane * laneWidth, laneWidth - 1);
  }
  pen.fillStyle = style.getPropertyValue('--accent');
  for (const hit of hits) bar(hit, width - 4, 4);
}

interface Sight extends Omit<OverviewProps, 'show'> {
  readonly box: React.RefObject<HTMLDivElement | null>;
  readonly slider: React.RefObject<HTMLDivElement | null>;
  readonly asked: React.RefObject<Asked | null>;
}

/** Keeps the box over what is in sight, and the slider at its first paragraph. */
function useSight({ box, slider, page, open, asked }: Sight): void {
  const { say } = useWords();
  const { length } = open.reading.text;
  const { paragraphs } = open;
  useLayoutEffect(() => {
    if (!page) return;
    let isDue = false;
    let height = 0;
    const place = (): void => {
      isDue = false;
      const { start, end } = page.inSight(-1);
      const { current } = box;
      if (!current) return;
      // Moved without a layout, and made higher or lower by whole pixels only: this is done in every frame of a scroll.
      current.style.setProperty('transform', `translateY(${Math.round((start / length) * height)}px)`);
      current.style.setProperty('height', `${Math.round(((end - start) / length) * height)}px`);
      const isAsked = asked.current?.scrolled === page.layout.scrolled;
      const first = isAsked && asked.current ? asked.current.paragraph : paragraphAt(paragraphs, start);
      tellPlace(
        slider.current,
        first,
        say('reading.overview-at', { paragraph: first, n: paragraphs.length / 2 }),
      );
    };
    const onScroll = (): void => {
      if (!isDue) requestAnimationFrame(place);
      isDue = true;
    };
    page.scroller.addEventListener('scroll', onScroll, { passive: true });
    const measure = (): void => {
      height = box.current?.parentElement?.clientHeight ?? 0;
      onScroll();
    };
    const resized = new ResizeObserver(measure);
    resized.observe(page.root);
    resized.observe(page.scroller);
    return () => {
      page.scroller.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [box, slider, asked, page, length, paragraphs, say]);
}
