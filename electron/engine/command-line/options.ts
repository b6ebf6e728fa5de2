// Every option of every command: its name, what help says of it, and how its value is read.
import { matrixInput } from '../../../shared/contract/matrices.ts';
import { parseNearness } from '../../../shared/matrices/cooccurrence.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import type { CorpusEntry } from '../../../shared/matrices/corpus.ts';
import { directions, levels } from '../../../shared/matrices/own-values.ts';
import { named } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { WordKey } from '../../../shared/words/say.ts';
import { WrongUsage, type Option, type UsageKey } from './command.ts';

export const json = flag('json', 'option.json');
export const language = option('lang', 'option.lang', choice(['en', 'zh']), 'value.language');
export const help = flag('help', 'option.help');
export const version = flag('version', 'option.version');

/** What every command takes. */
export const common: readonly Option<unknown>[] = [json, language, help, version];

export const framework = option('framework', 'option.framework', name, 'value.name');
export const projectName = option('name', 'option.project-name', name, 'value.name');
export const projectCoder = option('coder', 'option.project-coder', name, 'value.name');
export const backupFile = option('out', 'option.backup-file', name, 'value.file');

export const importCase = option('case', 'option.import-case', name, 'value.name');
export const importPhase = option('phase', 'option.import-phase', name, 'value.name');
export const interviewer = repeated(option('interviewer', 'option.interviewer', name, 'value.name'));
export const encoding = option('encoding', 'option.encoding', name, 'value.encoding');
export const source = option('source', 'option.source', name, 'value.source');

export const attribute = repeated(option('attribute', 'option.attribute', pair, 'value.pair'));
export const caseSource = repeated(option('source', 'option.case-source', name, 'value.source'));
export const caseSpeaker = repeated(option('speaker', 'option.case-speaker', name, 'value.name'));

export const addedCode = option('add', 'option.add', name, 'value.name');
export const parent = option('parent', 'option.parent', name, 'value.code');
export const shortId = option('id', 'option.short-id', name, 'value.id');
export const definition = option('definition', 'option.definition', text, 'value.text');

export const from = option('from', 'option.from-file', name, 'value.jsonl');
export const code = option('code', 'option.code', name, 'value.code');
export const start = option('start', 'option.start', whole, 'value.number');
export const end = option('end', 'option.end', whole, 'value.number');
export const find = option('find', 'option.find', text, 'value.text');
export const nth = option('nth', 'option.nth', whole, 'value.number');
export const codingId = option('id', 'option.coding-id', name, 'value.id');
export const coder = option('coder', 'option.coder', name, 'value.name');
export const phase = option('phase', 'option.phase', name, 'value.name');
export const level = option('level', 'option.level', oneOf('usage.not-a-level', levels), 'value.level');
export const direction = option(
  'direction',
  'option.direction',
  oneOf('usage.not-a-direction', directions),
  'value.direction',
);
export const weight = option('weight', 'option.weight', decimal, 'value.number');
export const memo = option('memo', 'option.memo', text, 'value.text');

export const by = option('by', 'option.by', choice(['code', 'case', 'source', 'speaker']), 'value.by');
export const rows = required(option('rows', 'option.rows', dimensions, 'value.dimensions'));
export const columns = option('columns', 'option.columns', dimensions, 'value.dimensions');
export const measure = option(
  'measure',
  'option.measure',
  choice(matrixInput.shape.measure.options),
  'value.measure',
);
export const near = option('near', 'option.near', nearness, 'value.near');
export const filter = repeated(option('filter', 'option.filter', filterPair, 'value.filter'));
export const overlap = option(
  'overlap',
  'option.overlap',
  choice(['split', 'largest', 'whole']),
  'value.overlap',
);
export const coders = repeated(option('coder', 'option.coders', name, 'value.name'));
export const quotedCode = repeated(option('code', 'option.quoted-code', name, 'value.code'));
export const quotedCase = repeated(option('case', 'option.quoted-case', name, 'value.name'));
export const quotedSource = repeated(option('source', 'option.quoted-source', name, 'value.source'));
export const limit = option('limit', 'option.limit', positive, 'value.number');
export const format = option(
  'format',
  'option.format',
  choice(['csv', 'xlsx', 'docx', 'json']),
  'value.format',
);
export const out = option('out', 'option.out', name, 'value.file');
export const force = flag('force', 'option.force');

function option<T>(
  name: string,
  summary: WordKey,
  read: (text: string) => T,
  value: WordKey | null,
): Option<T> {
  return { name, summary, value, read, repeats: false, required: false };
}

function flag(name: string, summary: WordKey): Option<string> {
  return option(name, summary, text, null);
}

function repeated<T>(one: Option<T>): Option<T> {
  return { ...one, repeats: true };
}

export function required<T>(one: Option<T>): Option<T> {
  return { ...one, required: true };
}

function text(written: string): string {
  if (!written.isWellFormed()) throw new WrongUsage('usage.not-text', { text: written.toWellFormed() });
  return written;
}

function name(written: string): string {
  if (written.trim() === '') throw new WrongUsage('usage.empty');
  return text(written);
}

function whole(written: string): number {
  const number = Number(written);
  if (/^-?\d+$/.test(written) && Number.isSafeInteger(number)) return number;
  throw new WrongUsage('usage.not-a-whole-number', { text: written });
}

function positive(written: string): number {
  const number = whole(written);
  if (number > 0) return number;
  throw new WrongUsage('usage.not-positive', { text: written });
}

function decimal(written: string): number {
  const number = Number(written);
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(written) && Number.isFinite(number)) return number;
  throw new WrongUsage('usage.not-a-number', { text: written });
}

/** KEY=VALUE; the sign may be a full-width one. */
function pair(written: string): { readonly name: string; readonly value: string } {
  const [, key = '', value = ''] = /^([^=＝]*)[=＝](.*)$/su.exec(text(written)) ?? [];
  if (key.trim() === '') throw new WrongUsage('usage.not-a-pair', { text: written });
  return { name: key.trim(), value };
}

function filterPair(written: string): { readonly name: string; readonly value: string } {
  const filter = pair(written);
  grammatical(() => parseDimension(filter.name));
  return filter;
}

/** DIM or DIM,DIM. */
function dimensions(written: string): string[] {
  const parts = text(written).split(/[,，]/u);
  if (parts.length > 2) throw new WrongUsage('usage.more-than-two', { text: written });
  for (const part of parts) grammatical(() => parseDimension(part));
  return parts;
}

function nearness(written: string): string {
  grammatical(() => parseNearness(written));
  return written;
}

/** What the grammar of questions refuses is wrong usage of the command line. */
function grammatical(parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { key, values } = error.refusal;
    if (key === 'refused.unknown-dimension') throw new WrongUsage('usage.unknown-dimension', values);
    throw new WrongUsage('usage.unknown-nearness', values);
  }
}

function choice<const C extends string>(choices: readonly C[]): (text: string) => C {
  return (written) => {
    const chosen = choices.find((each) => each === written.toLowerCase());
    if (chosen !== undefined) return chosen;
    throw new WrongUsage('usage.not-a-choice', { text: written, choices: choices.join(', ') });
  };
}

/** The number of the value that answers to the word. */
function oneOf(key: UsageKey, values: readonly CorpusEntry[]): (text: string) => number {
  const things = values.map(({ id, alsoNames = [] }) => ({ uid: id, names: [id, ...alsoNames] }));
  return (written) => {
    const value = named(things, written);
    if (value) return Number(value.uid);
    throw new WrongUsage(key, { text: written });
  };
}
