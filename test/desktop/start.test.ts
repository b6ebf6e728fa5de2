// npm start with and without a desktop: which one it is, why, and how long a person waits for it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { say } from '../../shared/words/say.ts';
import { aFolder } from '../helpers/project.ts';

const startProgram = join(import.meta.dirname, '../../electron/start.ts');
const onLinux = { skip: process.platform !== 'linux' && 'a screen is told by the environment on Linux only' };
const address = /^Crosscase is open at http/;

test('without a screen the browser workbench opens, and one line says why', onLinux, async (t) => {
  const { line } = begin(t, [], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  assert.equal(await line(/desktop/), say('en', 'host.no-desktop-screen'));
  await line(address);
});

test('where the place of the runtime never answers, the browser opens all the same', onLinux, async (t) => {
  let isAsked = false;
  const mirror = await aMirror(t, () => (isAsked = true));
  const { line } = begin(t, [], { DISPLAY: ':0', ELECTRON_MIRROR: mirror, CI: '', ...noRuntime(t) });
  assert.equal(await line(/desktop/), say('en', 'host.no-desktop-runtime'));
  assert.ok(isAsked);
  await line(address);
});

test('a runtime that is not to be had is told, and in CI it is not asked for', onLinux, async (t) => {
  const asked: string[] = [];
  const mirror = await aMirror(t, ({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(404).end();
  });
  const environment = { DISPLAY: ':0', ELECTRON_MIRROR: mirror, ...noRuntime(t) };
  const refused = begin(t, ['--desktop'], { ...environment, CI: '' });
  assert.equal(await refused.line(/./, 'stderr'), say('en', 'refused.no-desktop-runtime'));
  assert.equal(await refused.ended, 1);
  assert.equal(asked.length, 1);
  assert.match(asked[0] ?? '', /^\/v[\d.]+\/electron-v[\d.]+-linux-\w+\.zip$/);
  const inCi = begin(t, ['--desktop'], { ...environment, CI: 'true' });
  assert.equal(await inCi.ended, 1);
  assert.equal(asked.length, 1);
});

test('a runtime that is there is started with the project; its end is the end', onLinux, async (t) => {
  const folder = aFolder(t);
  const runtime = join(folder, 'electron');
  const told = join(folder, 'told');
  writeFileSync(runtime, `#!/bin/sh\nfor word; do echo "$word" >> "${told}"; done\nexit "\${CODE:-0}"\n`);
  chmodSync(runtime, 0o755);
  const environment = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder, INIT_CWD: folder };
  const { ended } = begin(t, ['study.crosscase'], environment);
  assert.equal(await ended, 0);
  const words = readFileSync(told, 'utf8').trim().split('\n');
  assert.ok(existsSync(join(words[0] ?? '', 'package.json')));
  assert.equal(words[1], join(folder, 'study.crosscase'));
  const failing = begin(t, [], { ...environment, CODE: '133' });
  assert.equal(await failing.line(/desktop/), say('en', 'host.no-desktop-start'));
  await failing.line(address);
});

test('the browser can be asked for where there is a desktop', onLinux, async (t) => {
  const { line } = begin(t, ['--browser', '--no-open'], { DISPLAY: ':0' });
  await line(address);
});

/** A place where no runtime is. */
function noRuntime(t: TestContext): NodeJS.ProcessEnv {
  return { ELECTRON_OVERRIDE_DIST_PATH: aFolder(t) };
}

/** A mirror of Electron's releases that answers as `listener` does, or never. */
async function aMirror(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

interface Begun {
  /** The first line from now on that fits. */
  line(pattern: RegExp, stream?: 'stdout' | 'stderr'): Promise<string>;
  readonly ended: Promise<number | null>;
}

function begin(t: TestContext, words: readonly string[], given: NodeJS.ProcessEnv): Begun {
  const home = aFolder(t);
  const homes = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), LC_ALL: 'en', PATH: '/nowhere' };
  const child = spawn(process.execPath, [startProgram, ...words], {
    env: { ...process.env, ...homes, ...given, npm_config_electron_mirror: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const lines = {
    stdout: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    stderr: createInterface({ input: child.stderr })[Symbol.asyncIterator](),
  };
  return {
    ended,
    // The window may have to be built first, so that no time is set.
    line: async (pattern, stream = 'stdout') => {
      for (;;) {
        const { done, value } = await lines[stream].next();
        if (done === true) assert.fail(`it ended before ${String(pattern)}`);
        if (pattern.test(value)) return value;
      }
    },
  };
}
