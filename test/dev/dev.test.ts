// npm run dev on a working copy of its own: what is changed there is seen in the open page, and the project stays open.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { createProject, openProject } from '../../electron/engine/project/open.ts';
import { must } from '../../shared/must.ts';
import { say } from '../../shared/words/say.ts';
import { findChromium, howToGetOne, startChromium } from '../engine/loopback/chromium.ts';
import { ask, attempt } from '../engine/loopback/host.ts';
import { aFolder } from '../helpers/project.ts';
import { patience, until } from '../page/window.ts';

const root = join(import.meta.dirname, '../..');
const chromium = findChromium();

test(
  'page and engine follow the code; session and project last',
  { skip: chromium === null ? howToGetOne : false },
  async (t) => {
    const folder = aFolder(t);
    const copy = aWorkingCopy(folder);
    const study = join(folder, 'study.crosscase');
    createProject({ path: study, name: 'Study', language: 'en', framework: null, coder: 'Ada' }).close();
    const loop = startLoop(t, copy, [study]);
    const url = must(/Open (\S+)/.exec(await loop.told('Open '))?.[1], 'an address');
    const { origin } = new URL(url);
    const browser = await startChromium(must(chromium, 'tests without Chromium are skipped'));
    t.after(() => browser.close());
    const page = await browser.newPage({ locale: 'en-GB' });
    page.setDefaultTimeout(patience);
    await page.addInitScript(`globalThis.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective))`);
    await page.goto(url);
    const title = page.getByRole('heading', { level: 1, name: 'Study' });
    await title.waitFor();

    appendFileSync(join(copy, 'renderer/style/app.css'), '\nbody { outline: 3px solid rgb(1, 2, 3); }\n');
    await until(
      () => page.evaluate('getComputedStyle(document.body).outlineColor'),
      'rgb(1, 2, 3)',
      'the new style',
    );
    appendFileSync(
      join(copy, 'renderer/main.tsx'),
      "\ndocument.documentElement.dataset['changed'] = 'yes';\n",
    );
    await page.locator('html[data-changed=yes]').waitFor();
    await title.waitFor();

    await page.evaluate('globalThis.isTheSame = true');
    const engine = join(copy, 'electron/engine/engine.ts');
    const before = readFileSync(engine, 'utf8');
    writeFileSync(engine, `${before}\nthis is no code`);
    await loop.told('The engine does not start');
    writeFileSync(engine, `${before}\nprocess.stdout.write('A new engine.\\n');\n`);
    await loop.told('A new engine.');
    await loop.told('The engine runs again');
    await page.getByRole('link', { name: say('en', 'place.history') }).click();
    await page.getByText(say('en', 'history.project.create', { name: 'Study' })).waitFor();
    assert.equal(await page.evaluate('globalThis.isTheSame'), true);
    await page.reload();
    await title.waitFor();
    assert.deepEqual(await page.evaluate('violations'), []);

    for (const headers of [
      { host: 'evil.example' },
      { host: new URL(origin).host, origin: 'http://evil.example' },
    ])
      assert.equal((await ask(origin, '/', { headers })).status, 403);
    assert.equal((await ask(origin, '/session', { method: 'POST' })).status, 403);
    for (const headers of [{}, { origin: 'http://evil.example' }])
      assert.notEqual(await attempt({ origin }, { headers, first: '{}' }), 4401, 'no socket for others');
    assert.equal(await attempt({ origin }, { headers: { origin }, first: '{}' }), 4401);

    loop.end();
    assert.equal(await loop.ended(), 0);
    openProject(study, 'write').close();
  },
);

test(
  'with --desktop the program is built anew and started again, until the person quits it',
  { skip: process.platform === 'win32' ? 'the stand-in is a script' : false },
  async (t) => {
    const folder = aFolder(t);
    const copy = aWorkingCopy(folder);
    const study = join(folder, 'study.crosscase');
    // In the place of Electron: says what it would start, and how large that is; quits where it is told to.
    writeFileSync(
      join(folder, 'electron'),
      `#!/bin/sh
      echo "started $2 $(wc -c < "$1/dist/electron/main.js") $(ls "$1/dist/renderer")"
      while [ ! -e "${folder}/quit" ]; do sleep 0.1; done`,
      { mode: 0o755 },
    );
    const runtime = { ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' };
    const loop = startLoop(t, copy, ['--desktop', study], runtime);
    const starts = async (count: number): Promise<string[]> => {
      await loop.told('started', count);
      return [...(await loop.told('started')).matchAll(/started .*\n.*index\.html/g)].map(([said]) => said);
    };
    const [first] = await starts(1);
    assert.ok(first?.startsWith(`started ${study} `), first);
    appendFileSync(join(copy, 'electron/main.ts'), "\nprocess.stdout.write('changed');\n");
    const [, second] = await starts(2);
    assert.ok(second?.startsWith(`started ${study} `) && second !== first, second);
    writeFileSync(join(folder, 'quit'), '');
    assert.equal(await loop.ended(), 0);
  },
);

/** The program's sources, to be changed at will. */
function aWorkingCopy(folder: string): string {
  const copy = join(folder, 'copy');
  for (const name of ['renderer', 'shared', 'electron', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

function startLoop(
  t: TestContext,
  copy: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const home = join(copy, 'home');
  const settings = { HOME: home, USERPROFILE: home, APPDATA: home, XDG_CONFIG_HOME: home };
  const loop = spawn(process.execPath, [join(copy, 'electron/dev.ts'), ...words], {
    cwd: copy,
    env: { ...process.env, ...settings, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exit = once(loop, 'exit');
  t.after(() => loop.kill());
  let heard = '';
  loop.stdout.setEncoding('utf8').on('data', (part: string) => (heard += part));
  return {
    /** All that was told, once `words` were told `times`. */
    told: async (words: string, times = 1): Promise<string> => {
      const isTold = (said: string): boolean => said.split(words).length > times;
      await until(() => Promise.resolve(heard), isTold, words, 120_000);
      return heard;
    },
    /** As Ctrl+D does. */
    end: () => void loop.stdin.end(),
    /** The exit code. */
    ended: async (): Promise<unknown> => (await exit)[0],
  };
}
