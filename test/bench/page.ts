// The window as a person feels it, in a real Chromium: opening, coding, scrolling, the picker, a table.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium, howToGetOne, startChromium } from '../engine/loopback/chromium.ts';
import { aHost, type RunningHost } from '../engine/loopback/host.ts';
import { say } from '../../shared/words/say.ts';
import { aFolder, type Ending } from '../helpers/project.ts';
import { openBare } from './page-bare.ts';
import { clock, scrollFrames, untilShown } from './page-clock.ts';
import { chances, interview, makeProject } from './page-project.ts';
import { median, type BenchRow } from './row.ts';

const root = join(import.meta.dirname, '../..');
const opened = ['20k one', '20k two', '20k three'];
const small = Array.from({ length: 120 }, (_, n) => `Street ${n + 1}`);

export async function pageRows(): Promise<BenchRow[]> {
  const path = findChromium();
  if (path === null) {
    console.log(`The rows of the window are left out: ${howToGetOne}.`);
    return [];
  }
  const endings: (() => unknown)[] = [];
  const t: Ending = { after: (work) => endings.push(work) };
  const browser = await startChromium(path);
  endings.push(() => browser.close());
  try {
    const pages = await buildWindow(aFolder(t));
    return [...(await readingRows(t, browser, pages)), ...(await pickerRows(t, browser, pages))];
  } finally {
    for (const end of endings.toReversed()) await end();
  }
}

async function readingRows(t: Ending, browser: Browser, pages: string): Promise<BenchRow[]> {
  const page = await aWindow(t, { browser, pages }, (path) =>
    makeProject(path, {
      codes: 60,
      sources: [
        ...small.map((name) => ({ name, words: 300, codings: 30, case: name })),
        ...opened.map((name) => ({ name, words: 20_000, codings: 2000 })),
        { name: '50k', words: 50_000, codings: 5000 },
        { name: '200k', words: 200_000, codings: 20_000 },
      ],
    }),
  );
  const opens: number[] = [];
  for (const name of opened) opens.push(await open(page, name));
  const few = await codeMany(page);
  const chosen = await chooseByStripe(page);
  await open(page, '50k');
  const fifty = await scrollFrames(page, 150);
  const long = await open(page, '200k');
  const many = await codeMany(page);
  const twoHundred = await scrollFrames(page, 150);
  const bare = await openBare(browser, interview(20_000, chances(1)));
  const value = median(opens);
  return [
    {
      name: 'open 20,000 words × 2,000 codings, by bare Lexical',
      value,
      unit: 'ms',
      budget: 250,
      ratio: value / bare,
    },
    { name: 'click to painted coding, 2,000 codings', value: few.byClick, unit: 'ms', budget: 25 },
    { name: 'click to painted coding, 20,000 codings', value: many.byClick, unit: 'ms', budget: 25 },
    { name: 'key to painted coding, 2,000 codings', value: few.byKey, unit: 'ms', budget: 25 },
    { name: 'key to painted coding, 20,000 codings', value: many.byKey, unit: 'ms', budget: 25 },
    { name: 'stripe clicked to coding brought out', value: chosen, unit: 'ms', budget: 25 },
    ...frameRows('scroll 50,000 words × 5,000 codings', fifty),
    { name: 'open 200,000 words × 20,000 codings', value: long, unit: 'ms', budget: 500 },
    ...frameRows('scroll 200,000 words × 20,000 codings', twoHundred),
    { name: 'table of 60 codes × 120 cases drawn', value: await drawTable(page), unit: 'ms', budget: 250 },
  ];
}

async function pickerRows(t: Ending, browser: Browser, pages: string): Promise<BenchRow[]> {
  const page = await aWindow(t, { browser, pages }, (path) =>
    makeProject(path, { codes: 5000, sources: [{ name: 'One', words: 2000, codings: 200 }] }),
  );
  await open(page, 'One');
  await select(page, 0);
  const isOpen = "document.querySelector('.picker [role=option]') !== null";
  const toOpen = await untilShown(page, { event: 'keydown', isShown: isOpen }, () =>
    page.keyboard.press('c'),
  );
  const times: number[] = [];
  for (const typed of ['l', 'la', 'lam', 'lamp']) {
    const isShown = `document.querySelector('.picker input').value === '${typed}'`;
    const last = typed.at(-1) ?? '';
    times.push(await untilShown(page, { event: 'keydown', isShown }, () => page.keyboard.press(last)));
  }
  return [
    { name: 'picker opened, 5,000 codes', value: toOpen, unit: 'ms', budget: 50 },
    { name: 'letter typed in the picker to list, 5,000 codes', value: median(times), unit: 'ms', budget: 25 },
  ];
}

function frameRows(name: string, frames: readonly number[]): BenchRow[] {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return [
    { name: `${name}: frame p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}: frame p95`, value: at(0.95), unit: 'ms', budget: 17 },
    { name: `${name}: frame max`, value: at(1), unit: 'ms' },
  ];
}

/** Opens the source by its name in the list: from the press to its text with codings and stripes. */
async function open(page: Page, name: string): Promise<number> {
  const row = page.locator('.source-tree').getByText(name, { exact: true });
  // Rows out of sight are not drawn; those that are opened here stand last.
  await page.evaluate("document.querySelector('.source-tree').scrollTop = 1e6");
  const isShown = `document.querySelector('.reader-bar h2')?.textContent === '${name}' && clock.highlights() > 0 &&
    document.querySelector('.stripes .lane') !== null`;
  const time = await untilShown(page, { event: 'pointerdown', isShown }, () => row.click());
  await settled(page);
  return time;
}

/** Milliseconds that a finger holds a mouse’s button down. */
const press = 80;

/** Codes selections of forty units by a click on a code beside the text, then by its key; medians of the times to their highlights. */
async function codeMany(page: Page): Promise<{ readonly byClick: number; readonly byKey: number }> {
  const code = page.locator('.codebook-tree .row:not(.head) .t').first();
  const times = { pointerup: [] as number[], keydown: [] as number[] };
  for (let n = 0; n < 20; n++) {
    await select(page, n);
    const event = n < 10 ? 'pointerup' : 'keydown';
    const coded = { event, isShown: 'clock.isCoded(clock.selected)' };
    const act = () => (event === 'keydown' ? page.keyboard.press('1') : code.click({ delay: press }));
    times[event].push(await untilShown(page, coded, act));
    await settled(page);
  }
  return { byClick: median(times.pointerup), byKey: median(times.keydown) };
}

async function chooseByStripe(page: Page): Promise<number> {
  const times: number[] = [];
  const count = await page.locator('.stripes .lane').count();
  for (let n = 0; n < Math.min(12, count); n++) {
    const isOn = `[...CSS.highlights].some(([name, { size }]) => name.endsWith('-on') && size > 0) &&
      document.querySelector('.stripes .lane.on') === clock.stripe`;
    await page.evaluate(`clock.stripe = document.querySelectorAll('.stripes .lane')[${n}]`);
    times.push(
      await untilShown(page, { event: 'click', isShown: isOn }, () => page.evaluate('clock.stripe.click()')),
    );
    await settled(page);
  }
  return median(times);
}

/** From the press on a display to its table; warm, as the places are left and come back to. */
async function drawTable(page: Page): Promise<number> {
  await page.getByRole('link', { name: say('en', 'place.matrices') }).click();
  const display = page.getByRole('option', { name: say('en', 'tables.code-case') });
  const isShown = "document.querySelectorAll('[role=grid] tbody td').length > 60";
  const time = await untilShown(page, { event: 'pointerdown', isShown }, () => display.click());
  await settled(page);
  return time;
}

/** Selects forty units of the n-th line in sight that has enough of them. */
async function select(page: Page, n: number): Promise<void> {
  await page.evaluate(`(() => {
    const root = document.querySelector('.transcript');
    const view = document.querySelector('.reader').getBoundingClientRect();
    const lines = [...root.children].filter((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      return line.textContent.length > 200 && bottom > view.top && top < view.bottom;
    });
    const node = lines[${n} % lines.length].lastChild.firstChild;
    const [start, end] = [3 + ${n} * 4, 43 + ${n} * 4];
    root.focus();
    getSelection().setBaseAndExtent(node, start, node, end);
    clock.selected = { node, start, end };
  })()`);
  await settled(page);
}

/** Lets the window come to rest: what one act leads to must not be counted with the next. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}

interface Where {
  readonly browser: Browser;
  readonly pages: string;
}

/** A window of its own on a project that `make` puts at a path. */
async function aWindow(t: Ending, { browser, pages }: Where, make: (path: string) => void): Promise<Page> {
  const host: RunningHost = await aHost(t, { pages });
  mkdirSync(host.settings, { recursive: true });
  writeFileSync(
    join(host.settings, 'settings.json'),
    JSON.stringify({ settings: { language: 'en' }, recent: [] }),
  );
  const path = join(host.folder, 'bench.crosscase');
  make(path);
  await host.engine.call('project.open', { file: host.engine.files.grant(path), access: 'write' });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript(clock);
  const page = await context.newPage();
  await page.goto(host.launchUrl());
  await page.locator('.stripes .lane').first().waitFor({ timeout: 120_000 });
  await settled(page);
  return page;
}

async function buildWindow(outDir: string): Promise<string> {
  await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'error', build: { outDir } });
  return outDir;
}
