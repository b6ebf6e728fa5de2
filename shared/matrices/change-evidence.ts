// The codings behind a change: those before and those after, of the cases that a cell pairs.
import { must } from '../must.ts';
import { changes, inAnyPanel, type ChangeQuestion } from './change.ts';
import type { Corpus } from './corpus.ts';
import { dimensionName } from './dimensions.ts';
import { evidence, placeOf, type CellChoice, type Evidence } from './evidence.ts';
import { ofChange, planOf } from './plan.ts';
import type { Dimension, Heading, Question } from './question.ts';

/**
 * The codings of a cell of a change, of the cases that it pairs: those before, those after, or (for null) both.
 * Throws Refused as `changes` does, and for a heading that the table does not have.
 */
export function sideEvidence(
  corpus: Corpus,
  question: ChangeQuestion,
  cell: CellChoice,
  side: 'before' | 'after' | null,
): Evidence[] {
  const table = changes(corpus, question);
  const axis = (headings: readonly Heading[]) => ({ headings });
  const row = placeOf(axis(table.rows), cell.row) ?? table.rows.length;
  const column = placeOf(axis(table.columns), cell.column) ?? table.columns.length;
  const panels = table.panels.map(({ heading }) => heading);
  const panel = placeOf(axis(panels), cell.panel);
  const { cells } = panel === null ? table : must(table.panels[panel], 'the panel');
  const { cases } = must(cells[row]?.[column], 'the cell');
  if (cases.length === 0) return [];
  const { dimension } = question.phases;
  const ofCases = within({ ...question, panels: [dimension] }, { kind: 'case' }, cases);
  const [own] = question.panels ?? [];
  const inPanel =
    own && panel !== null
      ? within(ofCases, own, must(panels[panel], 'the panel').ids)
      : { ...ofCases, within: inAnyPanel(question) };
  const phases = [side === 'after' ? [] : table.from, side === 'before' ? [] : table.to].flat();
  return phases.flatMap((phase) => evidence(corpus, inPanel, { ...cell, panel: phase }, ofChange));
}

/** The codings of all cells of a change, before at the first of a column's three places and after at the second. */
export function changeEvidence(corpus: Corpus, question: ChangeQuestion): Evidence[] {
  const table = changes(corpus, question);
  const { rows, columns, panels = [], phases } = question;
  const axes = [...rows, ...columns, ...panels];
  const cases: Dimension[] = axes.some(({ kind }) => kind === 'case') ? [] : [{ kind: 'case' }];
  const told = { ...question, panels: [...panels, phases.dimension, ...cases] };
  const headings = planOf(corpus, told, ofChange).panels?.headings ?? [];
  const sides = [table.from, table.to].map(({ ids }) => ids[0]);
  const found = evidence(corpus, told, {}, ofChange).flatMap((each): Evidence[] => {
    const { ids } = must(headings[each.panel], 'the panel');
    const panel =
      panels.length === 0 ? 0 : table.panels.findIndex(({ heading }) => heading.ids[0] === ids[0]);
    const { cells } = panels.length === 0 ? table : must(table.panels[panel], 'the panel');
    const paired = must(cells[each.row]?.[each.column], 'the cell').cases;
    const side = sides.indexOf(ids[panels.length]);
    const inCell = [ids, table.rows[each.row]?.ids ?? [], table.columns[each.column]?.ids ?? []].flat();
    if (side === -1 || !paired.some((id) => inCell.includes(id))) return [];
    return [{ ...each, panel, column: each.column * 3 + side }];
  });
  // A coding of two cases stands in a cell once.
  const once = new Map(
    found.map((each) => [[each.source, each.coding, each.panel, each.row, each.column].join(), each]),
  );
  return [...once.values()];
}

/** The question with another filter in the place of those on the same dimension: only these values of it. */
export function within<Q extends Pick<Question, 'filters'>>(
  question: Q,
  dimension: Dimension,
  values: readonly string[],
): Q {
  const others = question.filters.filter(
    (filter) => dimensionName(filter.dimension) !== dimensionName(dimension),
  );
  return { ...question, filters: [...others, { dimension, values }] };
}
