// The quotes behind the numbers of a matrix: of one cell, or of all for an export.
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { MatrixAnswer, Quote } from '../../../shared/contract/matrices.ts';
import { inverse } from '../../../shared/matrices/arrange.ts';
import { changeEvidence, sideEvidence, within } from '../../../shared/matrices/change-evidence.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { evidence, type CellChoice } from '../../../shared/matrices/evidence.ts';
import { pairEvidence } from '../../../shared/matrices/pair-evidence.ts';
import type { Heading, Question } from '../../../shared/matrices/question.ts';
import type { Readable } from '../store/connection.ts';
import { behind, quoted, type CellQuote } from './answers.ts';
import { exclusions } from './cells.ts';
import { excludedFrom } from './excluded.ts';
import { orderedMatrix, wholeMatrix } from './matrix.ts';
import { matrixQuestion, type MatrixQuestion } from './questions.ts';
import { readQuotes, withValue } from './quotes.ts';

type CellInput = Input<'matrices.cell'>;

/** The codings that one cell (or total) counts, each once, in the order of the texts; and those left out of it. */
export function cellQuotes(db: Readable, corpus: Corpus, input: CellInput): Output<'matrices.cell'> {
  const cell = headingsOf(db, corpus, input);
  const quotes = allQuotes(db, corpus, input, cell);
  const left = excludedFrom(db, corpus, input.question, cell);
  const [excluded = [], counted = []] = [true, false].map((is) =>
    quotes.filter(({ id }) => left.has(id) === is),
  );
  return { quotes: counted, excluded };
}

function allQuotes(db: Readable, corpus: Corpus, input: CellInput, cell: Named): Quote[] {
  const asked = matrixQuestion(db, corpus, input.question);
  if (asked.kind === 'pairs' || asked.kind === 'units') {
    const { panel, question } = asked;
    const inPanel =
      panel === null || cell.panel === null ? question : within(question, panel, cell.panel.ids);
    return readQuotes(db, corpus, pairEvidence(corpus, inPanel, asked.kind, cell));
  }
  const found =
    asked.kind === 'change'
      ? sideEvidence(corpus, asked.question, choiceOf(cell), input.side ?? null)
      : evidence(corpus, asked.question, choiceOf(cell));
  const once = new Map(
    withValue(corpus, asked.measure, found).map((each) => [`${each.source} ${each.coding}`, each]),
  );
  return readQuotes(db, corpus, [...once.values()]);
}

/**
 * The codings behind the cells of a matrix, by the rows and columns of its flat table (see `flat`); of a table of pairs,
 * the codings of its rows.
 */
export function matrixEvidence(db: Readable, corpus: Corpus, input: Input<'matrices.table'>): CellQuote[] {
  const asked = matrixQuestion(db, corpus, input);
  const { answer, places } = orderedMatrix(db, corpus, input);
  const rowAt = places.rows && inverse(places.rows);
  const columnAt = places.columns && inverse(places.columns);
  const sides = asked.kind === 'change' ? 3 : 1;
  // A panel takes its rows and one for all of them.
  const height = answer.panels.length === 0 ? 0 : answer.rows.length + 1;
  const placed = (each: CellQuote): CellQuote => {
    const side = each.column === -1 ? 0 : each.column % sides;
    const column = (each.column - side) / sides;
    return {
      ...each,
      row: each.panel * height + (rowAt?.[each.row] ?? each.row),
      column: (columnAt?.[column] ?? column) * sides + side,
    };
  };
  return counted(db, input, wholeMatrix(db, corpus, input), behindAll(db, corpus, asked))
    .map(placed)
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** Without those that were left out of their cells. */
function counted(
  db: Readable,
  { matrix, change = null }: Input<'matrices.table'>,
  answer: MatrixAnswer,
  found: CellQuote[],
): CellQuote[] {
  if (matrix === undefined) return found;
  const left = new Map(
    exclusions(db, matrix).map(({ row, column, codings }) => [JSON.stringify([row, column]), codings]),
  );
  const sides = change === null ? 1 : 3;
  return found.filter(({ row, column, quote }) => {
    const ids = [answer.rows[row]?.ids, answer.columns[Math.floor(column / sides)]?.ids];
    return !left.get(JSON.stringify(ids))?.includes(quote.id);
  });
}

/** In the project's order; the columns of a change are three each. */
function behindAll(db: Readable, corpus: Corpus, asked: MatrixQuestion): CellQuote[] {
  if (asked.kind === 'table' || asked.kind === 'change') {
    const found =
      asked.kind === 'table' ? evidence(corpus, asked.question) : changeEvidence(corpus, asked.question);
    return quoted(db, corpus, withValue(corpus, asked.measure, found));
  }
  const { nearness: _, ...selection } = asked.question;
  const panels = [asked.panel ?? []].flat();
  const question: Question = {
    ...selection,
    columns: [],
    panels,
    measures: ['references'],
    rateUnit: 'words',
  };
  return behind(db, corpus, question).map((quote) => ({ ...quote, column: -1 }));
}

type Named = Readonly<Record<'row' | 'column' | 'panel', Heading | null>>;

/** Places among the ordered rows and columns are looked up in the answer; ids say all themselves. */
function headingsOf(db: Readable, corpus: Corpus, { question, row, column, panel = null }: CellInput): Named {
  const hasPlaces = [row, column, panel].some((each) => typeof each === 'number');
  const answer = hasPlaces ? orderedMatrix(db, corpus, question).answer : null;
  const named = (choice: CellInput['row'], headings: readonly Heading[] | undefined): Heading | null => {
    if (choice === null) return null;
    if (typeof choice !== 'number') return { ids: choice, labels: choice };
    return headings?.[choice] ?? { ids: [], labels: [String(choice)] };
  };
  return {
    row: named(row, answer?.rows),
    column: named(column, answer?.columns),
    panel: named(
      panel,
      answer?.panels.map(({ entry }) => entry),
    ),
  };
}

function choiceOf({ row, column, panel }: Named): CellChoice {
  return { row: row ?? undefined, column: column ?? undefined, panel: panel ?? undefined };
}
