// The values of a dimension in a project, in their order, and which of them a stretch of text or a coding has.
import { assertNever } from '../must.ts';
import { Refused } from '../refused.ts';
import { named } from '../names.ts';
import { dimensionName } from './dimensions.ts';
import { codeKinds } from './code-kinds.ts';
import {
  NO_DIRECTION,
  type Corpus,
  type CorpusAttribute,
  type CorpusEntry,
  type CorpusSource,
} from './corpus.ts';
import { keysBy, type Keys } from './keys.ts';
import type { Profile } from './layout.ts';
import { at } from './numbers.ts';
import { directions, levels, roles } from './own-values.ts';
import type { Dimension } from './question.ts';

/** Where a value that divides text is read: at a source, and at the profile of one of its atoms. */
export interface Place {
  readonly source: CorpusSource;
  readonly index: number;
  readonly profile: Profile;
}

/** Values that divide text. */
export interface CarvingValues {
  readonly reach: 'source' | 'atom';
  readonly entries: readonly CorpusEntry[];
  /** Indexes into `entries`, ascending. A dimension of the source does not look at the profile. */
  readonly of: (place: Place) => readonly number[];
}

/** Values that choose codings: a coding's key leads to its list of values. */
export interface ChoosingValues {
  readonly reach: 'coding';
  readonly entries: readonly CorpusEntry[];
  /** By key: indexes into `entries`, ascending. */
  readonly lists: readonly (readonly number[])[];
  readonly keys: Keys;
}

export type DimensionValues = CarvingValues | ChoosingValues;

/** All values of the dimension in the project. Throws Refused when the project has no such attribute. */
export function valuesOf(corpus: Corpus, dimension: Dimension): DimensionValues {
  switch (dimension.kind) {
    case 'code':
      return codeValues(corpus, dimension.level);
    case 'code-set':
      return codeSetValues(corpus);
    case 'coder':
      return optional(corpus.coders, ({ codings: { coder } }, keys, count) => {
        for (let coding = 0; coding < count; coding++) keys[coding] = at(coder, coding) + 1;
      });
    case 'phase':
      return optional(corpus.phases, ({ codings: { phase }, phase: ofSource }, keys, count) => {
        for (let coding = 0; coding < count; coding++) {
          keys[coding] = (at(phase, coding) === -1 ? ofSource : at(phase, coding)) + 1;
        }
      });
    case 'level':
      return optional(levels, ({ codings: { level } }, keys, count) => {
        for (let coding = 0; coding < count; coding++) keys[coding] = at(level, coding);
      });
    case 'direction':
      return optional(directions, ({ codings: { direction } }, keys, count) => {
        for (let coding = 0; coding < count; coding++) {
          keys[coding] = at(direction, coding) === NO_DIRECTION ? 0 : 2 - at(direction, coding);
        }
      });
    case 'case':
      return { reach: 'atom', entries: corpus.cases, of: ({ profile }) => profile.cases };
    case 'speaker':
      return { reach: 'atom', entries: corpus.speakers, of: ({ profile }) => present(profile.speaker) };
    case 'role':
      return {
        reach: 'atom',
        entries: roles,
        of: ({ profile }) =>
          present(corpus.speakers[profile.speaker]?.interviewer ? 1 : Math.min(profile.speaker, 0)),
      };
    case 'source':
      return { reach: 'source', entries: corpus.sources, of: ({ index }) => [index] };
    case 'source-phase':
      return { reach: 'source', entries: corpus.phases, of: ({ source }) => present(source.phase) };
    case 'case-attribute':
      return caseAttributeValues(corpus, dimension);
    case 'source-attribute':
      return sourceAttributeValues(corpus, dimension);
    default:
      return assertNever(dimension);
  }
}

/** Codes of any depth: what is meant by the name or id of a code. */
export function anyDepth(dimension: Dimension): Dimension {
  return dimension.kind === 'code' ? { ...dimension, level: null } : dimension;
}

/** Only the entries for which `keep` holds, as if there were no others. */
export function narrowed(values: DimensionValues, keep: (index: number) => boolean): DimensionValues {
  const place = new Map<number, number>();
  const entries = values.entries.filter((_, index) => keep(index) && place.set(index, place.size));
  const kept = (list: readonly number[]): number[] =>
    list.map((index) => place.get(index) ?? -1).filter((index) => index !== -1);
  if (values.reach === 'coding') return { ...values, entries, lists: values.lists.map(kept) };
  return { ...values, entries, of: (at) => kept(values.of(at)) };
}

/** The dimension with its attribute as the project calls it. Throws Refused when the project has no such attribute. */
export function settled(corpus: Corpus, dimension: Dimension): Dimension {
  if (!('attribute' in dimension)) return dimension;
  return { ...dimension, attribute: attributeOf(corpus, dimension).name };
}

/**
 * Codes with the codings of their sub-codes rolled up; with a level, only the codes of that depth. Throws Refused when
 * the codebook is not as deep.
 */
function codeValues(corpus: Corpus, level: number | null): DimensionValues {
  const { rolledUp, keys } = codeKinds(corpus);
  const all: ChoosingValues = { reach: 'coding', entries: corpus.codes, lists: rolledUp, keys };
  const deepest = Math.max(0, ...corpus.codes.map(({ depth }) => depth));
  if (level !== null && level > deepest && deepest > 0)
    throw new Refused('refused.no-depth', { level, deepest });
  return level === null ? all : narrowed(all, (code) => corpus.codes[code]?.depth === level);
}

/** A set has the codings of its codes and of their sub-codes. */
function codeSetValues(corpus: Corpus): ChoosingValues {
  const { keys, rolledUp } = codeKinds(corpus);
  const setsOf = (codes: readonly number[]): number[] =>
    corpus.codeSets.flatMap((set, index) => (set.codes.some((code) => codes.includes(code)) ? [index] : []));
  return { reach: 'coding', entries: corpus.codeSets, lists: rolledUp.map(setsOf), keys };
}

/** At most one value per coding: the key 0 for none, else the place of the value + 1. */
function optional(entries: readonly CorpusEntry[], fill: Parameters<typeof keysBy>[0]): ChoosingValues {
  const lists = [[], ...entries.map((_, index) => [index])];
  return { reach: 'coding', entries, lists, keys: keysBy(fill) };
}

function caseAttributeValues(
  corpus: Corpus,
  dimension: Dimension & { kind: 'case-attribute' },
): CarvingValues {
  const { entries, values } = attributeValues(corpus, dimension, corpus.cases);
  return {
    reach: 'atom',
    entries,
    of: ({ profile }) =>
      [...new Set(profile.cases.flatMap((index) => values[index] ?? []))].sort((a, b) => a - b),
  };
}

function sourceAttributeValues(
  corpus: Corpus,
  dimension: Dimension & { kind: 'source-attribute' },
): CarvingValues {
  const { entries, values } = attributeValues(corpus, dimension, corpus.sources);
  return { reach: 'source', entries, of: ({ index }) => values[index] ?? [] };
}

/** The attribute's values in order, and for each owner the list of its own: one value or none. An empty text is none. */
function attributeValues(
  corpus: Corpus,
  dimension: Dimension & { attribute: string },
  owners: readonly { readonly attributes: ReadonlyMap<string, string> }[],
): { entries: CorpusEntry[]; values: number[][] } {
  const attribute = attributeOf(corpus, dimension);
  const texts = owners.map((owner) => owner.attributes.get(attribute.name) ?? '');
  const others = new Set(texts.filter((text) => text !== '' && !attribute.choices.includes(text)));
  const ordered = [...attribute.choices, ...[...others].sort(order(attribute, others))];
  const place = new Map(ordered.map((text, index) => [text, index]));
  const entries = ordered.map((text) => ({
    id: text,
    name: text,
    alsoNames: attribute.valueWords?.get(text) ?? [],
  }));
  return { entries, values: texts.map((text) => present(place.get(text) ?? -1)) };
}

function attributeOf(corpus: Corpus, dimension: Dimension & { attribute: string }): CorpusAttribute {
  const owner = dimension.kind === 'case-attribute' ? 'case' : 'source';
  const owned = corpus.attributes.filter((attribute) => attribute.owner === owner);
  const things = owned.map((attribute) => {
    const { name, alsoNames = [] } = attribute;
    return { uid: name, names: [name, ...alsoNames], attribute };
  });
  const found = named(things, dimension.attribute);
  if (found) return found.attribute;
  if (owned.length === 0)
    throw new Refused('refused.no-attributes', { name: dimensionName(dimension), owner });
  const known = owned.map(({ name }) => `${owner}:${name}`);
  throw new Refused('refused.unknown-attribute', { name: dimensionName(dimension), known });
}

/** By size where the values are numbers, also those of a text attribute; else as words. */
function order({ type }: CorpusAttribute, values: ReadonlySet<string>): (a: string, b: string) => number {
  const size = (text: string): number => (Number.isNaN(Number(text)) ? Infinity : Number(text));
  const areNumbers =
    type === 'number' || (type === 'text' && [...values].every((text) => size(text) < Infinity));
  if (!areNumbers) return (a, b) => a.localeCompare(b);
  return (a, b) => (size(a) === size(b) ? a.localeCompare(b) : size(a) - size(b));
}

function present(index: number): number[] {
  return index === -1 ? [] : [index];
}
