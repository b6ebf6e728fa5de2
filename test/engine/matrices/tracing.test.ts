// Process tracing: evidence in the order of time, judgements that are kept, undone and follow their codings, and what survives.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { judgeEvidence } from '../../../electron/engine/coding/evidence-tests.ts';
import { updateCodings } from '../../../electron/engine/coding/many.ts';
import { mergeCodings } from '../../../electron/engine/coding/split-merge.ts';
import { exportReport } from '../../../electron/engine/export/report.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { tracing } from '../../../electron/engine/matrices/reports/tracing.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import type { Language } from '../../../shared/words/say.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import { must } from '../../../shared/must.ts';
import { leaving } from '../../helpers/leaving.ts';
import {
  aCoding,
  act,
  addText,
  aFolder,
  aProject,
  aSample,
  refusedWith,
  reopened,
  type Ending,
} from '../../helpers/project.ts';

type Asked = Extract<ReportInput, { kind: 'tracing' }>;
type Judging = Input<'evidence.judge'>;

const plain: Asked = {
  kind: 'tracing',
  filters: [],
  overlap: 'split',
  coders: null,
  hypotheses: ['T1', 'N1'],
  exclusive: false,
  order: null,
};

function study(t: Ending) {
  const project = aProject(t);
  addText(project, 'later', 'We trust the club. The rule held.', { phase: 'after' });
  addText(project, 'early', 'Nobody knew anybody.', { phase: 'before' });
  const code = (source: string, which: string, find: string): string =>
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source, code: which, passage: { find, nth: 1 } })),
    ).id;
  const judge = (coding: string, test: Judging['test'], outcome: Judging['outcome'], reason = ''): void =>
    void act(project, 'evidence.judge', (db) => judgeEvidence(db, { coding, test, outcome, reason }));
  const ask = (asked: Partial<Asked> = {}) =>
    tracing(project.db, keepCorpus(project.db).current(), { ...plain, ...asked });
  return { project, code, judge, ask };
}

test('evidence stands in the order of time; what its tests imply is told, and undefined where nothing is judged', (t) => {
  const { code, judge, ask } = study(t);
  const trust = code('later', 'T1', 'We trust the club.');
  const both = code('later', 'N1', 'We trust the club.');
  const early = code('early', 'T1', 'Nobody knew anybody.');
  const untold = ask();
  assert.deepEqual(
    untold.evidence.map(({ quote, cells }) => [quote.said, cells.map((cell) => cell?.quote.id ?? null)]),
    [
      ['Nobody knew anybody.', [early, null]],
      ['We trust the club.', [trust, both]],
    ],
  );
  assert.deepEqual(
    [untold.hypotheses.map(({ standing }) => standing), untold.warnings],
    [['undefined', 'undefined'], ['unjudged']],
  );
  judge(early, 'hoop', 'fails', ' The club is from before. ');
  judge(trust, 'straw-in-the-wind', 'passes');
  judge(both, 'smoking-gun', 'passes');
  const told = ask();
  assert.deepEqual(
    told.hypotheses.map(({ code: { id }, standing, open }) => [id, standing, open]),
    [
      ['T1', 'eliminated', 0],
      ['N1', 'confirmed', 0],
    ],
  );
  assert.deepEqual(told.hypotheses[0]?.tests.hoop, { passes: 0, fails: 1 });
  assert.equal(told.evidence[0]?.cells[0]?.judgement?.reason, 'The club is from before.');
  assert.deepEqual(told.warnings, []);
  const { sheets, notes } = reportPages('en', told);
  assert.deepEqual(sheets[0]?.rows[0]?.slice(3), ['hoop: fails (The club is from before.)', null]);
  assert.match(notes.join(' '), /T1 .*: eliminated\./);
});

test('as many passages are listed as are asked for; what survives is told of all', (t) => {
  const { code, judge, ask } = study(t);
  const late = code('later', 'T1', 'The rule held.');
  const trust = code('later', 'T1', 'We trust the club.');
  const again = code('later', 'T2', 'We trust the club.');
  code('later', 'N1', 'We trust the club.');
  const early = code('early', 'T1', 'Nobody knew anybody.');
  judge(late, 'hoop', 'fails');
  const hypotheses = ['T', 'N1'];
  const all = ask({ hypotheses });
  assert.deepEqual(
    all.evidence.map(({ cells }) => cells.map((cell) => cell?.quote.code ?? null)),
    [
      ['T1', null],
      ['T1', 'N1'],
      ['T2', null],
      ['T1', null],
    ],
  );
  assert.deepEqual(
    all.evidence.map(({ cells }) => cells[0]?.quote.id),
    [early, trust, again, late],
  );
  assert.equal(all.total, 4);
  const part = ask({ hypotheses, most: 2 });
  assert.deepEqual(part, { ...all, evidence: all.evidence.slice(0, 2) });
  assert.equal(part.hypotheses[0]?.standing, 'eliminated');
  assert.ok(reportPages('en', part).notes.includes('2 of 4 passages are listed.'));
});

test('a judgement is one act: told, undone, done again, and whole when the project is checked', (t) => {
  const { project, code, judge, ask } = study(t);
  const trust = code('later', 'T1', 'We trust the club.');
  const standing = () => ask().hypotheses[0]?.standing;
  judge(trust, 'hoop', 'passes');
  judge(trust, 'doubly-decisive', 'passes');
  const told = (language: Language): string =>
    actSentence(language, must(listActs(project.db, 1)[0], 'an act'));
  assert.match(told('en'), /^Judged “later” ¶1 as evidence for “/);
  const changes = must(project.changes, 'writable');
  changes.undo({ coder: 'Ada' });
  assert.equal(standing(), 'survives');
  changes.undo({ coder: 'Ada' });
  assert.equal(standing(), 'undefined');
  changes.redo({ coder: 'Ada' });
  changes.redo({ coder: 'Ada' });
  assert.equal(standing(), 'confirmed');
  judge(trust, null, null);
  assert.equal(standing(), 'undefined');
  assert.match(told('en'), /^Took away the judgement of “later” ¶1 as evidence for “/);
  assert.match(told('zh'), /^撤去对“later” ¶1 作为“.+”的证据的判断$/);
  assert.deepEqual(verifyProject(reopened(t, project).db).faults, []);
  assert.throws(() => judge('nothing-like-it', 'hoop', null), refusedWith('refused.unknown-coding'));
});

test('a judgement belongs to its hypothesis: it goes where the coding is merged, not where it is given another code', (t) => {
  const { project, code, judge, ask } = study(t);
  const trust = code('later', 'T1', 'We trust the club.');
  const more = code('later', 'T1', 'The rule held.');
  judge(more, 'hoop', 'passes');
  act(project, 'codings.merge', (db) => mergeCodings(db, { ids: [trust, more] }));
  assert.equal(ask().evidence[0]?.cells[0]?.judgement?.test, 'hoop');
  act(project, 'codings.updateMany', (db) => updateCodings(db, { ids: [trust], code: 'N1' }));
  assert.deepEqual(
    ask().evidence[0]?.cells.map((cell) => cell?.judgement ?? null),
    [null, null],
  );
  act(project, 'codings.updateMany', (db) => updateCodings(db, { ids: [trust], code: 'T1' }));
  assert.equal(ask().evidence[0]?.cells[0]?.judgement?.outcome, 'passes');
  act(project, 'codings.remove', (db) => removeCoding(db, { id: trust }));
  assert.deepEqual(ask().evidence, []);
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  assert.equal(ask().evidence[0]?.cells[0]?.judgement?.outcome, 'passes');
  assert.deepEqual(verifyProject(project.db).faults, []);
});

for (const language of ['en', 'zh'] as const)
  test(`${language}: the sample's evidence for weak causes runs from before to after, by date, into any document`, async (t) => {
    const project = aSample(t, language);
    const corpus = keepCorpus(project.db).current();
    const date = corpus.attributes.find(({ owner, type }) => owner === 'source' && type === 'date');
    const order = must(date, 'the date').name;
    const asked = { ...plain, hypotheses: ['D1', 'D2', 'D3', 'D4'], order };
    const { evidence } = tracing(project.db, corpus, asked);
    assert.ok(evidence.length > 8);
    const phases = corpus.phases.map(({ name }) => name);
    const times = evidence.map(({ quote, when }) => [phases.indexOf(quote.phase ?? ''), when ?? ''] as const);
    for (const [place, [phase, when]] of times.entries()) {
      const [before, then] = times[place - 1] ?? [phase, when];
      assert.ok(before < phase || (before === phase && then <= when));
    }
    // In these texts every cause is told of the time before, save at Station Road.
    const late = evidence.filter(({ quote }) => quote.phase === phases.at(-1));
    assert.deepEqual([...new Set(late.map(({ quote }) => quote.case))], [corpus.cases[2]?.name]);
    const folder = aFolder(t);
    for (const format of ['docx', 'xlsx', 'md', 'tex', 'html', 'csv'] as const) {
      const path = join(folder, `tracing.${format}`);
      const to = { ...leaving(project.db, path), file: null, format, language };
      await exportReport(project.db, corpus, { question: asked, ...to });
      assert.ok(readFileSync(path).length > 1000);
    }
  });
