// One question, one number: frequencies, tables, quotes, csv and xlsx of a project agree, and agree with a plain count.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { listCodes } from '../../../electron/engine/coding/codes.ts';
import { caseNamed, setCase } from '../../../electron/engine/cases/cases.ts';
import { exportMatrix } from '../../../electron/engine/export/matrix-table.ts';
import { exportFrequencies, exportQuotes } from '../../../electron/engine/export/tables.ts';
import { frequencies, quotes } from '../../../electron/engine/matrices/answers.ts';
import { matrix } from '../../../electron/engine/matrices/matrix.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { parseDimension, reachOf } from '../../../shared/matrices/dimensions.ts';
import type { Question } from '../../../shared/matrices/question.ts';
import { must } from '../../../shared/must.ts';
import { say } from '../../../shared/words/say.ts';
import { leaving } from '../../helpers/leaving.ts';
import { aCoding, act, addText, aFolder, aProject, type Ending } from '../../helpers/project.ts';
import { naiveTable } from '../../shared/matrices/naive.ts';
import { readXlsx } from '../export/read-xlsx.ts';
import { readPlainly } from './read-plainly.ts';

type Asked = Pick<Input<'matrices.quotes'>, 'filters' | 'overlap' | 'coders'>;
const asked: Asked = { filters: [], overlap: 'split', coders: 'all' };
const codes = ['T', 'T1', 'T2', 'N', 'N2', 'W3', 'P1'];
const talk = (turns: readonly (readonly [string, string])[]): string =>
  turns.map(([name, words]) => `${name}: ${words}`).join('\n');

const turn = fc.tuple(
  fc.constantFrom('Interviewer', 'Ms Lin', 'Mr Ma'),
  fc.constantFrom(
    'We lent a hand.',
    '我们互相帮忙 😀。',
    'Nobody asked; nobody told.',
    'The roof gave way in May, then again.',
  ),
);
const study = fc.record({
  texts: fc.array(
    fc.record({
      turns: fc.array(turn, { minLength: 4, maxLength: 8 }),
      case: fc.constantFrom('East', 'West', null),
      phase: fc.constantFrom('before', 'after', null),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  codings: fc.array(
    fc.record({
      source: fc.nat(),
      at: fc.double({ min: 0, max: 0.95, noNaN: true }),
      length: fc.integer({ min: 1, max: 60 }),
      code: fc.constantFrom(...codes),
      coder: fc.constantFrom('Ada', 'Bo'),
    }),
    { maxLength: 25 },
  ),
  removed: fc.array(fc.nat(), { maxLength: 3 }),
});
type Study = typeof study extends fc.Arbitrary<infer S> ? S : never;

function build(t: Ending, { texts, codings }: Study): Project {
  const project = aProject(t);
  for (const [i, each] of texts.entries()) {
    addText(project, `S${i}`, talk(each.turns), { case: each.case, phase: each.phase });
  }
  act(project, 'cases.set', (db) =>
    setCase(db, {
      name: 'Ma',
      attributes: [{ name: 'Housing', value: 'old' }],
      sources: [],
      speakers: someoneCalled(project, 'Mr Ma'),
    }),
  );
  // A passage, too, may belong to a case.
  act(project, 'cases.set', (db) =>
    db.insert('members', { case_id: caseNamed(db, 'Yard').id, source_id: 1, start: 20, end: 45 }),
  );
  for (const { source, at, length, code, coder } of codings) {
    const number = (source % texts.length) + 1;
    const size = must(
      project.db.value<number>(
        'SELECT length FROM contents c JOIN sources s ON s.content_sha256 = c.sha256 WHERE s.number = ?',
        number,
      ),
      'a text',
    );
    const start = Math.floor(at * size);
    const passage = { start, end: Math.min(size, start + length) };
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source: String(number), code, passage, coder, ...saidOf(code) })),
    );
  }
  return project;
}

/** The same code always says the same, so that codings never contradict each other. */
const saidOf = (code: string) => ({
  level: code.startsWith('T') ? code.length : null,
  phase: code === 'N2' ? 'during' : null,
});

const someoneCalled = (project: Project, name: string): string[] =>
  project.db.rows<[string]>('SELECT uid FROM speakers WHERE name = ?', name).map(([uid]) => uid);

test('frequencies, tables, quotes, csv and xlsx of one question agree with each other and with a plain count', async (t) => {
  const folder = aFolder(t);
  await fc.assert(
    fc.asyncProperty(study, async (made) => {
      const endings: (() => void)[] = [];
      const project = build({ after: (work) => endings.push(work) }, made);
      try {
        await agree(project, folder);
      } finally {
        for (const end of endings) end();
      }
    }),
    { numRuns: 25 },
  );
});

async function agree(project: Project, folder: string): Promise<void> {
  const { db } = project;
  const corpus = keepCorpus(db).current();
  const counted = frequencies(db, corpus, { ...asked, by: 'code' });

  // A plain count from the stored rows: each coding at its code and at every ancestor.
  const parents = new Map(listCodes(db).map((code) => [code.id, code]));
  const plain = new Map<string, Set<number>>();
  for (const [id, code] of db.rows<[number, number]>('SELECT id, code_id FROM codings')) {
    for (let each = parents.get(code); each; each = parents.get(each.parentId ?? -1)) {
      const name = must(each.shortId, 'a framework code');
      plain.set(name, (plain.get(name) ?? new Set()).add(id));
    }
  }
  assert.deepEqual(
    counted.rows.map(({ id, references }) => [id, references]),
    listCodes(db).map(({ shortId }) => [shortId, plain.get(must(shortId, 'a framework code'))?.size ?? 0]),
  );

  const table: Input<'matrices.table'> = {
    ...asked,
    rows: ['code'],
    columns: [],
    measure: 'references',
    near: null,
  };
  const answer = matrix(db, corpus, table);
  assert.deepEqual(
    answer.cells.map(([cell]) => cell),
    counted.rows.map((row) => row.references),
  );
  for (const { id, references } of counted.rows) {
    const filtered = { ...asked, filters: [{ dimension: 'code', value: id }], limit: null };
    assert.equal(quotes(db, corpus, filtered).quotes.length, references, id);
  }

  const question = { ...table, columns: ['case'] };
  const wide = matrix(db, corpus, question);
  const csv = must(
    (
      await exportMatrix(db, corpus, {
        file: null,
        ...leaving(db, null),
        format: 'csv',
        language: 'en',
        question,
      })
    ).text,
    'csv',
  );
  const read = Papa.parse<string[]>(csv, { skipEmptyLines: true, comments: '#' }).data;
  assert.deepEqual(
    // What nobody has coded yet has no number.
    read.slice(1, -1).map((row) => row.slice(1).map((text) => (text === '' ? null : Number(text)))),
    wide.cells.map((cells, row) => [...cells, wide.rowTotals[row]]),
  );

  const path = join(folder, 'table.xlsx');
  await exportMatrix(db, corpus, {
    file: 'token',
    ...leaving(db, path),
    format: 'xlsx',
    language: 'zh',
    question,
  });
  const [numbers, behind, rule] = (await readXlsx(readFileSync(path))).sheets;
  assert.deepEqual(
    must(numbers, 'numbers')
      .rows.slice(1, -1)
      .map((row) => row.slice(1).map((cell) => (cell === say('zh', 'empty.sign-uncoded') ? null : cell))),
    wide.cells.map((cells, row) => [...cells, wide.rowTotals[row]]),
  );
  assert.equal(
    must(behind, 'quotes').rows.length - 1,
    wide.cells.flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
  );
  assert.match(JSON.stringify(must(rule, 'rule').rows), /计数规则/);

  const csvQuotes = await exportQuotes(db, corpus, {
    file: null,
    ...leaving(db, null),
    format: 'csv',
    language: 'en',
    question: { ...asked, limit: null },
  });
  assert.equal(
    Papa.parse(must(csvQuotes.text, 'csv'), { skipEmptyLines: true, comments: '#' }).data.length - 1,
    counted.n.references,
  );
  const csvCounts = await exportFrequencies(db, corpus, {
    file: null,
    ...leaving(db, null),
    format: 'csv',
    language: 'en',
    question: { ...asked, by: 'code' },
  });
  const lines = Papa.parse<string[]>(must(csvCounts.text, 'csv'), {
    skipEmptyLines: true,
    comments: '#',
  }).data.slice(1);
  assert.deepEqual(
    lines.map((row) => [row[0], Number(row[3])]),
    counted.rows.map((row) => [row.id, row.references]),
  );
}

const dimensions = [
  'case',
  'speaker',
  'role',
  'source',
  'source-phase',
  'case:Housing',
  'code:1',
  'phase',
  'level',
  'coder',
];
const measures = [
  'references',
  'characters',
  'words',
  'share',
  'own-share',
  'sources',
  'cases',
  'speakers',
  'rate',
] as const;
const anyTable = fc.record({
  axes: fc.shuffledSubarray(dimensions, { minLength: 1, maxLength: 2 }),
  filters: fc.uniqueArray(fc.record({ dimension: fc.constantFrom(...dimensions, 'code'), value: fc.nat() }), {
    selector: ({ dimension }) => dimension,
    maxLength: 2,
  }),
  overlap: fc.constantFrom('split' as const, 'largest' as const, 'whole' as const),
});

test('every measure, filter and overlap rule is what a plain count over the stored rows and texts says', () => {
  fc.assert(
    fc.property(study, fc.array(anyTable, { minLength: 6, maxLength: 6 }), (made, tables) => {
      const endings: (() => void)[] = [];
      const project = build({ after: (work) => endings.push(work) }, made);
      try {
        for (const table of tables) compareWithPlainCount(project, table);
      } finally {
        for (const end of endings) end();
      }
    }),
    { numRuns: 12 },
  );
});

function compareWithPlainCount(
  { db }: Project,
  {
    axes: [rows = '', columns],
    filters: wanted,
    overlap,
  }: typeof anyTable extends fc.Arbitrary<infer T> ? T : never,
): void {
  const plain = readPlainly(db);
  const ask = {
    rows: [parseDimension(rows)],
    columns: columns === undefined ? [] : [parseDimension(columns)],
  };
  const whole: Question = { ...ask, measures, filters: [], overlap, coders: null, rateUnit: 'words' };
  const filters = wanted.map(({ dimension, value }) => {
    const ids = naiveTable(plain, { ...whole, rows: [parseDimension(dimension)], columns: [] }).rows.flat();
    return { dimension, value: ids[value % ids.length] ?? 'none' };
  });
  const counted = naiveTable(plain, {
    ...whole,
    filters: filters.map(({ dimension, value }) => ({
      dimension: parseDimension(dimension),
      values: [value],
    })),
  });
  const corpus = keepCorpus(db).current();
  for (const measure of measures) {
    const answer = matrix(db, corpus, {
      rows: [rows],
      columns: columns === undefined ? [] : [columns],
      filters,
      overlap,
      coders: 'all',
      measure,
      near: null,
    });
    const { outside: _, uncoded: __, ...n } = counted.scope;
    const where = JSON.stringify({ rows, columns, filters, overlap, measure });
    assert.deepEqual(
      [answer.rows.map(({ ids }) => ids), answer.columns.map(({ ids }) => ids)],
      [counted.rows, counted.columns],
      where,
    );
    const divides = (dimension: string | undefined): boolean =>
      dimension !== undefined && reachOf(parseDimension(dimension)) !== 'coding';
    /** A 0 of text that nobody has coded is none. */
    const told = (row: string[], column: string[] | null): number | null => {
      const value = counted.value(measure, row, column);
      const isPart = divides(rows) || (column !== null && divides(columns));
      return value === 0 && isPart && counted.uncoded(row, column) ? null : value;
    };
    const cells = counted.rows.map((row) => counted.columns.map((column) => told(row, column)));
    assert.deepEqual(answer.cells, cells, where);
    assert.deepEqual(
      answer.rowTotals,
      counted.rows.map((row) => told(row, null)),
      where,
    );
    assert.deepEqual(answer.total, counted.value(measure, null, null), where);
    assert.deepEqual(answer.n, n, where);
  }
}

test('columns kept current change by change, read whole or little by little, equal columns loaded anew', async () => {
  fc.assert(
    fc.property(study, fc.boolean(), (made, isWhole) => {
      const endings: (() => void)[] = [];
      const project = build({ after: (work) => endings.push(work) }, { ...made, codings: [] });
      try {
        const changes = must(project.changes, 'writable');
        const kept = keepCorpus(project.db);
        changes.onChanged((rows) => kept.touched(rows));
        if (isWhole) kept.current();
        for (const { source, length, code, coder } of made.codings) {
          kept.readOn(1);
          const number = String((source % made.texts.length) + 1);
          act(project, 'codings.add', (db) =>
            addCoding(
              db,
              aCoding({
                id: null,
                source: number,
                code,
                passage: { start: 0, end: length },
                coder,
              }),
            ),
          );
        }
        for (const each of made.removed) {
          const ids = project.db.rows<[string]>('SELECT uid FROM codings ORDER BY id');
          const id = ids[each % Math.max(1, ids.length)]?.[0];
          if (id !== undefined) act(project, 'codings.remove', (db) => removeCoding(db, { id }));
        }
        changes.undo({ coder: 'Ada' });
        assert.deepEqual(kept.current(), keepCorpus(project.db).current());
      } finally {
        for (const end of endings) end();
      }
    }),
    { numRuns: 25 },
  );
});

test('with several coders one coder counts by default, and the rule names whose codings count', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We lent a hand.\nMs Lin: Twice.');
  for (const coder of ['Bo', 'Ada', 'Cy']) {
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ id: null, source: 'Lin', code: 'T1', passage: { start: 8, end: 12 }, coder })),
    );
  }
  const corpus = keepCorpus(project.db).current();
  const count = (coders: 'all' | string[] | null): number =>
    frequencies(project.db, corpus, { ...asked, filters: [], coders, by: 'code' }).n.references;
  assert.deepEqual([count(null), count('all'), count(['bo', 'Cy'])], [1, 3, 2]);
  const { rule } = frequencies(project.db, corpus, { ...asked, filters: [], coders: null, by: 'code' });
  assert.ok(rule.some(({ values }) => Object.values(values).includes('Ada')));
  const byCoder = matrix(project.db, corpus, {
    ...asked,
    filters: [],
    coders: null,
    rows: ['coder'],
    columns: [],
    measure: 'references',
    near: null,
  });
  assert.deepEqual(byCoder.cells.flat(), [1, 1, 1]);
});
