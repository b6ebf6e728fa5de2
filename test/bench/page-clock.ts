// A clock inside the page: from a key or click to the end of the frame that shows its effect, and the frames of a scroll.
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';

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
    scroll: (scroller, step, frames) => new Promise((done) => {
      const gaps = [];
      let last = null;
      const frame = (now) => {
        if (last !== null) gaps.push(now - last);
        last = now;
        scroller.scrollTop += step;
        if (gaps.length < frames) requestAnimationFrame(frame);
        else done(gaps);
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

/** Milliseconds between frames while the text scrolls by that many px in each. */
export async function scrollFrames(page: Page, frames: number): Promise<readonly number[]> {
  return page.evaluate<number[]>(`clock.scroll(document.querySelector('.reader'), 100, ${frames})`);
}
