// A matrix on its way out: its numbers, or what is written in its cells, as on screen; with the quotes, the question and the rule.
import type { Input } from '../../../shared/contract/index.ts';
import type {
  AxisEntry,
  ExportedFile,
  MatrixAnswer,
  WrittenAnswer,
} from '../../../shared/contract/matrices.ts';
import type { Cell, Sheet } from '../../../shared/export/sheet.ts';
import { arranged, inverse, type Places } from '../../../shared/matrices/arrange.ts';
import { depthsOf } from '../../../shared/matrices/code-tree.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { CHANGE, flat } from '../../../shared/matrices/flat.ts';
import { emptySign, untoldAt } from '../../../shared/matrices/empty.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { measureName, type RuleLine } from '../../../shared/matrices/rule.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import type { CellQuote } from '../matrices/answers.ts';
import { matrixEvidence } from '../matrices/cell.ts';
import { matrix } from '../matrices/matrix.ts';
import { savedMatrices } from '../matrices/saved.ts';
import type { Readable } from '../store/connection.ts';
import { dimensionText, filtersAsked, type Export } from './asked.ts';
import { figuresOf, lookOf } from './figures.ts';
import type { TableExport } from './table-export.ts';
import { writeTable } from './write-table.ts';
import { writtenCells } from './written.ts';

/** The matrix as a file; refuses what the question does, and what the disk does. */
export function exportMatrix(
  db: Readable,
  corpus: Corpus,
  input: Export<'export.table'>,
): Promise<ExportedFile> {
  const { language, question, cells, only } = input;
  const asked = matrix(db, corpus, question);
  const whole = flat(asked);
  const places = only === undefined ? everywhere : shownPlaces(whole, only);
  const answer = arranged(whole, places);
  const isOfWords = cells === 'words' && asked.panels.length === 0;
  const measure = isOfWords ? say(language, 'export.written') : measureName(language, answer.measure);
  const { rowNames, columnNames } = namesOf(language, answer, measure);
  const codeDepths = new Map(corpus.codes.map(({ id, depth }) => [id, depth]));
  const depths = depthsOf(answer.rows, answer.dimensions.rows, codeDepths);
  const names = { rowNames, columnNames, indent: { column: 0, depths } };
  const figures = figuresOf(language, answer);
  return writeTable(input, {
    title: measure,
    caption: captionOf(db, input, measure),
    numbers: isOfWords
      ? () => wordRows(writtenCells(db, corpus, question, { language, asked, whole, places }), names)
      : (link, isBare) =>
          numberRows(language, answer, { ...names, hasTotals: question.columns.length > 0, link, isBare }),
    ...(lookOf(answer.measure) === null ? {} : { look: lookOf(answer.measure) ?? 'percent' }),
    behind: () => shownEvidence(matrixEvidence(db, corpus, question), places),
    rowNames,
    columnNames,
    cellAt: (row, column) => (column < columnNames.length ? { row, column } : null),
    figure: figures.text,
    asked: askedOf(language, question, measure),
    rule: [...answer.rule, ...foldedLines(whole, places), ...figures.rule],
    n: answer.n,
  });
}

/** What is written in the cells of the question's table, by row and column; of all panels together. */
export function writtenMatrix(
  db: Readable,
  corpus: Corpus,
  { question, language }: Input<'matrices.written'>,
): WrittenAnswer {
  const asked = matrix(db, corpus, { ...question, panels: null });
  const whole = flat(asked);
  const words = writtenCells(
    db,
    corpus,
    { ...question, panels: null },
    { language, asked, whole, places: everywhere },
  );
  const { rowNames, columnNames } = namesOf(language, whole, say(language, 'export.written'));
  return {
    rows: rowNames,
    columns: columnNames,
    cells: rowNames.map((_, row) => columnNames.map((__, column) => words(row, column))),
    rule: whole.rule,
  };
}

const everywhere: Places = { rows: null, columns: null };

/** Without columns the one there is goes by the measure. */
function namesOf(language: Language, { rows, columns, dimensions }: MatrixAnswer, measure: string) {
  const named = (axis: 'rows' | 'columns', entries: readonly AxisEntry[]): string[] =>
    entries.map((entry) => headingText(language, dimensions[axis], entry));
  return {
    rowNames: named('rows', rows),
    columnNames: dimensions.columns.length === 0 ? [measure] : named('columns', columns),
  };
}

/** Where the headings that are asked for stand in a flat table: a change takes all columns of its heading. */
function shownPlaces(
  { rows, columns, dimensions }: MatrixAnswer,
  only: NonNullable<Input<'export.table'>['only']>,
): Places {
  const isOfSides = dimensions.columns.at(-1) === CHANGE;
  const inside = (
    entries: readonly AxisEntry[],
    shown: readonly (readonly string[])[],
    cut: number,
  ): number[] => {
    const keys = new Set(shown.map((ids) => JSON.stringify(ids)));
    return [...entries.keys()].filter((place) =>
      keys.has(JSON.stringify(entries[place]?.ids.slice(0, cut === 0 ? undefined : -cut))),
    );
  };
  return { rows: inside(rows, only.rows, 0), columns: inside(columns, only.columns, isOfSides ? 1 : 0) };
}

/** A passage counted at a heading that is not shown is counted by the code above it too. */
function shownEvidence(found: CellQuote[], places: Places): CellQuote[] {
  const rowAt = places.rows && inverse(places.rows);
  const columnAt = places.columns && inverse(places.columns);
  return found.flatMap((each) => {
    const row = rowAt ? rowAt[each.row] : each.row;
    const column = columnAt && each.column >= 0 ? columnAt[each.column] : each.column;
    return row === undefined || column === undefined ? [] : [{ ...each, row, column }];
  });
}

function foldedLines({ rows, columns }: MatrixAnswer, places: Places): RuleLine[] {
  const folded = {
    rows: places.rows === null ? 0 : rows.length - places.rows.length,
    columns: places.columns === null ? 0 : columns.length - places.columns.length,
  };
  return folded.rows + folded.columns === 0 ? [] : [{ key: 'rule.folded', values: folded }];
}

interface Names extends Pick<TableExport, 'rowNames' | 'columnNames'> {
  readonly indent: NonNullable<Sheet['indent']>;
}

function wordRows(words: ReturnType<typeof writtenCells>, { rowNames, columnNames, indent }: Names) {
  return {
    indent,
    headerRows: 1,
    headerColumns: 1,
    rows: [
      [null, ...columnNames],
      ...rowNames.map((name, row) => [name, ...columnNames.map((_, column) => words(row, column))]),
    ],
  };
}

interface NumberRows extends Names {
  readonly hasTotals: boolean;
  readonly link: (value: number | null, row: number, column: number) => Cell;
  /** Where no number stands, nothing does. */
  readonly isBare: boolean;
}

function numberRows(
  language: Language,
  answer: MatrixAnswer,
  { rowNames, columnNames, indent, hasTotals, link, isBare }: NumberRows,
) {
  const total = say(language, 'export.total');
  const isOut = new Set(answer.outOfRange.map(({ row, column }) => `${row}:${column}`));
  const outOfRange = say(language, 'export.out-of-range');
  const [height, width] = [answer.rows.length, answer.columns.length];
  const told = (value: Cell, row: number, column: number): Cell => {
    const reason = untoldAt(answer, row, column);
    return reason === null ? value : isBare ? null : emptySign(language, reason);
  };
  return {
    indent,
    headerRows: 1,
    headerColumns: 1,
    rows: [
      [null, ...columnNames, ...(hasTotals ? [total] : [])],
      ...answer.cells.map((cells, row) => [
        rowNames[row] ?? null,
        ...cells.map((value, column) =>
          isOut.has(`${row}:${column}`) ? outOfRange : told(link(value, row, column), row, column),
        ),
        ...(hasTotals ? [told(answer.rowTotals[row] ?? null, row, width)] : []),
      ]),
      [
        total,
        ...answer.columnTotals.map((value, column) => told(value, height, column)),
        ...(hasTotals ? [answer.total] : []),
      ],
    ],
  };
}

function askedOf(
  language: Language,
  question: Input<'matrices.table'>,
  measure: string,
): TableExport['asked'] {
  const axis = (names: readonly string[]): string =>
    names.map((name) => dimensionText(language, name)).join(' / ');
  return [
    ['export.rows', axis(question.rows)],
    ...(question.panels ? [['export.panels', dimensionText(language, question.panels)] as const] : []),
    ['export.columns', axis(question.columns)],
    ['export.measure', measure],
    ...filtersAsked(language, question.filters),
  ];
}

/** What the table shows, behind the name that the person gave it. */
function captionOf(db: Readable, { language, question }: Export<'export.table'>, measure: string): string {
  const { rows, columns, panels, matrix: reference } = question;
  const names = [rows, columns, [panels ?? []].flat()].map((axis) =>
    axis.map((name) => dimensionText(language, name)).join(' / '),
  );
  const by = names.filter((name) => name !== '').join(' × ');
  const said = say(language, 'export.caption', { measure, by });
  const caption = said.charAt(0).toUpperCase() + said.slice(1);
  const saved = savedMatrices(db).find(({ uid, name }) => uid === reference || name === reference);
  return saved === undefined ? caption : say(language, 'export.caption-named', { name: saved.name, caption });
}
