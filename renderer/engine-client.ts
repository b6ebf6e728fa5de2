// Typed calls to the engine, and a cache of what was read, kept current by its changes: the only mirror of project state.
import type { WindowCall, WindowInput, WindowOutput } from '../shared/contract/host.ts';
import type { Input, Output, StreamName } from '../shared/contract/index.ts';
import type { ProjectChange } from '../shared/contract/project.ts';
import { Refused, type Refusal } from '../shared/refused.ts';
import { withPart } from './codings-part.ts';
import { connectToHost, type Link } from './connect.ts';
import { frame } from './frame.ts';

const connection = connectToHost();

/** Whether the engine can be reached: for useStore. */
export const connectionStatus = connection.status;

/** What only a desktop window can do; null in a browser. */
export const desktop = connection.desktop;

/** Hands a file over and returns its token for 'import.preview' and 'import.files'. */
export const uploadFile = connection.upload;

/**
 * Asks the engine. Waits while the connection is lost. A call that was under way when it broke is asked again where that
 * is harmless (reads, codings with an id made here), else refused. Throws Refused for an expected "no".
 */
export async function call<N extends WindowCall>(
  name: N,
  input: WindowInput<N>,
  signal?: AbortSignal,
): Promise<WindowOutput<N>> {
  for (;;) {
    const found = connection.link();
    // Where it is open the question is on its way before anything is drawn.
    const link = found instanceof Promise ? await found : found;
    try {
      return (await link.client.call(name, input, signal)) as WindowOutput<N>;
    } catch (error) {
      if (error instanceof Refused || signal?.aborted === true || link.isOpen()) throw error;
      if (!isHarmlessTwice(name, input)) throw new Refused('refused.connection-lost');
    }
  }
}

/** Streams the outputs of a call; leaving the loop cancels it. A broken connection is a refusal. */
export async function* stream<N extends StreamName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): AsyncGenerator<Output<N>, void, void> {
  const link = await connection.link();
  try {
    for await (const item of link.client.stream(name, input, signal)) yield item as Output<N>;
  } catch (error) {
    if (error instanceof Refused || signal?.aborted === true || link.isOpen()) throw error;
    throw new Refused('refused.connection-lost');
  }
}

/**
 * Gives the person a file that a call writes: `write` hands its token to 'export.table', 'project.backup' and the like.
 * False where the person thought better of it. Refusals and failures of `write` come through; then nothing is given.
 */
export async function saveFile(name: string, write: (token: string) => Promise<unknown>): Promise<boolean> {
  const destination = await connection.destination(name);
  if (destination === null) return false;
  await write(destination.token);
  await destination.deliver();
  return true;
}

/** The calls that only read, each with the tables whose changes make its answer old. */
const reads = {
  'project.current': 'all',
  'history.list': 'all',
  'sources.list': 'all',
  'sources.text': ['sources'],
  'sources.versions': ['versions', 'sources', 'codings'],
  'sources.version': ['versions'],
  'sources.drafts': ['text_drafts', 'sources'],
  'sources.read': ['sources', 'source_speakers', 'speakers', 'members', 'cases', 'phases'],
  'import.preview': ['sources'],
  'codings.list': ['codings', 'memos', 'sources', 'codes', 'coders', 'phases'],
  'links.list': ['links', 'relation_types', 'codings', 'codes', 'sources', 'coders'],
  'relation-types.list': ['relation_types', 'relation_type_codes', 'links', 'codes'],
  'codes.list': 'all',
  'cases.list': 'all',
  'attributes.list': ['attributes', 'attribute_values'],
  'phases.list': ['phases', 'sources'],
  'pseudonyms.list': ['pseudonyms', 'cases', 'speakers'],
  'pseudonyms.find': ['pseudonyms', 'sources'],
  'coders.list': ['coders', 'codings'],
  'matrices.list': ['matrices', 'matrix_cells', 'codes', 'attributes', 'coders', 'relation_types'],
  'matrices.rated': 'all',
  'matrices.excerpts': 'all',
  'cells.list': 'all',
  'matrices.table': 'all',
  'matrices.frequencies': 'all',
  'matrices.quotes': 'all',
  'matrices.cell': 'all',
  'matrices.report': 'all',
  'host.places': [],
  'settings.get': [],
} as const satisfies Partial<Record<WindowCall, 'all' | readonly string[]>>;

export type ReadName = keyof typeof reads;

const harmlessTwice: readonly WindowCall[] = [
  'project.open',
  'project.copies',
  'project.verify',
  'drafts.list',
  'drafts.keep',
  'drafts.drop',
  'host.grant',
  'host.download',
  'host.discard',
  'settings.set',
];

function isHarmlessTwice<N extends WindowCall>(name: N, input: WindowInput<N>): boolean {
  if (Object.hasOwn(reads, name) || harmlessTwice.includes(name)) return true;
  return (name === 'codings.add' || name === 'links.add') && (input as Input<'codings.add'>).id !== null;
}

/** What is known of the answer to a read. While `loading`, `value` is the last answer, if there was one. */
export interface Answer<N extends ReadName> {
  readonly value: WindowOutput<N> | undefined;
  readonly refusal: Refusal | null;
  /** A bug, to be shown as one. */
  readonly error: Error | null;
  readonly loading: boolean;
}

type AnyAnswer = Answer<ReadName>;

const unknown: AnyAnswer = { value: undefined, refusal: null, error: null, loading: true };

class Read<N extends ReadName = ReadName> {
  answer: AnyAnswer = unknown;
  readonly listeners = new Set<() => void>();
  #asking: Promise<void> | null = null;
  /** What is to be asked: codings by id, or everything. */
  #old: ReadonlySet<string> | 'all' | null = null;
  /** Answers to a project that is no longer open are thrown away. */
  #project = 0;
  readonly name: N;
  readonly input: WindowInput<N>;

  constructor(name: N, input: WindowInput<N>) {
    this.name = name;
    this.input = input;
  }

  /** Asks again, for these codings or for all, once at a time: what changes meanwhile leads to one more question. */
  refresh(codings: readonly string[] | null = null): void {
    const old = this.#old;
    const isPart = codings !== null && old !== 'all' && this.answer.value !== undefined;
    this.#old = isPart ? new Set([...(old ?? []), ...codings]) : 'all';
    this.#asking ??= this.#ask();
  }

  get isAsking(): boolean {
    return this.#asking !== null;
  }

  /** Ends when nothing is being asked. */
  async settled(): Promise<void> {
    await this.#asking;
  }

  forget(): void {
    this.#project += 1;
    this.#show(unknown);
  }

  async #ask(): Promise<void> {
    while (this.#old !== null) {
      if (this.#old === 'all' && !this.answer.loading) this.#show({ ...this.answer, loading: true });
      // What an act leads to is painted before all the lists are read that count it.
      if (this.#old === 'all' && this.answer.value !== undefined) await frame();
      const project = this.#project;
      const old = this.#old;
      this.#old = null;
      const answer = old === 'all' ? await this.#askForAll() : await this.#askFor(old);
      if (project === this.#project) this.#show({ ...answer, loading: this.#old !== null });
    }
    this.#asking = null;
  }

  /** An answer that says the same is the same object: what was drawn from it stands. */
  async #askForAll(): Promise<AnyAnswer> {
    const answer = await ask(this.name, this.input);
    const { value: before } = this.answer;
    const isSame = before !== undefined && JSON.stringify(answer.value) === JSON.stringify(before);
    return isSame ? { ...answer, value: this.answer.value } : answer;
  }

  async #askFor(codings: ReadonlySet<string>): Promise<AnyAnswer> {
    const { source } = this.input as Input<'codings.list'>;
    const answer = await ask('codings.list', { source, only: [...codings] });
    const { value: part } = answer as Answer<'codings.list'>;
    const { value: known } = this.answer as Answer<'codings.list'>;
    if (!part || !known) return answer;
    return { ...answer, value: { codings: withPart(known.codings, codings, part.codings) } };
  }

  #show(answer: AnyAnswer): void {
    this.answer = answer;
    for (const listener of this.listeners) listener();
  }
}

async function ask<N extends ReadName>(name: N, input: WindowInput<N>): Promise<AnyAnswer> {
  try {
    const value = await call(name, input);
    return { value, refusal: null, error: null, loading: false };
  } catch (error) {
    if (error instanceof Refused) return { ...unknown, refusal: error.refusal, loading: false };
    return { ...unknown, error: error instanceof Error ? error : new Error(String(error)), loading: false };
  }
}

/** By name and input. What nobody watches any more is kept for a while, for the way back. */
const cache = new Map<string, Read>();
const mostUnwatched = 50;

/** The key of a read in the cache. */
export function keyOf<N extends ReadName>(name: N, input: WindowInput<N>): string {
  return `${name} ${JSON.stringify(input)}`;
}

/** What is known now; the same object until something changes. */
export function known<N extends ReadName>(key: string): Answer<N> {
  return (cache.get(key)?.answer ?? unknown) as Answer<N>;
}

/** Asks for what will be watched in a moment, so that it is on its way while the window is still drawn. */
export function askAhead<N extends ReadName>(name: N, input: WindowInput<N>): void {
  readOf(name, input);
}

/** The read in the cache; a new one is asked at once. */
function readOf<N extends ReadName>(name: N, input: WindowInput<N>): Read {
  const key = keyOf(name, input);
  const known = cache.get(key);
  if (known) return known;
  const read = new Read(name, input) as unknown as Read;
  cache.set(key, read);
  read.refresh();
  return read;
}

/** Watches a read, asking where nothing is known; returns the way to stop. */
export function watch<N extends ReadName>(name: N, input: WindowInput<N>, listener: () => void): () => void {
  const watched = readOf(name, input);
  watched.listeners.add(listener);
  return () => {
    watched.listeners.delete(listener);
    const idle = [...cache].filter(([, { listeners }]) => listeners.size === 0);
    for (const [old] of idle.slice(0, -mostUnwatched)) cache.delete(old);
  };
}

/** Asks these reads again; for answers that no change of the project makes old, such as 'host.places'. */
export function refresh(name: ReadName): void {
  renew((read) => read.name === name);
}

/** Ends when every read on the screen has its answer to the changes heard of so far. */
export async function settled(): Promise<void> {
  await Promise.all([...cache.values()].map((read) => read.settled()));
}

function renew(isOld: (read: Read) => boolean, codings: readonly string[] | null = null): void {
  for (const [key, read] of cache) {
    if (!isOld(read)) continue;
    if (read.listeners.size > 0) read.refresh(read.name === 'codings.list' ? codings : null);
    else cache.delete(key);
  }
}

connection.onLink((link) => void follow(link));

/**
 * Changes made while no link was open were missed, so what was answered before is old. What is asked from here on is not:
 * the engine tells of every change since it heard of the stream, which is on its way before.
 */
async function follow(link: Link): Promise<void> {
  const items = link.client.stream('project.changed', {});
  const stand = items.next();
  renew(({ isAsking }) => !isAsking);
  try {
    const { value } = await stand;
    hearAct((value as ProjectChange | undefined)?.act ?? null);
    for await (const item of items) heed(item as ProjectChange);
  } catch (error) {
    if (link.isOpen()) throw error;
  }
}

const changeListeners = new Set<() => void>();

/** Calls `listener` after each act, when another project is open, and when changes may have been missed. */
export function onChanged(listener: () => void): void {
  changeListeners.add(listener);
}

let latestAct: number | null = null;

/** What is announced beside the history, such as a draft, has the act before once more. */
function hearAct(act: number | null): void {
  if (act === null || act !== latestAct) for (const listener of changeListeners) listener();
  latestAct = act;
}

function heed({ tables, sources, codings, act }: ProjectChange): void {
  hearAct(act);
  if (act === null) for (const read of cache.values()) read.forget();
  const isOfCodings = act !== null && tables.every((table) => ofCodings.includes(table));
  const changed = new Set(tables);
  renew(
    ({ name, input }) => {
      if (isOfCodings && name === 'codings.list')
        return sources.includes((input as Input<'codings.list'>).source);
      const on: 'all' | readonly string[] = reads[name];
      return act === null || on === 'all' || on.some((table) => changed.has(table));
    },
    isOfCodings ? codings : null,
  );
}

/** Where nothing but these changed, a list of codings needs only those that the change names. */
const ofCodings: readonly string[] = ['codings', 'memos', 'links'];
