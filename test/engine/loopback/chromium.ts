// A real Chromium for the page tests, where this computer has one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome', 'chrome.exe'];

/** The path of Chromium: one on the PATH, else Playwright's own; null where there is none. */
export function findChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  const own = chromium.executablePath();
  return found ?? (existsSync(own) ? own : null);
}

export const howToGetOne =
  'no Chromium here: install the package "chromium", or run npx playwright-core install chromium';

export async function startChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
}
