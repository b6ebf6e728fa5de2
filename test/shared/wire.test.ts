import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { test } from 'node:test';
import { setImmediate as soon } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { processWire } from '../../electron/engine/import/process-wire.ts';
import { Refused } from '../../shared/refused.ts';
import { connect, serve, type Handler, type Wire, type WireClient } from '../../shared/wire.ts';

function portWire(port: MessagePort): Wire {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (handler) => void port.on('message', handler),
    onClose: (handler) => void port.once('close', handler),
  };
}

interface Pair extends Disposable {
  readonly client: WireClient;
  readonly port: MessagePort;
}

function pair(handlers: Readonly<Record<string, Handler>>): Pair {
  const { port1, port2 } = new MessageChannel();
  serve(portWire(port2), (name) => handlers[name]);
  return { client: connect(portWire(port1)), port: port1, [Symbol.dispose]: () => port1.close() };
}

async function* countTo(input: unknown): AsyncGenerator<number, string> {
  for (let n = 1; n <= Number(input); n += 1) yield n;
  return 'counted';
}

void test('a call is answered, calls may overlap, and typed arrays arrive as they are', async () => {
  using wire = pair({
    double: (input) => Number(input) * 2,
    later: async (input) => {
      await soon();
      return input;
    },
  });
  const answers = await Promise.all([
    wire.client.call('later', Int32Array.of(1, 2)),
    wire.client.call('double', 21),
    wire.client.call('later', undefined),
  ]);
  assert.deepEqual(answers, [Int32Array.of(1, 2), 42, undefined]);
});

void test('a refusal arrives as a refusal, anything else as an error that names the call', async () => {
  using wire = pair({
    refuse: () => {
      throw new Refused('refused.import-empty', { file: 'a.txt' });
    },
    break: () => {
      throw new TypeError('no such thing');
    },
    uncloneable: () => () => {},
  });
  await assert.rejects(wire.client.call('refuse'), (error) => {
    assert.ok(error instanceof Refused);
    assert.deepEqual(error.refusal, { key: 'refused.import-empty', values: { file: 'a.txt' } });
    return true;
  });
  await assert.rejects(wire.client.call('break'), /"break".*TypeError: no such thing/);
  await assert.rejects(wire.client.call('unknown'), /"unknown"/);
  await assert.rejects(wire.client.call('uncloneable'), /"uncloneable"/);
});

void test('a stream gives its items in order and then its answer', async () => {
  using wire = pair({ countTo });
  const stream = wire.client.stream('countTo', 1000);
  const items: unknown[] = [];
  let step = await stream.next();
  for (; step.done !== true; step = await stream.next()) items.push(step.value);
  assert.deepEqual(
    items,
    Array.from({ length: 1000 }, (_, index) => index + 1),
  );
  assert.equal(step.value, 'counted');
  assert.equal(await wire.client.call('countTo', 100), 'counted');
});

void test('a sender does not run far ahead of a reader that stops reading', async () => {
  let sent = 0;
  using wire = pair({
    endless: async function* () {
      for (;;) yield (sent += 1);
    },
  });
  const stream = wire.client.stream('endless');
  await stream.next();
  for (let turn = 0; turn < 50; turn += 1) await soon();
  const ahead = sent;
  assert.ok(ahead < 100, `${ahead} items sent`);
  for (let taken = 0; taken < 100; taken += 1) await stream.next();
  assert.ok(sent > ahead);
  await stream.return(undefined);
});

void test('leaving a stream early and aborting a call both cancel the work', async () => {
  const ended: string[] = [];
  let waiting: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    waiting = resolve;
  });
  using wire = pair({
    endless: async function* (_, signal) {
      signal.addEventListener('abort', () => ended.push('stream'));
      for (;;) yield 1;
    },
    wait: (_, signal) =>
      new Promise((resolve) => {
        waiting();
        signal.addEventListener('abort', () => {
          ended.push('call');
          resolve('too late');
        });
      }),
  });
  for await (const item of wire.client.stream('endless')) if (item === 1) break;
  const stop = new AbortController();
  const call = wire.client.call('wait', undefined, stop.signal);
  await begun;
  stop.abort(new Error('enough'));
  await assert.rejects(call, /enough/);
  await assert.rejects(wire.client.call('wait', undefined, stop.signal), /enough/);
  while (ended.length < 2) await soon();
  assert.deepEqual(ended.sort(), ['call', 'stream']);
});

void test('a stream that fails half way gives what came before', async () => {
  using wire = pair({
    half: async function* () {
      yield 1;
      throw new Refused('refused.import-empty', { file: 'b.txt' });
    },
  });
  const items: unknown[] = [];
  await assert.rejects(async () => {
    for await (const item of wire.client.stream('half')) items.push(item);
  }, Refused);
  assert.deepEqual(items, [1]);
});

void test('when the wire closes, open calls fail, later calls fail at once, and the other side is told', async () => {
  const aborted: string[] = [];
  const wire = pair({
    wait: (_, signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => aborted.push('wait'));
      }),
  });
  const call = wire.client.call('wait');
  for (let turn = 0; turn < 5; turn += 1) await soon();
  wire.port.close();
  await assert.rejects(call, /"wait".*closed/);
  await assert.rejects(wire.client.call('wait'), /closed/);
  while (aborted.length === 0) await soon();
});

void test('messages that are none of ours are passed over', async () => {
  const { port1, port2 } = new MessageChannel();
  serve(portWire(port2), () => (input) => input);
  const client = connect(portWire(port1));
  for (const stray of [
    null,
    7,
    'call',
    {},
    { type: 'call' },
    { type: 'done', id: 99 },
    { type: 'cancel', id: 'x' },
  ]) {
    port1.postMessage(stray);
    port2.postMessage(stray);
  }
  assert.equal(await client.call('echo', 'still here'), 'still here');
  port1.close();
});

void test('the same over a child process', async () => {
  const child = fork(fileURLToPath(new URL('./wire-child.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: [],
  });
  const client = connect(processWire(child));
  assert.deepEqual(await client.call('echo', Int32Array.of(5)), Int32Array.of(5));
  await assert.rejects(client.call('refuse'), Refused);
  assert.equal(await client.call('countTo', 50), 'counted');
  const open = client.call('wait');
  child.kill('SIGKILL');
  await assert.rejects(open, /"wait".*closed/);
  await assert.rejects(client.call('echo'), /closed/);
});
