// The door for a desktop window: the engine of one window, in a process that Electron's main forked for it.
import { homedir } from 'node:os';
import { basename, extname } from 'node:path';
import { existsSync } from 'node:fs';
import type { Input } from '../../shared/contract/index.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';
import { serve, type Handler, type Wire } from '../../shared/wire.ts';
import { toldStream, type ControlCalls, type PortMessage, type Told } from './control.ts';
import { createEngine, type Engine } from './engine.ts';
import { findParentPort, portWire, type ParentPort, type Port } from './parent-port.ts';
import { windowCalls } from './window/calls.ts';
import { projectsFolder } from './window/places.ts';
import { createRemembered, settingsFolder } from './window/remembered.ts';
import { workersByMain, type WorkersByMain } from './window/worker-by-main.ts';

type Find = (name: string) => Handler | undefined;
type Control = {
  readonly [N in keyof ControlCalls]: (
    input: ControlCalls[N]['input'],
  ) => ControlCalls[N]['output'] | Promise<ControlCalls[N]['output']>;
};

/** The window's own paths are chosen in native dialogs; nothing waits in between. */
const byDialog = {
  offer: () => Promise.reject(new Error('A desktop window chooses by a dialog where to save')),
  discard: () => Promise.resolve(),
};

servePort(must(findParentPort(), 'a main process'));

function servePort(parent: ParentPort): void {
  const outbox = createOutbox();
  const workers = workersByMain(outbox.put);
  const engine = createEngine(workers.start);
  const remembered = createRemembered(settingsFolder(process.platform, process.env));
  const find = windowCalls({
    engine,
    transfers: byDialog,
    remembered,
    folder: projectsFolder(homedir()),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const control = controlCalls(engine, find, workers);
  serve(wireToMain(parent), (name) => {
    if (name === toldStream) return (_, signal) => outbox.take(signal);
    return Object.hasOwn(control, name) ? (control[name as keyof Control] as Handler) : undefined;
  });
  parent.on('message', ({ data, ports: [port] }) => {
    if (port) takePort(data as PortMessage, port, telling(find, outbox.put), workers);
  });
  void tellProjects(engine, outbox.put);
}

function takePort(message: PortMessage, port: Port, find: Find, workers: WorkersByMain): void {
  if (message.port === 'window') serve(portWire(port), find);
  else workers.join(message.worker, message.pid, port);
}

function controlCalls(engine: Engine, find: Find, workers: WorkersByMain): Control {
  const grant = (path: string): string => engine.files.grant(path);
  const open = async (path: string, access: Input<'project.open'>['access']): Promise<void> => {
    const handler = must(find('project.open'), 'a call of the contract');
    await handler({ file: grant(path), access }, new AbortController().signal);
  };
  return {
    'files.grant': ({ path }) => ({
      token: grant(path),
      name: basename(path, extname(path)),
      exists: existsSync(path),
    }),
    'project.open': async ({ path, access }) => {
      try {
        await open(path, 'write');
      } catch (error) {
        const isHeld = error instanceof Refused && error.refusal.key === 'refused.held';
        if (!isHeld || access === 'write') throw error;
        await open(path, 'read');
      }
      return null;
    },
    'worker.ended': ({ worker, lackedMemory }) => {
      workers.ended(worker, lackedMemory);
      return null;
    },
    'engine.close': async () => {
      await engine.close();
      return null;
    },
  };
}

/** The same calls; what main must know of is told to it, too. */
function telling(find: Find, tell: (told: Told) => void): Find {
  return (name) => {
    const handler = find(name);
    if (name !== 'settings.set' || !handler) return handler;
    return async (input, signal) => {
      const settings = await handler(input, signal);
      tell({ about: 'settings', settings: settings as Extract<Told, { about: 'settings' }>['settings'] });
      return settings;
    };
  };
}

/** Tells which file is open, each time that another project or none is. */
async function tellProjects(engine: Engine, tell: (told: Told) => void): Promise<void> {
  for await (const { act } of engine.stream('project.changed', {})) {
    if (act !== null) continue;
    tell({ about: 'project', file: (await engine.call('project.current', {}))?.file ?? null });
  }
}

/** What waits to be told, in order. */
function createOutbox() {
  const waiting: Told[] = [];
  let wake = (): void => {};
  return {
    put: (told: Told): void => {
      waiting.push(told);
      wake();
    },
    take: async function* (signal: AbortSignal): AsyncGenerator<Told> {
      while (!signal.aborted) {
        const told = waiting.shift();
        if (told) yield told;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** It closes with this process: main is never gone before. */
function wireToMain(parent: ParentPort): Wire {
  return {
    post: (message) => parent.postMessage(message),
    onMessage: (handler) => void parent.on('message', ({ data }) => handler(data)),
    onClose: () => {},
  };
}
