// What an export of a table is made of, before it becomes a file: the numbers, the quotes behind them, the question and the rule.
import type { Quote, ScopeCounts } from '../../../shared/contract/matrices.ts';
import type { DocumentPart } from '../../../shared/export/document.ts';
import type { Cell, NumberLook, Sheet } from '../../../shared/export/sheet.ts';
import { ruleText, type RuleLine } from '../../../shared/matrices/rule.ts';
import { say, type Language, type WordKey } from '../../../shared/words/say.ts';
import type { CellQuote } from '../matrices/answers.ts';
import type { CsvNote } from './csv.ts';
import { quoteCells, quoteHead, tidyCells, tidyHead } from './quote-rows.ts';

export interface TableExport {
  readonly title: string;
  /** Says more than the title where a table stands alone. */
  readonly caption?: string;
  /** The sheet of numbers; `link` opens the first quote behind a number. A bare one has no signs where no number stands. */
  readonly numbers: (
    link: (value: number | null, row: number, column: number) => Cell,
    isBare: boolean,
  ) => Omit<Sheet, 'name'>;
  /** How a spreadsheet shows the numbers; as they are where it is missing. */
  readonly look?: NumberLook;
  /** In the order of the table's rows and columns; null where the table itself is the quotes. */
  readonly behind: (() => readonly CellQuote[]) | null;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** The cell whose quotes a place of the table behind its headings counts, or null. */
  readonly cellAt: (row: number, column: number) => Pick<CellQuote, 'row' | 'column'> | null;
  /** How a number reads in a document; places among the table's rows and columns. */
  readonly figure: (value: number, row: number, column: number) => string;
  /** Shown instead of the table in a document: passages under their codes. */
  readonly passages?: readonly Quote[];
  readonly asked: readonly (readonly [WordKey, string])[];
  readonly rule: readonly RuleLine[];
  readonly n: ScopeCounts;
}

/** The note beneath a table: the counting rule with N. */
export function ruleNote(language: Language, rule: readonly RuleLine[]): string {
  return say(language, 'export.note', { rule: ruleText(language, rule) });
}

/** What was asked, N and the rule. */
export function questionRows(language: Language, { title, asked, rule, n }: TableExport): CsvNote[] {
  const counts = (['references', 'sources', 'cases', 'speakers'] as const).map((key): CsvNote => [
    say(language, `export.n-${key}`),
    n[key],
  ]);
  return [
    [say(language, 'export.table'), title],
    ...asked.map(([key, value]): CsvNote => [say(language, key), value]),
    ...counts,
    [say(language, 'export.rule'), ruleText(language, rule)],
  ];
}

/** The numbers, the quotes behind them, the question. */
export function sheetsOf(language: Language, table: TableExport): Sheet[] {
  const behind = table.behind?.() ?? [];
  const firstQuote = new Map<string, number>();
  for (const [index, { row, column }] of behind.entries()) {
    const key = `${row}:${column}`;
    if (!firstQuote.has(key)) firstQuote.set(key, index + 1);
  }
  const link = (value: number | null, row: number, column: number): Cell => {
    const quote = firstQuote.get(`${row}:${column}`);
    return value === null || quote === undefined ? value : { value, to: { sheet: 1, row: quote, column: 0 } };
  };
  const look = table.look === undefined ? {} : { look: table.look };
  const numbers = { name: table.title, ...look, ...table.numbers(link, false) };
  const question: Sheet = {
    name: say(language, 'export.question'),
    headerRows: 0,
    headerColumns: 1,
    columnWidths: [24, 90],
    rows: questionRows(language, table),
  };
  if (table.behind === null) return [numbers, question];
  const rows = behind.map(({ row, column, quote }) => [
    table.rowNames[row] ?? '',
    table.columnNames[column] ?? '',
    ...quoteCells(language, quote),
  ]);
  const head = [say(language, 'export.row'), say(language, 'export.column'), ...quoteHead(language)];
  return [numbers, { name: say(language, 'export.quotes'), headerRows: 1, rows: [head, ...rows] }, question];
}

/** One row a coding and cell that counts it, for programs: no headings but the names of the columns. */
export function tidySheet(table: TableExport): Sheet {
  const { title: name, behind, passages = [], rowNames, columnNames } = table;
  if (behind === null) return { name, headerRows: 1, rows: [[...tidyHead], ...passages.map(tidyCells)] };
  const rows = behind().map(({ row, column, quote }) => [
    rowNames[row] ?? null,
    columnNames[column] ?? null,
    ...tidyCells(quote),
  ]);
  return { name, headerRows: 1, rows: [['row', 'column', ...tidyHead], ...rows] };
}

/** The table with its caption and note. */
export function tableOf(language: Language, table: TableExport): Extract<DocumentPart, { kind: 'table' }> {
  const { title, caption = title, figure } = table;
  return {
    kind: 'table',
    sheet: { name: caption, ...table.numbers((value) => value, false) },
    figure,
    note: ruleNote(language, table.rule),
  };
}
