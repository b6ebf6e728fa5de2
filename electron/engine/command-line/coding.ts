// Coding passages: code, uncode.
import { setImmediate } from 'node:timers/promises';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { codeText } from '../../../shared/code-text.ts';
import { codingInputs, type CodingAdded, type CodingEntry } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { errorCode } from '../../../shared/error-code.ts';
import { Refused } from '../../../shared/refused.ts';
import type { WordKey } from '../../../shared/words/say.ts';
import { WrongUsage, type Answer, type Args, type Job, type Option } from './command.ts';
import { linesOf } from './lines.ts';
import { madeLines } from './made.ts';
import * as options from './options.ts';
import { cut } from './print.ts';

type Coding = Input<'codings.add'>;

export function codePassages(args: Args) {
  const from = args.one(options.from);
  if (from !== null) {
    const stray = single.find((option) => args.has(option));
    if (stray) throw new WrongUsage('usage.not-with', { option: `--${stray.name}`, other: '--from' });
    return (job: Job) => codeFrom(from, job);
  }
  const coding: Coding = {
    id: args.one(options.codingId),
    source: given(args, options.source),
    code: given(args, options.code),
    passage: passageOf(args),
    coder: args.one(options.coder),
    phase: args.one(options.phase),
    level: args.one(options.level),
    direction: args.one(options.direction),
    weight: args.one(options.weight),
    memo: args.one(options.memo),
  };
  return async (job: Job): Promise<Answer> => {
    const { say } = job;
    const added = await job.engine.call('codings.add', coding);
    const notes = [say(outcomeOf(added), { place: place(added) }), quoted(added)];
    if (added.widened) notes.push(say('coding.widened', { start: added.start, end: added.end }));
    notes.push(...madeLines(added.made, job).map((line) => `  ${line}`));
    return { document: added, text: () => notes.map((line) => `${line}\n`).join('') };
  };
}

function outcomeOf({ outcome, set }: CodingAdded): WordKey {
  if (outcome === 'added') return 'coding.added';
  return set.length > 0 ? 'coding.set' : 'coding.already-there';
}

/** What makes up one coding; with --from each line of the file says it. */
const single = [
  options.source,
  options.code,
  options.start,
  options.end,
  options.find,
  options.nth,
  options.codingId,
  options.coder,
  options.phase,
  options.level,
  options.direction,
  options.weight,
  options.memo,
];

function given(args: Args, option: typeof options.source): string {
  const value = args.one(option);
  if (value === null) throw new WrongUsage('usage.option-missing', { option: `--${option.name}` });
  return value;
}

function passageOf(args: Args): Coding['passage'] {
  const passage = passageFrom({
    find: args.one(options.find),
    nth: args.one(options.nth),
    start: args.one(options.start),
    end: args.one(options.end),
  });
  if (passage === null) throw new WrongUsage('usage.passage');
  return passage;
}

interface PassageWords {
  readonly find?: string | null | undefined;
  readonly nth?: number | null | undefined;
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
}

/** Words to find, with their place among several if wanted, or a start and an end; null for anything between the two. */
function passageFrom(given: PassageWords): Coding['passage'] | null {
  const { find = null, nth = null, start = null, end = null } = given;
  if (find !== null && start === null && end === null) return { find, nth };
  if (find === null && nth === null && start !== null && end !== null) return { start, end };
  return null;
}

/**
 * Codes what the lines of a JSON Lines file say, one act a line. Each line is answered as soon as its coding is
 * committed: with the coding, or with why it was refused, and then the rest goes on.
 */
async function codeFrom(from: string, job: Job): Promise<Answer> {
  const { engine, terminal, json } = job;
  const all: { codings: object[]; refused: object[] } = { codings: [], refused: [] };
  const counts = { n: 0, refused: 0 };
  for await (const { number: line, text } of linesOf(from === '-' ? process.stdin : openLines(from))) {
    let told: object;
    try {
      if (text?.trim() === '') continue;
      told = { line, ...(await engine.call('codings.add', codingOf(text))) };
      counts.n++;
      if (json) all.codings.push(told);
    } catch (error) {
      told = { line, refused: sentenceOf(error, job) };
      counts.refused++;
      if (json) all.refused.push(told);
    }
    if (!json) await terminal.print(`${JSON.stringify(told)}\n`);
    // A turn of the event loop: so that a signal, or the end of the process that started this one, is met between lines.
    await setImmediate();
  }
  if (counts.refused > 0) await terminal.warn(`${job.say('terminal.coded-some', counts)}\n`);
  return { document: all, text: () => '', refused: counts.refused > 0 };
}

/** A refusal of one line, whether the engine says it or the reading of a value; anything else is thrown on. */
function sentenceOf(error: unknown, { say, sayRefusal }: Job): string {
  if (error instanceof Refused) return sayRefusal(error.refusal);
  if (error instanceof WrongUsage) {
    // In a file the keys have the names of the options.
    const option = String(error.values['option']).replace(/^--/, '');
    return say(error.key, { ...error.values, option });
  }
  throw error;
}

async function* openLines(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    const code = errorCode(error);
    const file = basename(path);
    if (code === 'ENOENT' || code === 'ENAMETOOLONG') throw new Refused('refused.no-file', { file });
    if (code === 'EISDIR' || code === 'EACCES') throw new Refused('refused.unreadable-lines', { file });
    throw error;
  }
}

const text = z.string().nullish();
const number = z.int().nullish();
/** A number may name a source or a code, and a word a level. */
const named = z.union([z.string(), z.int().transform(String)]);
const lineInput = z.strictObject({
  id: text,
  source: named,
  code: named,
  start: number,
  end: number,
  find: text,
  nth: number,
  coder: text,
  phase: text,
  level: named.nullish(),
  direction: named.nullish(),
  weight: z.number().nullish(),
  memo: text,
});

/** What a line of the file asks for; refuses a line that cannot be understood, naming the keys at fault. */
function codingOf(line: string | null): Coding {
  if (line === null) throw new Refused('refused.line-not-utf8');
  const { data, error } = lineInput.safeParse(parseJson(line));
  if (error) throw misunderstood(error);
  const passage = passageFrom(data);
  if (passage === null) throw new Refused('refused.line-passage');
  const coding = {
    id: data.id ?? null,
    source: data.source,
    code: data.code,
    passage,
    coder: data.coder ?? null,
    phase: data.phase ?? null,
    level: read(options.level, data.level),
    direction: read(options.direction, data.direction),
    weight: data.weight ?? null,
    memo: data.memo ?? null,
  };
  const checked = codingInputs['codings.add'].safeParse(coding);
  if (checked.error) throw misunderstood(checked.error);
  return coding;
}

function misunderstood({ issues }: z.ZodError): Refused {
  const keys = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : issue.path.map(String),
  );
  return new Refused('refused.line', { keys: keys.length === 0 ? '?' : [...new Set(keys)] });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refused('refused.line-not-json');
  }
}

function read(option: Option<number>, value: string | null | undefined): number | null {
  return value === null || value === undefined ? null : option.read(value);
}

export function uncodePassage(args: Args) {
  return async ({ engine, say }: Job): Promise<Answer> => {
    const removed = await engine.call('codings.remove', { id: args.rest[0] ?? '' });
    const lines = [say('coding.removed', { place: place(removed) }), quoted(removed)];
    return {
      document: { outcome: 'removed', ...removed },
      text: () => lines.map((line) => `${line}\n`).join(''),
    };
  };
}

function place(coding: CodingEntry): string {
  const { id, source, paragraph, speaker } = coding;
  const speakers = speaker === null ? [] : [speaker];
  return [`${source} ¶${paragraph}`, ...speakers, codeText(coding), id].join(' · ');
}

function quoted({ quote }: CodingEntry): string {
  return `  ${cut(quote.replace(/\s+/g, ' '), 76)}`;
}
