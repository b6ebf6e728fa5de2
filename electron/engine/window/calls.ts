// Every call that a window may make here: the engine's, and the host's own beside them.
import {
  hostInputs,
  type HostCallName,
  type HostInput,
  type HostOutputs,
} from '../../../shared/contract/host.ts';
import {
  inputs,
  streamNames,
  type CallName,
  type Input,
  type StreamName,
} from '../../../shared/contract/index.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Handler } from '../../../shared/wire.ts';
import type { Engine } from '../engine.ts';
import { findPlaces, grantTyped } from './places.ts';
import type { Remembered } from './remembered.ts';

export interface Host {
  readonly engine: Engine;
  readonly transfers: TransferDesk;
  readonly remembered: Remembered;
  /** The folder of projects. */
  readonly folder: string;
  /** Is told of every bug: the call's name and the stack. */
  readonly log: (line: string) => void;
}

/** Where files wait that are no longer, or not yet, the person's own. */
export interface TransferDesk {
  /** A token for a file that a call will write and the window will fetch. */
  offer(name: string): Promise<string>;
  /** Removes the files of these tokens; other tokens are left alone. */
  discard(tokens: readonly string[]): Promise<void>;
}

type HostHandlers = {
  readonly [N in HostCallName]: (input: HostInput<N>) => HostOutputs[N] | Promise<HostOutputs[N]>;
};

/** The handler of a call by name, undefined for a name that is not in the contract. */
export function windowCalls(host: Host): (name: string) => Handler | undefined {
  const own = hostHandlers(host);
  return (name) => {
    if (isIn(hostInputs, name)) return logged(host, name, (input) => answerHost(own, name, input));
    if (!isIn(inputs, name)) return undefined;
    if (isStream(name)) return (input, signal) => streamed(host, name, input, signal);
    return logged(host, name, (input) => answerEngine(host, name, input));
  };
}

function hostHandlers({ engine, transfers, remembered, folder }: Host): HostHandlers {
  return {
    'host.places': () => findPlaces(engine.files, folder, remembered.recent()),
    'host.grant': ({ path }) => grantTyped(engine.files, folder, path),
    'host.download': async ({ name }) => ({ token: await transfers.offer(name) }),
    'host.discard': async ({ tokens }) => {
      await transfers.discard(tokens);
      return null;
    },
    'settings.get': () => remembered.settings(),
    'settings.set': (settings) => remembered.choose(settings),
  };
}

async function answerHost<N extends HostCallName>(
  own: HostHandlers,
  name: N,
  input: unknown,
): Promise<unknown> {
  const result = hostInputs[name].safeParse(input);
  if (result.success) return own[name](result.data as HostInput<N>);
  const detail = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Refused('refused.bad-input', { call: name, detail });
}

const openings: readonly string[] = ['project.create', 'project.open', 'project.sample'];

/** The engine checks the input, so that what comes from the window may be anything. */
async function answerEngine<N extends Exclude<CallName, StreamName>>(
  { engine, remembered }: Host,
  name: N,
  input: unknown,
): Promise<unknown> {
  const value = await engine.call(name, input as Input<N>);
  if (openings.includes(name)) remembered.opened(engine.files.path((input as { file: string }).file));
  return value;
}

/** An uploaded file that became a source is kept in the project; the upload has served its purpose. */
async function* streamed(host: Host, name: StreamName, input: unknown, signal: AbortSignal) {
  try {
    for await (const item of host.engine.stream(name, input as Input<StreamName>, signal)) {
      if (item !== null && 'outcome' in item && item.outcome === 'imported')
        await host.transfers.discard([item.token]);
      yield item;
    }
  } catch (error) {
    if (!signal.aborted) tell(host, name, error);
    throw error;
  }
}

function logged(host: Host, name: string, handler: (input: unknown) => Promise<unknown>): Handler {
  return async (input) => {
    try {
      return await handler(input);
    } catch (error) {
      tell(host, name, error);
      throw error;
    }
  };
}

function tell({ log }: Host, name: string, error: unknown): void {
  if (error instanceof Refused) return;
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(`${name}: ${told}`);
}

function isIn<T extends object>(table: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(table, name);
}

function isStream(name: CallName): name is StreamName {
  return (streamNames as readonly CallName[]).includes(name);
}
