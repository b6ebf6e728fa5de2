// The ways in which a table can be shown: as numbers, as what was written in its cells, as a chart.
import { chartKinds, kindsFor, type ChartKind } from '../charts/chart-kinds.ts';
import { isOfPairs, type MatrixInput } from './question.ts';

export type ShownAs = 'table' | 'written' | ChartKind;

const all: readonly ShownAs[] = ['table', 'written', ...chartKinds];

/** How a saved matrix was shown; as a table where another version of the program showed it in a way of its own. */
export function shownAs(display: string): ShownAs {
  return all.find((each) => each === display) ?? 'table';
}

/** The ways that fit the question. */
export function waysFor(question: MatrixInput): readonly ShownAs[] {
  const isPlain = !question.change && !question.panels;
  const isWritten = isPlain && question.columns.length > 0 && !isOfPairs(question);
  return ['table', ...(isWritten ? (['written'] as const) : []), ...kindsFor(question)];
}
