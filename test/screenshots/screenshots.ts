// npm run screenshots: the window in pictures, every place in both languages, two sizes and the themes, from the sample project; with -- --readme those of the README are exchanged.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { createEngine } from '../../electron/engine/engine.ts';
import { createRemembered } from '../../electron/engine/window/remembered.ts';
import { serveLoopback } from '../../electron/engine/serve-loopback.ts';
import type { Language } from '../../shared/words/say.ts';
import { findChromium, howToGetOne, startChromium } from '../engine/loopback/chromium.ts';
import { ofProject, ofStart, ofTheEmpty, type View } from './views.ts';

const root = join(import.meta.dirname, '../..');
const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];
const languages: readonly Language[] = ['en', 'zh'];
/** Shown in high contrast too. */
const contrasted = ['texts-coding', 'texts-picker', 'case-code'];

/** Those that stand in the README, by their names there. */
const ofReadme = {
  'texts.png': 'texts-coding-en-light-1440x900.png',
  'matrix.png': 'case-code-en-dark-1440x900.png',
  'chinese.png': 'texts-picker-zh-light-1440x900.png',
};

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist/screenshots' },
    readme: { type: 'boolean', default: false },
  },
});
const folder = resolve(root, values.out);
await takeAll(folder);
if (values.readme)
  for (const [name, picture] of Object.entries(ofReadme))
    copyFileSync(join(folder, picture), join(root, '.github/screenshots', name));

async function takeAll(out: string): Promise<void> {
  const path = findChromium();
  if (path === null) throw new Error(howToGetOne);
  await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const browser = await startChromium(path);
  try {
    for (const language of languages) for (const size of sizes) await take(browser, { language, size, out });
  } finally {
    await browser.close();
  }
  process.stdout.write(`${out}\n`);
}

interface Round {
  readonly language: Language;
  readonly size: { readonly width: number; readonly height: number };
  readonly out: string;
}

/** One walk through the window, from the start screen on, with a picture of each view in each theme. */
async function take(browser: Browser, round: Round): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crosscase-pictures-'));
  const settings = join(folder, 'config');
  const coder = round.language === 'en' ? 'Mara Lind' : '林晓';
  createRemembered(settings).choose({ language: round.language, theme: 'light', coder });
  const engine = createEngine();
  const host = await serveLoopback({
    engine,
    pages: join(root, 'dist/renderer'),
    projects: join(folder, 'Crosscase'),
    settings,
    port: 0,
    launchSeconds: 30,
    uploadMegabytes: 10,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const context = await browser.newContext({ viewport: round.size, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(host.launchUrl());
    for (const views of [ofStart, ofTheEmpty, ofProject])
      for (const view of views) await takeView(page, view, round);
  } finally {
    await context.close();
    await host.close();
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}

async function takeView(
  page: Page,
  { name, show, leave }: View,
  { language, size, out }: Round,
): Promise<void> {
  process.stdout.write(`${name} ${language} ${size.width}×${size.height}\n`);
  await show({ page, language });
  // Nothing is meant to stand under the pointer.
  await page.mouse.move(2, size.height - 2);
  for (const theme of ['light', 'dark', ...(contrasted.includes(name) ? ['contrast'] : [])]) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    await painted(page);
    const file = `${name}-${language}-${theme}-${size.width}x${size.height}.png`;
    await page.screenshot({ path: join(out, file), animations: 'disabled' });
  }
  await page.evaluate("document.documentElement.dataset.theme = 'light'");
  await leave?.({ page, language });
}

/** Fonts are there, and what was asked for has been drawn. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  })()`);
}
