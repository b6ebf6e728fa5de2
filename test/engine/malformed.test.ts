// What no window of ours would ever say, ten thousand times over each wire: nothing breaks, nothing changes, each call is refused.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { processWire } from '../../electron/engine/import/process-wire.ts';
import { hostInputs } from '../../shared/contract/host.ts';
import { inputs } from '../../shared/contract/index.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';
import { connect, type Wire, type WireClient } from '../../shared/wire.ts';
import { MessageChannelMain, PortTable, type MessagePortMain } from '../electron-double/ports.ts';
import type { UtilityWord } from '../electron-double/utility.ts';
import { aFolder } from '../helpers/project.ts';
import { aHost, aWindow, openProject } from './loopback/host.ts';

const messages = 10_000;
const schemas = { ...inputs, ...hostInputs };
const names = Object.keys(schemas) as (keyof typeof schemas)[];

/** Anything that may travel as JSON; a real call's name with an input that its schema does not take. */
const junk = fc.jsonValue({ maxDepth: 3 });
const badCall = fc
  .record({
    type: fc.constant('call'),
    id: fc.integer({ min: 1_000_000 }),
    name: fc.constantFrom(...names),
    input: junk,
  })
  .filter(({ name, input }) => !schemas[name].safeParse(input).success);
const strangeCall = fc.record({
  type: fc.constant('call'),
  id: fc.integer({ min: 1_000_000 }),
  name: fc.oneof(
    fc.constantFrom('constructor', '__proto__', 'toString', 'project', ''),
    fc.constantFrom(...names).map((name) => [name]),
    junk,
  ),
  input: junk,
});
const noMessage = fc.oneof(
  junk,
  fc.record({ type: junk, id: junk, name: junk, input: junk }, { requiredKeys: [] }),
  fc.record({
    type: fc.constantFrom('cancel', 'taken', 'item', 'done', 'fail'),
    id: fc.integer({ min: 1_000_000 }),
  }),
);
const anyMessage = fc.oneof(badCall, strangeCall, noMessage);

interface Answer {
  readonly type?: string;
  readonly id?: number;
  readonly error?: { readonly refusal?: { readonly key: string }; readonly message?: string };
}

/** Says all of it; every call must have been answered with a refusal, or as one that does not exist. */
async function say(wire: Wire, client: WireClient): Promise<void> {
  const answers = new Map<number, Answer>();
  wire.onMessage((message) => {
    const answer = Object(message) as Answer;
    if (answer.id !== undefined && answer.id >= 1_000_000) answers.set(answer.id, answer);
  });
  const said = fc.sample(anyMessage, { numRuns: messages, seed: 4 });
  for (const message of said) wire.post(message);
  // The answers come in no order: a last call of each side's own is answered after those before it were begun.
  await client.call('project.current', {});
  const calls = said.filter((message) => isCall(message));
  for (let waited = 0; waited < 1000 && new Set(calls.map(({ id }) => id)).size > answers.size; waited++)
    await client.call('project.current', {});
  for (const { id, name, input } of calls) {
    const { type, error } = must(answers.get(id), `an answer to ${JSON.stringify({ name, input })}`);
    assert.equal(type, 'fail');
    const isRefused = error?.refusal?.key === 'refused.bad-input';
    assert.ok(
      isRefused || error?.message === 'there is no such call',
      JSON.stringify({ name, input, error }),
    );
  }
  assert.ok(calls.length > messages / 3);
}

function isCall(
  message: unknown,
): message is { readonly id: number; readonly name: unknown; readonly input: unknown } {
  const { type, id } = Object(message) as { type?: unknown; id?: unknown };
  return type === 'call' && Number.isSafeInteger(id) && (id as number) >= 1_000_000;
}

/** What a person would see if anything had changed. */
async function stateOf(client: WireClient): Promise<unknown> {
  const [project, history, settings] = await Promise.all([
    client.call('project.current', {}),
    client.call('history.list', { limit: 100, before: null }),
    client.call('settings.get', {}),
  ]);
  return { project, history, settings };
}

test('over the WebSocket of the browser host', async (t) => {
  const host = await aHost(t);
  const { client, socket } = await aWindow(t, host);
  await openProject(client);
  const before = await stateOf(client);
  const wire: Wire = {
    post: (message) => socket.send(JSON.stringify(message) ?? 'undefined'),
    onMessage: (handler) => socket.on('message', (data: Buffer) => handler(JSON.parse(data.toString()))),
    onClose: () => {},
  };
  for (const bytes of ['', '{', 'no json', '[1', '\u0000', Buffer.from([0xff, 0xfe, 0x00])])
    socket.send(bytes);
  await say(wire, client);
  assert.deepEqual(await stateOf(client), before);
  // A call that is unknown, or named by what is no name, is told to the page alone.
  assert.deepEqual(host.log, []);
});

test('over the port of a desktop window', async (t) => {
  const { wire, output } = await aDesktopEngine(t);
  const client = connect(wire);
  await openProject(client);
  const before = await stateOf(client);
  await say(wire, client);
  assert.deepEqual(await stateOf(client), before);
  assert.deepEqual(output, []);
});

test('over the wire of main itself, which knows paths only', async (t) => {
  const { wire, toEngine } = await aDesktopEngine(t);
  const client = connect(wire);
  await openProject(client);
  const before = await stateOf(client);
  const answers = new Map<number, Answer>();
  toEngine.onMessage((message) => {
    const { id, ...answer } = Object(message) as Answer;
    if (id !== undefined) answers.set(id, answer);
  });
  const control = fc.constantFrom('files.grant', 'project.open', 'worker.ended');
  const call = fc.record({
    type: fc.constant('call'),
    id: fc.integer({ min: 1_000_000 }),
    name: control,
    input: junk,
  });
  const said = fc.sample(fc.oneof(call, strangeCall, noMessage), { numRuns: messages, seed: 4 });
  for (const message of said) toEngine.post(message);
  const calls = said.filter((message) => isCall(message));
  await client.call('project.current', {});
  for (let waited = 0; waited < 1000 && new Set(calls.map(({ id }) => id)).size > answers.size; waited++)
    await client.call('project.current', {});
  for (const { id, name, input } of calls)
    must(answers.get(id), `an answer to ${JSON.stringify({ name, input })}`);
  assert.deepEqual(await stateOf(client), before);
});

test('over the wire of the import worker', async (t) => {
  const folder = aFolder(t);
  const path = join(folder, 'talk.txt');
  writeFileSync(path, 'Ana: Hello.\nTom: Hello.\n');
  const module = fileURLToPath(new URL('../../electron/engine/import/worker.ts', import.meta.url));
  const child = fork(module, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  t.after(() => child.kill('SIGKILL'));
  const wire = processWire(child);
  const client = connect(wire);
  const answers: Answer[] = [];
  wire.onMessage((message) => answers.push(message as Answer));
  const read = fc.record({
    type: fc.constant('call'),
    id: fc.integer({ min: 1_000_000 }),
    name: fc.constant('read'),
    input: junk,
  });
  const said = fc.sample(fc.oneof(read, strangeCall, noMessage), { numRuns: messages, seed: 4 });
  for (const message of said) wire.post(message);
  const document = (await client.call('read', { path, fileName: 'talk.txt' })) as { readonly text: string };
  assert.equal(document.text, 'Ana: Hello.\nTom: Hello.\n');
  const failed = answers.filter(({ id = 0 }) => id >= 1_000_000);
  assert.ok(failed.length > messages / 3);
  for (const { type } of failed) assert.equal(type, 'fail');
  await assert.rejects(client.call('read', { path: `${path}.none`, fileName: 'none.txt' }), Refused);
  assert.equal(child.exitCode, null);
});

interface DesktopEngine {
  readonly wire: Wire;
  /** Main's own wire to it. */
  readonly toEngine: Wire;
  readonly output: string[];
}

/** The engine as Electron's main forks it, without Electron: what it holds is a window's end of the port. */
async function aDesktopEngine(t: TestContext): Promise<DesktopEngine> {
  const folder = aFolder(t);
  const home = { HOME: folder, USERPROFILE: folder, XDG_CONFIG_HOME: folder, APPDATA: folder };
  const child = fork(fileURLToPath(new URL('../../electron/engine/serve-port.ts', import.meta.url)), {
    serialization: 'advanced',
    env: { ...process.env, ...home },
    execArgv: ['--import', new URL('../electron-double/utility-register.ts', import.meta.url).href],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  t.after(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => output.push(part.toString()));
  const send = (word: UtilityWord): void => void child.send(word);
  const table = new PortTable('main', send);
  child.on('message', (word: UtilityWord) => {
    if (word.t !== 'message') table.hear(word);
  });
  const { port1, port2 } = new MessageChannelMain();
  send({ t: 'message', data: { port: 'window' }, ports: [table.give(port2)] });
  const toEngine: Wire = {
    post: (data) => send({ t: 'message', data, ports: [] }),
    onMessage: (handler) =>
      void child.on('message', (word: UtilityWord) => word.t === 'message' && handler(word.data)),
    onClose: () => {},
  };
  return { wire: wireOf(port1), toEngine, output };
}

function wireOf(port: MessagePortMain): Wire {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (handler) => void port.on('message', ({ data }: { data: unknown }) => handler(data)),
    onClose: (handler) => void port.on('close', handler),
  };
}
