// Every option of every command: its name, what help says of it, and how its value is read.
import { matrixInput, type MatrixOrder } from '../../../shared/contract/matrices.ts';
import { longest } from '../../../shared/contract/parts.ts';
import { reportInput } from '../../../shared/contract/reports.ts';
import { documentFormats, tableFormats } from '../../../shared/export/formats.ts';
import { parseNearness } from '../../../shared/matrices/cooccurrence.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import type { CorpusEntry } from '../../../shared/matrices/corpus.ts';
import { evidenceTests, outcomes } from '../../../shared/matrices/statistics/process-tracing.ts';
import { directions, levels } from '../../../shared/matrices/own-values.ts';
import { codeOvers, codeTrendMeasures } from '../../../shared/matrices/trend-choices.ts';
import { named, shortIdPattern } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { WordKey } from '../../../shared/words/say.ts';
import { WrongUsage, type Option, type UsageKey } from './command.ts';
import { cut } from './print.ts';

export const json = flag('json', 'option.json');
export const language = option('lang', 'option.lang', choice(['en', 'zh']), 'value.language');
export const help = flag('help', 'option.help');
export const version = flag('version', 'option.version');

/** What every command takes. */
export const common: readonly Option<unknown>[] = [json, language, help, version];

export const framework = option('framework', 'option.framework', name, 'value.name');
export const projectName = option('name', 'option.project-name', name, 'value.name');
export const projectCoder = option('coder', 'option.project-coder', name, 'value.name');
export const backupFile = option('out', 'option.backup-file', path, 'value.file');
export const listBackups = flag('list', 'option.list-backups');
export const restore = option('restore', 'option.restore', name, 'value.name');

export const importCase = option('case', 'option.import-case', name, 'value.name');
export const importPhase = option('phase', 'option.import-phase', name, 'value.name');
export const interviewer = repeated(option('interviewer', 'option.interviewer', name, 'value.name'));
export const speakers = option('speakers', 'option.speakers', name, 'value.pattern');
export const encoding = option('encoding', 'option.encoding', name, 'value.encoding');
export const ofImport = [importCase, importPhase, interviewer, speakers, encoding];
export const source = option('source', 'option.source', name, 'value.source');

export const renamed = option('rename', 'option.rename-source', name, 'value.name');
export const sourcePhase = option('phase', 'option.source-phase', name, 'value.name');
export const sourceCase = repeated(option('case', 'option.source-case', name, 'value.name'));
export const sourceAttribute = repeated(option('attribute', 'option.source-attribute', pair, 'value.pair'));
export const remove = flag('remove', 'option.remove');
export const replace = option('replace', 'option.replace-text', path, 'value.file');
export const leaveOut = flag('leave-out', 'option.leave-out');

export const attribute = repeated(option('attribute', 'option.attribute', pair, 'value.pair'));
export const caseSource = repeated(option('source', 'option.case-source', name, 'value.source'));
export const caseSpeaker = repeated(option('speaker', 'option.case-speaker', name, 'value.name'));

export const rename = option('rename', 'option.rename', name, 'value.name');
export const detachSource = option('detach-source', 'option.detach-source', name, 'value.source');
export const detachSpeaker = option('detach-speaker', 'option.detach-speaker', name, 'value.name');

export const addedCode = option('add', 'option.add', name, 'value.name');
export const parent = option('parent', 'option.parent', name, 'value.code');
export const shortId = option('id', 'option.short-id', shortIdForm, 'value.id');
export const definition = option('definition', 'option.definition', text, 'value.text');
export const setCode = repeated(option('code', 'option.set-code', name, 'value.code'));
export const top = flag('top', 'option.top');
export const withCodings = flag('with-codings', 'option.with-codings');
export const codingsTo = option('codings-to', 'option.codings-to', name, 'value.code');
export const set = option('set', 'option.set', name, 'value.name');
export const dropped = repeated(option('drop', 'option.drop', name, 'value.code'));

export const from = option('from', 'option.from-file', path, 'value.jsonl');
export const code = option('code', 'option.code', name, 'value.code');
export const start = option('start', 'option.start', whole, 'value.number');
export const end = option('end', 'option.end', whole, 'value.number');
export const find = option('find', 'option.find', passageWords, 'value.text');
export const nth = option('nth', 'option.nth', whole, 'value.number');
export const codingId = option('id', 'option.coding-id', ownId, 'value.id');
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
export const linkBy = required(option('type', 'option.link-by', name, 'value.name'));
export const sign = option('sign', 'option.sign', signOf, 'value.sign');
export const linkMemo = option('memo', 'option.link-memo', text, 'value.text');
export const newType = flag('new', 'option.new-type');
export const linksSource = option('source', 'option.links-source', name, 'value.source');
export const listTypes = flag('types', 'option.list-types');
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
export const panels = option('panels', 'option.panels', dimension, 'value.dimension');
export const change = option('change', 'option.change', phasePair, 'value.from-to');
export const changeOf = option(
  'change-of',
  'option.change-of',
  choice(['phase', 'source-phase']),
  'value.change-of',
);
export const sortRows = option('sort-rows', 'option.sort-rows', order, 'value.order');
export const sortColumns = option('sort-columns', 'option.sort-columns', order, 'value.order');
export const kind = required(
  option(
    'kind',
    'option.kind',
    choice(reportInput.options.map(({ shape }) => shape.kind.value)),
    'value.kind',
  ),
);
export const byAttribute = option('by', 'option.by-attribute', name, 'value.name');
export const codeLevel = option('level', 'option.code-level', positive, 'value.number');
export const rowCodes = repeated(option('row', 'option.row', name, 'value.code'));
export const columnCodes = repeated(option('column', 'option.column', name, 'value.code'));
export const linkType = option('type', 'option.link-type', name, 'value.name');
export const claim = repeated(option('claim', 'option.claim', pair, 'value.claim'));
export const base = option('base', 'option.base', positive, 'value.number');
export const run = option('run', 'option.run', positive, 'value.number');
export const threshold = option('threshold', 'option.threshold', decimal, 'value.number');
export const heldBack = option('hold-back', 'option.hold-back', positive, 'value.number');
export const collected = option('collected', 'option.collected', name, 'value.name');
export const condition = repeated(option('condition', 'option.condition', rating, 'value.rating'));
export const outcome = option('outcome', 'option.outcome', rating, 'value.rating');
export const cutoff = option('cutoff', 'option.cutoff', decimal, 'value.number');
export const hypothesis = repeated(option('hypothesis', 'option.hypothesis', name, 'value.code'));
export const exclusive = flag('exclusive', 'option.exclusive');
export const test = option('test', 'option.test', choice([...evidenceTests]), 'value.test');
export const testOutcome = option(
  'outcome',
  'option.test-outcome',
  choice([...outcomes]),
  'value.test-outcome',
);
export const testReason = option('reason', 'option.test-reason', text, 'value.text');
export const removeTest = flag('remove', 'option.remove-test');
export const scale = option('scale', 'option.scale', choice(['text', 'paragraphs']), 'value.scale');
export const word = repeated(option('word', 'option.word', text, 'value.word'));
export const over = option('over', 'option.over', choice([...codeOvers, 'case']), 'value.over');
export const trendMeasure = option(
  'measure',
  'option.trend-measure',
  choice([...codeTrendMeasures]),
  'value.measure',
);
export const transpose = flag('transpose', 'option.transpose');
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
export const show = option('show', 'option.show-matrix', name, 'value.name');
export const showDisplay = option('show', 'option.show-display', name, 'value.name');
export const at = option('at', 'option.at', day, 'value.day');
export const steps = option('steps', 'option.steps', positive, 'value.number');
export const limit = option('limit', 'option.limit', positive, 'value.number');
export const format = option('format', 'option.format', choice([...tableFormats, 'json']), 'value.format');
export const documentFormat = option(
  'format',
  'option.document-format',
  choice([...documentFormats]),
  'value.format',
);
export const out = option('out', 'option.out', path, 'value.file');
export const force = flag('force', 'option.force');
export const appendix = flag('appendix', 'option.appendix');
export const written = flag('written', 'option.written');
export const names = option('names', 'option.names', choice(['real', 'pseudonyms']), 'value.names');

export const pseudonym = repeated(option('set', 'option.pseudonym', pair, 'value.pseudonym'));
export const removedName = option('drop', 'option.remove-name', name, 'value.name');
export const foundName = option('find', 'option.find-name', name, 'value.name');

function option<T>(name: string, summary: WordKey, read: Reader<T>, value: WordKey | null): Option<T> {
  return {
    name,
    summary,
    value,
    read: (text) => read(wellFormed(text, `--${name}`), `--${name}`),
    repeats: false,
    required: false,
  };
}

/** Reads a value; `option` is what the sentence about a wrong one calls the place where it stands. */
type Reader<T> = (written: string, option: string) => T;

function flag(name: string, summary: WordKey): Option<string> {
  return option(name, summary, text, null);
}

function repeated<T>(one: Option<T>): Option<T> {
  return { ...one, repeats: true };
}

export function required<T>(one: Option<T>): Option<T> {
  return { ...one, required: true };
}

/** A name that stands by itself, without an option before it. */
export function bareName(written: string): string {
  const shown = `“${cut(written, 24)}”`;
  return name(wellFormed(written, shown), shown);
}

/** A path that stands by itself. */
export function barePath(written: string): string {
  return path(written, `“${cut(written, 24)}”`);
}

function wellFormed(written: string, option: string): string {
  if (written.isWellFormed()) return written;
  throw new WrongUsage('usage.not-text', { option, text: cut(written.toWellFormed(), 40) });
}

function text(written: string, option: string): string {
  return atMost(longest.prose, written, option);
}

function passageWords(written: string, option: string): string {
  return text(filled(written, option), option);
}

function name(written: string, option: string): string {
  return atMost(longest.reference, filled(written, option), option);
}

function ownId(written: string, option: string): string {
  return atMost(longest.codingId, filled(written, option), option);
}

/** No disk takes a longer name. */
const longestFileName = 255;

function path(written: string, option: string): string {
  for (const part of filled(written, option).split(/[/\\]/)) atMost(longestFileName, part, option);
  return written;
}

function filled(written: string, option: string): string {
  if (written.trim() === '') throw new WrongUsage('usage.empty', { option });
  return written;
}

function atMost(most: number, written: string, option: string): string {
  if (written.length > most) throw new WrongUsage('usage.too-long', { option, most, n: written.length });
  return written;
}

function shortIdForm(written: string, option: string): string {
  if (shortIdPattern.test(written)) return written;
  throw new WrongUsage('usage.not-a-short-id', { option, text: cut(written, 40) });
}

function whole(written: string, option: string): number {
  const number = Number(written);
  if (/^-?\d+$/.test(written) && Number.isSafeInteger(number)) return number;
  throw new WrongUsage('usage.not-a-whole-number', { option, text: cut(written, 40) });
}

function positive(written: string, option: string): number {
  const number = whole(written, option);
  if (number > 0) return number;
  throw new WrongUsage('usage.not-positive', { option, text: written });
}

function decimal(written: string, option: string): number {
  const number = Number(written);
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(written) && Number.isFinite(number)) return number;
  throw new WrongUsage('usage.not-a-number', { option, text: cut(written, 40) });
}

/** KEY=VALUE; the sign may be a full-width one. */
function pair(written: string, option: string): { readonly name: string; readonly value: string } {
  const [, key = '', value = ''] = /^([^=＝]*)[=＝](.*)$/su.exec(written) ?? [];
  if (key.trim() === '') throw new WrongUsage('usage.not-a-pair', { option, text: cut(written, 40) });
  return { name: name(key.trim(), option), value: text(value, option) };
}

function filterPair(written: string, option: string): { readonly name: string; readonly value: string } {
  const filter = pair(written, option);
  grammatical(() => parseDimension(filter.name), option);
  return filter;
}

/** One dimension. */
function dimension(written: string, option: string): string {
  grammatical(() => parseDimension(written), option);
  return written;
}

/** case:ATTRIBUTE or code:ID. */
function rating(written: string, option: string): string {
  if (/^(case|code|cell)[:：]\s*\S/su.test(written)) return name(written, option);
  throw new WrongUsage('usage.not-a-rating', { option, text: cut(written, 40) });
}

/** FROM>TO or FROM→TO. */
function phasePair(written: string, option: string): { readonly from: string; readonly to: string } {
  const [, from = '', to = ''] = /^(.+?)\s*(?:->|→|>|＞)\s*(.+)$/su.exec(written) ?? [];
  if (from.trim() === '') throw new WrongUsage('usage.not-a-change', { option, text: cut(written, 40) });
  return { from: name(from.trim(), option), to: name(to.trim(), option) };
}

/** WORD or WORD:DETAIL, a minus before it for the other way round (see `MatrixOrder`). */
function order(written: string, option: string): MatrixOrder {
  const [, minus, by = '', detail] = /^\s*([-−]?)([a-z]+)(?:[:：](.+))?$/isu.exec(written) ?? [];
  const descending = minus !== '';
  const kind = by.toLowerCase();
  if (detail === undefined) {
    if (kind === 'name' || kind === 'total') return { by: kind, descending };
    if (kind === 'similarity' && !descending) return { by: kind };
  } else {
    const named = name(detail.trim(), option);
    if (kind === 'attribute') return { by: kind, attribute: named, descending };
    if (kind === 'value') return { by: kind, at: [named], descending };
    if (kind === 'hand' && !descending) {
      return { by: kind, ids: named.split(/[,，]/u).map((each) => [each.trim()]) };
    }
  }
  throw new WrongUsage('usage.not-an-order', { option, text: cut(written, 40) });
}

/** DIM or DIM,DIM. */
function dimensions(written: string, option: string): string[] {
  const parts = written.split(/[,，]/u);
  if (parts.length > 2) throw new WrongUsage('usage.more-than-two', { option, text: cut(written, 40) });
  for (const part of parts) grammatical(() => parseDimension(part), option);
  return parts;
}

/** The last moment of a day (2026-05-14) where the person is, as an ISO date and time. */
function day(written: string, option: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written.trim()) ?? [];
  const end = new Date(Number(year), Number(month) - 1, Number(date), 23, 59, 59, 999);
  if (end.getDate() === Number(date)) return end.toISOString();
  throw new WrongUsage('usage.not-a-day', { option, text: cut(written, 40) });
}

function nearness(written: string, option: string): string {
  grammatical(() => parseNearness(written), option);
  return written;
}

/** What the grammar of questions refuses is wrong usage of the command line. */
function grammatical(parse: () => unknown, option: string): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { key, values } = error.refusal;
    const shown = { ...values, option, text: cut(String(values['text'] ?? ''), 40) };
    if (key === 'refused.unknown-dimension') throw new WrongUsage('usage.unknown-dimension', shown);
    throw new WrongUsage('usage.unknown-nearness', shown);
  }
}

function choice<const C extends string>(choices: readonly C[]): Reader<C> {
  return (written, option) => {
    const chosen = choices.find((each) => each === written.toLowerCase());
    if (chosen !== undefined) return chosen;
    throw new WrongUsage('usage.not-a-choice', {
      option,
      text: cut(written, 40),
      choices,
    });
  };
}

/** The number of the value that answers to the word. */
function signOf(written: string, option: string): number {
  const found = { '+': 1, '+1': 1, '1': 1, '-': -1, '−': -1, '-1': -1, '0': 0 }[written.trim()];
  if (found === undefined) throw new WrongUsage('usage.not-a-sign', { option, text: cut(written, 40) });
  return found;
}

function oneOf(key: UsageKey, values: readonly CorpusEntry[]): Reader<number> {
  const things = values.map(({ id, alsoNames = [] }) => ({ uid: id, names: [id, ...alsoNames] }));
  return (written, option) => {
    const value = named(things, written);
    if (value) return Number(value.uid);
    throw new WrongUsage(key, { option, text: cut(written, 40) });
  };
}
