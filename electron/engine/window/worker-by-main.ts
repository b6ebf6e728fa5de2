// Import workers where only Electron's main can make a process: asked for here, joined to the engine by a port.
import { residentMemory, type Worker } from '../import/reader.ts';
import type { Told } from '../control.ts';
import { connect, type Wire } from '../../../shared/wire.ts';
import { portWire, type Port } from '../parent-port.ts';

export interface WorkersByMain {
  /** Asks main for a process. Calls made before it is there wait for it. */
  start(): Worker;
  /** Main has made the worker; `pid` is null where it is not known. */
  join(worker: number, pid: number | null, port: Port): void;
  /** The worker has ended. */
  ended(worker: number, lackedMemory: boolean): void;
}

interface Asked {
  readonly wire: LateWire;
  readonly end: (lackedMemory: boolean) => void;
  pid: number | null;
}

export function workersByMain(tell: (told: Told) => void): WorkersByMain {
  const asked = new Map<number, Asked>();
  let last = 0;
  return {
    start: () => {
      const worker = ++last;
      const wire = lateWire();
      const { promise: ended, resolve: end } = Promise.withResolvers<boolean>();
      const own: Asked = { wire, end, pid: null };
      asked.set(worker, own);
      tell({ about: 'worker', worker, wanted: true });
      return {
        client: connect(wire),
        memory: () => residentMemory(own.pid ?? undefined),
        ended,
        kill: () => tell({ about: 'worker', worker, wanted: false }),
      };
    },
    join: (worker, pid, port) => {
      const own = asked.get(worker);
      if (!own) return;
      own.pid = pid;
      own.wire.attach(portWire(port));
    },
    ended: (worker, lackedMemory) => {
      const own = asked.get(worker);
      asked.delete(worker);
      own?.end(lackedMemory);
      own?.wire.close();
    },
  };
}

interface LateWire extends Wire {
  attach(wire: Wire): void;
  close(): void;
}

/** A wire whose other end comes later: what is posted before waits for it. */
function lateWire(): LateWire {
  const waiting: unknown[] = [];
  const handlers: ((message: unknown) => void)[] = [];
  const closers: (() => void)[] = [];
  let attached: Wire | null = null;
  return {
    post: (message) => (attached ? attached.post(message) : void waiting.push(message)),
    onMessage: (handler) => void handlers.push(handler),
    onClose: (handler) => void closers.push(handler),
    attach: (wire) => {
      attached = wire;
      for (const handler of handlers) wire.onMessage(handler);
      for (const message of waiting.splice(0)) wire.post(message);
    },
    close: () => {
      for (const handler of closers.splice(0)) handler();
    },
  };
}
