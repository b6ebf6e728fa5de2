// A clock inside the page: from a key or click to the end of the frame that shows its effect, and the frames of a scroll.
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { at, type BenchRow } from './row.ts';

/** To be run in each page before its own scripts. */
export const clock = `
  globalThis.clock = {
    painted: (start, isShown) => new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now() - start);
      // A frame's own callbacks run before it is painted, a message sent from them comes after.
      const look = () => (isShown() ? port2.postMessage(0) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    }),
    after: (type, isShown) => {
      clock.measured = new Promise((done) =>
        addEventListener(type, ({ timeStamp }) => done(clock.painted(timeStamp, isShown)), { capture: true, once: true }));
    },
    // The gaps between frames, and what each frame keeps the page busy: from its beginning to the end of its painting.
    scroll: (scroller, step, frames, way = 'scrollTop') => new Promise((done) => {
      const [gaps, works] = [[], []];
      const { port1, port2 } = new MessageChannel();
      let last = null;
      let began = 0;
      port1.onmessage = () => {
        works.push(performance.now() - began);
        if (gaps.length === frames) done({ gaps, works });
      };
      const frame = (now) => {
        if (last !== null) gaps.push(now - last);
        last = now;
        began = performance.now();
        scroller[way] += step;
        if (gaps.length < frames) requestAnimationFrame(frame);
        port2.postMessage(0);
      };
      requestAnimationFrame(frame);
    }),
    // True when a coding is painted from here, or from behind a blank here, to at most end.
    isCoded: ({ node, start, end }) => [...CSS.highlights].some(([name, ranges]) => /^k/.test(name) && [...ranges].some(
      (range) => range.startContainer === node && range.startOffset - start in [0, 1] && end - range.endOffset in [0, 1])),
    highlights: () => [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (/^k/.test(name) ? size : 0), 0),
  };`;

/** Milliseconds from the next event of this type, which `act` causes, to the end of the frame in which `isShown` (a script) holds. */
export async function untilShown(
  page: Page,
  { event, isShown }: { readonly event: string; readonly isShown: string },
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(`clock.after(${JSON.stringify(event)}, () => ${isShown})`);
  await act();
  const late = delay(40_000, null, { ref: false });
  const time = await Promise.race([page.evaluate<number>('clock.measured'), late]);
  if (time === null) throw new Error(`Not shown within 40 s: ${isShown}`);
  return time;
}

/** Of each frame, ms. */
export interface Frames {
  readonly gaps: readonly number[];
  readonly works: readonly number[];
  /** Processor time of the page's main thread in a frame, on average: what else the computer does is not in it. */
  readonly busy: number;
}

/** Scrolls the text by 100 px in each of so many frames. */
export function scrollFrames(page: Page, frames: number): Promise<Frames> {
  return scrolled(page, frames, `clock.scroll(document.querySelector('.reader'), 100, ${frames})`);
}

/** Scrolls the table by `step` px in each of so many frames. */
export function scrollGrid(
  page: Page,
  way: 'scrollTop' | 'scrollLeft',
  step: number,
  frames: number,
): Promise<Frames> {
  const scroller = "document.querySelector('.matrix-scroll')";
  return scrolled(page, frames, `clock.scroll(${scroller}, ${step}, ${frames}, '${way}')`);
}

async function scrolled(page: Page, frames: number, script: string): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await spent();
  const measured = await page.evaluate<Omit<Frames, 'busy'>>(script);
  const busy = ((await spent()) - before) / frames;
  await session.detach();
  return { ...measured, busy };
}

/** A frame may take 17 ms, and the work in it no longer. By the same scroll of the plain thing, where that was measured. */
export function frameRows(name: string, { gaps, works, busy }: Frames, plain: Frames | null): BenchRow[] {
  const figure = (what: string, share: number, of: 'gaps' | 'works', budget?: number): BenchRow => {
    const value = at(of === 'gaps' ? gaps : works, share);
    const ratio = plain ? { ratio: value / at(plain[of], share) } : {};
    return {
      name: `${name}: ${what}`,
      value,
      unit: 'ms',
      ...(budget === undefined ? {} : { budget }),
      ...ratio,
    };
  };
  return [
    figure('frame p50', 0.5, 'gaps'),
    figure('frame p95', 0.95, 'gaps', 17),
    figure('frame max', 1, 'gaps'),
    figure('work in a frame p50', 0.5, 'works'),
    figure('work in a frame p95', 0.95, 'works', 17),
    figure('work in a frame max', 1, 'works'),
    {
      name: `${name}: processor time in a frame`,
      value: busy,
      unit: 'ms',
      budget: 17,
      ...(plain ? { ratio: busy / plain.busy } : {}),
    },
  ];
}

/** Milliseconds from each of these keys to the frame that shows its letter at the caret. */
export async function typeKeys(page: Page, keys: string): Promise<number[]> {
  const times: number[] = [];
  for (const key of keys) {
    await page.evaluate('clock.before = getSelection().focusNode.textContent.length');
    const isShown = 'getSelection().focusNode.textContent.length > clock.before';
    times.push(await untilShown(page, { event: 'keydown', isShown }, () => page.keyboard.press(key)));
    await page.waitForTimeout(60);
  }
  return times;
}

/** MB that the page's scripts keep, after what they dropped was collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}
