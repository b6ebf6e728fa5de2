// The engine of one window as a process of its own, with the import workers that it asks for; a crash stays inside it.
import { join } from 'node:path';
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { connect } from '../shared/wire.ts';
import { toldStream, type ControlCalls, type PortMessage, type Told } from './engine/control.ts';

export interface EngineProcess {
  /** Throws Refused, and an Error when the engine has ended meanwhile. */
  call<N extends keyof ControlCalls>(
    name: N,
    input: ControlCalls[N]['input'],
  ): Promise<ControlCalls[N]['output']>;
  /** Gives the engine its end of a window's wire. */
  takeWindow(port: MessagePortMain): void;
  /** Settles when the process has ended, however it did. */
  readonly ended: Promise<void>;
  /** Closes the project, then ends the process; one that hangs is ended all the same. */
  close(): Promise<void>;
}

/** How long an engine may take to close its project, in milliseconds. */
const patience = 3000;
/** So much memory for the heap of a worker, in MB: the limit that plain Node gives it, too. */
const workerHeap = 1024;

/** `heed` hears what the engine tells, apart from its workers. */
export function startEngine(heed: (told: Exclude<Told, { about: 'worker' }>) => void): EngineProcess {
  const process = fork('engine.js', 'Crosscase engine');
  const client = connect({
    post: (message) => process.postMessage(message),
    onMessage: (handler) => void process.on('message', handler),
    onClose: (handler) => void process.once('exit', handler),
  });
  const call: EngineProcess['call'] = async (name, input) =>
    (await client.call(name, input)) as ControlCalls[typeof name]['output'];
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  const workers = new Map<number, UtilityProcess>();
  void listen();
  void ended.then(() => {
    for (const worker of workers.values()) worker.kill();
  });

  async function listen(): Promise<void> {
    try {
      for await (const item of client.stream(toldStream, null)) {
        const told = item as Told;
        if (told.about !== 'worker') heed(told);
        else if (told.wanted) startWorker(told.worker);
        else workers.get(told.worker)?.kill();
      }
    } catch {
      // The engine has ended; `ended` tells.
    }
  }

  function startWorker(worker: number): void {
    const forked = fork('worker.js', 'Crosscase import', [`--max-old-space-size=${workerHeap}`]);
    let lackedMemory = false;
    workers.set(worker, forked);
    forked.once('spawn', () => {
      const { port1, port2 } = new MessageChannelMain();
      forked.postMessage(null, [port1]);
      const message: PortMessage = { port: 'worker', worker, pid: forked.pid ?? null };
      process.postMessage(message, [port2]);
    });
    // V8 gives up for want of memory; there is no other fatal error of ours.
    forked.once('error', () => (lackedMemory = true));
    forked.once('exit', (code) => {
      workers.delete(worker);
      lackedMemory ||= code === 134;
      call('worker.ended', { worker, lackedMemory }).catch(() => {});
    });
  }

  return {
    call,
    ended,
    takeWindow: (port) => {
      const message: PortMessage = { port: 'window' };
      process.postMessage(message, [port]);
    },
    close: async () => {
      const timer = setTimeout(() => process.kill(), patience);
      await call('engine.close', null).catch(() => {});
      process.kill();
      await ended;
      clearTimeout(timer);
    },
  };
}

function fork(module: string, serviceName: string, execArgv: string[] = []): UtilityProcess {
  return utilityProcess.fork(join(import.meta.dirname, module), [], { serviceName, execArgv });
}
