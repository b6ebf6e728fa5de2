// The engine: one open project and the calls that are answered on it. Every door holds one of these.
import {
  inputs,
  type CallName,
  type Input,
  type Output,
  type StreamName,
} from '../../shared/contract/index.ts';
import { Refused } from '../../shared/refused.ts';
import { createHandlers } from './handlers.ts';
import type { Worker } from './import/reader.ts';
import { createFileDesk, type FileDesk } from './project/files.ts';
import { createSession } from './project/session.ts';

export interface Engine {
  /** Where a door hands in the files that a person chose. */
  readonly files: FileDesk;
  /** Throws Refused for an expected "no"; any other error is a bug and names the call. */
  call<N extends Exclude<CallName, StreamName>>(name: N, input: Input<N>): Promise<Output<N>>;
  stream<N extends StreamName>(name: N, input: Input<N>, signal?: AbortSignal): AsyncIterable<Output<N>>;
  /** Closes the project and the import worker. */
  close(): Promise<void>;
}

/** `startWorker` makes the process that reads files; without it plain Node forks one. */
export function createEngine(startWorker?: () => Worker): Engine {
  const files = createFileDesk();
  const session = createSession(startWorker);
  const handlers = createHandlers(session, files);
  return {
    files,
    call: async (name, input) => {
      const checked = checkInput(name, input);
      try {
        return await handlers.calls[name](checked);
      } catch (error) {
        throw explain(name, error);
      }
    },
    stream: async function* (name, input, signal = new AbortController().signal) {
      const checked = checkInput(name, input);
      try {
        yield* handlers.streams[name](checked, signal);
      } catch (error) {
        throw explain(name, error);
      }
    },
    close: () => session.close(),
  };

  function explain(name: CallName, error: unknown): Error {
    if (error instanceof Refused) return error;
    return session.storageRefusal(error) ?? new Error(`${name}: ${String(error)}`, { cause: error });
  }
}

function checkInput<N extends CallName>(name: N, input: Input<N>): Input<N> {
  const result = inputs[name].safeParse(input);
  if (result.success) return result.data as Input<N>;
  // The schema's own words are not for the person: the places at fault are.
  const detail = [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
  throw new Refused('refused.bad-input', { call: name, detail });
}
