// The codings behind a number: the same reading of the same question as the table, told coding by coding.
import { must } from '../must.ts';
import { Refused } from '../refused.ts';
import type { Axis } from './axis.ts';
import { codeKinds } from './code-kinds.ts';
import type { Corpus, CorpusSource } from './corpus.ts';
import { at } from './numbers.ts';
import { planOf, type Limit, type Plan, type Selection } from './plan.ts';
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
export function evidence(
  corpus: Corpus,
  question: Question & Selection,
  cell: CellChoice = {},
  limit?: Limit,
): Evidence[] {
  const plan = planOf(corpus, question, limit);
  const row = placeOf(plan.rows, cell.row);
  const column = placeOf(plan.columns, cell.column);
  const panel = plan.panels === null ? null : placeOf(plan.panels, cell.panel);
  const { codingsThatCanStand, regionCanStand } = choiceOf(plan, { row, column, panel });
  const isChosen = (each: Standing): boolean =>
    (row === null || each.row === row) &&
    (column === null || each.column === column) &&
    (panel === null || each.panel === panel);
  const found: Evidence[] = [];
  for (const [index, source] of corpus.sources.entries()) {
    const reading = new Reading(plan, index);
    const regions = reading.regions.map(regionCanStand);
    if (!regions.includes(true)) continue;
    const lineKeys = plan.lines.keysOf(source);
    const columnKeys = plan.columns.keysOf(source);
    for (const coding of codingsThatCanStand(source, plan.choose(source))) {
      const cells: Evidence[] = [];
      for (const held of reading.hold(coding) ?? []) {
        if (regions[held] !== true) continue;
        const region = must(reading.regions[held], 'a region of the reading');
        const keys = { line: at(lineKeys, coding), column: at(columnKeys, coding) };
        const standing = cellsOf(plan, region, keys).filter(isChosen);
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
  codingsThatCanStand: (source: CorpusSource, chosen: Int32Array) => Int32Array;
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
    codingsThatCanStand: (source, chosen) =>
      asked.reduce((left, { axis, canStand }) => {
        if (axis.codingKeys === 1) return canStand[0] === true ? left : left.subarray(0, 0);
        const keys = axis.keysOf(source);
        return left.filter((coding) => canStand[at(keys, coding)]);
      }, chosen),
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
  const { keys, direct } = codeKinds(corpus);
  const own = new Int32Array(corpus.codes.length);
  for (const [index, source] of corpus.sources.entries()) {
    const reading = new Reading(plan, index);
    const keyOf = keys(source);
    const columnOf = plan.columns.keysOf(source);
    for (const coding of plan.choose(source)) {
      if ((reading.hold(coding) ?? []).length === 0) continue;
      if (plan.columns.statesOf(at(columnOf, coding)).length === 0) continue;
      for (const code of direct[at(keyOf, coding)] ?? []) own[code] = at(own, code) + 1;
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

/** The cells, without totals, at which codings of these keys stand in a region that holds them. */
function cellsOf(plan: Plan, region: Region, keys: { line: number; column: number }): Standing[] {
  const { lines, columns, rows, panels } = plan;
  const headings = (axis: Axis, key: number, text: number): number[] =>
    Array.from(axis.statesOf(key), (state) => at(axis.headingAt, text * axis.codingStates + state)).filter(
      (heading) => heading !== -1 && heading !== axis.total,
    );
  const standing = (line: number): Omit<Standing, 'column'>[] => {
    const row = line % (rows.total + 1);
    const panel = (line - row) / (rows.total + 1);
    return row === rows.total || panel === (panels?.total ?? -1) ? [] : [{ row, panel }];
  };
  return region.rows.flatMap((text, index) => {
    const across = headings(columns, keys.column, must(region.columns[index], 'a column per row'));
    return headings(lines, keys.line, text)
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
