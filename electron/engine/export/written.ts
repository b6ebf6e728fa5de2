// What was written in the cells of a table, as text: the summary with the quotes that support it, the rating, why a cell is empty.
import type { Input } from '../../../shared/contract/index.ts';
import type { MatrixAnswer, Quote } from '../../../shared/contract/matrices.ts';
import type { CellExcerpt, CellRecord, Summary } from '../../../shared/contract/saved-matrices.ts';
import type { Places } from '../../../shared/matrices/arrange.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import { cellRecords } from '../matrices/cells.ts';
import { excerpts } from '../matrices/excerpts.ts';
import type { Readable } from '../store/connection.ts';
import { figuresOf } from './figures.ts';
import { cited } from './quote-rows.ts';

interface Written {
  readonly language: Language;
  /** The answer to the question, and as a flat table. */
  readonly asked: MatrixAnswer;
  readonly whole: MatrixAnswer;
  /** Of the flat table: which rows and columns are written. */
  readonly places: Places;
}

const sides = ['before', 'after', null] as const;

/**
 * The text of each cell by its place among the rows and columns that are written, null where there is nothing to say: what
 * is noted there with its quotes. Of a change it is the number, with a quote for each of its sides.
 */
export function writtenCells(
  db: Readable,
  corpus: Corpus,
  question: Input<'matrices.table'>,
  { language, asked, whole, places }: Written,
): (row: number, column: number) => string | null {
  const { matrix, at } = question;
  const moment = at === undefined ? {} : { at };
  const records = matrix === undefined ? [] : cellRecords(db, corpus, { matrix, ...moment });
  const recordAt = new Map(records.map((record) => [keyOf(record.row, record.column), record]));
  const needed = records.map(({ row, column, summary, pinned }) => ({
    row,
    column,
    codings: [...(summary ? supportOf(summary.paragraphs) : []), ...pinned],
  }));
  const found = excerpts(db, corpus, { question, most: 1 }, needed).cells;
  const excerptAt = new Map(found.map((each) => [`${each.row} ${each.column} ${each.side ?? ''}`, each]));
  const figures = figuresOf(language, whole);
  const change = (row: number, column: number): string | null => {
    const value = whole.cells[row]?.[column] ?? null;
    const side = sides[column % sides.length] ?? null;
    const excerpt = side && excerptAt.get(`${row} ${Math.floor(column / sides.length)} ${side}`);
    const told = [
      ...(value === null ? [] : [figures.text(value, row, column)]),
      ...(excerpt?.quotes[0] ? [cited(language, excerpt.quotes[0])] : []),
    ];
    return told.length === 0 ? null : told.join('\n');
  };
  return (row, column) => {
    const [rowAt, columnAt] = [places.rows?.[row] ?? row, places.columns?.[column] ?? column];
    if (asked.change !== null) return change(rowAt, columnAt);
    const record = recordAt.get(keyOf(asked.rows[rowAt]?.ids ?? null, asked.columns[columnAt]?.ids ?? null));
    return wordsOf(language, record, excerptAt.get(`${rowAt} ${columnAt} `));
  };
}

const keyOf = (row: readonly string[] | null, column: readonly string[] | null): string =>
  JSON.stringify([row, column]);

function wordsOf(
  language: Language,
  record: CellRecord | undefined,
  excerpt: CellExcerpt | undefined,
): string | null {
  const summary = record?.summary ?? null;
  if (!excerpt && !summary) return record?.empty ? say(language, `cells.empty-${record.empty}`) : null;
  const quotes = excerpt?.quotes ?? [];
  const supporting = summary ? supportOf(summary.paragraphs) : [];
  const pinned = quotes.filter(({ id }) => record?.pinned.includes(id) && !supporting.includes(id));
  // Without a summary the words themselves must do.
  const beside = summary || pinned.length > 0 ? pinned : quotes.slice(0, 1);
  return [
    ...(summary ? summaryLines(summary.paragraphs, supporting) : []),
    ...supporting.flatMap((id, at) =>
      numbered(
        language,
        at + 1,
        quotes.find((quote) => quote.id === id),
      ),
    ),
    ...beside.map((quote) => cited(language, quote)),
    footOf(language, record, excerpt),
  ].join('\n');
}

/** The codings that a summary leads to, in the order in which it does. */
function supportOf(paragraphs: Summary): string[] {
  return [...new Set(paragraphs.flat().flatMap((part) => ('quote' in part ? [part.quote] : [])))];
}

function summaryLines(paragraphs: Summary, supporting: readonly string[]): string[] {
  return paragraphs.map((parts) =>
    parts.map((part) => ('quote' in part ? `[${supporting.indexOf(part.quote) + 1}]` : part.text)).join(''),
  );
}

/** A quote that is no longer in the cell has no words to show: its number stays in the summary, which is told to be stale. */
function numbered(language: Language, number: number, quote: Quote | undefined): string[] {
  return quote ? [`[${number}] ${cited(language, quote)}`] : [];
}

function footOf(
  language: Language,
  record: CellRecord | undefined,
  excerpt: CellExcerpt | undefined,
): string {
  const { rating = null, summary = null } = record ?? {};
  const negative = excerpt?.negative ?? 0;
  return [
    say(language, 'written.references', { n: excerpt?.n ?? 0 }),
    ...(negative > 0 ? [say(language, 'written.negative', { n: negative })] : []),
    ...(rating === null ? [] : [say(language, 'cells.spoken-rating', { n: rating })]),
    ...(summary?.stale ? [say(language, 'written.stale')] : []),
  ].join(' · ');
}
