// Reads and compares texts in a process of its own, one at a time, within limits of time and memory: a bad file harms
// nothing else, a long text holds up nothing else.
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';
import type { Splice } from '../../../shared/text/splices.ts';
import { connect, type WireClient } from '../../../shared/wire.ts';
import { fileSize } from './limits.ts';
import { processWire } from './process-wire.ts';

export interface ReadRequest {
  readonly path: string;
  /** What a refusal names. */
  readonly fileName: string;
  readonly encoding?: string;
  readonly speakers?: string | null;
}

export interface Compared {
  readonly before: string;
  readonly after: string;
}

export interface Reader {
  /** The imported document, or a refusal that names the file. An aborted `signal` stops the reading at once. */
  read(request: ReadRequest, signal?: AbortSignal): Promise<ImportedDocument>;
  /** As `textDifferences`; a refusal names the text by `name`. */
  compare(texts: Compared, name: string): Promise<Splice[]>;
  /** Ends the process; readings under way are refused. */
  close(): void;
}

export interface ReaderLimits {
  /** Wall time for one file: so much, and so much for each megabyte. */
  readonly seconds: number;
  readonly secondsPerMegabyte: number;
  /** Resident memory of the process. */
  readonly memoryBytes: number;
}

const usualLimits: ReaderLimits = { seconds: 30, secondsPerMegabyte: 1, memoryBytes: 1.5 * 1024 ** 3 };

/** The process that reads. */
export interface Worker {
  readonly client: WireClient;
  /** Resident memory in bytes, 0 where the platform does not tell. */
  memory(): Promise<number>;
  /** Settles when the process has ended: true when it ended for want of memory. */
  readonly ended: Promise<boolean>;
  kill(): void;
}

/** Starts nothing until the first file is read. `startWorker` is the one place that knows how a process is made. */
export function startReader(
  limits: Partial<ReaderLimits> = {},
  startWorker: () => Worker = () => forkWorker(),
): Reader {
  const allowed = { ...usualLimits, ...limits };
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const start = (): Worker => {
    const started = startWorker();
    void forget(started);
    return started;
  };
  const forget = async (started: Worker): Promise<void> => {
    await started.ended;
    if (worker === started) worker = null;
  };
  const stop = (): void => {
    worker?.kill();
    worker = null;
  };

  async function readNow(request: ReadRequest, signal: AbortSignal | undefined): Promise<ImportedDocument> {
    refuseWhenCancelled(request.fileName, signal);
    const bytes = await fileSize(request.path, request.fileName);
    return ask({ call: 'read', input: request, bytes, file: request.fileName }, signal);
  }

  function refuseWhenCancelled(file: string, signal: AbortSignal | undefined): void {
    if (isClosed || signal?.aborted === true) throw new Refused('refused.import-cancelled', { file });
  }

  async function ask<T extends object>({ call, input, bytes, file }: Task, signal?: AbortSignal): Promise<T> {
    refuseWhenCancelled(file, signal);
    const seconds = allowed.seconds + (allowed.secondsPerMegabyte * bytes) / 1_000_000;
    const asked = (worker ??= start());
    const watch = new Watch(asked, { seconds, memoryBytes: allowed.memoryBytes, signal });
    try {
      const answer = asked.client.call(call, input).catch(async (error: unknown) => {
        if (error instanceof Refused || !(await hasEnded(asked))) throw error;
        return watch.fault;
      });
      const outcome = await Promise.race([answer as Promise<T | RefusalKey>, watch.fault]);
      if (typeof outcome !== 'string') return outcome;
      stop();
      throw new Refused(outcome, { file, seconds: Math.ceil(seconds) });
    } finally {
      watch.stop();
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  }

  return {
    read: (request, signal) => inTurn(() => readNow(request, signal)),
    compare: ({ before, after }, file) => {
      const bytes = 2 * (before.length + after.length);
      return inTurn(() => ask({ call: 'compare', input: { before, after }, bytes, file }));
    },
    close() {
      isClosed = true;
      stop();
    },
  };
}

/** What the process is asked, for how many bytes, and what a refusal names. */
interface Task {
  readonly call: 'read' | 'compare';
  readonly input: unknown;
  readonly bytes: number;
  readonly file: string;
}

/** An answer fails when the process ends, too, and may do so a moment before its end is known. */
function hasEnded(worker: Worker): Promise<boolean> {
  return Promise.race([worker.ended.then(() => true), delay(500, false)]);
}

const millisecondsBetweenLooks = 50;

/** Waits for what ends a reading early: `fault` settles with the refusal's key, or never. Keeps the parent alive meanwhile. */
class Watch {
  readonly fault: Promise<RefusalKey>;
  #stop = (): void => {};

  constructor(
    worker: Worker,
    limits: { seconds: number; memoryBytes: number; signal: AbortSignal | undefined },
  ) {
    this.fault = new Promise((resolve) => {
      const look = async (): Promise<void> => {
        if ((await worker.memory()) > limits.memoryBytes) resolve('refused.import-needs-too-much-memory');
      };
      const looking = setInterval(() => void look(), millisecondsBetweenLooks);
      const timer = setTimeout(() => resolve('refused.import-took-too-long'), limits.seconds * 1000);
      const cancel = (): void => resolve('refused.import-cancelled');
      limits.signal?.addEventListener('abort', cancel);
      void worker.ended.then((lackedMemory) =>
        resolve(lackedMemory ? 'refused.import-needs-too-much-memory' : 'refused.import-could-not-be-read'),
      );
      this.#stop = () => {
        clearInterval(looking);
        clearTimeout(timer);
        limits.signal?.removeEventListener('abort', cancel);
      };
    });
  }

  stop(): void {
    this.#stop();
  }
}

/** A child process of this one that runs `module`; neither it nor its channel keeps this one alive. */
export function forkWorker(module = new URL('./worker.ts', import.meta.url), heapMegabytes = 1024): Worker {
  const child = fork(fileURLToPath(module), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return {
    client: connect(processWire(child)),
    memory: () => residentMemory(child.pid),
    ended: new Promise((resolve) => {
      child.once('error', () => resolve(false));
      child.once('exit', (code, signal) => resolve(signal === 'SIGABRT' || code === 134));
    }),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Bytes, from Linux's accounting; 0 elsewhere: other platforms have the heap's limit alone. */
export async function residentMemory(pid: number | undefined): Promise<number> {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s*(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024;
}
