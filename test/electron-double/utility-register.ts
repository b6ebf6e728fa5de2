// Loaded first in a utility process of the double: gives it process.parentPort, and takes what Electron does not give.
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { must } from '../../shared/must.ts';
import { PortTable } from './ports.ts';
import type { UtilityWord } from './utility.ts';

// A thread of the process has no such port, in Electron neither.
if (isMainThread) giveParentPort();

registerHooks({
  resolve: (name, context, next) => {
    if (/^electron(?:\/|$)/.test(name))
      throw new Error('electron double: a utility process imports no electron');
    return next(name, context);
  },
});

function giveParentPort(): void {
  const send = must(process.send, 'a parent process').bind(process);
  const table = new PortTable('child', (word) => void send(word));
  const parentPort = Object.assign(new EventEmitter(), {
    postMessage: (data: unknown) => void send({ t: 'message', data: structuredClone(data), ports: [] }),
  });

  process.on('message', (word: UtilityWord) => {
    if (word.t === 'message')
      parentPort.emit('message', { data: word.data, ports: word.ports.map((id) => table.take(id)) });
    else table.hear(word);
  });
  process.on('disconnect', () => process.exit(0));
  Object.assign(process, { parentPort, type: 'utility', send: undefined });
}
