// A real Chromium for the page tests, where this computer has one or may be given one.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome', 'chrome.exe'];

/**
 * The path of Chromium: one on the PATH, else Playwright's own; null where there is none. On a Debian that runs tests
 * unattended as root (CI=true) the system's package is installed first.
 */
export function findChromium(): string | null {
  const found = installedChromium();
  if (found !== null || !mayInstall()) return found;
  // Two test files may come here at once: the second waits for the first.
  const wait = ['-o', 'DPkg::Lock::Timeout=600'];
  execFileSync('apt-get', [...wait, 'update'], { stdio: 'ignore' });
  execFileSync(
    'apt-get',
    [...wait, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  return installedChromium();
}

export const howToGetOne = `no Chromium here: ${
  existsSync('/etc/debian_version') ? 'apt-get install chromium' : 'npx playwright-core install chromium'
}`;

export async function startChromium(path: string): Promise<Browser> {
  // On a loaded computer its start takes its time.
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'], timeout: 180_000 });
}

function installedChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  const own = chromium.executablePath();
  return found ?? (existsSync(own) ? own : null);
}

function mayInstall(): boolean {
  return process.env['CI'] === 'true' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}
