// Which charts a table can be drawn as.
import type { MatrixInput } from '../matrices/question.ts';

export const chartKinds = ['bars', 'bubbles', 'slopes', 'network', 'dumbbells'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** More marks than this cannot be told apart. */
export const mostMarks = 1200;
export const mostNodes = 60;

const inTime: readonly string[] = ['phase', 'source-phase'];

/** Slopes want a time across, a network codes on both sides, dumbbells a before and an after. */
export function kindsFor({
  rows,
  columns,
  change,
  panels,
}: Pick<MatrixInput, 'rows' | 'columns' | 'change' | 'panels'>): readonly ChartKind[] {
  if (panels) return [];
  if (change) return ['dumbbells'];
  if (columns.length === 0) return ['bars'];
  const [across = ''] = columns;
  const isTimed = columns.length === 1 && inTime.includes(across);
  const isPaired = rows.length === 1 && columns.length === 1 && rows[0] === 'code' && across === 'code';
  return [
    'bars',
    'bubbles',
    ...(isTimed ? (['slopes'] as const) : []),
    ...(isPaired ? (['network'] as const) : []),
  ];
}
