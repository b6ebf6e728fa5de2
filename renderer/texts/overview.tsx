// The whole source beside its scroll bar: where codings and found words lie, and what is in sight; press to go there.
import { useEffect, useLayoutEffect, useRef, type PointerEvent } from 'react';
import type { Span } from '../../shared/text/lines.ts';
import { hues } from '../code-look.ts';
import { useStore } from '../store.ts';
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
}

/** For the eye and the mouse; by key the same is done by scrolling, finding and stepping from coding to coding. */
export function Overview({ open, page }: OverviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { length } = open.reading.text;
  useDrawing(canvas, open);
  useSight(box, page, length);
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    // The focus and the selection stay where they are.
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(Math.max((event.clientY - top) / height, 0), 1);
    const position = Math.floor(share * length);
    withPageAt(position, (shown) => shown.centre(position));
  };
  return (
    <div className="overview" aria-hidden onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} />
      <div className="overview-sight" ref={box} />
    </div>
  );
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

/** Keeps the box over what is in sight. */
function useSight(box: React.RefObject<HTMLDivElement | null>, page: Page | null, length: number): void {
  useLayoutEffect(() => {
    if (!page) return;
    let isDue = false;
    let height = 0;
    const place = (): void => {
      isDue = false;
      const { start, end } = page.inSight(0);
      const { current } = box;
      if (!current) return;
      // Moved without a layout, and made higher or lower by whole pixels only: this is done in every frame of a scroll.
      current.style.setProperty('transform', `translateY(${Math.round((start / length) * height)}px)`);
      current.style.setProperty('height', `${Math.round(((end - start) / length) * height)}px`);
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
  }, [box, page, length]);
}
