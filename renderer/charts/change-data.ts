// What is drawn of a change: for each row, and for each column of it, what it was and what it is.
import type { CellChange, MatrixAnswer } from '../../shared/contract/matrices.ts';
import { headingText } from '../../shared/matrices/headings.ts';
import { measureName } from '../../shared/matrices/rule.ts';
import { must } from '../../shared/must.ts';
import { say, type Language } from '../../shared/words/say.ts';
import { asTitle, isUncodedCase, type AxisCodes } from '../matrices/facts.ts';
import type { MatrixView } from '../matrices/matrix-view.ts';
import { changeText, differenceText, numberText } from '../matrices/numbers.ts';
import { looksLike, type ChangeLine, type ChartData } from './chart-data.ts';

type Measure = MatrixAnswer['measure'];

/** Families stay among their codes: means are not counted twice. The two columns of the chart are the phases. */
export function changeData(
  { answer, rows, columns }: MatrixView,
  { language, codes }: { readonly language: Language; readonly codes: AxisCodes },
): ChartData {
  const { measure, dimensions } = answer;
  const { from, to, paired } = must(answer.change, 'a change');
  const drawn = rows.flatMap((row, index) =>
    columns.map((column) => {
      const heads = [row.entry, column.entry];
      const of = [dimensions.rows, dimensions.columns];
      const own = heads.flatMap(({ ids }) => ids.map((id) => codes.get(id)?.look.className));
      return {
        name: heads
          .map((entry, axis) => headingText(language, of[axis] ?? [], entry))
          .filter((text) => text !== '')
          .join(' × '),
        className: looksLike(own.find(Boolean), index),
        place: row.place,
        column: column.place,
        isFamily: [row, column].some(({ family }) => family?.open === true),
        isUncoded: heads.some((entry) => isUncodedCase(answer, entry)),
        change: must(answer.changes?.[row.place]?.[column.place], 'a cell of the change'),
      };
    }),
  );
  const phase = (entry: MatrixAnswer['rows'][number], place: number) => ({
    name: asTitle(headingText(language, ['phase'], entry)),
    className: '',
    place,
  });
  return {
    rows: drawn.map(({ name, className, place }) => ({ name, className, place })),
    columns: [phase(from, 0), phase(to, 1)],
    values: drawn.map(({ change: { before, after } }) => [before, after]),
    colouredRows: true,
    axes: { across: '', up: unitOf(language, measure) },
    figure: (value) => numberText(language, shown(measure), value),
    told: (row, column) => {
      const { change } = must(drawn[row], 'a row');
      return [sideText(language, measure, change, column), changedText(language, measure, change)];
    },
    change: {
      lines: drawn.map(({ column, isFamily, isUncoded, change }): ChangeLine => ({
        column,
        isFamily,
        told:
          change.before === null || change.after === null
            ? say(language, isUncoded ? 'cells.empty-uncoded' : 'written.not-paired')
            : `${changeText(language, measure, change.after - change.before)} · ${say(language, 'written.cases', { k: change.n, n: paired })}`,
      })),
      ends: endsOf(measure),
    },
  };
}

/** Presence over cases is the share of them. */
function shown(measure: Measure): Measure {
  return measure === 'presence' ? 'case-share' : measure;
}

function unitOf(language: Language, measure: Measure): string {
  return asTitle(measureName(language, shown(measure)));
}

/** Levels stand between 1 and 3, presence between none and all of the cases. */
function endsOf(measure: Measure): readonly [number, number] | null {
  if (measure === 'median-level' || measure === 'mean-level') return [1, 3];
  return measure === 'presence' ? [0, 1] : null;
}

/** "2 of 8 cases", or the mean with its unit and how many cases it is of. */
function sideText(language: Language, measure: Measure, change: CellChange, column: number): string {
  const value = (column === 0 ? change.before : change.after) ?? 0;
  const { n } = change;
  return measure === 'presence'
    ? say(language, 'tables.k-of-n', { k: Math.round(value * n), n })
    : say(language, 'charts.mean-of', {
        value: numberText(language, measure, value),
        unit: measureName(language, measure),
        n,
      });
}

function changedText(
  language: Language,
  measure: Measure,
  { before, after, n, rose, fell }: CellChange,
): string {
  const size = (after ?? 0) - (before ?? 0);
  const way = size > 0 ? 'rises' : size < 0 ? 'falls' : 'stays';
  const by = differenceText(language, measure, size);
  return say(language, `charts.${way}`, { by, rose, stayed: n - rose - fell, fell });
}
