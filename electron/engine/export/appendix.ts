// The quotes behind a table as an appendix, numbered as in the table: row 2, column B, its third passage is 2B.3.
import type { DocumentPart } from '../../../shared/export/document.ts';
import type { Cell, Sheet } from '../../../shared/export/sheet.ts';
import { must } from '../../../shared/must.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import type { CellQuote } from '../matrices/answers.ts';
import { cited } from './quote-rows.ts';
import { tableOf, type TableExport } from './table-export.ts';
import { columnName } from './xlsx-names.ts';

/** The table with its rows numbered and its columns lettered, and beneath it the passages that each number counts. */
export function withAppendix(language: Language, table: TableExport): DocumentPart[] {
  const behind = table.behind?.() ?? [];
  const part = tableOf(language, table);
  const hasColumns = table.columnNames.length > 1;
  const numberOf = ({ row, column }: Pick<CellQuote, 'row' | 'column'>): string =>
    `${row + 1}${hasColumns && column >= 0 ? columnName(column) : ''}`;
  const cells = Map.groupBy(behind, numberOf);
  return [
    {
      ...part,
      sheet: numbered(language, part.sheet, table, hasColumns),
      opens: (row, column) => {
        const cell = table.cellAt(row, column);
        return cell !== null && cells.has(numberOf(cell)) ? anchorOf(numberOf(cell)) : null;
      },
    },
    { kind: 'heading', level: 1, text: say(language, 'export.appendix') },
    ...quotesOf(language, table, cells),
  ];
}

const anchorOf = (cell: string): string => `quotes${cell}`;

function numbered(
  language: Language,
  sheet: Sheet,
  { rowNames, columnNames }: TableExport,
  hasColumns: boolean,
): Sheet {
  const { headerRows, headerColumns = 0 } = sheet;
  const lettered = (cell: Cell, column: number): Cell =>
    hasColumns && column >= headerColumns && column - headerColumns < columnNames.length
      ? `${columnName(column - headerColumns)}  ${columnNames[column - headerColumns]}`
      : cell;
  return {
    ...sheet,
    headerColumns: headerColumns + 1,
    rows: sheet.rows.map((row, r) => {
      if (r < headerRows) return [say(language, 'export.number'), ...row.map(lettered)];
      return [r - headerRows < rowNames.length ? String(r - headerRows + 1) : null, ...row];
    }),
  };
}

/** A passage stands whole in the last of its cells, which of a code and its sub-codes is the sub-code's; before, by its number. */
function quotesOf(
  language: Language,
  table: TableExport,
  cells: ReadonlyMap<string, readonly CellQuote[]>,
): DocumentPart[] {
  const numbers = new Map<string, string>();
  for (const [cell, quotes] of cells) for (const { quote } of quotes) numbers.set(quote.id, cell);
  const wholeIn = new Map([...cells.keys()].map((cell) => [cell, 0]));
  for (const [cell, quotes] of cells)
    for (const { quote } of quotes) {
      if (numbers.get(quote.id) !== cell) continue;
      const n = must(wholeIn.get(cell), 'the count of the cell') + 1;
      wholeIn.set(cell, n);
      numbers.set(quote.id, `${cell}.${n}`);
    }
  const numberOf = ({ quote }: CellQuote): string => must(numbers.get(quote.id), 'the number of the passage');
  return [...cells].flatMap(([cell, quotes]): DocumentPart[] => {
    const [first] = quotes;
    const { row, column } = must(first, 'a passage of the cell');
    const names = [table.rowNames[row], table.columnNames.length > 1 ? table.columnNames[column] : undefined];
    const name = names.filter((each) => each !== undefined).join(' × ');
    const isHere = (each: CellQuote): boolean => numberOf(each).startsWith(`${cell}.`);
    const elsewhere = quotes.filter((each) => !isHere(each)).map(numberOf);
    return [
      {
        kind: 'heading',
        level: 2,
        text: say(language, 'export.appendix-cell', { cell, name, n: quotes.length }),
        anchor: anchorOf(cell),
      },
      ...quotes.filter(isHere).map((each): DocumentPart => ({
        kind: 'paragraph',
        text: `${numberOf(each)}  ${cited(language, each.quote)}`,
      })),
      ...(elsewhere.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: say(language, 'export.appendix-see', {
                numbers: elsewhere.join(say(language, 'export.citation-list')),
              }),
            } as const,
          ]),
    ];
  });
}
