// From the sample as it is written down to a text with labels and the codings on it, in one language.
import { must } from '../must.ts';
import type { Language } from '../words/say.ts';
import type { WrittenLink } from './links.ts';
import type { InLanguages, Mark, MarkedPassage, Paragraph, PhaseKind, SampleDocument } from './shape.ts';

export interface SampleText {
  readonly text: string;
  /** In the order of their marks. */
  readonly codings: readonly SampleCoding[];
}

/** Positions are UTF-16 units of the text, half-open. */
interface SampleCoding {
  /** The same in every language. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Short id of the code. */
  readonly code: string;
  readonly level: number | null;
  readonly direction: number | null;
  /** Null: the document's. */
  readonly phase: PhaseKind | null;
  readonly memo: string | null;
}

/** The document in `language`. Throws where a bracket stands alone, encloses nothing or has no mark, or a mark no bracket. */
export function readSample(
  { id, paragraphs, marks }: Pick<SampleDocument, 'id' | 'paragraphs' | 'marks'>,
  language: Language,
): SampleText {
  const { text, passages } = takeBrackets(paragraphs.map((each) => labelled(each, language)).join('\n'));
  const unmarked = [...passages.keys()].filter((number) => marks[number] === undefined);
  if (unmarked.length > 0) throw new Error(`${id}: no mark for the brackets ${unmarked.join(', ')}`);
  const codings = Object.entries(marks).flatMap(([number, mark]) => {
    const passage = must(passages.get(Number(number)), `brackets ${number} in ${id}, ${language}`);
    return codingsOf(mark, language).map((coding) => ({
      id: `${id}.${number}.${coding.code}`,
      ...passage,
      ...coding,
    }));
  });
  return { text, codings };
}

export interface SampleLink {
  /** Ids of codings. */
  readonly from: string;
  readonly to: string;
  /** Key of the type. */
  readonly type: string;
  readonly sign: -1 | 0 | 1 | null;
  readonly memo: string | null;
}

/** A link as it is written down, in `language`. Throws where it is written otherwise. */
export function readLink(written: WrittenLink, language: Language): SampleLink {
  const { link, memo } = typeof written === 'string' ? { link: written, memo: null } : written;
  const parts = must(/^(\S+) ([a-z-]+?)([+0-]?) (\S+)$/u.exec(link), `a link in “${link}”`);
  const [, from = '', type = '', sign = '', to = ''] = parts;
  const signs = { '+': 1, '-': -1, '0': 0 } as const;
  return { from, to, type, sign: signs[sign as keyof typeof signs] ?? null, memo: memo?.[language] ?? null };
}

/** As a transcript would label it, so that the ordinary search for speakers finds the names. */
function labelled([speaker, en, zh]: Paragraph, language: Language): string {
  const words: InLanguages = { en, zh };
  const sign: InLanguages = { en: ': ', zh: '：' };
  return speaker ? speaker[language] + sign[language] + words[language] : words[language];
}

interface Passage {
  readonly start: number;
  readonly end: number;
}

/** The text without its brackets, and what they enclosed by number. They may overlap, nest and run over paragraphs. */
function takeBrackets(bracketed: string): { text: string; passages: ReadonlyMap<number, Passage> } {
  const passages = new Map<number, Passage>();
  const open = new Map<number, number>();
  let text = '';
  let read = 0;
  for (const { index, 0: bracket, 1: slash, 2: digits } of bracketed.matchAll(/‹(\/?)(\d+)›/gu)) {
    text += bracketed.slice(read, index);
    read = index + bracket.length;
    const number = Number(digits);
    if (slash === '') {
      if (open.has(number) || passages.has(number)) throw new Error(`${bracket} stands twice`);
      open.set(number, text.length);
      continue;
    }
    const start = must(open.get(number), `the opening of ${bracket}`);
    if (start === text.length) throw new Error(`${bracket} encloses nothing`);
    open.delete(number);
    passages.set(number, { start, end: text.length });
  }
  text += bracketed.slice(read);
  if (open.size > 0) throw new Error(`Not closed: ${[...open.keys()].join(', ')}`);
  if (/[‹›]/u.test(text)) throw new Error('A bracket without a number');
  return { text, passages };
}

function codingsOf(mark: Mark, language: Language): Omit<SampleCoding, 'id' | 'start' | 'end'>[] {
  const { codes, phase, memo }: MarkedPassage = typeof mark === 'string' ? { codes: mark } : mark;
  return codes.split(' ').map((written, place) => ({
    ...readCode(written),
    phase: phase ?? null,
    memo: place === 0 ? (memo?.[language] ?? null) : null,
  }));
}

/** 'T1', 'T1+', 'C2a=3'. */
function readCode(written: string): Pick<SampleCoding, 'code' | 'level' | 'direction'> {
  const parts = must(/^([A-Z]\d+[a-z]?)([+-])?(?:=([123]))?$/u.exec(written), `a code in “${written}”`);
  const [, code, sign, level] = parts;
  return {
    code: must(code, 'the short id'),
    level: level === undefined ? null : Number(level),
    direction: sign === undefined ? null : sign === '+' ? 1 : -1,
  };
}
