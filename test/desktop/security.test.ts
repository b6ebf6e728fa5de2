// Electron's security checklist on the running program; what only a packed program shows is asserted where it is packed.
import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { WebPreferences } from 'electron';
import { servePages } from '../../electron/serve-pages.ts';
import { aFolder } from '../helpers/project.ts';
import { hearsOnlyItsOwnPages, keepsThePolicy, reachesItsEngine, staysInPlace } from './checks.ts';
import { builtProgram, desktopTest, kind, start } from './harness.ts';

desktopTest('a window is sandboxed, alone and quiet (2, 3, 4, 6, 8 to 11)', async (t) => {
  const program = await start(t);
  await reachesItsEngine(program);
  const preferences = await program.inMain(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {};
    return (webContents as unknown as { getLastWebPreferences(): WebPreferences }).getLastWebPreferences();
  });
  const wanted = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  };
  for (const [name, value] of Object.entries(wanted))
    assert.equal(preferences[name as keyof WebPreferences], value, name);
  for (const name of ['allowRunningInsecureContent', 'experimentalFeatures'] as const)
    assert.ok(!preferences[name], name);
  assert.ok(!preferences.enableBlinkFeatures);
  if (kind !== 'Electron')
    assert.equal(
      await program.inMain(({ app }) => (app as unknown as { isSandboxed: boolean }).isSandboxed),
      true,
    );
});

desktopTest('the page holds named functions and nothing of Node or Electron (2, 20)', async (t) => {
  const program = await start(t);
  const page = await program.page();
  const found = await page.evaluate(`({
    of: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    names: Object.keys(window.shell).sort(),
    kinds: [...new Set(Object.values(window.shell).map((each) => typeof each))],
    frozen: Object.isFrozen(window.shell),
  })`);
  assert.deepEqual(found, {
    of: [],
    names: [
      'chooseProject',
      'chooseSave',
      'connect',
      'grantFile',
      'left',
      'onCommand',
      'onEngineEnded',
      'onLeaving',
      'printToPdf',
      'showMenu',
      'showProject',
    ],
    kinds: ['function'],
    frozen: true,
  });
});

desktopTest('what a page asks of main is checked (17)', async (t) => {
  const program = await start(t);
  const page = await program.page();
  for (const call of [
    "showMenu({ language: 'en', items: [{ id: 1 }] })",
    "showMenu({ language: 'en', items: [{ id: 'a', label: 'b', key: null, group: 'file', enabled: true, click: 'd' }] })",
    "showMenu({ language: 'en', items: [{ id: 'a', label: 'b', key: null, group: 'c', enabled: true }] })",
    "showMenu({ language: 'en', items: Array.from({ length: 301 }, (_, n) => ({ id: String(n), label: 'b', key: null, group: 'file', enabled: true })) })",
    'chooseSave(7)',
    "chooseSave('')",
    "chooseSave('a'.repeat(300))",
    'printToPdf({})',
  ]) {
    const reply = await page.evaluate<{ refusal?: { key: string } }>(`window.shell.${call}`);
    assert.equal(reply.refusal?.key, 'refused.bad-input', call);
  }
});

desktopTest('a page that is not ours is not heard (17)', async (t) => hearsOnlyItsOwnPages(await start(t)));

desktopTest('the page stays where it is, and opens no window (12, 13, 14)', async (t) =>
  staysInPlace(await start(t)),
);

desktopTest('the policy refuses scripts, frames, pictures and connections from elsewhere (1, 7)', async (t) =>
  keepsThePolicy(await start(t)),
);

desktopTest('a page may copy, and nothing else is granted (5)', async (t) => {
  const program = await start(t);
  const page = await program.page();
  const state = (name: string): Promise<string> =>
    page.evaluate<string>(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);
  for (const name of ['geolocation', 'notifications', 'midi', 'camera', 'clipboard-read'])
    assert.equal(await state(name), 'denied', name);
  assert.equal(await state('clipboard-write'), 'granted');
});

test('nothing that is loaded comes from elsewhere or by file: (1, 15, 18)', async () => {
  const folder = join(await builtProgram(), 'dist');
  const page = readFileSync(join(folder, 'renderer', 'index.html'), 'utf8');
  assert.doesNotMatch(page, /(?:src|href)="(?!\.\/|data:)/);
  assert.match(page, /<script type="module"/);
  const main = readFileSync(join(folder, 'electron', 'main.js'), 'utf8');
  assert.doesNotMatch(main, /\bloadFile\(|\bopenExternal\(|\bopenPath\(|['"`]file:/);
  assert.ok(globSync('**/*.map', { cwd: folder }).length === 0);
  assert.ok(existsSync(join(folder, 'electron', 'preload.cjs')));
});

test('no address leads out of the folder of the window; every answer keeps the page to itself (7, 18)', async (t) => {
  const folder = aFolder(t);
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'not for the window');
  writeFileSync(
    join(pages, 'index.html'),
    '<meta property="csp-nonce" nonce="" content="" /><p>A window</p>',
  );
  writeFileSync(join(pages, 'assets', 'a.js'), 'export {};');
  symlinkSync(join(folder, 'secret.js'), join(pages, 'linked.js'));
  const serve = servePages(pages);
  const get = (url: string, method = 'GET'): Promise<Response> => serve({ url, method });
  const page = await get('app://workbench/');
  const policy = page.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'self'; /);
  assert.ok((await page.text()).includes(`nonce="${nonce}"`));
  assert.equal(
    (await get('app://workbench/assets/a.js')).headers.get('content-type'),
    'text/javascript; charset=utf-8',
  );
  for (const path of [
    '../secret.js',
    '%2e%2e/secret.js',
    '..%2fsecret.js',
    '..%5csecret.js',
    'assets/../../secret.js',
    '/secret.js',
    'linked.js',
    'assets',
    'index.html%00.js',
    `${folder}/secret.js`,
  ]) {
    const answer = await get(`app://workbench/${path}`);
    assert.equal(answer.status, 404, path);
    assert.equal(await answer.text(), '', path);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  }
  assert.equal((await get('app://elsewhere/index.html')).status, 404);
  assert.equal((await get('app://workbench/index.html', 'POST')).status, 405);
});
