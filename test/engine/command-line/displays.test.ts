// The ready displays from a terminal: those of the project, with the numbers of the questions that they ask.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDimension, reachOf } from '../../../shared/matrices/dimensions.ts';
import { materialOf } from '../../../shared/matrices/preset-material.ts';
import { presetsOf } from '../../../shared/matrices/presets.ts';
import { must } from '../../../shared/must.ts';
import { say } from '../../../shared/words/say.ts';
import { aSample, aStudy } from './in-process.ts';

test('displays are listed and shown by either name, in both languages, filtered where that is asked', async (t) => {
  const { tell } = await aSample(t);
  const { text } = await tell(['displays', 'study']);
  for (const line of [/^code-case +Code × case$/m, /^truth-table +Truth table$/m, /^portrait +/m])
    assert.match(text, line);
  const byName = (await tell(['displays', 'study', '--show', 'Code × case'])).text;
  assert.equal((await tell(['displays', 'study', '--show', 'code-case'])).text, byName);
  assert.equal((await tell(['displays', 'study', '--show', '编码 × 案例'])).text, byName);
  assert.equal((await tell(['matrix', 'study', '--rows', 'code', '--columns', 'case'])).text, byName);
  const filtered = (await tell(['displays', 'study', '--show', 'code-case', '--filter', 'case=Maple Lane']))
    .text;
  assert.match(filtered, /Only case: Maple Lane/);
  assert.equal(
    (await tell(['displays', 'study', '--show', 'frequencies'])).text,
    (await tell(['frequencies', 'study'])).text,
  );
  assert.match((await tell(['displays', 'study', '--show', 'codecase'])).text, /did you mean “code-case”/);
  assert.match((await tell(['displays', 'study', '--filter', 'case=Maple Lane'])).text, /goes only with/);
});

test('every display of the sample and of a bare codebook is answered', async (t) => {
  const { tell, engine } = await aSample(t);
  const { displays } = (await tell(['displays', 'study'])).document as { displays: { id: string }[] };
  assert.ok(displays.length > 15);
  for (const { id } of displays) {
    const shown = await tell(['displays', 'study', '--show', id]);
    assert.equal(shown.kind, 'done', `${id}: ${shown.text}`);
  }
  // Without rows, relations are of the codes at the top.
  const relations = (await tell(['report', 'study', '--kind', 'relations', '--near', 'turn'])).text;
  const { codes } = await engine.call('codes.list', {});
  const top = codes.filter(({ depth }) => depth === 1).flatMap(({ uid }) => ['--row', uid]);
  const named = await tell(['report', 'study', '--kind', 'relations', '--near', 'turn', ...top]);
  assert.equal(relations, named.text);
  const bare = presetsOf(materialOf({ codes: [], phases: [], cases: [], attributes: [], framework: null }));
  for (const { question } of bare.ready) await engine.call('matrices.table', question);
  for (const { question } of bare.reports) await engine.call('matrices.report', question);
});

test('displays are told as the window shows them at first: in words, or in numbers', async (t) => {
  const { tell, engine } = await aSample(t);
  const { codes } = await engine.call('codes.list', {});
  const { phases } = await engine.call('phases.list', {});
  const { cases } = await engine.call('cases.list', {});
  const { attributes } = await engine.call('attributes.list', {});
  const framework = (await engine.call('project.current', {}))?.framework ?? null;
  const { ready, framework: own } = presetsOf(materialOf({ codes, phases, cases, attributes, framework }));
  let inWords = 0;
  for (const { id, drawn, question } of [...ready, ...own]) {
    const { document } = await tell(['displays', 'study', '--show', id]);
    const { cells } = document as { cells?: unknown[][] };
    // Frequencies have no cells.
    if (cells === undefined) continue;
    const asked = drawn === 'written' ? 'matrices.written' : 'matrices.table';
    if (drawn === 'written') inWords += 1;
    const answer =
      asked === 'matrices.written'
        ? await engine.call(asked, { question, language: 'en' })
        : await engine.call(asked, question);
    assert.deepEqual(cells, answer.cells, id);
  }
  assert.equal(inWords, 2);
  const { text } = await tell(['displays', 'study', '--show', 'framework-matrix']);
  assert.match(text, /^Maple Lane\n {2}T Trust\n {4}“/m);
  assert.match(text, /^ {4}\d+ references?/m);
  assert.match(text, /By case and code at level 1/);
  const same = ['matrix', 'study', '--rows', 'case', '--columns', 'code:1', '--written'];
  assert.equal((await tell(same)).text, text);
  const csv = (await tell(['displays', 'study', '--show', 'framework-matrix', '--format', 'csv'])).text;
  const [said = ''] = /“[^“”\n]{20,}/.exec(text.replaceAll(/\s+/g, ' ')) ?? [];
  assert.ok(said !== '' && csv.replaceAll(/\s+/g, ' ').includes(said), said);
});

test('trends go over the phases where sources stand in several, else over the sources', async (t) => {
  const kinds = [['code-trend'], ['word-trend', '--word', 'key']];
  for (const [study, isPhased] of [
    [await aSample(t), true],
    [await aStudy(t), false],
  ] as const) {
    const { displays } = (await study.tell(['displays', 'study'])).document as {
      displays: { id: string; question: { over?: string } }[];
    };
    for (const [kind = '', ...words] of kinds) {
      const phase = kind === 'code-trend' ? 'phase' : 'source-phase';
      const over = isPhased ? phase : 'source';
      assert.equal(displays.find(({ id }) => id === kind)?.question.over, over);
      const { document } = await study.tell(['report', 'study', '--kind', kind, ...words]);
      assert.equal((document as { over: string }).over, over);
      const chosen = await study.tell(['report', 'study', '--kind', kind, ...words, '--over', phase]);
      assert.equal((chosen.document as { over: string }).over, phase);
    }
  }
});

test('no ready display divides by text that its axes do not divide', async (t) => {
  const { engine } = await aSample(t);
  const { phases } = await engine.call('phases.list', {});
  const material = {
    codes: (await engine.call('codes.list', {})).codes,
    phases,
    cases: (await engine.call('cases.list', {})).cases,
    attributes: (await engine.call('attributes.list', {})).attributes,
    framework: (await engine.call('project.current', {}))?.framework ?? null,
  };
  const told = phases.map((phase) => ({ ...phase, sources: 0 }));
  const overTime = [material, { ...material, phases: told }, { ...material, phases: told, cases: [] }].map(
    (lists) => {
      const { ready, framework } = presetsOf(materialOf(lists));
      for (const { id, question } of [...ready, ...framework]) {
        if (!['share', 'own-share', 'rate'].includes(question.measure)) continue;
        const axes = [...question.rows, ...question.columns].map(parseDimension);
        const choosing = axes.filter((each) => each.kind !== 'code' && reachOf(each) === 'coding');
        assert.deepEqual(choosing, [], id);
      }
      const { measure, columns } = must(
        ready.find(({ id }) => id === 'time-code'),
        'the display over time',
      ).question;
      return [measure, ...columns];
    },
  );
  assert.deepEqual(overTime, [
    ['rate', 'source-phase'],
    ['case-share', 'phase'],
    ['column-share', 'phase'],
  ]);
});

test('more words than are counted at once are refused by number, in both languages', async (t) => {
  const { tell } = await aSample(t);
  const words = Array.from({ length: 21 }, (_, place) => `w${place}`);
  const asked = ['report', 'study', '--kind', 'word-trend', '--word', words.join()];
  for (const language of ['en', 'zh'] as const) {
    const { kind, text } = await tell(asked, language);
    assert.deepEqual([kind, text], ['refused', say(language, 'refused.too-many-words', { most: 20, n: 21 })]);
  }
  const most = ['report', 'study', '--kind', 'word-trend', '--word', words.slice(1).join()];
  assert.equal((await tell(most)).kind, 'done');
});
