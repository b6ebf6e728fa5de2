// Calls between two processes over anything that posts messages: answers, streams, cancelling and failures.
import { Refused, type Refusal } from './refused.ts';
import { isWordKey } from './words/say.ts';

declare global {
  /** What every host of this program has and the language's own library lacks. */
  interface AbortSignal {
    readonly aborted: boolean;
    throwIfAborted(): void;
    addEventListener(type: 'abort', listener: () => void): void;
    removeEventListener(type: 'abort', listener: () => void): void;
  }
}
declare const AbortController: new () => { readonly signal: AbortSignal; abort(): void };

/** A two-way channel of structured-clonable messages. It has no rule of its own. */
export interface Wire {
  post(message: unknown): void;
  onMessage(handler: (message: unknown) => void): void;
  onClose(handler: () => void): void;
}

export interface WireClient {
  /** The answer of the other side; items of a streaming call are passed over. */
  call(name: string, input?: unknown, signal?: AbortSignal): Promise<unknown>;
  /** The items in order; the generator returns the call's answer. Leaving the loop early cancels the call. */
  stream(name: string, input?: unknown, signal?: AbortSignal): Items;
}

/** What a streaming call gives and, as its return value, its answer. */
type Items = AsyncGenerator<unknown, unknown, void>;

/** Answers one call. An async iterable is a stream: its items are sent on, its return value is the answer. */
export type Handler = (input: unknown, signal: AbortSignal) => unknown;

type Message =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'cancel' | 'taken'; readonly id: number }
  | { readonly type: 'item' | 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'fail'; readonly id: number; readonly error: Failure };

type Failure = { readonly refusal: Refusal } | { readonly name: string; readonly message: string };

/** The reader says how many items it took after every so many; the sender waits when twice as many are under way. */
const itemsPerAcknowledgement = 16;

/**
 * The calling side. An aborted `signal` cancels the call and rejects it with the signal's reason; a closed wire fails
 * every open call. A refusal of the other side arrives as `Refused`, any other failure as an Error that names the call.
 */
export function connect(wire: Wire): WireClient {
  const open = new Map<number, (message: Message) => void>();
  let lastId = 0;
  let isClosed = false;
  wire.onMessage((received) => {
    const message = messageOf(received);
    if (message !== null) open.get(message.id)?.(message);
  });
  wire.onClose(() => {
    isClosed = true;
    for (const [id, receive] of open) receive({ type: 'fail', id, error: connectionClosed });
  });

  async function* stream(name: string, input?: unknown, signal?: AbortSignal): Items {
    signal?.throwIfAborted();
    if (isClosed) throw errorOf(name, connectionClosed);
    const id = ++lastId;
    const inbox: Message[] = [];
    let isAnswered = false;
    let wake = (): void => {};
    const abort = (): void => wake();
    signal?.addEventListener('abort', abort);
    open.set(id, (message) => {
      inbox.push(message);
      isAnswered ||= message.type !== 'item';
      wake();
    });
    try {
      wire.post({ type: 'call', id, name, input });
      for (let taken = 0; ;) {
        signal?.throwIfAborted();
        const message = inbox.shift();
        if (message?.type === 'done') return message.value;
        if (message?.type === 'fail') throw errorOf(name, message.error);
        if (message?.type === 'item') {
          yield message.value;
          taken += 1;
          if (taken % itemsPerAcknowledgement === 0 && !isAnswered) wire.post({ type: 'taken', id });
        } else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      signal?.removeEventListener('abort', abort);
      open.delete(id);
      if (!isAnswered) wire.post({ type: 'cancel', id });
    }
  }

  async function call(name: string, input?: unknown, signal?: AbortSignal): Promise<unknown> {
    const items = stream(name, input, signal);
    for (;;) {
      const step = await items.next();
      if (step.done === true) return step.value;
    }
  }

  return { call, stream };
}

/** The answering side: `find` gives the handler of a call's name. A cancelled call and a closed wire abort its signal. */
export function serve(wire: Wire, find: (name: string) => Handler | undefined): void {
  const live = new Map<number, LiveCall>();
  wire.onClose(() => {
    for (const call of live.values()) call.cancel();
  });
  wire.onMessage((received) => {
    const message = messageOf(received);
    const call = message === null ? undefined : live.get(message.id);
    if (message?.type === 'call') void answer(message.id, message.name, message.input);
    else if (message?.type === 'cancel') call?.cancel();
    else if (message?.type === 'taken' && call) {
      call.underWay -= itemsPerAcknowledgement;
      call.wake();
    }
  });

  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    const call: LiveCall = {
      underWay: 0,
      wake() {},
      cancel() {
        controller.abort();
        call.wake();
      },
    };
    live.set(id, call);
    const post = (message: Message): void => {
      if (!signal.aborted) wire.post(message);
    };
    try {
      // What comes from outside may be named by anything, and a list of one name would be read as that name.
      const handler = typeof name === 'string' ? find(name) : undefined;
      if (handler === undefined) throw new Error('there is no such call');
      let value = await handler(input, signal);
      if (isStream(value))
        value = await pump(value, call, signal, (item) => post({ type: 'item', id, value: item }));
      post({ type: 'done', id, value });
    } catch (error) {
      post({ type: 'fail', id, error: failureOf(error) });
    } finally {
      live.delete(id);
    }
  }
}

/** One call under way at the answering side: items sent and not acknowledged, and what waits for that to change. */
interface LiveCall {
  underWay: number;
  wake(): void;
  cancel(): void;
}

/** Posts the items no faster than they are taken; returns the stream's return value. */
async function pump(
  items: AsyncIterable<unknown, unknown>,
  call: LiveCall,
  signal: AbortSignal,
  post: (item: unknown) => void,
): Promise<unknown> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      if (call.underWay >= 2 * itemsPerAcknowledgement) {
        await new Promise<void>((resolve) => (call.wake = resolve));
        continue;
      }
      const step = await iterator.next();
      if (step.done === true) return step.value;
      post(step.value);
      call.underWay += 1;
    }
  } finally {
    await iterator.return?.();
  }
  return undefined;
}

const connectionClosed: Failure = { name: 'Error', message: 'the connection closed' };

function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return { refusal: error.refusal };
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}

function errorOf(call: string, failure: Failure): Error {
  if ('refusal' in failure && isWordKey(failure.refusal.key))
    return new Refused(failure.refusal.key, failure.refusal.values);
  const told = 'refusal' in failure ? failure.refusal.key : `${failure.name}: ${failure.message}`;
  return new Error(`The call "${call}" failed: ${told}`);
}

function isStream(value: unknown): value is AsyncIterable<unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** Null for what is no message of ours. */
function messageOf(received: unknown): Message | null {
  const { type, id } = Object(received) as Partial<Message>;
  return typeof type === 'string' && Number.isSafeInteger(id) ? (received as Message) : null;
}
