// Electron's security checklist on the running program; what only a packed program shows is asserted where it is packed.
import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { WebPreferences } from 'electron';
import fc from 'fast-check';
import { servePages } from '../../electron/serve-pages.ts';
import { shellInputs } from '../../shared/contract/shell.ts';
import { must } from '../../shared/must.ts';
import { aFolder } from '../helpers/project.ts';
import { hearsOnlyItsOwnPages, keepsThePolicy, reachesItsEngine, staysInPlace } from './checks.ts';
import { builtProgram, desktopTest, kind, start } from './harness.ts';

const root = join(import.meta.dirname, '../..');

/** Electron's security checklist, in its order: https://www.electronjs.org/docs/latest/tutorial/security */
const checklist = [
  'only secure content',
  'no Node in pages',
  'context isolation',
  'sandbox',
  'permissions are asked of a handler',
  'web security',
  'content security policy',
  'no insecure content',
  'no experimental features',
  'no features of Blink switched on',
  'no popups from webviews',
  'options of webviews are checked',
  'navigation is limited',
  'new windows are limited',
  'nothing untrusted is opened outside',
  'a current Electron',
  'senders of messages are checked',
  'no file: protocol',
  'fuses',
  'no raw API in pages',
] as const;
const shown = new Set<number>();

/** The name of a test, with the items of the checklist that it shows; the last test finds those that none does. */
function items(name: string, ...numbers: readonly number[]): string {
  for (const number of numbers) shown.add(number);
  return `${name} (${numbers.map((number) => `${number} ${checklist[number - 1]}`).join(', ')})`;
}

desktopTest(items('a window is sandboxed, alone and quiet', 2, 3, 4, 6, 8, 9, 10, 11), async (t) => {
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

desktopTest(items('the page holds named functions and nothing of Node or Electron', 2, 20), async (t) => {
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

desktopTest(items('what a page asks of main is checked', 17), async (t) => {
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

desktopTest(items('a page that is not ours is not heard', 17), async (t) =>
  hearsOnlyItsOwnPages(await start(t)),
);

desktopTest(items('the page stays where it is, and opens no window', 13, 14), async (t) =>
  staysInPlace(await start(t)),
);

desktopTest(
  items('the policy refuses scripts, frames, pictures and connections from elsewhere', 1, 7),
  async (t) => keepsThePolicy(await start(t)),
);

desktopTest(items('a page may copy, and nothing else is granted', 5), async (t) => {
  const program = await start(t);
  const page = await program.page();
  const state = (name: string): Promise<string> =>
    page.evaluate<string>(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);
  for (const name of ['geolocation', 'notifications', 'midi', 'camera', 'clipboard-read'])
    assert.equal(await state(name), 'denied', name);
  assert.equal(await state('clipboard-write'), 'granted');
});

test(items('nothing that is loaded comes from elsewhere or by file:', 1, 15, 18), async () => {
  const folder = join(await builtProgram(), 'dist');
  const page = readFileSync(join(folder, 'renderer', 'index.html'), 'utf8');
  assert.doesNotMatch(page, /(?:src|href)="(?!\.\/|data:)/);
  assert.match(page, /<script type="module"/);
  const main = readFileSync(join(folder, 'electron', 'main.js'), 'utf8');
  assert.doesNotMatch(main, /\bloadFile\(|\bopenExternal\(|\bopenPath\(|['"`]file:/);
  assert.ok(globSync('**/*.map', { cwd: folder }).length === 0);
  assert.ok(existsSync(join(folder, 'electron', 'preload.cjs')));
});

test(
  items('no address leads out of the folder of the window; every answer keeps the page to itself', 7, 18),
  async (t) => {
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
  },
);

desktopTest(items('a webview that a page would attach is prevented', 12), async (t) => {
  const program = await start(t);
  await program.page();
  const isPrevented = await program.inMain(({ BrowserWindow }) => {
    let prevented = false;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as NodeJS.EventEmitter;
    contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {});
    return prevented;
  });
  assert.equal(isPrevented, true);
});

test(items('Electron is of a line that is still mended, and pinned', 16), () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const [, major] = must(/^(\d+)\.\d+\.\d+$/.exec(devDependencies['electron'] ?? ''), 'an exact version');
  assert.ok(Number(major) >= 45, major);
});

// What they do to the packed binaries is asserted in test/packaging.
test(items('the fuses are asked for', 19), () => {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const asked = must(/^electronFuses:\n((?: {2}\w+: \w+\n)+)/m.exec(text)?.[1], 'the fuses');
  assert.deepEqual(
    Object.fromEntries([...asked.matchAll(/(\w+): (\w+)/g)].map(([, name, value]) => [name, value])),
    {
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    },
  );
});

desktopTest(
  'ten thousand calls of main that no page of ours makes: each is refused, and nothing breaks',
  async (t) => {
    const program = await start(t);
    const page = await program.page();
    const calls = fc.oneof(
      fc.record({
        name: fc.constantFrom('chooseSave', 'showProject', 'printToPdf', 'showMenu'),
        given: fc.jsonValue({ maxDepth: 3 }),
      }),
      fc.record({
        name: fc.constant('showMenu'),
        given: fc.record(
          {
            language: fc.jsonValue({ maxDepth: 1 }),
            items: fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1 }),
          },
          { requiredKeys: ['items'] },
        ),
      }),
    );
    const wellMade: Readonly<Record<string, (given: unknown) => boolean>> = {
      chooseSave: (name) => shellInputs['files.save'].safeParse({ name }).success,
      showProject: (path) => shellInputs['project.show'].safeParse({ path }).success,
      printToPdf: (name) => shellInputs['print.pdf'].safeParse({ name }).success,
      showMenu: (menu) => shellInputs['menu.show'].safeParse(menu).success,
    };
    const bad = calls.filter(({ name, given }) => wellMade[name]?.(given) === false);
    for (let batch = 0; batch < 10; batch++) {
      const said = fc.sample(bad, { numRuns: 1000, seed: batch });
      const replies = await page.evaluate<
        (string | undefined)[]
      >(`Promise.all(${JSON.stringify(said)}.map(({ name, given }) =>
      shell[name](given).then(({ refusal }) => refusal?.key, (error) => String(error))))`);
      const strange = said.filter((_, n) => replies[n] !== 'refused.bad-input');
      assert.deepEqual(strange, []);
    }
    await reachesItsEngine(program);
    assert.deepEqual(program.output, []);
  },
);

test('every item of the checklist is shown', () => {
  assert.deepEqual(
    checklist.filter((_, n) => !shown.has(n + 1)),
    [],
  );
});
