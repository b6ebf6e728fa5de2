// The engine in a process of its own, which is replaced when the code changes: the pages keep their session and the project.
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect, type WireClient } from '../../shared/wire.ts';
import { processWire } from '../engine/import/process-wire.ts';

export interface EngineProcess {
  /** Where its pages and calls are answered; the same after each restart. */
  readonly origin: string;
  /** Opens a page once. */
  launchCode(): Promise<string>;
  /** New code, the same project. Calls that come while one restart is under way make one more of it. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What the process is told to begin with. */
export interface Beginning {
  readonly project: string | null;
  /** 0: any free one. */
  readonly port: number;
  /** The token that pages get, so that they find their session again after a restart. */
  readonly session: string;
}

/** `tell` hears of what a developer should know. Throws where the first start fails. */
export async function startEngine(
  project: string | null,
  tell: (line: string) => void,
): Promise<EngineProcess> {
  const session = randomBytes(32).toString('base64url');
  let open = project;
  let running = await begin({ project, port: 0, session });
  const { port } = running;
  let restarting: Promise<void> | null = null;
  let isOld = false;

  async function replace(): Promise<void> {
    const since = performance.now();
    open = await end(running, open);
    try {
      running = await begin({ project: open, port, session });
      tell(`The engine runs again after ${Math.round(performance.now() - since)} ms.`);
    } catch {
      tell('The engine does not start; it is tried again after the next change.');
    }
  }

  async function replaceUntilNew(): Promise<void> {
    while (isOld) {
      isOld = false;
      await replace();
    }
    restarting = null;
  }

  return {
    origin: `http://127.0.0.1:${port}`,
    launchCode: async () => (await running.client.call('launchCode')) as string,
    restart: () => {
      isOld = true;
      return (restarting ??= replaceUntilNew());
    },
    stop: async () => {
      await restarting;
      await end(running, open);
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly client: WireClient;
  readonly port: number;
}

async function begin(beginning: Beginning): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'engine.ts'), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const client = connect(processWire(child));
  const port = (await client.call('begin', beginning)) as number;
  return { child, client, port };
}

/** The project that was open; `open` where the process cannot tell any more. */
async function end({ child, client }: Running, open: string | null): Promise<string | null> {
  if (child.exitCode !== null || child.signalCode !== null) return open;
  const ended = once(child, 'exit');
  try {
    return (await client.call('end')) as string | null;
  } catch {
    return open;
  } finally {
    child.disconnect();
    await ended;
  }
}
