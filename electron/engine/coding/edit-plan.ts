// What an edit of a text does to everything that stands in it: worked out before anything is stored.
import type { EditPreview, TouchedCoding } from '../../../shared/contract/editing.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Span } from '../../../shared/text/lines.ts';
import { findAll, findParagraphs, paragraphAt, widenToCharacters } from '../../../shared/text/positions.ts';
import { movesThrough, settleSpan, type Splice } from '../../../shared/text/splices.ts';
import type { Readable } from '../store/connection.ts';
import type { Source } from '../text/sources.ts';
import {
  casePassages,
  placedCodings,
  type CasePassage,
  type KeptCoding,
  type KeptPassage,
  type PlacedCoding,
  type TextState,
} from './text-state.ts';

/** What the text is to become. */
export interface TextTarget {
  readonly before: string;
  readonly after: string;
  readonly splices: readonly Splice[];
  /** Words that lost their place are looked for in all of the text: whole paragraphs may have moved. */
  readonly findsAgain: boolean;
  /** Where codings and passages stood when this was the text. */
  readonly state: TextState | null;
}

/** Where a span of the text before stands in the text after; null where nothing of it is left. */
type Move = (span: Span) => Span | null;

type Decision = Input<'sources.edit'>['decisions'][number];

/** A coding and its place in the text after the edit. */
interface Placed<T> {
  readonly coding: T;
  readonly span: Span | null;
  readonly what: TouchedCoding['what'] | 'follows' | 'removed';
  /** Row id of the coding that takes over from this one. */
  readonly same: number | null;
}

export interface EditPlan {
  readonly codings: readonly Placed<PlacedCoding>[];
  /** Codings of the version that are no longer there and can be made again. */
  readonly returned: readonly KeptCoding[];
  /** Those in whose place the same code was given anew; `heir` is the row id of the coding that stands there. */
  readonly replaced: readonly { readonly coding: KeptCoding; readonly heir: number }[];
  /** Those whose code or coder is no longer there. */
  readonly gone: readonly KeptCoding[];
  readonly returnedPassages: readonly KeptPassage[];
  readonly passages: readonly { readonly passage: CasePassage; readonly span: Span | null }[];
}

export function planEdit(
  db: Readable,
  source: Source,
  target: TextTarget,
  decisions: readonly Decision[],
): EditPlan {
  const decided = new Map(decisions.map((decision) => [decision.id, decision]));
  const kept = new Map(target.state?.codings.map((coding) => [coding.uid, coding]));
  const here = placedCodings(db, source);
  const move = movesIn(target);
  const placed = here.map((coding) => {
    const decision = decided.get(coding.uid);
    if (decision) return decide(coding, decision, source, target);
    return place(coding, kept.get(coding.uid), { target, move });
  });
  const known = new Set(here.map(({ uid }) => uid));
  const missing = (target.state?.codings ?? []).filter(({ uid }) => !known.has(uid));
  const taken = new Map<string, number>();
  const codings = withoutSame(placed, taken);
  const named = missing.filter((coding) => hasCode(db, coding));
  return {
    codings,
    returned: named.filter((coding) => heirOf(db, coding, taken) === undefined),
    replaced: named.flatMap((coding) => {
      const heir = heirOf(db, coding, taken);
      return heir === undefined ? [] : [{ coding, heir }];
    }),
    gone: missing.filter((coding) => !hasCode(db, coding)),
    ...planPassages(casePassages(db, source), { target, move }),
  };
}

function planPassages(
  here: readonly CasePassage[],
  { target, move }: { readonly target: TextTarget; readonly move: Move },
): Pick<EditPlan, 'passages' | 'returnedPassages'> {
  // By the row alone one case would get what was another's: SQLite gives the number of a row that went to a new one.
  const nameOf = (passage: KeptPassage): string => `${passage.id} ${passage.case}`;
  const kept = new Map(target.state?.passages.map((passage) => [nameOf(passage), passage]));
  const known = new Set(here.map(nameOf));
  return {
    passages: here.map((passage) => ({ passage, span: kept.get(nameOf(passage)) ?? move(passage) })),
    returnedPassages: [...kept.values()].filter((passage) => !known.has(nameOf(passage))),
  };
}

/** As the contract tells it. */
export function previewOf(
  { codings, returned, replaced, gone, passages }: EditPlan,
  target: TextTarget,
): EditPreview {
  const paragraphs = findParagraphs(target.after);
  const touched = codings.flatMap(({ coding, span, what }): TouchedCoding[] => {
    if (what === 'follows' || what === 'removed') return [];
    const near = nearest(coding, target);
    const { start, end } = span ?? { start: near, end: near };
    const { uid: id, code, codeName, coder, quote: before } = coding;
    const after = span && target.after.slice(start, end);
    const paragraph = paragraphAt(paragraphs, start);
    return [{ id, code, codeName, coder, what, before, after, start, end, paragraph }];
  });
  const ofVersion = (
    { uid: id, code, coder, start, end }: KeptCoding,
    what: 'gone' | 'same',
    names = { codeName: code, coder },
  ): TouchedCoding => {
    const before = target.after.slice(start, end);
    const paragraph = paragraphAt(paragraphs, start);
    return { id, code, ...names, what, before, after: null, start, end: start, paragraph };
  };
  const standing = new Map(codings.map(({ coding }) => [coding.id, coding]));
  const same = replaced.map(({ coding, heir }) => {
    const { codeName, coder } = must(standing.get(heir), 'the coding that stands there');
    return ofVersion(coding, 'same', { codeName, coder });
  });
  const lost = gone.map((coding) => ofVersion(coding, 'gone'));
  return {
    text: target.after,
    touched: [...touched, ...same, ...lost],
    follow: codings.filter(({ what }) => what === 'follows').length,
    returned: returned.length,
    passagesLost: passages.filter(({ span }) => span === null).length,
  };
}

function place(
  coding: PlacedCoding,
  kept: KeptCoding | undefined,
  { target, move }: { readonly target: TextTarget; readonly move: Move },
): Placed<PlacedCoding> {
  if (kept) return { coding, span: { start: kept.start, end: kept.end }, what: 'follows', same: null };
  const span = move(coding);
  if (span) {
    const isSame = target.after.slice(span.start, span.end) === coding.quote;
    return { coding, span, what: isSame ? 'follows' : 'changed', same: null };
  }
  const found = target.findsAgain ? onlyPlaceOf(coding.quote, target.after) : null;
  return { coding, span: found, what: found ? 'found' : 'lost', same: null };
}

function decide(
  coding: PlacedCoding,
  decision: Decision,
  source: Source,
  { after }: TextTarget,
): Placed<PlacedCoding> {
  if ('remove' in decision) return { coding, span: null, what: 'removed', same: null };
  const { start, end } = decision;
  if (start < 0 || end > after.length || start >= end)
    throw new Refused('refused.span', { start, end, source: source.name, length: after.length });
  const span = widenToCharacters(after, start, end);
  const isSame = after.slice(span.start, span.end) === coding.quote;
  return { coding, span, what: isSame ? 'follows' : 'changed', same: null };
}

function movesIn({ before, after, splices }: TextTarget): Move {
  const move = movesThrough(splices);
  return (old) => {
    const span = move(old);
    return span && settleSpan({ before, after }, old, span);
  };
}

/** Fewer units than this may stand in a text by chance. */
const fewestFound = 6;

function onlyPlaceOf(words: string, text: string): Span | null {
  if (words.length < fewestFound) return null;
  const [start, ...others] = findAll(text, words);
  return start === undefined || others.length > 0 ? null : { start, end: start + words.length };
}

/** Of codings that would be equal the first one stays. `taken` learns the places of all that stay. */
function withoutSame(
  placed: readonly Placed<PlacedCoding>[],
  taken: Map<string, number>,
): Placed<PlacedCoding>[] {
  return placed.map((each) => {
    if (!each.span) return each;
    const key = keyOf(each.span, each.coding.code, each.coding.coder);
    const first = taken.get(key);
    if (first === undefined) taken.set(key, each.coding.id);
    return first === undefined ? each : { ...each, span: null, what: 'same', same: first };
  });
}

function keyOf({ start, end }: Span, code: string, coder: string): string {
  return `${start} ${end} ${code} ${coder}`;
}

function hasCode(db: Readable, { code, coder }: KeptCoding): boolean {
  return (
    db.value('SELECT 1 FROM codes WHERE uid = ?', code) !== undefined &&
    db.value('SELECT 1 FROM coders WHERE uid = ?', coder) !== undefined
  );
}

/** Row id of the coding that stands where this one stood in the version. */
function heirOf(db: Readable, coding: KeptCoding, taken: ReadonlyMap<string, number>): number | undefined {
  const coder = db.value<string>('SELECT name FROM coders WHERE uid = ?', coding.coder) ?? '';
  return taken.get(keyOf(coding, coding.code, coder));
}

/** Where something would stand that lost its place. */
function nearest({ start }: Span, { after, splices }: TextTarget): number {
  let at = start;
  for (const splice of splices) {
    if (splice.end <= at) at += splice.text.length - (splice.end - splice.start);
    else if (splice.start < at) at = splice.start;
  }
  return Math.min(at, after.length);
}
