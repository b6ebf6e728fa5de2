// The codings behind a number: the same reading of the same question as the table, told coding by coding.
import { must } from '../must.ts';
import { Refused } from '../refused.ts';
import type { Axis } from './axis.ts';
import { codeKinds } from './code-kinds.ts';
import type { Corpus, CorpusSource } from './corpus.ts';
import { at, grown } from './numbers.ts';
import { planOf, type Plan, type Selection } from './plan.ts';
import type { Heading, Question } from './question.ts';
import { Reading, type Region } from './reading.ts';

/** One coding in one cell. */
export interface Evidence {
  /** Places among the table's rows, columns and panels (0 where it has none). */
  readonly row: number;
  readonly column: number;
  readonly panel: number;
  /** Place among the corpus' sources, and of the coding in the block of that source. */
  readonly source: number;
  readonly coding: number;
  /**
   * The text that counts, [start, end) in UTF-16 units, without speaker labels: under 'split' the part in the cell's own
   * text, else all of the coding's. Empty for a coding that lies in a label.
   */
  readonly stretches: readonly Stretch[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Which cells to open: a row, a column, a panel, each by heading or by place; without any the whole table. */
export interface CellChoice {
  readonly row?: Heading | number | undefined;
  readonly column?: Heading | number | undefined;
  readonly panel?: Heading | number | undefined;
}

/**
 * Every coding that the chosen cells count, by source, then by place in the text, then by panel, row and column. The different
 * codings of a cell are as many as its references, those of a row as many as its total. Throws Refused as `tabulate`
 * does, and for a heading that the table does not have.
 */
export function evidence(corpus: Corpus, question: Question & Selection, cell: CellChoice = {}): Evidence[] {
  const plan = planOf(corpus, question);
  const row = placeOf(plan.rows, cell.row);
  const column = placeOf(plan.columns, cell.column);
  const panel = plan.panels === null ? null : placeOf(plan.panels, cell.panel);
  const { codingCanStand, regionCanStand } = choiceOf(plan, { row, column, panel });
  const isChosen = (each: Standing): boolean =>
    (row === null || each.row === row) &&
    (column === null || each.column === column) &&
    (panel === null || each.panel === panel);
  const found: Evidence[] = [];
  let chosen = new Int32Array(64);
  for (const [index, source] of corpus.sources.entries()) {
    chosen = grown(chosen, source.codings.start.length);
    const count = plan.choose(source, chosen);
    let reading: Reading | undefined;
    for (let place = 0; place < count; place++) {
      const coding = at(chosen, place);
      if (!codingCanStand(source, coding)) continue;
      reading ??= new Reading(plan, index);
      const cells: Evidence[] = [];
      for (const held of reading.hold(coding) ?? []) {
        const region = must(reading.regions[held], 'a region of the reading');
        if (!regionCanStand(region)) continue;
        const standing = cellsOf(plan, region, source, coding).filter(isChosen);
        if (standing.length === 0) continue;
        const stretches = inside(reading, coding, question.overlap === 'split' ? region : null);
        cells.push(...standing.map((each) => ({ ...each, source: index, coding, stretches })));
      }
      found.push(...cells.sort((a, b) => a.panel - b.panel || a.row - b.row || a.column - b.column));
    }
  }
  return found;
}

/**
 * Quick tests, which most codings fail: a heading asks for one state of the text and one of the coding, so that a coding
 * at another state, or a region without the cell's text, cannot stand there. Null chooses all.
 */
function choiceOf(
  { rows, columns, panels }: Plan,
  chosen: Readonly<Record<keyof Standing, number | null>>,
): {
  codingCanStand: (source: CorpusSource, coding: number) => boolean;
  regionCanStand: (region: Region) => boolean;
} {
  const wanted = (axis: Axis | null, heading: number | null) => {
    if (axis === null || heading === null) return null;
    const place = axis.headingAt.indexOf(heading);
    const state = place % axis.codingStates;
    const canStand = Array.from({ length: axis.codingKeys }, (_, key) => axis.statesOf(key).includes(state));
    return { axis, text: (place - state) / axis.codingStates, canStand };
  };
  const row = wanted(rows, chosen.row);
  const column = wanted(columns, chosen.column);
  const panel = wanted(panels, chosen.panel);
  const asked = [row, column, panel].filter((each) => each !== null);
  return {
    codingCanStand: (source, coding) =>
      asked.every(({ axis, canStand }) => canStand[axis.codingKey(source, coding)]),
    regionCanStand: (region) =>
      region.rows.some((line, place) => {
        const text = line % rows.textStates;
        return (
          (row === null || row.text === text) &&
          (panel === null || panel.text === (line - text) / rows.textStates) &&
          (column === null || column.text === region.columns[place])
        );
      }),
  };
}

/**
 * Per row of the same question's table: the codings at the code itself, without its sub-codes. The question's rows are
 * codes. A code that names a level or a phase has the codings with that property as its own.
 */
export function ownReferences(corpus: Corpus, question: Question): number[] {
  const plan = planOf(corpus, question);
  const { key, direct } = codeKinds(corpus);
  const own = new Int32Array(corpus.codes.length);
  for (const [index, source] of corpus.sources.entries()) {
    const reading = new Reading(plan, index);
    for (const coding of reading.chosen()) {
      if ((reading.hold(coding) ?? []).length === 0) continue;
      if (plan.columns.statesOf(plan.columns.codingKey(source, coding)).length === 0) continue;
      for (const code of direct[key(source, coding)] ?? []) own[code] = at(own, code) + 1;
    }
  }
  const place = new Map(corpus.codes.map(({ id }, code) => [id, code]));
  return plan.rows.headings.map(({ ids }) => at(own, must(place.get(ids.join()), 'the rows are codes')));
}

/** The place of a heading; null for no choice. Throws Refused for one that the table does not have. */
export function placeOf(
  { headings }: Pick<Axis, 'headings'>,
  choice: Heading | number | undefined,
): number | null {
  if (choice === undefined) return null;
  const wanted = typeof choice === 'number' ? choice : JSON.stringify(choice.ids);
  const place =
    typeof wanted === 'number' ? wanted : headings.findIndex(({ ids }) => JSON.stringify(ids) === wanted);
  if (headings[place] !== undefined) return place;
  const name = typeof choice === 'number' ? String(choice) : choice.labels.join(' / ');
  throw new Refused('refused.no-such-heading', { name });
}

interface Standing {
  readonly row: number;
  readonly column: number;
  readonly panel: number;
}

/** The cells, without totals, at which a coding stands in a region that holds it. */
function cellsOf(plan: Plan, region: Region, source: CorpusSource, coding: number): Standing[] {
  const { lines, columns, rows, panels } = plan;
  const headings = (axis: Axis, text: number): number[] =>
    Array.from(axis.statesOf(axis.codingKey(source, coding)), (state) =>
      at(axis.headingAt, text * axis.codingStates + state),
    ).filter((heading) => heading !== -1 && heading !== axis.total);
  const standing = (line: number): Omit<Standing, 'column'>[] => {
    const row = line % (rows.total + 1);
    const panel = (line - row) / (rows.total + 1);
    return row === rows.total || panel === (panels?.total ?? -1) ? [] : [{ row, panel }];
  };
  return region.rows.flatMap((text, index) => {
    const across = headings(columns, must(region.columns[index], 'a column per row'));
    return headings(lines, text)
      .flatMap(standing)
      .flatMap((line) => across.map((column) => ({ ...line, column })));
  });
}

/** The coding's text in the region (everywhere, for null), neighbours joined. */
function inside({ source, layout }: Reading, coding: number, region: Region | null): Stretch[] {
  const { atoms, codings } = source;
  const [from, to] = [at(codings.start, coding), at(codings.end, coding)];
  const stretches: { start: number; end: number }[] = [];
  for (
    let atom = at(layout.startAtom, coding);
    atom < atoms.start.length && at(atoms.start, atom) < to;
    atom++
  ) {
    const start = Math.max(at(atoms.start, atom), from);
    const end = Math.min(at(atoms.end, atom), to);
    const isInside = region === null || region.inside[at(layout.profileOf, atom)] === true;
    if (!isInside || start >= end) continue;
    const last = stretches.at(-1);
    if (last?.end === start) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}
