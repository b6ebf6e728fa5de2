// The methods appendix of a thesis: what was coded when by whom, how the codebook came about, by what rules is counted.
import type { AxisEntry, ExportedFile, MatrixAnswer } from '../../../shared/contract/matrices.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import type { DocumentPart, TablePart } from '../../../shared/export/document.ts';
import type { CellValue } from '../../../shared/export/sheet.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { codesByCases } from '../../../shared/matrices/presets.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { Refused } from '../../../shared/refused.ts';
import { say, type Language, type WordKey } from '../../../shared/words/say.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { cellQuotes } from '../matrices/cell.ts';
import { cellRecords } from '../matrices/cells.ts';
import { matrix } from '../matrices/matrix.ts';
import { report } from '../matrices/reports/report.ts';
import { savedMatrices } from '../matrices/saved.ts';
import type { Readable } from '../store/connection.ts';
import { projectLanguage, setting } from '../text/settings.ts';
import { sourceEntries } from '../text/sources.ts';
import { codebookVersions, codingPeriods, dayText, workByDay } from './audit.ts';
import type { Leaving } from './provenance.ts';
import { cited } from './quote-rows.ts';
import { writeDocument } from './write-table.ts';

/** The appendix as a document; everything in it is read from the project and its history. */
export function exportMethods(
  db: Readable,
  corpus: Corpus,
  input: Input<'export.methods'> & Leaving,
): Promise<ExportedFile> {
  const { language } = input;
  const title = say(language, 'methods.title', { name: setting(db, 'name') });
  const parts: DocumentPart[] = [
    heading(1, title),
    ...study(db, language),
    ...material(db, language),
    ...coding(db, language),
    ...codebook(db, language),
    ...rules(db, corpus, language),
  ];
  return writeDocument(input, { title, language, parts });
}

function study(db: Readable, language: Language): DocumentPart[] {
  const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
  const begun = db.value<string>('SELECT at FROM acts ORDER BY id LIMIT 1') ?? '';
  const values = {
    begun: dayText(begun),
    sources: count('sources'),
    cases: count('cases'),
    codes: count('codes'),
    codings: count('codings'),
    coders: db.value<number>('SELECT count(DISTINCT coder_id) FROM codings') ?? 0,
    acts: count('acts'),
  };
  return [paragraph(say(language, 'methods.study', values))];
}

function material(db: Readable, language: Language): DocumentPart[] {
  const sources = sourceEntries(db);
  if (sources.length === 0) return [];
  // What counts as a word depends on the language that is studied.
  const isChinese = projectLanguage(db) === 'zh';
  const imported = new Map(db.rows<[string, string]>('SELECT uid, imported_at FROM sources'));
  const list = say(language, 'export.citation-list');
  const head = [
    'number',
    'source',
    'cases',
    'phase',
    'speakers',
    isChinese ? 'units' : 'words',
    'imported',
  ] as const;
  const rows = sources.map((source) => [
    source.number,
    source.name,
    source.cases.join(list),
    source.phase ?? '',
    source.speakers.map(({ name }) => name).join(list),
    isChinese ? source.units : source.words,
    dayText(imported.get(source.uid) ?? ''),
  ]);
  return [
    heading(2, say(language, 'methods.material')),
    table(language, 'methods.material-caption', head, rows),
  ];
}

function coding(db: Readable, language: Language): DocumentPart[] {
  const periods = codingPeriods(db);
  const days = workByDay(db);
  return [
    heading(2, say(language, 'methods.coding')),
    paragraph(say(language, 'methods.coding-note')),
    ...(periods.length === 0
      ? []
      : [
          table(
            language,
            'methods.coding-caption',
            ['source', 'coder', 'codings', 'first', 'last'],
            periods.map(({ source, coder, codings, first, last }) =>
              coder === null
                ? [source, say(language, 'methods.not-coded'), null, null, null]
                : [source, coder, codings, first, last],
            ),
          ),
        ]),
    table(
      language,
      'methods.days-caption',
      ['day', 'coder', 'coded', 'recoded', 'uncoded', 'codebook', 'other', 'undone'],
      days.map((day) => [
        day.day,
        day.coder,
        day.coded,
        day.changed,
        day.removed,
        day.codebook,
        day.other,
        day.undone,
      ]),
    ),
  ];
}

function codebook(db: Readable, language: Language): DocumentPart[] {
  const codes = db.all<StoredCode>(codesSql);
  const versions = codebookVersions(db, language);
  return [
    heading(2, say(language, 'methods.codebook')),
    ...(codes.length === 0
      ? []
      : [
          table(
            language,
            'methods.codebook-caption',
            ['code', 'definition', 'use', 'not', 'codings'],
            codes.map((code) => [
              `${'\u2003'.repeat(code.depth - 1)}${code.shortId === null ? '' : `${code.shortId} `}${code.name}`,
              code.definition,
              code.useWhen,
              code.notWhen,
              code.codings,
            ]),
          ),
        ]),
    paragraph(say(language, versions.length === 0 ? 'methods.versions-none' : 'methods.versions-note')),
    ...(versions.length === 0
      ? []
      : [
          table(
            language,
            'methods.versions-caption',
            ['version', 'day', 'coder', 'changes', 'codes'],
            versions.map((each, index) => [
              String(index + 1),
              each.day,
              each.coders.join(say(language, 'export.citation-list')),
              each.changes.join('\n'),
              each.codes,
            ]),
          ),
        ]),
  ];
}

interface StoredCode {
  readonly depth: number;
  readonly shortId: string | null;
  readonly name: string;
  readonly definition: string | null;
  readonly useWhen: string | null;
  readonly notWhen: string | null;
  readonly codings: number;
}

/** The tree in its order; `codings` are a code's own. */
const codesSql = `WITH RECURSIVE tree(id, depth, place) AS (
    SELECT id, 1, printf('%020.6f %010d', position + 1e9, id) FROM codes WHERE parent_id IS NULL
    UNION ALL SELECT c.id, t.depth + 1, t.place || printf(' %020.6f %010d', c.position + 1e9, c.id)
    FROM codes c JOIN tree t ON c.parent_id = t.id
  )
  SELECT t.depth, c.short_id AS shortId, c.name, c.definition, c.use_when AS useWhen, c.not_when AS notWhen,
    (SELECT count(*) FROM codings g WHERE g.code_id = c.id) AS codings
  FROM tree t JOIN codes c ON c.id = t.id ORDER BY t.place`;

/** Of each saved matrix; of codes by cases where none is saved. */
function rules(db: Readable, corpus: Corpus, language: Language): DocumentPart[] {
  const saved = savedMatrices(db);
  const told = (question: Input<'matrices.table'> | ReportInput): DocumentPart[] => {
    try {
      if (isReport(question)) return [paragraph(ruleText(language, report(db, corpus, question).rule))];
      const answer = matrix(db, corpus, question);
      return [
        paragraph(ruleText(language, answer.rule)),
        ...leftOut(db, corpus, language, { question, answer }),
      ];
    } catch (error) {
      // What a matrix asks for may be gone by now.
      if (!(error instanceof Refused)) throw error;
      return [paragraph(say(language, error.refusal.key, error.refusal.values))];
    }
  };
  const parts =
    saved.length === 0
      ? told(codesByCases)
      : saved.flatMap(({ name, description, question, uid }) => [
          heading(3, name),
          ...(description === '' ? [] : [paragraph(description)]),
          ...told(isReport(question) ? question : { ...question, matrix: uid }),
        ]);
  return [
    heading(2, say(language, 'methods.rules')),
    paragraph(say(language, saved.length === 0 ? 'methods.rules-usual' : 'methods.rules-saved')),
    ...parts,
  ];
}

/** The quotes left out of cells of a saved matrix, with the reasons; of cells that the table still has. */
function leftOut(
  db: Readable,
  corpus: Corpus,
  language: Language,
  asked: { readonly question: Input<'matrices.table'>; readonly answer: MatrixAnswer },
): DocumentPart[] {
  const { question } = asked;
  const { rows, columns, dimensions } = asked.answer;
  if (question.matrix === undefined) return [];
  const entryOf = (entries: readonly AxisEntry[], ids: readonly string[] | null) =>
    entries.find((each) => JSON.stringify(each.ids) === JSON.stringify(ids ?? []));
  const lines = cellRecords(db, corpus, { matrix: question.matrix }).flatMap((cell) => {
    const [row, column] = [entryOf(rows, cell.row), entryOf(columns, cell.column)];
    if (cell.excluded.length === 0 || !row || !column) return [];
    const names = [
      headingText(language, dimensions.rows, row),
      ...(column.ids.length === 0 ? [] : [headingText(language, dimensions.columns, column)]),
    ];
    const at = { row: [...row.ids], column: [...column.ids] };
    const quotes = cellQuotes(db, corpus, { question, ...at }).excluded;
    return cell.excluded.flatMap(({ coding, reason }) => {
      const quote = quotes.find(({ id }) => id === coding);
      return quote === undefined ? [] : [[names.join(' × '), cited(language, quote), reason]];
    });
  });
  return lines.length === 0
    ? []
    : [table(language, 'methods.left-out-caption', ['cell', 'quote', 'reason'], lines)];
}

const heading = (level: 1 | 2 | 3, text: string): DocumentPart => ({ kind: 'heading', level, text });
const paragraph = (text: string): DocumentPart => ({ kind: 'paragraph', text });

function table(
  language: Language,
  caption: WordKey,
  head: readonly MethodsColumn[],
  rows: readonly (readonly CellValue[])[],
): TablePart {
  const heads = head.map((column) => say(language, `methods.head-${column}`));
  return {
    kind: 'table',
    sheet: { name: say(language, caption), headerRows: 1, rows: [heads, ...rows] },
    figure: String,
  };
}

type MethodsColumn = WordKey extends infer K ? (K extends `methods.head-${infer C}` ? C : never) : never;
