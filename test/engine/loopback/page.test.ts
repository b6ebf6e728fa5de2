// The window's own connection in a real Chromium, against a real host: launch, reload, reconnect, two tabs, files, attacks.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { must } from '../../../shared/must.ts';
import { aFolder } from '../../helpers/project.ts';
import { patience } from '../../page/window.ts';
import { findChromium, howToGetOne, startChromium } from './chromium.ts';
import { aHost, type RunningHost } from './host.ts';

const path = findChromium();
const skip = path === null && howToGetOne;
const root = join(import.meta.dirname, '../../..');
const ending: (() => void)[] = [];
let browser: Browser;
let pages: string;

before(async () => {
  if (path === null) return;
  [browser, pages] = await Promise.all([startChromium(path), buildPage()]);
});
after(async () => {
  await browser?.close();
  for (const end of ending) end();
});

/** The window's client on a page of its own: everything it exports as `engine`, and one component that reads. */
async function buildPage(): Promise<string> {
  const folder = aFolder({ after: (end) => ending.push(end) });
  mkdirSync(join(folder, 'page'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(
    join(folder, 'page/index.html'),
    `<!doctype html><meta charset="utf-8"><meta property="csp-nonce" nonce="" content="">
     <link rel="icon" href="data:,"><p id="codes"></p><script type="module" src="./main.js"></script>`,
  );
  writeFileSync(
    join(folder, 'page/main.js'),
    `import { createElement } from 'react';
     import { createRoot } from 'react-dom/client';
     import * as engine from '${join(root, 'renderer/engine-client.ts').replaceAll('\\', '/')}';
     import { useCall } from '${join(root, 'renderer/use-call.ts').replaceAll('\\', '/')}';
     globalThis.engine = engine;
     function Codes() {
       const { value, refusal, loading } = useCall('codes.list', {});
       globalThis.answered = { refusal, loading };
       return (value?.codes ?? []).map((code) => code.name).join(' ');
     }
     createRoot(document.getElementById('codes')).render(createElement(Codes));`,
  );
  const outDir = join(folder, 'built');
  await build({ root: join(folder, 'page'), base: './', logLevel: 'error', build: { outDir } });
  return outDir;
}

interface Ending {
  after(work: () => void | Promise<void>): void;
}

/** A window in a profile of its own. Fails the test on any fault that the browser reports. */
async function openPage(t: Ending, url: string, from?: Page): Promise<Page> {
  const context = from?.context() ?? (await browser.newContext({ acceptDownloads: true }));
  if (!from) {
    t.after(() => context.close());
    context.setDefaultTimeout(patience);
    await context.addInitScript(`
      globalThis.violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      globalThis.sockets = [];
      globalThis.WebSocket = class extends WebSocket {
        constructor(...all) { super(...all); sockets.push(this); }
      };`);
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(url);
  return page;
}

const stateOf = (page: Page): Promise<string> => page.evaluate('engine.connectionStatus.get().state');
/** Polls from outside: the page's own policy forbids what Playwright's waiting does inside it. */
async function until(page: Page, condition: string): Promise<void> {
  for (const end = performance.now() + patience; performance.now() < end; await delay(20))
    if ((await page.evaluate(condition)) === true) return;
  assert.fail(`not so: ${condition}`);
}
const untilState = (page: Page, state: string) =>
  until(page, `engine.connectionStatus.get().state === '${state}'`);
const call = (page: Page, name: string, input: unknown = {}): Promise<unknown> =>
  page.evaluate(`engine.call('${name}', ${JSON.stringify(input)})`);
const untilShown = (page: Page, text: string) =>
  until(page, `document.getElementById('codes').textContent === '${text}'`);

/** Makes an empty project from the page and leaves it open. */
async function makeProject(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    await engine.call('host.places', {});
    const { token } = await engine.call('host.grant', { path: 'Study' });
    const study = { file: token, name: 'Study', language: 'en', framework: null, coder: 'Ada' };
    await engine.call('project.create', study);
  })()`);
}

const addCode = (page: Page, name: string) =>
  call(page, 'codes.add', { name, parent: null, shortId: null, definition: null });

async function aPageOn(t: Ending): Promise<{ host: RunningHost; page: Page }> {
  const host = await aHost(t, { pages });
  return { host, page: await openPage(t, host.launchUrl()) };
}

test(
  'the address gives its code away at once; a reload finds the session and the project',
  { skip },
  async (t) => {
    const { host, page } = await aPageOn(t);
    await makeProject(page);
    await addCode(page, 'Bread');
    await untilShown(page, 'Bread');
    assert.equal(page.url(), `${host.origin}/`);
    assert.equal(await page.evaluate('history.length'), 2);
    await page.reload();
    await untilShown(page, 'Bread');
    assert.deepEqual(await page.evaluate('[localStorage.length, document.cookie]'), [0, '']);
    assert.deepEqual(await page.evaluate('violations'), []);
  },
);

test('an address that was used, or is typed without its code, opens nothing', { skip }, async (t) => {
  const host = await aHost(t, { pages });
  const url = host.launchUrl();
  await untilState(await openPage(t, url), 'open');
  for (const again of [url, host.origin]) {
    const page = await openPage(t, again);
    await untilState(page, 'ended');
    const refused = "engine.call('project.current', {}).catch((error) => error.message)";
    assert.equal(await page.evaluate(refused), 'refused.session-ended');
    await until(page, "globalThis.answered.refusal?.key === 'refused.session-ended'");
  }
});

test(
  'two tabs on one project stay in step, and a project that is closed is forgotten',
  { skip },
  async (t) => {
    const { host, page } = await aPageOn(t);
    const other = await openPage(t, host.launchUrl(), page);
    await makeProject(page);
    await addCode(other, 'Bread');
    await Promise.all([page, other].map((each) => untilShown(each, 'Bread')));
    await call(page, 'history.undo');
    await Promise.all([page, other].map((each) => untilShown(each, '')));
    await addCode(page, 'Yard');
    await untilShown(other, 'Yard');
    await call(page, 'project.close');
    await until(other, "globalThis.answered.refusal?.key === 'refused.no-project'");
    await untilShown(other, '');
  },
);

test('a connection that breaks is mended, and what happened meanwhile is shown', { skip }, async (t) => {
  const { host, page } = await aPageOn(t);
  const other = await openPage(t, host.launchUrl(), page);
  await makeProject(page);
  await untilShown(page, '');
  await page.evaluate(
    'globalThis.states = []; engine.connectionStatus.subscribe(() => states.push(engine.connectionStatus.get().state)); sockets.at(-1).close()',
  );
  await addCode(other, 'Bread');
  await untilShown(page, 'Bread');
  assert.deepEqual(await page.evaluate('states'), ['lost', 'open']);
});

test('a coding that was under way when the connection broke is made once', { skip }, async (t) => {
  const { page } = await aPageOn(t);
  await makeProject(page);
  await addCode(page, 'Bread');
  await page.evaluate(`(async () => {
    const token = await engine.uploadFile(new Blob(['We bake on Sundays.']), 'one.txt');
    const place = { case: null, phase: null, interviewers: [], encoding: null };
    for await (const item of engine.stream('import.files', { files: [{ token, name: 'one.txt' }], ...place }));
  })()`);
  const added = await page.evaluate(`(async () => {
    const own = { coder: null, phase: null, level: null, direction: null, weight: null, memo: null };
    const answers = [];
    for (let n = 0; n < 10; n++) {
      const passage = { start: n, end: n + 5 };
      const adding = engine.call('codings.add', { id: 'c' + n, source: 'one', code: 'Bread', passage, ...own });
      // Once before it is sent, once when it is on its way.
      if (n % 2 === 0) await new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
      sockets.at(-1).close();
      await adding;
      answers.push(n);
    }
    const { codings } = await engine.call('codings.list', { source: 'one' });
    return [answers.length, codings.length];
  })()`);
  assert.deepEqual(added, [10, 10]);
});

test(
  'a change without an id of its own is not made again: the person is told to look',
  { skip },
  async (t) => {
    const { page } = await aPageOn(t);
    await makeProject(page);
    const told = await page.evaluate(`(async () => {
    const input = { name: 'Bread', parent: null, shortId: null, definition: null };
    const adding = engine.call('codes.add', input).catch((error) => error.message);
    await new Promise((resolve) => setTimeout(resolve));
    sockets.at(-1).close();
    return adding;
  })()`);
    // The answer may have been quicker than the end of the connection.
    const { codes } = (await call(page, 'codes.list')) as { codes: unknown[] };
    assert.ok(codes.length <= 1);
    if (typeof told === 'string') assert.equal(told, 'refused.connection-lost');
    const waiting = page.evaluate(`(async () => {
    sockets.at(-1).close();
    await new Promise((resolve) => sockets.at(-1).addEventListener('close', () => setTimeout(resolve)));
    return engine.call('codes.add', { name: 'Yard', parent: null, shortId: null, definition: null });
  })()`);
    assert.equal(((await waiting) as { name: string }).name, 'Yard');
  },
);

test('a host that has gone is waited for; one that does not know the page ends it', { skip }, async (t) => {
  const { host, page } = await aPageOn(t);
  await untilState(page, 'open');
  await host.close();
  await untilState(page, 'lost');
  await aHost(t, { pages, port: Number(new URL(host.origin).port) });
  await untilState(page, 'ended');
  assert.equal(await page.evaluate('sessionStorage.length'), 0);
});

test('files go up with their progress and come down once', { skip }, async (t) => {
  const { page, host } = await aPageOn(t);
  await makeProject(page);
  const shares = await page.evaluate(`(async () => {
    const shares = [];
    await engine.uploadFile(new Blob(['a'.repeat(900_000)]), '面谈.txt', (share) => shares.push(share));
    return shares;
  })()`);
  assert.equal((shares as number[]).at(-1), 1);
  const refused =
    "engine.uploadFile(new Blob(['a'.repeat(1_100_000)]), '面谈.txt').catch((error) => error.refusal)";
  assert.deepEqual(await page.evaluate(refused), {
    key: 'refused.upload-too-large',
    values: { file: '面谈.txt', megabytes: 1 },
  });
  const question = { by: 'code', filters: [], overlap: 'split', coders: null };
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(`engine.saveFile('编码.csv', (file) => engine.call('export.frequencies', {
      file, format: 'csv', language: 'zh', question: ${JSON.stringify(question)} }))`),
  ]);
  assert.equal(download.suggestedFilename(), '编码.csv');
  assert.match(readFileSync(await download.path(), 'utf8'), /\r\n/);
  assert.deepEqual(host.log, []);
});

test('styles need the nonce of the page, scripts must be its own', { skip }, async (t) => {
  const { page } = await aPageOn(t);
  const seen = await page.evaluate(`(async () => {
    const add = (tag, text, nonce) => {
      const element = Object.assign(document.createElement(tag), { textContent: text, nonce });
      document.head.append(element);
    };
    const nonce = document.querySelector('meta[property="csp-nonce"]').content;
    add('style', '#codes { --with: 1 }', nonce);
    add('style', '#codes { --without: 1 }', '');
    add('script', 'globalThis.ran = true', nonce);
    const style = getComputedStyle(document.getElementById('codes'));
    const sent = await fetch('https://example.org/').then(() => 'sent', () => 'kept');
    return [style.getPropertyValue('--with'), style.getPropertyValue('--without'), globalThis.ran ?? false, sent];
  })()`);
  assert.deepEqual(seen, ['1', '', false, 'kept']);
  const directives = await page.evaluate<string[]>('violations');
  assert.deepEqual([...new Set(directives)].toSorted(), ['connect-src', 'script-src-elem', 'style-src-elem']);
});

test('a page on another port reaches nothing: socket, fetch, form, frame, script', { skip }, async (t) => {
  const { host, page } = await aPageOn(t);
  await makeProject(page);
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Neighbour</title><iframe name="target"></iframe>');
  }).listen(0, '127.0.0.1');
  t.after(() => void server.close());
  await once(server, 'listening');
  const neighbour = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const code = must(new URL(host.launchUrl()).hash.split('=')[1], 'a code');
  const attacker = await page.context().newPage();
  await attacker.goto(neighbour);
  const tried = await attacker.evaluate(`(async () => {
    const origin = '${host.origin}';
    const body = JSON.stringify({ code: '${code}' });
    const failed = (error) => error.name;
    const socket = new WebSocket(origin.replace('http', 'ws') + '/engine');
    const opened = await new Promise((resolve) => {
      socket.onopen = () => resolve('open');
      socket.onclose = () => resolve('closed');
    });
    const read = await fetch(origin + '/').then(() => 'read', failed);
    const json = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    const posted = await fetch(origin + '/session', json).then(() => 'read', failed);
    await fetch(origin + '/session', { method: 'POST', body, mode: 'no-cors' }).catch(failed);
    const script = Object.assign(document.createElement('script'), { src: origin + '/' });
    const loaded = await new Promise((resolve) => {
      script.onload = () => resolve('loaded');
      script.onerror = () => resolve('refused');
      document.head.append(script);
    });
    const form = Object.assign(document.createElement('form'), { method: 'POST', action: origin + '/session', target: 'target', enctype: 'text/plain' });
    form.append(Object.assign(document.createElement('input'), { name: body.slice(0, -1) + ',"x":"', value: '"}' }));
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [opened, read, posted, loaded];
  })()`);
  assert.deepEqual(tried, ['closed', 'TypeError', 'TypeError', 'refused']);
  // The code that all of them tried is unused.
  await untilState(await openPage(t, `${host.origin}/#launch=${code}`), 'open');
  assert.equal(await stateOf(page), 'open');
});
