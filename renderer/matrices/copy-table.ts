// The table in sight to the clipboard: as tab-separated text for spreadsheets, as HTML for word processors.
import { headingText } from '../../shared/matrices/headings.ts';
import { dimensionLabel, measureName } from '../../shared/matrices/rule.ts';
import { parseDimension } from '../../shared/matrices/dimensions.ts';
import type { FrequenciesAnswer } from '../../shared/contract/matrices.ts';
import { notify } from '../window-state.ts';
import { words } from '../words.ts';
import { frequencyColumns } from './frequency-table.tsx';
import type { FrequencyLine } from './frequency-order.ts';
import type { MatrixView } from './matrix-view.ts';
import { numberText } from './numbers.ts';

/** Words of cells; the first row holds the headings of the columns. */
export type Rows = readonly (readonly string[])[];

/** The rows and columns in sight with their totals. */
export function matrixCells({ answer, rows, columns, hasTotals }: MatrixView): Rows {
  const { language, say } = words();
  const { dimensions, measure } = answer;
  const figure = (value: number | null | undefined): string =>
    value == null ? '' : numberText(language, measure, value);
  const total = hasTotals ? [say('tables.total')] : [];
  const rowDimensions = dimensions.rows.map((name) => dimensionLabel(language, parseDimension(name)));
  const names = hasTotals
    ? columns.map(({ entry }) => headingText(language, dimensions.columns, entry))
    : [measureName(language, measure)];
  return [
    [rowDimensions.join(say('rule.nested')), ...names, ...total],
    ...rows.map(({ entry, place }) => [
      headingText(language, dimensions.rows, entry),
      ...columns.map((column) => figure(answer.cells[place]?.[column.place])),
      ...(hasTotals ? [figure(answer.rowTotals[place])] : []),
    ]),
    [
      say('tables.total'),
      ...columns.map((column) => figure(answer.columnTotals[column.place])),
      ...(hasTotals ? [figure(answer.total)] : []),
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

/** Copies the cells and says so. */
export function copyCells(rows: Rows): void {
  const { say } = words();
  const plain = rows.map((row) => row.map(oneLine).join('\t')).join('\n');
  const item = new ClipboardItem({
    'text/plain': new Blob([plain], { type: 'text/plain' }),
    'text/html': new Blob([htmlOf(rows)], { type: 'text/html' }),
  });
  navigator.clipboard.write([item]).then(
    () => notify({ tone: 'plain', text: say('tables.copied', { rows: rows.length - 1 }) }),
    () => notify({ tone: 'bad', text: say('tables.not-copied') }),
  );
}

function htmlOf([head = [], ...rows]: Rows): string {
  const cells = (row: readonly string[], tag: 'th' | 'td'): string =>
    row.map((text, i) => `<${i === 0 ? 'th' : tag}>${escaped(text)}</${i === 0 ? 'th' : tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
