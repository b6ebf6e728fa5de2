// npm start as a person meets it: an address on the terminal, a new one for Enter, a clean end for Ctrl+C.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { createEngine } from '../../../electron/engine/engine.ts';
import { must } from '../../../shared/must.ts';
import { aFolder } from '../../helpers/project.ts';
import { ask } from './host.ts';

const start = join(import.meta.dirname, '../../../electron/start.ts');

function environment(home: string): NodeJS.ProcessEnv {
  const config = join(home, 'config');
  const homes = { HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: config, APPDATA: config, INIT_CWD: home };
  return { ...process.env, ...homes, LC_ALL: 'en' };
}

async function makeStudy(path: string): Promise<void> {
  const engine = createEngine();
  const file = engine.files.grant(path);
  await engine.call('project.create', { file, name: 'Study', language: 'en', framework: null, coder: 'Ada' });
  await engine.close();
}

test('npm start opens a project, tells its address, and ends cleanly', async (t) => {
  const home = aFolder(t);
  mkdirSync(join(home, 'study'));
  const project = join(home, 'study', 'study.crosscase');
  await makeStudy(project);
  const running = spawn(process.execPath, [start, join('study', 'study.crosscase'), '--no-open'], {
    env: environment(home),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.after(() => void running.kill('SIGKILL'));
  const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
  const next = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const line = await lines.next();
      if (line.done === true) assert.fail(`it ended before ${String(pattern)}`);
      const found = pattern.exec(line.value);
      if (found) return must(found[0], 'a match');
    }
  };
  const address = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+$/;
  const first = new URL(await next(address));
  running.stdin.write('\n');
  const second = new URL(await next(address));
  assert.equal(first.origin, second.origin);
  assert.notEqual(first.hash, second.hash);
  const page = await ask(first.origin, '/');
  assert.match(page.body, /<meta property="csp-nonce" nonce="[\w-]{22}"/);
  assert.ok(existsSync(`${project}.lock`));
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGINT');
  assert.equal(await ended, 0);
  assert.ok(!existsSync(`${project}.lock`));
});

test('what is not understood or not there is refused in one sentence', (t) => {
  const home = aFolder(t);
  for (const [words, sentence] of [
    [['--prot', '1'], /“--prot” is not understood/],
    [['--port', 'x'], /“x” is not understood/],
    [['--port', '70000'], /“70000” is not understood/],
    [['a.crosscase', 'b.crosscase'], /“b.crosscase” is not understood/],
    [['nowhere.crosscase', '--no-open'], /There is no file “nowhere.crosscase”/],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, [start, ...words], {
      env: environment(home),
      encoding: 'utf8',
    });
    assert.equal(status, 1, words.join(' '));
    assert.match(stderr, sentence);
    assert.equal(stderr.trim().split('\n').length, 1);
  }
});
