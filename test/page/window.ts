// The real window, built once and served by a real host, in a real Chromium; any fault that the browser reports fails the test.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { HostSettings } from '../../shared/contract/host.ts';
import { must } from '../../shared/must.ts';
import { say, type Language, type Values, type WordKey } from '../../shared/words/say.ts';
import { findChromium, howToGetOne, startChromium } from '../engine/loopback/chromium.ts';
import { aHost, type RunningHost } from '../engine/loopback/host.ts';
import { slowProxy } from './slow.ts';

const root = join(import.meta.dirname, '../..');
const path = findChromium();

interface Wish extends HostSettings {
  readonly language: Language;
  /** What the test needs and this computer does not have. */
  readonly lacking?: string | undefined;
  /** What the browser says of connections that the test itself cuts: no fault. */
  readonly complaints?: RegExp;
}

export interface OpenWindow {
  readonly page: Page;
  readonly host: RunningHost;
  readonly language: Language;
  readonly say: (key: WordKey, values?: Values) => string;
  /** The file that the person is given when `press` has been done. */
  readonly written: (press: () => Promise<void>) => Promise<WrittenFile>;
  /** Another tab of the same browser. */
  readonly another: () => Promise<Page>;
}

export interface WrittenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * CROSSCASE_TEST_SLOW=80 lets every message between page and host wait up to so many milliseconds, in order, and the page
 * run at a quarter of its speed: what a test or the program only gets right on a quick computer fails there.
 */
const slow = Number(process.env['CROSSCASE_TEST_SLOW'] ?? 0);

/**
 * The languages in which a test runs whose acts do not depend on them: the one given, or both where
 * CROSSCASE_TEST_LANGUAGES=both asks for it, as a release does.
 */
export function languages(usual: Language): readonly Language[] {
  return process.env['CROSSCASE_TEST_LANGUAGES'] === 'both' ? ['en', 'zh'] : [usual];
}

/** How long is waited for what has to come, in milliseconds: no measure of speed, on a loaded computer all takes its time. */
export const patience = 60_000;

/** A test on a window of its own, with the settings of `wish`; skipped without Chromium, or for `lacking`. */
export function windowTest(
  name: string,
  { lacking, complaints, ...wish }: Wish,
  work: (window: OpenWindow) => Promise<void>,
): void {
  test(name, { skip: path === null ? howToGetOne : (lacking ?? false) }, async (t) => {
    const [browser, pages] = await Promise.all([theBrowser(), builtWindow()]);
    const host = await aHost(t, { pages, uploadMegabytes: 20 });
    mkdirSync(host.settings, { recursive: true });
    writeFileSync(join(host.settings, 'settings.json'), JSON.stringify({ settings: wish, recent: [] }));
    const { language } = wish;
    const proxy = slow > 0 ? { server: await slowProxy(t, slow), bypass: '<-loopback>' } : undefined;
    const context = await browser.newContext({
      ...(proxy ? { proxy } : {}),
      acceptDownloads: true,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patience);
    t.after(() => context.close());
    const faults = await listen(context, host, complaints);
    const another = async (): Promise<Page> => {
      const page = await context.newPage();
      // Listened for from the beginning: a chooser that opens before the browser knows of the listener is lost.
      page.on('filechooser', () => {});
      await slowDown(page);
      await page.goto(host.launchUrl());
      return page;
    };
    const page = await another();
    const written = (press: () => Promise<void>): Promise<WrittenFile> => downloaded(page, press);
    await work({
      page,
      host,
      language,
      another,
      written,
      say: (key, values) => say(language, key, values),
    });
    const violations = context.pages().map((each) => each.evaluate<string[]>('violations'));
    assert.deepEqual([...faults, ...(await Promise.all(violations)).flat(), ...host.log], []);
  });
}

/** Lets this page run at a quarter of its speed where CROSSCASE_TEST_SLOW says so. */
export async function slowDown(page: Page): Promise<void> {
  if (slow === 0) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<WrittenFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Everything that the browser complains of, and every address outside this computer that it asks for. */
async function listen(context: BrowserContext, host: RunningHost, complaints?: RegExp): Promise<string[]> {
  const faults: string[] = [];
  await context.addInitScript(`
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));`);
  context.on('weberror', (error) => faults.push(String(error.error().stack)));
  context.on('console', (message) => {
    if (complaints?.test(message.text()) === true) return;
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== host.origin && protocol !== 'data:' && protocol !== 'blob:') faults.push(request.url());
  });
  return faults;
}

let browser: Promise<Browser> | undefined;
after(async () => (await browser)?.close());

function theBrowser(): Promise<Browser> {
  browser ??= startChromium(must(path, 'tests without Chromium are skipped'));
  return browser;
}

/** The folder of the window as its sources are now: built by the first test that asks, kept for the others. */
async function builtWindow(): Promise<string> {
  const kept = join(root, 'node_modules/.cache/window');
  const wanted = join(kept, String(Math.max(...['renderer', 'shared'].map(newestIn))));
  if (existsSync(wanted)) return wanted;
  const own = join(kept, `of-${process.pid}`);
  // Loaded where it is needed: once.
  const { build } = await import('vite');
  await build({
    configFile: join(root, 'renderer/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: own },
  });
  // Another process may have been quicker.
  if (existsSync(wanted)) rmSync(own, { recursive: true });
  else renameSync(own, wanted);
  const day = 86_400_000;
  for (const name of readdirSync(kept))
    if (statSync(join(kept, name)).mtimeMs < Date.now() - day) rmSync(join(kept, name), { recursive: true });
  return wanted;
}

function newestIn(folder: string): number {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return Math.max(...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

/** Polls from outside: the page's own policy forbids what Playwright's waiting does inside it. `longest` is in milliseconds. */
export async function until<T>(
  get: () => Promise<T>,
  wanted: T | ((value: T) => boolean),
  what: string,
  longest = patience,
): Promise<void> {
  let value: T | undefined;
  for (const end = performance.now() + longest; performance.now() < end; await delay(15)) {
    value = await get();
    if (typeof wanted === 'function' ? (wanted as (value: T) => boolean)(value) : same(value, wanted)) return;
  }
  if (typeof wanted === 'function') assert.fail(`${what}: not so, but ${JSON.stringify(value)}`);
  assert.deepEqual(value, wanted, `${what}: not so`);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Presses Tab until the focus is on what `target` finds: what a person without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // What cannot be used yet is passed over.
  await target.and(page.locator(':not(:disabled, [aria-disabled=true])')).first().waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  const focused = await page.evaluate('document.activeElement.outerHTML.slice(0, 200)');
  assert.fail(`Tab does not lead to ${String(target)}, but to ${String(focused)}`);
}

/** True when the focus is on one of what `target` finds. */
export async function isFocused(target: Locator): Promise<boolean> {
  return (await target.and(target.page().locator(':focus')).count()) > 0;
}

export async function untilFocused(target: Locator): Promise<void> {
  await until(() => isFocused(target), true, `focus on ${String(target)}`);
}

/** Holds back what pages opened from now on ask for in such messages. Returns the way to let the next one go, once it is asked. */
export async function holdBack(context: BrowserContext, asked: RegExp): Promise<() => Promise<void>> {
  const held: (() => void)[] = [];
  await context.routeWebSocket(/\/engine$/, (page) => {
    const host = page.connectToServer();
    page.onMessage((message) => {
      if (asked.test(String(message))) held.push(() => host.send(message));
      else host.send(message);
    });
  });
  return async () => {
    await until(
      async () => held.length,
      (n) => n > 0,
      'a question',
    );
    held.shift()?.();
  };
}
