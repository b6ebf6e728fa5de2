// The oracle: tables and pairs counted straight from the definitions with sets of single positions, as slowly as that is.
import { must } from '../../../shared/must.ts';
import { NO_DIRECTION, type Corpus, type CorpusSource } from '../../../shared/matrices/corpus.ts';
import type {
  Dimension,
  Filter,
  Measure,
  Nearness,
  Question,
  Scope,
} from '../../../shared/matrices/question.ts';

type Where = { source: number; position: number } | { source: number; coding: number };
/** Ids of values, in order; and which of them a position or a coding has. */
interface Values {
  reach: 'source' | 'atom' | 'coding';
  ids: string[];
  of: (where: Where) => string[];
}
/** null stands for the total. */
type Heading = string[] | null;

export interface NaiveTable {
  rows: string[][];
  columns: string[][];
  panels: string[][];
  /** Without a panel: all of them together. */
  value: (measure: Measure, row: Heading, column: Heading, panel?: Heading) => number | null;
  base: (measure: Measure, row: Heading, column: Heading, panel?: Heading) => number | null;
  /** The coding is in scope. */
  counts: (source: number, coding: number) => boolean;
  /** By source: the positions of text within the filters. */
  text: readonly (readonly number[])[];
  /** The text there is coded by nobody, whatever is asked for. */
  uncoded: (row: Heading, column: Heading, panel?: Heading) => boolean;
  scope: Scope;
}

/** `within` are filters that leave the axes their headings. */
export function naiveTable(
  corpus: Corpus,
  question: Question & { readonly within?: readonly Filter[] },
): NaiveTable {
  const axis = (dimensions: readonly Dimension[]): Narrowed[] =>
    dimensions.map((dimension) => narrowed(corpus, dimension, question.filters, question.coders));
  const axes = {
    rows: axis(question.rows),
    columns: axis(question.columns),
    panels: axis(question.panels ?? []),
  };
  const onAxes = [...axes.rows, ...axes.columns, ...axes.panels];
  const filters = [...question.filters, ...(question.within ?? [])].map((filter) => ({
    filter,
    values: valuesOf(corpus, filter.dimension),
  }));
  if (question.coders !== null) {
    const dimension: Dimension = { kind: 'coder' };
    filters.push({ filter: { dimension, values: question.coders }, values: valuesOf(corpus, dimension) });
  }
  const passes = (where: Where, reaches: readonly string[]): boolean =>
    filters.every(({ filter, values }) => {
      if (!reaches.includes(values.reach)) return true;
      const has = values.of(where);
      return filter.values.some((value) => (value === 'none' ? has.length === 0 : has.includes(value)));
    });
  const used = [...onAxes, ...filters.map(({ values }) => values)];
  const byAtom = used.some(({ reach }) => reach === 'atom');
  const filtersAtoms = filters.some(({ values }) => values.reach === 'atom');
  const carving = onAxes.filter(({ reach }) => reach !== 'coding');

  /** Groups of each source: text positions by the values that they have. */
  const groups = corpus.sources.map((source, s) => {
    const found = new Map<string, number[]>();
    if (!byAtom) found.set('whole', textOf(source));
    else {
      for (const position of textOf(source)) {
        const where = { source: s, position };
        const key = JSON.stringify([
          passes(where, ['source', 'atom']),
          ...carving.map(({ border }) => border(where)),
        ]);
        found.set(key, [...(found.get(key) ?? []), position]);
      }
    }
    return [...found.values()];
  });
  // A source without text has a group, too, where only sources are told apart: it is read at a position beyond.
  const somewhere = (group: readonly number[]): number => group[0] ?? -1;
  const groupPasses = (source: number, group: readonly number[]): boolean =>
    passes({ source, position: somewhere(group) }, ['source', 'atom']);
  const stands = (values: Values[], heading: Heading, where: Where, coding: boolean): boolean =>
    values.every(({ reach, of }, place) => {
      if ((reach === 'coding') !== coding) return true;
      const has = of(where);
      return heading === null ? has.length > 0 : has.includes(must(heading[place], 'a value per dimension'));
    });

  const holders = (source: number, coding: number): number[][] | null => {
    if (!passes({ source, coding }, ['coding'])) return null;
    const all = must(groups[source], 'groups of the source');
    const text = new Set(spanOf(corpus, source, coding));
    if (!byAtom) return all.filter((group) => groupPasses(source, group)).length > 0 ? all : null;
    const met = all.filter((group) => group.some((position) => text.has(position)));
    if (met.length === 0) return filtersAtoms || !passes({ source, position: -1 }, ['source']) ? null : [];
    const first = (group: number[]): number => group.findIndex((position) => text.has(position));
    met.sort((a, b) => must(a[first(a)], 'met') - must(b[first(b)], 'met'));
    const size = (group: number[]): number =>
      characters(
        corpus,
        source,
        group.filter((position) => text.has(position)),
      ).length;
    const largest = met.filter((group) => met.every((other) => size(other) <= size(group))).slice(0, 1);
    const held = (question.overlap === 'largest' ? largest : met).filter((group) =>
      groupPasses(source, group),
    );
    return held.length > 0 ? held : null;
  };
  const all = corpus.sources.flatMap(({ codings }, source) =>
    [...codings.id.keys()].map((coding) => ({ source, coding, held: holders(source, coding) })),
  );
  interface Cell {
    row: Heading;
    column: Heading;
    panel: Heading;
  }
  const standsAt = ({ row, column, panel }: Cell, where: Where, coding: boolean): boolean =>
    stands(axes.rows, row, where, coding) &&
    stands(axes.columns, column, where, coding) &&
    stands(axes.panels, panel, where, coding);
  const groupStands = (source: number, group: readonly number[], cell: Cell): boolean =>
    standsAt(cell, { source, position: somewhere(group) }, false);
  const codingsIn = (cell: Cell): { source: number; coding: number }[] =>
    all.filter(
      ({ source, coding, held }) =>
        held?.some((group) => groupStands(source, group, cell)) && standsAt(cell, { source, coding }, true),
    );
  const baseIn = (cell: Cell): Set<number>[] =>
    groups.map((list, source) => {
      const inside = list.filter((group) => groupPasses(source, group) && groupStands(source, group, cell));
      return new Set(inside.flat());
    });

  /** Somebody has coded something in the source. */
  const isCoded = (s: number): boolean => must(corpus.sources[s], 'source').codings.id.length > 0;

  const counterOf = (panel: Heading): Counter => ({
    corpus,
    question,
    codingsIn: (row, column) => codingsIn({ row, column, panel }),
    baseIn: (row, column) => baseIn({ row, column, panel }),
  });
  const inScope = groups.map((list, source) => list.filter((group) => groupPasses(source, group)));
  const referencesInScope = all.filter(({ held }) => held !== null).length;
  return {
    rows: crossed(axes.rows),
    columns: crossed(axes.columns),
    panels: axes.panels.length === 0 ? [] : crossed(axes.panels),
    value: (measure, row, column, panel = null) => valueOf(counterOf(panel), measure, row, column),
    base: (measure, row, column, panel = null) => baseOf(counterOf(panel), measure, row, column),
    uncoded: (row, column, panel = null) => {
      const text = baseIn({ row, column, panel }).flatMap((set, s) => [...set].map(() => isCoded(s)));
      return text.length > 0 && !text.includes(true);
    },
    counts: (source, coding) => holders(source, coding) !== null,
    text: inScope.map((list) => list.flat()),
    scope: {
      references: referencesInScope,
      sources: inScope.filter((list) => list.length > 0).length,
      cases: new Set(inScope.flatMap((list, s) => list.flat().flatMap((p) => casesAt(corpus, s, p)))).size,
      speakers: new Set(inScope.flatMap((list, s) => list.flat().flatMap((p) => respondentAt(corpus, s, p))))
        .size,
      outside: referencesInScope - codingsIn({ row: null, column: null, panel: null }).length,
      uncoded: [...corpus.cases.keys()].filter((each) => {
        const of = inScope.flatMap((list, s) =>
          list.flat().flatMap((p) => (casesAt(corpus, s, p).includes(each) ? [isCoded(s)] : [])),
        );
        return of.length > 0 && !of.includes(true);
      }),
    },
  };
}

interface Counter {
  corpus: Corpus;
  question: Question;
  codingsIn: (row: Heading, column: Heading) => { source: number; coding: number }[];
  baseIn: (row: Heading, column: Heading) => Set<number>[];
}

function valueOf(counter: Counter, measure: Measure, row: Heading, column: Heading): number | null {
  const { corpus, question, codingsIn, baseIn } = counter;
  const codings = codingsIn(row, column);
  const base = baseIn(row, column);
  const inBase = (source: number, position: number): boolean => base[source]?.has(position) ?? false;
  /** Positions that the cell counts, by source. */
  const covered = (clipped: boolean): Set<number>[] =>
    corpus.sources.map((_, s) => {
      const mine = codings.filter(({ source }) => source === s);
      const positions = mine.flatMap(({ coding }) => spanOf(corpus, s, coding));
      return new Set(positions.filter((position) => !clipped || inBase(s, position)));
    });
  const whole = covered(question.overlap === 'split');
  const clipped = covered(true);
  const count = (sets: Set<number>[], pick: Pick): number =>
    sets.reduce((sum, set, s) => sum + pick(corpus, s, [...set]).length, 0);
  const own: Pick = (c, s, positions) =>
    wordsAt(c, s, positions).filter((position) => respondentAt(c, s, position).length > 0);
  const met = <T>(pick: (source: number, position: number) => T[]): number =>
    new Set(
      codings.flatMap(({ source, coding }) =>
        spanOf(corpus, source, coding)
          .filter((position) => inBase(source, position))
          .flatMap((position) => pick(source, position)),
      ),
    ).size;
  const levels = codings
    .map(({ source, coding }) => corpus.sources[source]?.codings.level[coding] ?? 0)
    .filter((level) => level > 0)
    .sort((a, b) => a - b);
  const weights = codings
    .map(({ source, coding }) => corpus.sources[source]?.codings.weight[coding] ?? NaN)
    .filter((weight) => !Number.isNaN(weight));
  const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
  const over = (part: number, of: number): number | null => (of === 0 ? null : part / of);
  switch (measure) {
    case 'references':
      return codings.length;
    case 'passages': {
      const spans = codings.map(({ source, coding }) => {
        const block = must(corpus.sources[source], 'source').codings;
        return `${source} ${block.start[coding]} ${block.end[coding]}`;
      });
      return new Set(spans).size;
    }
    case 'sources':
      return new Set(codings.map(({ source }) => source)).size;
    case 'cases':
      return met((s, position) => casesAt(corpus, s, position));
    case 'speakers':
      return met((s, position) => respondentAt(corpus, s, position));
    case 'characters':
      return count(whole, characters);
    case 'words':
      return count(whole, wordsAt);
    case 'units':
      return count(whole, unitsAt);
    case 'share':
      return over(count(clipped, characters), count(base, characters));
    case 'own-share':
      return over(count(clipped, own), count(base, own));
    case 'rate':
      return over(codings.length * 1000, count(base, question.rateUnit === 'words' ? wordsAt : unitsAt));
    case 'presence':
      return codings.length > 0 ? 1 : 0;
    case 'row-share':
      return over(codings.length, codingsIn(row, null).length);
    case 'column-share':
      return over(codings.length, codingsIn(null, column).length);
    case 'case-share':
      return over(
        met((s, position) => casesAt(corpus, s, position)),
        must(baseOf(counter, measure, row, column), 'N'),
      );
    case 'mean-weight':
      return over(sum(weights), weights.length);
    case 'mean-level':
      return over(sum(levels), levels.length);
    case 'median-level':
      return over(
        (levels[(levels.length - 1) >> 1] ?? 0) + (levels[levels.length >> 1] ?? 0),
        levels.length && 2,
      );
  }
}

function baseOf(
  { corpus, codingsIn, baseIn }: Counter,
  measure: Measure,
  row: Heading,
  column: Heading,
): number | null {
  if (measure === 'case-share') {
    return new Set(baseIn(row, column).flatMap((set, s) => [...set].flatMap((p) => casesAt(corpus, s, p))))
      .size;
  }
  const blocks = codingsIn(row, column).map(({ source, coding }) => ({
    block: must(corpus.sources[source], 'source').codings,
    coding,
  }));
  if (measure === 'mean-weight')
    return blocks.filter(({ block, coding }) => !Number.isNaN(block.weight[coding])).length;
  if (measure === 'mean-level' || measure === 'median-level') {
    return blocks.filter(({ block, coding }) => block.level[coding] !== 0).length;
  }
  return null;
}

/** Pairs of codings that are together, the earlier one of 'followed' first, else in both orders. */
export function naivePairs(
  corpus: Corpus,
  nearness: Nearness,
  codings: { source: number; coding: number }[],
) {
  const pairs: [a: { source: number; coding: number }, b: { source: number; coding: number }][] = [];
  for (const a of codings) {
    for (const b of codings) {
      if (a.source !== b.source || a.coding === b.coding) continue;
      const source = must(corpus.sources[a.source], 'source');
      const [start, end] = [
        must(source.codings.start[a.coding], 's'),
        must(source.codings.end[a.coding], 'e'),
      ];
      const [from, to] = [must(source.codings.start[b.coding], 's'), must(source.codings.end[b.coding], 'e')];
      const turns = (coding: number): number[] => turnsOf(corpus, a.source, coding);
      const together = {
        overlap: () => Math.min(end, to) - Math.max(start, from) >= 1,
        passage: () => start === from && end === to,
        turn: () => turns(a.coding).some((turn) => turns(b.coding).includes(turn)),
        turns: () => {
          const apart = 'turns' in nearness ? nearness.turns : 0;
          return turns(a.coding).some((one) =>
            turns(b.coding).some((other) => Math.abs(one - other) <= apart),
          );
        },
        within: () =>
          Math.max(start, from) - Math.min(end, to) <= ('characters' in nearness ? nearness.characters : 0),
        followed: () => from >= end && from < end + ('characters' in nearness ? nearness.characters : 0),
      };
      if (together[nearness.kind]()) pairs.push([a, b]);
    }
  }
  return pairs;
}

/** The turns of which a coding has text, once per position. */
export function turnsOf(corpus: Corpus, s: number, coding: number): number[] {
  return turnsAt(corpus, s, spanOf(corpus, s, coding));
}

/** The turns of these positions. */
export function turnsAt(corpus: Corpus, s: number, positions: readonly number[]): number[] {
  const source = must(corpus.sources[s], 'source');
  return positions
    .map((position) => source.atoms.turn[atomAt(source, position)] ?? -1)
    .filter((turn) => turn !== -1);
}

/** The codes at which a coding stands, rolled up. */
export function standingAt(corpus: Corpus, source: number, coding: number): Set<number> {
  const block = must(corpus.sources[source], 'source').codings;
  const [level, phase] = [block.level[coding], block.phase[coding]];
  const found = new Set<number>();
  for (const [index, code] of corpus.codes.entries()) {
    const direct =
      index === block.code[coding] ||
      (code.setsLevel !== null && code.setsLevel === level) ||
      (code.setsPhase !== null && code.setsPhase === phase);
    for (let step = direct ? index : -1; step !== -1; step = must(corpus.codes[step], 'code').parent)
      found.add(step);
  }
  return found;
}

interface Narrowed extends Values {
  /** As `of`, headings without text within the filters included: a border between two texts is one whatever others hold. */
  border: (where: Where) => readonly string[];
}

function narrowed(
  corpus: Corpus,
  dimension: Dimension,
  filters: readonly Filter[],
  coders: readonly string[] | null,
): Narrowed {
  const values = valuesOf(corpus, dimension);
  let ids = values.ids;
  for (const filter of filters) {
    if (filter.dimension.kind === 'code' && dimension.kind === 'code') {
      const place = new Map(corpus.codes.map(({ id }, index) => [id, index]));
      const line = (id: string): string[] => {
        const out: string[] = [];
        for (let step = place.get(id) ?? -1; step !== -1; step = must(corpus.codes[step], 'code').parent) {
          out.push(must(corpus.codes[step], 'code').id);
        }
        return out;
      };
      const known = valuesOf(corpus, filter.dimension).ids;
      // Filters come one per dimension here, so each narrows.
      const passing = corpus.codes
        .map(({ id }) => id)
        .filter((id) => {
          const has = line(id).filter((each) => known.includes(each));
          return filter.values.some((value) => (value === 'none' ? has.length === 0 : has.includes(value)));
        });
      codePasses.set(filter, passing);
    } else if (JSON.stringify(filter.dimension) === JSON.stringify(dimension)) {
      ids = ids.filter((id) => filter.values.includes(id));
    }
  }
  if (dimension.kind === 'code') {
    const lists = filters
      .filter((filter) => filter.dimension.kind === 'code')
      .map((f) => codePasses.get(f) ?? []);
    const passing = corpus.codes.map(({ id }) => id).filter((id) => lists.every((list) => list.includes(id)));
    ids = ids.filter((id) =>
      dimension.level === null ? passing.includes(id) : passing.some((each) => isUnder(corpus, each, id)),
    );
  }
  if (dimension.kind === 'coder' && coders !== null) ids = ids.filter((id) => coders.includes(id));
  const named = ids;
  const dividing = filters
    .map((filter) => ({ filter, filtered: valuesOf(corpus, filter.dimension) }))
    .filter(({ filtered }) => filtered.reach !== 'coding');
  if (values.reach !== 'coding' && dividing.length > 0) {
    // Of a source without text, filters on sources read one position beyond.
    const beyond = dividing.some(({ filtered }) => filtered.reach === 'atom') ? [] : [-1];
    const standing = corpus.sources.flatMap((source, s) => {
      const text = textOf(source);
      return (text.length > 0 ? text : beyond)
        .map((position) => ({ source: s, position }))
        .filter((where) =>
          dividing.every(({ filter, filtered }) => {
            const has = filtered.of(where);
            return filter.values.some((value) => (value === 'none' ? has.length === 0 : has.includes(value)));
          }),
        )
        .flatMap(values.of);
    });
    ids = ids.filter((id) => standing.includes(id));
  }
  const among =
    (list: readonly string[]) =>
    (where: Where): string[] =>
      values.of(where).filter((id) => list.includes(id));
  return { ...values, ids, of: among(ids), border: among(named) };
}

const codePasses = new WeakMap<Filter, string[]>();

function isUnder(corpus: Corpus, id: string, top: string): boolean {
  let step = corpus.codes.findIndex((code) => code.id === id);
  for (; step !== -1; step = must(corpus.codes[step], 'code').parent) {
    if (corpus.codes[step]?.id === top) return true;
  }
  return false;
}

function valuesOf(corpus: Corpus, dimension: Dimension): Values {
  const coding = (
    ids: string[],
    of: (source: CorpusSource, coding: number, s: number) => (string | undefined)[],
  ): Values => ({
    reach: 'coding',
    ids,
    of: (where) =>
      'coding' in where
        ? of(must(corpus.sources[where.source], 'source'), where.coding, where.source).filter(
            (id) => id !== undefined,
          )
        : [],
  });
  const text = (
    reach: 'source' | 'atom',
    ids: string[],
    of: (s: number, position: number) => string[],
  ): Values => ({
    reach,
    ids,
    of: (where) => ('position' in where ? of(where.source, where.position) : []),
  });
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  switch (dimension.kind) {
    case 'code': {
      const shown = corpus.codes.filter(({ depth }) => dimension.level === null || depth === dimension.level);
      return coding(ids(shown), (_, i, s) =>
        ids([...standingAt(corpus, s, i)].map((code) => must(corpus.codes[code], 'code'))).filter((id) =>
          ids(shown).includes(id),
        ),
      );
    }
    case 'code-set':
      return coding(ids(corpus.codeSets), (_, i, s) =>
        ids(corpus.codeSets.filter(({ codes }) => codes.some((code) => standingAt(corpus, s, i).has(code)))),
      );
    case 'coder':
      return coding(ids(corpus.coders), ({ codings }, i) => [corpus.coders[codings.coder[i] ?? -1]?.id]);
    case 'phase':
      return coding(ids(corpus.phases), ({ codings, phase }, i) => {
        const own = codings.phase[i] ?? -1;
        return [corpus.phases[own === -1 ? phase : own]?.id];
      });
    case 'level':
      return coding(['1', '2', '3'], ({ codings }, i) =>
        codings.level[i] ? [String(codings.level[i])] : [],
      );
    case 'direction':
      return coding(['1', '0', '-1'], ({ codings }, i) =>
        codings.direction[i] === NO_DIRECTION ? [] : [String(codings.direction[i])],
      );
    case 'case':
      return text('atom', ids(corpus.cases), (s, p) =>
        casesAt(corpus, s, p).map((c) => must(corpus.cases[c], 'case').id),
      );
    case 'case-attribute': {
      const name = dimension.attribute;
      const order = attributeOrder(corpus, 'case', name);
      return text('atom', order, (s, p) => {
        const has = casesAt(corpus, s, p).map((c) => must(corpus.cases[c], 'case').attributes.get(name));
        return order.filter((value) => has.includes(value));
      });
    }
    case 'speaker':
      return text('atom', ids(corpus.speakers), (s, p) => {
        const speaker = speakerAt(corpus, s, p);
        return speaker === -1 ? [] : [must(corpus.speakers[speaker], 'speaker').id];
      });
    case 'role':
      return text('atom', ['respondent', 'interviewer'], (s, p) => {
        const speaker = corpus.speakers[speakerAt(corpus, s, p)];
        return speaker ? [speaker.interviewer ? 'interviewer' : 'respondent'] : [];
      });
    case 'source':
      return text('source', ids(corpus.sources), (s) => [must(corpus.sources[s], 'source').id]);
    case 'source-phase':
      return text('source', ids(corpus.phases), (s) => {
        const phase = corpus.phases[corpus.sources[s]?.phase ?? -1];
        return phase ? [phase.id] : [];
      });
    case 'source-attribute':
      return text('source', attributeOrder(corpus, 'source', dimension.attribute), (s) => {
        const value = corpus.sources[s]?.attributes.get(dimension.attribute);
        return value === undefined || value === '' ? [] : [value];
      });
  }
}

/** Choices in their order; numbers by size; anything else by name. */
function attributeOrder(corpus: Corpus, owner: 'case' | 'source', name: string): string[] {
  const { choices, type } = must(
    corpus.attributes.find((attribute) => attribute.owner === owner && attribute.name === name),
    'attribute',
  );
  const texts = (owner === 'case' ? corpus.cases : corpus.sources).map(
    ({ attributes }) => attributes.get(name) ?? '',
  );
  const others = [...new Set(texts)].filter((value) => value !== '' && !choices.includes(value));
  return [
    ...choices,
    ...others.sort((a, b) => (type === 'number' ? Number(a) - Number(b) : a.localeCompare(b))),
  ];
}

function crossed(axis: Values[]): string[][] {
  return axis.reduce<string[][]>(
    (outer, { ids }) => outer.flatMap((head) => ids.map((id) => [...head, id])),
    [[]],
  );
}

type Pick = (corpus: Corpus, source: number, positions: number[]) => number[];

const characters: Pick = (corpus, s, positions) =>
  positions.filter((position) => !corpus.sources[s]?.ruler.lowSurrogates.includes(position));
const wordsAt: Pick = (corpus, s, positions) =>
  positions.filter((position) => corpus.sources[s]?.ruler.words.includes(position));
const unitsAt: Pick = (corpus, s, positions) =>
  positions.filter((position) => corpus.sources[s]?.ruler.units.includes(position));

/** Positions of the coding that are text, so not those of labels. */
function spanOf(corpus: Corpus, s: number, coding: number): number[] {
  const source = must(corpus.sources[s], 'source');
  return textOf(source).filter(
    (p) => p >= must(source.codings.start[coding], 's') && p < must(source.codings.end[coding], 'e'),
  );
}

function textOf(source: CorpusSource): number[] {
  return Array.from({ length: source.length }, (_, p) => p).filter((p) => atomAt(source, p) !== -1);
}

function atomAt({ atoms }: CorpusSource, position: number): number {
  return atoms.start.findIndex((start, atom) => start <= position && position < must(atoms.end[atom], 'end'));
}

function casesAt(corpus: Corpus, s: number, position: number): number[] {
  const source = must(corpus.sources[s], 'source');
  const atom = atomAt(source, position);
  return atom === -1
    ? []
    : Array.from(
        source.atoms.caseList.subarray(source.atoms.caseOffset[atom], source.atoms.caseOffset[atom + 1]),
      );
}

function speakerAt(corpus: Corpus, s: number, position: number): number {
  const source = must(corpus.sources[s], 'source');
  return source.atoms.speaker[atomAt(source, position)] ?? -1;
}

function respondentAt(corpus: Corpus, s: number, position: number): number[] {
  const speaker = speakerAt(corpus, s, position);
  return speaker !== -1 && corpus.speakers[speaker]?.interviewer === false ? [speaker] : [];
}
