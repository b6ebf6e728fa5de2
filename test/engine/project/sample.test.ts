// The sample study as a project: sound, the same in both languages, and what its first matrices say is true of it.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEngine } from '../../../electron/engine/engine.ts';
import { caseEntries } from '../../../electron/engine/cases/cases.ts';
import { linkEntries } from '../../../electron/engine/coding/links.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { report } from '../../../electron/engine/matrices/reports/report.ts';
import { projectInfo, type Project } from '../../../electron/engine/project/open.ts';
import { createSample } from '../../../electron/engine/project/sample.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import { sourceEntries } from '../../../electron/engine/text/sources.ts';
import type { ReportAnswer, ReportInput } from '../../../shared/contract/reports.ts';
import { frameworks } from '../../../shared/frameworks/frameworks.ts';
import { cooccurrence } from '../../../shared/matrices/cooccurrence.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import type { Measure, Table } from '../../../shared/matrices/question.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { sampleRatings } from '../../../shared/sample/ratings.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import { aFolder, aSample, act, reopened, type Ending } from '../../helpers/project.ts';

const languages = ['en', 'zh'] as const;

for (const language of languages) {
  test(`${language}: three cases with three sound texts each, as the check finds them`, (t) => {
    const project = aSample(t, language);
    const info = projectInfo(project.db);
    assert.equal(info.name, language === 'en' ? 'Six Streets' : '六街');
    const codes = frameworks.reduce((sum, framework) => sum + framework.codes.length, 0);
    assert.deepEqual({ ...info.counts, codings: 0 }, { sources: 9, cases: 3, codes, codings: 0 });
    const { ok, faults, checked } = verifyProject(reopened(t, project).db);
    assert.deepEqual(faults, []);
    assert.ok(ok && checked.codings === info.counts.codings);
    for (const each of caseEntries(project.db)) {
      assert.equal(each.sources.length, 3, each.name);
      assert.equal(Object.keys(each.attributes).length, 20, each.name);
    }
    const phases = sourceEntries(project.db).map(({ phase }) => phase);
    assert.ok(!phases.includes(null) && new Set(phases).size === 3);
  });

  test(`${language}: social capital is strong in two cases, weak and negative in the third`, (t) => {
    const corpus = corpusOf(t, language);
    const all = elementsByCase(corpus);
    const positive = elementsByCase(corpus, '1');
    const negative = elementsByCase(corpus, '-1');
    for (const element of [0, 1, 2]) {
      const at = (table: Table, place: number) => cell(table, 'references', element, place);
      const balance = [0, 1, 2].map((place) => at(positive, place) - at(negative, place));
      assert.ok(at(all, 2) < Math.min(at(all, 0), at(all, 1)));
      assert.ok(must(balance[0], 'Maple Lane') > 0 && must(balance[1], 'Ferry Street') > 0);
      assert.ok(must(balance[2], 'Station Road') < 0);
    }
  });

  test(`${language}: each asset move goes with its own capacity, save that cultivating also sustains`, (t) => {
    const pairs = movesByCapacities(corpusOf(t, language));
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    const diagonal = pairs.map((row, place) => must(row[place], 'a cell'));
    for (const [place, row] of pairs.entries()) {
      const own = must(diagonal[place], 'a cell');
      assert.ok(
        row.every((count, column) => column === place || count < own),
        String(row),
      );
    }
    assert.ok(sum(diagonal) / sum(pairs.flat()) > 0.7);
    const others = pairs.flatMap((row, place) => row.filter((_, column) => column !== place));
    const honest = must(pairs[1]?.[3], 'M2 × C4');
    assert.ok(honest >= 2 && others.every((count) => count <= honest));
  });

  test(`${language}: the links say so too: seven of ten lie on the diagonal, and cultivating builds what lasts`, (t) => {
    const { cells, offClaims, rows, columns } = relations(aSample(t, language), {
      rows: ['M1', 'M2', 'M3', 'M4'],
      columns: ['C1', 'C2', 'C3', 'C4'],
      type: 'builds',
      // Those of the framework, whose codes the sample has beside its own.
      claims: null,
    });
    assert.deepEqual([rows.map(({ id }) => id), columns.map(({ id }) => id)], [moves, capacities]);
    assert.deepEqual(
      cells.map((row) => row.map(({ links }) => links)),
      [
        [4, 0, 1, 0],
        [0, 5, 1, 3],
        [1, 0, 3, 0],
        [0, 0, 0, 3],
      ],
    );
    assert.ok(Math.abs(must(offClaims.links, 'a share') - 6 / 21) < 1e-12);
    // In Station Road a list was made and nobody rang: that move built nothing.
    assert.deepEqual([cells[0]?.[0]?.positive, cells[0]?.[0]?.negative], [3, 0]);
  });

  test(`${language}: trust and networks are most entwined; norms lead to trust by open accounts alone`, (t) => {
    const project = aSample(t, language);
    const elements = ['T', 'N', 'W'];
    const { cells } = relations(project, {
      rows: elements,
      columns: elements,
      type: 'influences',
      claims: [],
    });
    assert.deepEqual(
      cells.map((row) => row.map(({ links }) => links)),
      [
        [1, 1, 2],
        [2, 0, 0],
        [3, 2, 0],
      ],
    );
    const both = (one: number, other: number): number =>
      must(cells[one]?.[other], 'a cell').links + must(cells[other]?.[one], 'a cell').links;
    assert.ok(both(0, 2) > both(0, 1) && both(0, 1) > both(1, 2));
    assert.equal(cells[2]?.[0]?.negative, 1);
    const links = linkEntries(project.db, { source: null, coding: null });
    const toTrust = links.filter(
      ({ type, from, to }) => type === 'influences' && from.code.startsWith('N') && to.code.startsWith('T'),
    );
    assert.equal(toTrust.length, 2);
    const codings = codingsOf(project);
    for (const { to } of toTrust)
      assert.ok(
        codings.some((each) => each.code === 'I2' && each.source === to.sourceUid && each.start === to.start),
      );
  });

  test(`${language}: the ratings make a truth table, with as many remainders as three cases leave`, (t) => {
    const project = aSample(t, language);
    const names = sampleRatings.map(({ name }) => `case:${name[language]}`);
    const found = asked(project, {
      kind: 'truth-table',
      ...reporting,
      conditions: names.slice(0, 4),
      outcome: must(names[4], 'the outcome'),
      cutoff: 1,
    });
    assert.deepEqual(
      found.rows.map(({ values, outcome, cases }) => [values.join(''), outcome, cases.length]),
      [
        ['1010', 0, 1],
        ['1111', 1, 2],
      ],
    );
    assert.equal(found.remainders, 14);
    const terms = (kind: 'conservative' | 'parsimonious'): string[][] =>
      must(found[kind], 'a solution').map((model) =>
        model.terms.map(({ text }) =>
          text.replaceAll(/[^*~]+/g, (name) => String(names.indexOf(`case:${name}`))),
        ),
      );
    assert.deepEqual(terms('conservative'), [['0*1*2*3']]);
    assert.deepEqual(terms('parsimonious').flat().toSorted(), ['1', '3']);
    assert.deepEqual(found.warnings, ['too-few-cases']);
  });

  test(`${language}: capacity rises from before to after in two cases, not in the third`, (t) => {
    const table = tabulate(corpusOf(t, language), {
      ...plain,
      rows: [{ kind: 'case' }],
      columns: [{ kind: 'phase' }],
      measures: ['mean-level', 'references'],
      filters: [{ dimension: { kind: 'code', level: 1 }, values: ['C'] }],
    });
    const change = [0, 1, 2].map(
      (row) => cell(table, 'mean-level', row, 2) - cell(table, 'mean-level', row, 0),
    );
    assert.ok(must(change[0], 'Maple Lane') >= 1 && must(change[1], 'Ferry Street') >= 1);
    assert.ok(must(change[2], 'Station Road') <= 0);
    for (const row of [0, 1, 2])
      for (const phase of [0, 2]) assert.ok(cell(table, 'references', row, phase) >= 5);
  });

  test(`${language}: later interviews speak of earlier times too`, (t) => {
    const corpus = corpusOf(t, language);
    const [before, , after] = corpus.phases;
    const { total } = tabulate(corpus, {
      ...plain,
      rows: [{ kind: 'case' }],
      measures: ['references'],
      filters: [
        { dimension: { kind: 'source-phase' }, values: [must(after, 'after').id] },
        { dimension: { kind: 'phase' }, values: [must(before, 'before').id] },
      ],
    });
    assert.ok(must(total.references, 'a count') >= 4);
  });

  test(`${language}: it says on its first page that everything is invented, and undo leaves it whole`, (t) => {
    const project = aSample(t, language);
    const memo = project.db.value<string>(`SELECT body FROM memos WHERE owner = 'project'`);
    assert.equal(memo, say(language, 'sample.notice'));
    assert.match(must(memo, 'the notice'), language === 'en' ? /invented/ : /虚构/);
    const codingMemos = project.db.value<number>(`SELECT count(*) FROM memos WHERE owner = 'coding'`);
    assert.ok(must(codingMemos, 'a count') >= 12);
    const changes = must(project.changes, 'a writable project');
    assert.equal(changes.undo({ coder: 'Ada' }), null);
    act(project, 'cases.set', (db) => db.insert('cases', { uid: 'x', name: 'Another', position: 9 }));
    assert.equal(changes.undo({ coder: 'Ada' })?.name, 'cases.set');
    assert.equal(changes.undo({ coder: 'Ada' }), null);
    const told = listActs(project.db, 10).map((each) => actSentence(language, each));
    assert.ok(told.includes(say(language, 'history.project.sample', { name: say(language, 'sample.name') })));
  });
}

test('counts are the same in both languages: by code, by case and phase, code against code', (t) => {
  const [en, zh] = languages.map((language) => countsOf(corpusOf(t, language)));
  assert.deepEqual(zh, en);
});

test('in the order of collection six texts and two more bring nearly all codes; the last one still brings one', (t) => {
  for (const language of languages) {
    const project = aSample(t, language);
    const saturation = (threshold: number) =>
      asked(project, {
        kind: 'saturation',
        ...reporting,
        level: null,
        base: 3,
        run: 2,
        threshold,
        heldBack: 0,
        order: must(dateName(language), 'the name of the date'),
      });
    const { units, reachedAt, leftOut } = saturation(0.05);
    assert.deepEqual([reachedAt, leftOut], [6, []]);
    assert.deepEqual(
      units.map(({ cumulative }) => cumulative),
      [20, 25, 31, 38, 50, 57, 58, 58, 59],
    );
    assert.deepEqual(
      units.at(-1)?.fresh.map(({ id }) => id),
      ['O2'],
    );
    assert.equal(saturation(0).reachedAt, null);
  }
});

test('attributes that both frameworks name take the values of both', (t) => {
  const { db } = aSample(t, 'en');
  const role = must(
    db.value<string>(`SELECT choices FROM attributes WHERE owner = 'source' AND name = 'Respondent role'`),
    'the attribute',
  );
  const choices = JSON.parse(role) as { name: string; also: string[] }[];
  const committee = must(
    choices.find(({ name }) => name === 'neighbourhood committee'),
    'the committee',
  );
  assert.ok(committee.also.includes('neighbourhood committee / street office'));
  assert.ok(choices.some(({ name }) => name === 'social worker'));
  const words = choices.flatMap(({ name, also }) => [...new Set([name, ...also])]);
  assert.equal(new Set(words).size, words.length);
});

test('a window asks for it by one call; a file that is there stays', async (t) => {
  const engine = createEngine();
  const path = join(
    aFolder(t, () => void engine.close()),
    'sample.crosscase',
  );
  const input = { language: 'zh', coder: '李' } as const;
  const info = await engine.call('project.sample', { file: engine.files.grant(path), ...input });
  assert.equal(info.coder, '李');
  assert.equal(info.counts.sources, 9);
  const other = `${path}.txt`;
  writeFileSync(other, 'mine');
  await assert.rejects(
    engine.call('project.sample', { file: engine.files.grant(other), ...input }),
    (error) => error instanceof Refused && error.refusal.key === 'refused.file-exists',
  );
  await engine.close();
});

test('a failure leaves no file behind', (t) => {
  const path = join(aFolder(t), 'sample.crosscase');
  assert.throws(() => createSample(path, 'en', '\ud800'));
  assert.ok(!existsSync(path));
});

const moves = ['M1', 'M2', 'M3', 'M4'];
const capacities = ['C1', 'C2', 'C3', 'C4'];
const reporting: Pick<ReportInput, 'filters' | 'overlap' | 'coders'> = {
  filters: [],
  overlap: 'split',
  coders: null,
};

function asked<K extends ReportInput['kind']>(project: Project, input: Extract<ReportInput, { kind: K }>) {
  const answer = report(project.db, keepCorpus(project.db).current(), input);
  return answer as Extract<ReportAnswer, { kind: K }>;
}

type Relations = Extract<ReportInput, { kind: 'relations' }>;

function relations(project: Project, pair: Pick<Relations, 'rows' | 'columns' | 'type' | 'claims'>) {
  return asked(project, { kind: 'relations', ...reporting, near: 'overlap', ...pair });
}

function codingsOf(project: Project) {
  return project.db.all<{ code: string; source: string; start: number }>(
    `SELECT c.short_id AS code, s.uid AS source, start FROM codings
     JOIN codes c ON c.id = code_id JOIN sources s ON s.id = source_id`,
  );
}

function dateName(language: Language): string | undefined {
  return frameworks.flatMap(({ attributes }) => attributes).find(({ id }) => id === 'date')?.name[language];
}

const plain = {
  rows: [],
  columns: [],
  filters: [],
  overlap: 'split',
  coders: null,
  rateUnit: 'words',
} as const;

function corpusOf(t: Ending, language: Language): Corpus {
  return keepCorpus(aSample(t, language).db).current();
}

/** Rows T, N, W; columns the cases; of one direction, or of any. */
function elementsByCase(corpus: Corpus, direction?: '1' | '-1'): Table {
  return tabulate(corpus, {
    ...plain,
    rows: [{ kind: 'code', level: 1 }],
    columns: [{ kind: 'case' }],
    measures: ['references'],
    filters: [
      { dimension: { kind: 'code', level: 1 }, values: ['T', 'N', 'W'] },
      ...(direction ? [{ dimension: { kind: 'direction' } as const, values: [direction] }] : []),
    ],
  });
}

/** Overlapping codings: rows M1–M4, columns C1–C4. */
function movesByCapacities(corpus: Corpus): number[][] {
  const second = { kind: 'code', level: 2 } as const;
  const { rows, columns, pairs } = cooccurrence(corpus, {
    ...plain,
    rows: [second],
    columns: [second],
    nearness: { kind: 'overlap' },
  });
  const place = (headings: typeof rows, id: string): number => headings.findIndex(({ ids }) => ids[0] === id);
  return ['M1', 'M2', 'M3', 'M4'].map((move) =>
    ['C1', 'C2', 'C3', 'C4'].map((capacity) =>
      must(pairs[place(rows, move)]?.[place(columns, capacity)], `${move} × ${capacity}`),
    ),
  );
}

/** Everything that does not depend on the length of texts. */
function countsOf(corpus: Corpus) {
  const measures: Measure[] = ['references', 'passages', 'sources', 'cases', 'speakers'];
  const ask = (rows: string, columns: string) => {
    const { cells, rowTotals, total } = tabulate(corpus, {
      ...plain,
      rows: [parseDimension(rows)],
      columns: [parseDimension(columns)],
      measures,
    });
    return { cells, rowTotals, total };
  };
  const { pairs } = cooccurrence(corpus, {
    ...plain,
    rows: [parseDimension('code')],
    columns: [parseDimension('code')],
    nearness: { kind: 'turn' },
  });
  const questions = ['case', 'phase', 'source', 'speaker', 'level', 'direction'] as const;
  return {
    tables: questions.map((columns) => ask('code', columns)),
    pairs,
    moves: movesByCapacities(corpus),
  };
}

function cell(table: Table, measure: Measure, row: number, column: number): number {
  return must(table.cells[measure]?.[row]?.[column], `a ${measure}`);
}
