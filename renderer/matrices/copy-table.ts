// The table in sight to the clipboard: as tab-separated text for spreadsheets, as HTML for word processors.
import { emptySign, untoldAt } from '../../shared/matrices/empty.ts';
import { headingText } from '../../shared/matrices/headings.ts';
import { dimensionLabel, measureName } from '../../shared/matrices/rule.ts';
import { parseDimension } from '../../shared/matrices/dimensions.ts';
import type { FrequenciesAnswer } from '../../shared/contract/matrices.ts';
import { leaving, readNames, withNamesSaid } from '../names/leaving.ts';
import { notify } from '../window-state.ts';
import { words } from '../words.ts';
import { frequencyColumns } from './frequency-table.tsx';
import type { FrequencyLine } from './frequency-order.ts';
import type { MatrixView } from './matrix-view.ts';
import type { GridRange } from './use-grid.ts';
import { changeText, numberText } from './numbers.ts';

/** Words of cells; the first row holds the headings of the columns. */
export type Rows = readonly (readonly string[])[];

/** The rows and columns in sight with their totals. */
export function matrixCells({ answer, rows, columns, hasTotals }: MatrixView): Rows {
  const { language, say } = words();
  const { dimensions, measure } = answer;
  const figure = (value: number | null | undefined, row: number, column: number): string => {
    const reason = untoldAt(answer, row, column);
    if (reason !== null) return emptySign(language, reason);
    return value == null ? '' : (answer.change === null ? numberText : changeText)(language, measure, value);
  };
  const [height, width] = [answer.rows.length, answer.columns.length];
  const total = hasTotals ? [say('tables.total')] : [];
  const rowDimensions = dimensions.rows.map((name) => dimensionLabel(language, parseDimension(name)));
  const names = hasTotals
    ? columns.map(({ entry }) => headingText(language, dimensions.columns, entry))
    : [measureName(language, measure)];
  return [
    [rowDimensions.join(say('rule.nested')), ...names, ...total],
    ...rows.map(({ entry, place }) => [
      headingText(language, dimensions.rows, entry),
      ...columns.map((column) => figure(answer.cells[place]?.[column.place], place, column.place)),
      ...(hasTotals ? [figure(answer.rowTotals[place], place, width)] : []),
    ]),
    [
      say('tables.total'),
      ...columns.map((column) => figure(answer.columnTotals[column.place], height, column.place)),
      ...(hasTotals ? [figure(answer.total, height, width)] : []),
    ],
  ];
}

export function frequencyCells({ by }: FrequenciesAnswer, lines: readonly FrequencyLine[]): Rows {
  const { language, say } = words();
  const columns = frequencyColumns(by);
  const names = columns.map((column) =>
    column === 'references' ? say('measure.references') : say(`tables.column-${column}`),
  );
  return [
    [dimensionLabel(language, parseDimension(by)), ...names],
    ...lines.map(({ entry, row }) => [
      headingText(language, [by], entry),
      ...columns.map((column) => numberText(language, 'references', row[column])),
    ]),
  ];
}

/** The rectangle with the headings of its rows and columns; of a single cell its number alone. */
export function partOf(cells: Rows, { first, last }: GridRange): Rows {
  const end = (place: number, all: number): number => (place === -1 ? all : place + 1);
  const lines = [first.line, last.line].every((line) => line === -1);
  const columns = [first.column, last.column].every((column) => column === -1);
  const [top, bottom] = [first.line === -1 ? 0 : first.line + 1, lines ? cells.length - 1 : last.line + 1];
  const left = first.column === -1 ? 0 : first.column + 1;
  const right = end(columns ? -1 : last.column, (cells[0]?.length ?? 1) - 1);
  if (top === bottom && left === right && top > 0 && left > 0) return [[cells[top]?.[left] ?? '']];
  const rows = cells.slice(Math.max(1, top), bottom + 1);
  return [cells[0] ?? [], ...rows].map((row) => [row[0] ?? '', ...row.slice(Math.max(1, left), right + 1)]);
}

/** Copies the cells and says so. */
export async function copyCells(original: Rows): Promise<void> {
  const { say } = words();
  await readNames();
  const { text: named, replaced } = leaving();
  const rows = original.map((row) => row.map(named));
  const plain = rows.map((row) => row.map(oneLine).join('\t')).join('\n');
  const item = new ClipboardItem({
    'text/plain': new Blob([plain], { type: 'text/plain' }),
    'text/html': new Blob([htmlOf(rows)], { type: 'text/html' }),
  });
  navigator.clipboard.write([item]).then(
    () => {
      const single = rows.length === 1 ? rows[0]?.[0] : undefined;
      const text =
        single === undefined
          ? say('tables.copied', { rows: rows.length - 1 })
          : say('displays.copied-cell', { value: single });
      notify({ tone: 'plain', text: withNamesSaid(text, replaced()) });
    },
    () => notify({ tone: 'bad', text: say('tables.not-copied') }),
  );
}

function htmlOf([head = [], ...rows]: Rows): string {
  const heading = (text: string): string => `<th>${escaped(text)}</th>`;
  const cells = (row: readonly string[], tag: 'th' | 'td'): string =>
    row.map((text, i) => (i === 0 || tag === 'th' ? heading(text) : `<td>${escaped(text)}</td>`)).join('');
  if (rows.length === 0) return `<table><tbody><tr><td>${escaped(head[0] ?? '')}</td></tr></tbody></table>`;
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
