// The window as a person feels it, in a real Chromium: opening, coding, scrolling, writing, the picker, a table.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { say } from '../../shared/words/say.ts';
import { findChromium, howToGetOne, startChromium } from '../engine/loopback/chromium.ts';
import { aHost, type RunningHost } from '../engine/loopback/host.ts';
import type { Ending } from '../helpers/project.ts';
import { bareEditor } from './page-bare.ts';
import { clock, frameRows, heapOf, scrollFrames, scrollGrid, typeKeys, untilShown } from './page-clock.ts';
import { chances, interview, makeProject, talk, type Wish } from './page-project.ts';
import { median, type BenchRow } from './row.ts';

const root = join(import.meta.dirname, '../..');
const streets = Array.from({ length: 120 }, (_, n) => `Street ${n + 1}`);

/** A text that is read. */
interface Text {
  /** Words, or Chinese characters. */
  readonly words: number;
  readonly chinese?: boolean;
  readonly codings: number;
  /** ms; 1.25 times what bare Lexical takes where nothing is said. */
  readonly budget?: number;
}

const texts: Readonly<Record<string, Text>> = {
  'reading-10k': { words: 10_000, codings: 500 },
  'reading-20k': { words: 20_000, codings: 2000 },
  'reading-50k': { words: 50_000, codings: 5000 },
  'reading-200k': { words: 200_000, codings: 20_000, budget: 500 },
  'reading-chinese': { words: 200_000, chinese: true, codings: 5000 },
};

/** Each length with each number of codings. */
const moreTexts: Readonly<Record<string, Text>> = Object.fromEntries(
  [10_000, 50_000, 200_000].flatMap((words) =>
    [500, 5000, 20_000].map((codings) => [
      `reading-${words / 1000}k-with-${codings}`,
      { words, codings, ...(words === 200_000 ? { budget: 500 } : {}) },
    ]),
  ),
);
const moreChinese: Readonly<Record<string, Text>> = Object.fromEntries(
  [500, 20_000].map((codings) => [
    `reading-chinese-with-${codings}`,
    { words: 200_000, chinese: true, codings },
  ]),
);

type Group = () => Promise<BenchRow[]>;

/** The groups of rows of the window. */
export const pageGroups: Readonly<Record<string, Group>> = {
  ...readingGroups(texts),
  picker: () => inChromium(pickerRows),
  tables: () => inChromium(tableRows),
  grid: () => inChromium(gridRows),
};

/** Texts of every length with every number of codings. */
export const largePageGroups = readingGroups({ ...moreTexts, ...moreChinese });

function readingGroups(all: Readonly<Record<string, Text>>): Readonly<Record<string, Group>> {
  const groups = Object.entries(all).map(([name, text]): [string, Group] => [
    name,
    () => inChromium((where) => readingRows(where, text)),
  ]);
  return Object.fromEntries(groups);
}

export interface Where {
  readonly t: Ending;
  readonly browser: Browser;
}

export async function inChromium(rows: (where: Where) => Promise<BenchRow[]>): Promise<BenchRow[]> {
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
    return await rows({ t, browser });
  } finally {
    for (const end of endings.toReversed()) await end();
  }
}

/** Timed one after the other; what is opened while the window starts, and once before, is a short text. */
const copies = ['two', 'three', 'four'];
const short = { name: 'one', words: 2000, codings: 200 };

async function readingRows({ t, browser }: Where, text: Text): Promise<BenchRow[]> {
  const { words, chinese = false, codings, budget } = text;
  const page = await aWindow(
    { t, browser },
    {
      codes: 60,
      sources: [
        ...streets.map((name) => ({ name, words: 300, codings: 30, case: name })),
        { ...short, chinese },
        ...copies.map((name) => ({ name, words, codings, chinese })),
      ],
    },
  );
  const bare = await bareEditor(browser, (chinese ? talk : interview)(words, chances(1)));
  const [opens, wholes, bareOpens]: [number[], number[], number[]] = [[], [], []];
  await open(page, short.name);
  await bare.open();
  await page.bringToFront();
  // In turn, so that what else this computer does meanwhile falls on both.
  for (const name of copies) {
    const { first, whole } = await open(page, name);
    opens.push(first);
    wholes.push(whole);
    bareOpens.push(await bare.open());
    await page.bringToFront();
  }
  const coded = await codeMany(page);
  const chosen = await chooseByStripe(page);
  const frames = await scrollFrames(page, 150);
  const heap = await heapOf(page);
  const key = median(await typeInEdit(page));
  const plain = { open: median(bareOpens), ...(await bare.rest()) };
  const of = `${words.toLocaleString('en')} ${chinese ? 'Chinese characters' : 'words'} × ${codings.toLocaleString('en')}`;
  const first = median(opens);
  const opened = { name: `open ${of} codings, by bare Lexical`, value: first, unit: 'ms' };
  return [
    { ...opened, budget: budget ?? Math.round(1.25 * plain.open), ratio: first / plain.open },
    { name: `open ${of}: laid out to the end`, value: median(wholes), unit: 'ms' },
    { name: `click to painted coding, ${of}`, value: coded.byClick, unit: 'ms', budget: 25 },
    { name: `key to painted coding, ${of}`, value: coded.byKey, unit: 'ms', budget: 25 },
    { name: `stripe clicked to coding brought out, ${of}`, value: chosen, unit: 'ms', budget: 25 },
    ...frameRows(`scroll ${of}, by bare Lexical`, frames, plain.frames),
    {
      name: `key to letter in the edited text, ${of}, by bare Lexical`,
      value: key,
      unit: 'ms',
      budget: Math.min(50, Math.round(1.25 * plain.key)),
      ratio: key / plain.key,
    },
    { name: `heap with ${of} open, by bare Lexical`, value: heap, unit: 'MB', ratio: heap / plain.heap },
  ];
}

async function tableRows(where: Where): Promise<BenchRow[]> {
  const page = await aWindow(where, {
    codes: 60,
    sources: streets.map((name) => ({ name, words: 300, codings: 30, case: name })),
  });
  const value = await drawTable(page);
  return [{ name: 'table of 60 codes × 120 cases drawn', value, unit: 'ms', budget: 250 }];
}

/** 600 codes × 300 cases, scrolled down and then to the right, its heads in sight all the while. */
async function gridRows(where: Where): Promise<BenchRow[]> {
  const many = Array.from({ length: 300 }, (_, n) => `Street ${n + 1}`);
  const page = await aWindow(where, {
    codes: 600,
    sources: many.map((name) => ({ name, words: 200, codings: 30, case: name })),
  });
  await drawTable(page);
  const down = await scrollGrid(page, 'scrollTop', 90, 150);
  const across = await scrollGrid(page, 'scrollLeft', 100, 150);
  return [
    ...frameRows('600 codes × 300 cases scrolled down', down, null),
    ...frameRows('600 codes × 300 cases scrolled across', across, null),
  ];
}

async function pickerRows(where: Where): Promise<BenchRow[]> {
  const page = await aWindow(where, {
    codes: 5000,
    sources: [{ name: 'One', words: 2000, codings: 200 }],
  });
  await select(page, 0);
  const isOpen = "document.querySelector('.picker [role=option]') !== null";
  const opens: number[] = [];
  const letters: number[] = [];
  for (let n = 0; n < 3; n++) {
    opens.push(await untilShown(page, { event: 'keydown', isShown: isOpen }, () => page.keyboard.press('c')));
    for (const typed of ['l', 'la', 'lam', 'lamp']) {
      const isShown = `document.querySelector('.picker input').value === '${typed}'`;
      const last = typed.at(-1) ?? '';
      letters.push(await untilShown(page, { event: 'keydown', isShown }, () => page.keyboard.press(last)));
    }
    await page.keyboard.press('Escape');
    await settled(page);
  }
  return [
    { name: 'picker opened, 5,000 codes', value: median(opens), unit: 'ms', budget: 50 },
    {
      name: 'letter typed in the picker to list, 5,000 codes',
      value: median(letters),
      unit: 'ms',
      budget: 25,
    },
  ];
}

/** Opens the source by its name in the list: from the press to its first screen with codings and stripes, and to its last line. */
async function open(page: Page, name: string): Promise<{ readonly first: number; readonly whole: number }> {
  const row = page.locator('.source-tree').getByText(name, { exact: true });
  // Rows out of sight are not drawn; those that are opened here stand last.
  await page.evaluate("document.querySelector('.source-tree').scrollTop = 1e6");
  const isShown = `document.querySelector('.reader-bar h2')?.textContent === '${name}' && clock.highlights() > 0 &&
    document.querySelector('.stripes .lane') !== null`;
  const isWhole = "document.querySelector('.transcript .later') === null";
  await page.evaluate(
    `addEventListener('pointerdown', ({ timeStamp }) => { clock.pressed = timeStamp; }, { capture: true, once: true })`,
  );
  const first = await untilShown(page, { event: 'pointerdown', isShown }, () => row.click());
  const whole = await page.evaluate<number>(`clock.painted(clock.pressed, () => ${isWhole})`);
  await settled(page);
  return { first, whole };
}

/** Milliseconds that a finger holds a mouse’s button down. */
const press = 80;

/** Codes selections of forty units by a click on a code beside the text, then by its key; medians of the times to their highlights. */
async function codeMany(page: Page): Promise<{ readonly byClick: number; readonly byKey: number }> {
  const code = page.locator('.codebook-tree .row:not(.head) .t').first();
  const times = { pointerup: [] as number[], keydown: [] as number[] };
  for (let n = 0; n < 12; n++) {
    await select(page, n);
    const event = n < 6 ? 'pointerup' : 'keydown';
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
  for (let n = 0; n < Math.min(7, count); n++) {
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

/** Types a word into the edited text, whose codings are painted along. */
async function typeInEdit(page: Page): Promise<number[]> {
  await select(page, 0);
  await page.keyboard.press('e');
  const edited = page.locator('.is-edited .transcript');
  await edited.waitFor();
  await settled(page);
  await page.evaluate(`(() => {
    const root = document.querySelector('.is-edited .transcript');
    const { top } = root.closest('.reader').getBoundingClientRect();
    const line = [...root.children].find((each) => (${hasWords})(each) && each.getBoundingClientRect().top > top);
    const node = line.lastChild.firstChild;
    root.focus();
    getSelection().setBaseAndExtent(node, 60, node, 60);
  })()`);
  await settled(page);
  return typeKeys(page, 'lanterns');
}

/** From the press on a display to its table; warm, as the places are left and come back to. */
export async function drawTable(page: Page): Promise<number> {
  await page.getByRole('link', { name: say('en', 'place.matrices') }).click();
  const display = page.getByRole('option', { name: say('en', 'tables.code-case') });
  const isShown = "document.querySelectorAll('[role=grid] tbody td').length > 60";
  const time = await untilShown(page, { event: 'pointerdown', isShown }, () => display.click());
  await settled(page);
  return time;
}

/** Whether what is said in a line, behind its label, is long enough to be coded and written in; Chinese turns are short. */
const hasWords = '(line) => line.lastChild?.textContent.length > 90';

/** Selects forty units of the n-th line in sight that has enough of them. */
async function select(page: Page, n: number): Promise<void> {
  await page.evaluate(`(() => {
    const root = document.querySelector('.transcript');
    const view = document.querySelector('.reader').getBoundingClientRect();
    const lines = [...root.children].filter((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      return (${hasWords})(line) && bottom > view.top && top < view.bottom;
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
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}

/** A window of its own on a project that is made for it. */
async function aWindow({ t, browser }: Where, wish: Wish): Promise<Page> {
  const { host, path } = await aHostWith(t, wish);
  const page = await windowOn({ t, browser }, host, path);
  await settled(page);
  return page;
}

/** A host beside which the project lies. */
export async function aHostWith(
  t: Ending,
  wish: Wish,
): Promise<{ readonly host: RunningHost; readonly path: string }> {
  const host: RunningHost = await aHost(t, { pages: await builtWindow() });
  mkdirSync(host.settings, { recursive: true });
  writeFileSync(
    join(host.settings, 'settings.json'),
    JSON.stringify({ settings: { language: 'en' }, recent: [] }),
  );
  const path = join(host.folder, 'bench.crosscase');
  makeProject(path, wish);
  return { host, path };
}

/** Opens the project, and a window in which its first text is shown with its codings. */
export async function windowOn({ browser }: Where, host: RunningHost, path: string): Promise<Page> {
  await host.engine.call('project.open', { file: host.engine.files.grant(path), access: 'write' });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript(clock);
  const page = await context.newPage();
  await page.goto(host.launchUrl());
  await page.locator('.stripes .lane').first().waitFor({ timeout: 120_000 });
  return page;
}

let window: Promise<string> | undefined;

/** The folder of the window as it is now: built once, for all groups. */
function builtWindow(): Promise<string> {
  return (window ??= buildWindow(join(root, 'node_modules/.cache/bench-window')));
}

async function buildWindow(outDir: string): Promise<string> {
  const into = { outDir, emptyOutDir: true };
  await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'error', build: into });
  return outDir;
}
