// What must hold of every window of the desktop program; each fails where it does not, some after so many milliseconds.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { must } from '../../shared/must.ts';
import { patience, until } from '../page/window.ts';
import type { Program } from './harness.ts';

/** The page reaches its engine through preload and port: the start screen shows what only the engine knows. */
export async function reachesItsEngine(program: Program, timeout = patience): Promise<void> {
  const page = await program.page();
  await page.getByRole('button', { name: program.say('start.sample') }).click({ timeout });
  await page.getByRole('link', { name: program.say('place.matrices') }).waitFor({ timeout });
}

/** Whatever the page tries, it stays where it is, and alone. */
export async function staysInPlace(program: Program): Promise<void> {
  const page = await program.page();
  await page.evaluate('window.isSamePage = true');
  for (const attempt of [
    "location.href = 'https://example.invalid/'",
    "location.href = 'app://elsewhere/index.html'",
    "document.body.append(Object.assign(document.createElement('a'), { href: 'http://example.invalid/', id: 'away' })); document.getElementById('away').click()",
    "window.open('https://example.invalid/document')",
    "window.open('app://workbench/index.html')",
  ]) {
    await page.evaluate(attempt);
    await delay(300);
    assert.equal(await page.evaluate('window.isSamePage'), true, attempt);
    assert.equal(await address(program), 'app://workbench/index.html', attempt);
    await until(() => Promise.resolve(page.context().pages().length), 1, attempt);
  }
}

/** Scripts and connections that are not the program's own are refused by the policy, and the page is told. */
export async function keepsThePolicy(program: Program, longest = patience): Promise<void> {
  const page = await program.page();
  await page.evaluate(`
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'data:text/html,a' }));
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.invalid/a.png' }));
    fetch('https://example.invalid/').catch(() => {});
  `);
  const refused = async (): Promise<string[]> => (await page.evaluate<string[]>('refused')).toSorted();
  const wanted = ['connect-src', 'frame-src', 'img-src', 'script-src-elem'];
  await until(refused, wanted, 'what the policy refused', longest);
  assert.equal(await page.evaluate('window.ran'), undefined);
}

/** A page that is not ours, with the same preload, is not heard; main's handlers see to it. */
export async function hearsOnlyItsOwnPages(program: Program): Promise<void> {
  const page = await program.page();
  const elsewhere = 'data:text/html,<p>elsewhere</p>';
  await program.inMain(
    ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.loadURL(given),
    elsewhere,
  );
  // The end of loading that main has heard may still have been that of the page before.
  await page.waitForURL(elsewhere);
  const answer = await page.evaluate<string>(`
    window.shell.connect().then(() => 'heard', (error) => String(error))`);
  assert.match(answer, /the sender is no page of ours/);
}

async function address(program: Program): Promise<string> {
  const found = await program.inMain(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  return must(found, 'a window');
}
