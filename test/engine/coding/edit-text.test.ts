// Editing a text with its codings kept: every coding follows or is listed, one undo takes all back, no newer text is lost.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { caseNamed } from '../../../electron/engine/cases/cases.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { editText } from '../../../electron/engine/coding/edit-text.ts';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { readText } from '../../../electron/engine/text/contents.ts';
import { findSource } from '../../../electron/engine/text/sources.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { widenToCharacters } from '../../../shared/text/positions.ts';
import { applySplice, cleanTyped, type Splice } from '../../../shared/text/splices.ts';
import { aCoding, act, addText, aFolder, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

type Edit = Partial<Input<'sources.edit'>> & Pick<Input<'sources.edit'>, 'change'>;

const talk = [
  'Interviewer: How did the shed begin?',
  'Ms Orr: We lent each other ladders, and every ladder came back.',
  'Interviewer: And when one does not come back?',
  'Ms Orr: Then we ask twice, kindly.',
].join('\n');

/** An open engine with one text, "shed", and Ada's and Bo's codings of the words given. */
async function study(t: Ending, words: readonly string[], text = talk): Promise<Engine & { folder: string }> {
  let engine: Engine | null = null;
  const folder = aFolder(t, () => void engine?.close());
  engine = createEngine();
  const file = engine.files.grant(join(folder, 'study.crosscase'));
  await engine.call('project.create', {
    file,
    name: 'Study',
    language: 'en',
    framework: 'community-social-capital',
    coder: 'Ada',
  });
  const path = join(folder, 'shed.txt');
  writeFileSync(path, text);
  const files = [{ token: engine.files.grant(path), name: 'shed.txt' }];
  for await (const { outcome } of engine.stream('import.files', {
    files,
    case: 'Shed',
    phase: null,
    interviewers: [],
    encoding: null,
  }))
    assert.equal(outcome, 'imported');
  for (const [n, find] of words.entries())
    await engine.call(
      'codings.add',
      aCoding({
        source: 'shed',
        code: 'T1',
        coder: n % 2 ? 'Bo' : null,
        passage: { find, nth: null },
        memo: `on ${find}`,
      }),
    );
  return { ...engine, folder };
}

async function baseOf(engine: Engine): Promise<string> {
  return (await engine.call('sources.read', { source: 'shed' })).content;
}

async function edit(engine: Engine, given: Edit) {
  const base = await baseOf(engine);
  return engine.call('sources.edit', {
    source: 'shed',
    base,
    decisions: [],
    leaveOut: false,
    draft: null,
    ...given,
  });
}

/** The splice that puts `to` in the place of `from` in the text. */
async function replacing(engine: Engine, from: string, to: string): Promise<Edit> {
  const { text } = await engine.call('sources.text', { source: 'shed' });
  const start = text.indexOf(from);
  assert.ok(start >= 0, from);
  return { change: { kind: 'splices', splices: [{ start, end: start + from.length, text: to }] } };
}

/** The words under each coding, in the order of the text. */
async function quotes(engine: Engine): Promise<string[]> {
  const { text } = await engine.call('sources.text', { source: 'shed' });
  const { codings } = await engine.call('codings.list', { source: 'shed' });
  return codings.map(({ start, end }) => text.slice(start, end));
}

async function isSound(engine: Engine): Promise<void> {
  assert.deepEqual((await engine.call('project.verify', {})).faults, []);
}

test('codings of all coders follow an edit; one undo takes back text, codings and turns, redo does it again', async (t) => {
  const engine = await study(t, ['each other', 'every ladder', 'ask twice']);
  const before = await engine.call('sources.read', { source: 'shed' });
  const { text } = await engine.call('sources.text', { source: 'shed' });
  const [lent, twice] = [text.indexOf('We lent'), text.indexOf('twice')];
  const splices = [
    { start: twice, end: twice + 5, text: 'three times' },
    { start: lent, end: lent + 7, text: 'Since the flood we have lent' },
  ];
  const { touched, follow } = await edit(engine, { change: { kind: 'splices', splices } });
  assert.equal(follow, 2);
  assert.deepEqual(
    touched.map(({ what, before: was, after, coder }) => [what, was, after, coder]),
    [['changed', 'ask twice', 'ask three times', 'Ada']],
  );
  assert.deepEqual(await quotes(engine), ['each other', 'every ladder', 'ask three times']);
  await isSound(engine);
  const edited = await engine.call('sources.read', { source: 'shed' });
  const undone = await engine.call('history.undo', {});
  assert.equal(undone.name, 'sources.edit');
  assert.deepEqual(await engine.call('sources.read', { source: 'shed' }), before);
  assert.deepEqual(await quotes(engine), ['each other', 'every ladder', 'ask twice']);
  assert.equal((await engine.call('sources.versions', { source: 'shed' })).versions.length, 1);
  await isSound(engine);
  await engine.call('history.redo', {});
  assert.deepEqual(await engine.call('sources.read', { source: 'shed' }), edited);
});

test('a coding of which nothing would be left is listed; what is to become of it must be said', async (t) => {
  const engine = await study(t, ['every ladder', 'kindly']);
  const change = await replacing(engine, ', and every ladder came back', '');
  const base = await baseOf(engine);
  const preview = await engine.call('sources.previewEdit', { source: 'shed', base, ...change });
  const [lost] = preview.touched;
  assert.deepEqual(
    preview.touched.map(({ what, before, after, paragraph }) => ({ what, before, after, paragraph })),
    [{ what: 'lost', before: 'every ladder', after: null, paragraph: 2 }],
  );
  await assert.rejects(edit(engine, change), refusedWith('refused.codings-lost', { n: 1 }));
  const id = must(lost, 'it').id;
  const start = preview.text.indexOf('each other');
  const outcome = await edit(engine, { ...change, decisions: [{ id, start, end: start + 10 }] });
  assert.equal(outcome.removed, 0);
  assert.deepEqual(await quotes(engine), ['each other', 'kindly']);
  await engine.call('history.undo', {});
  assert.equal((await edit(engine, { ...change, leaveOut: true })).removed, 1);
  assert.deepEqual(await quotes(engine), ['kindly']);
  await engine.call('history.undo', {});
  const { codings } = await engine.call('codings.list', { source: 'shed' });
  assert.deepEqual(
    codings.map(({ memo }) => memo),
    ['on every ladder', 'on kindly'],
  );
  await isSound(engine);
});

test('a coding that becomes equal to another one gives it its memos, and the properties that the other lacks', async (t) => {
  const engine = await study(t, ['every ladder', 'ask twice', 'every ladder came']);
  const [kept, same] = (await engine.call('codings.list', { source: 'shed' })).codings;
  await engine.call('codings.update', { id: must(kept, 'a coding').id, level: 1 });
  const more = { level: 3 as const, direction: -1 as const, weight: 2 };
  await engine.call('codings.update', { id: must(same, 'a coding').id, ...more });
  const { touched } = await edit(engine, await replacing(engine, ' came', ''));
  assert.deepEqual(
    touched.map(({ what, before }) => [what, before]),
    [['same', 'every ladder came']],
  );
  const { codings } = await engine.call('codings.list', { source: 'shed' });
  const [{ memo, level, direction, weight } = must(kept, 'a coding')] = codings;
  assert.equal(memo, 'on every ladder\non every ladder came');
  assert.deepEqual({ level, direction, weight }, { ...more, level: 1 });
  await isSound(engine);
});

test('codings that take one another’s places are moved without meeting', async (t) => {
  const engine = await study(t, [], 'ab ab ab ab ab ab\nMore words.');
  for (const n of [0, 3, 6, 9, 12])
    await engine.call(
      'codings.add',
      aCoding({ source: 'shed', code: 'T1', passage: { start: n, end: n + 2 } }),
    );
  await edit(engine, { change: { kind: 'splices', splices: [{ start: 0, end: 0, text: 'xx ' }] } });
  const places = async (): Promise<number[]> =>
    (await engine.call('codings.list', { source: 'shed' })).codings.map(({ start }) => start);
  assert.deepEqual(await places(), [3, 6, 9, 12, 15]);
  const { codings } = await engine.call('codings.list', { source: 'shed' });
  const [one, two] = [must(codings[0], 'one'), must(codings[1], 'another')];
  // Two change places.
  const decisions = [
    { id: one.id, start: two.start, end: two.end },
    { id: two.id, start: one.start, end: one.end },
  ];
  await edit(engine, { change: { kind: 'splices', splices: [{ start: 0, end: 1, text: 'y' }] }, decisions });
  assert.deepEqual(await places(), [3, 6, 9, 12, 15]);
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  assert.deepEqual(await places(), [0, 3, 6, 9, 12]);
  await isSound(engine);
});

test('an edit of a text that is no longer stored is refused, whatever part of it was on the screen', async (t) => {
  const engine = await study(t, ['kindly']);
  const base = await baseOf(engine);
  await edit(engine, await replacing(engine, 'twice', 'three times'));
  const stale: Edit = {
    base,
    change: { kind: 'splices', splices: [{ start: 0, end: talk.length, text: 'a part' }] },
  };
  await assert.rejects(edit(engine, stale), refusedWith('refused.text-changed', { source: 'shed' }));
  const beyond: Edit = { change: { kind: 'splices', splices: [{ start: 0, end: 100_000, text: '' }] } };
  await assert.rejects(edit(engine, beyond), refusedWith('refused.bad-splice'));
  const { text } = await engine.call('sources.text', { source: 'shed' });
  const nothing: Edit = {
    change: { kind: 'splices', splices: [{ start: 0, end: text.length, text: ' \n' }] },
  };
  await assert.rejects(edit(engine, nothing), refusedWith('refused.empty-text'));
  assert.equal(text, talk.replace('twice', 'three times'));
});

test('a turn is given to another speaker, its label says so, and who falls silent leaves the source', async (t) => {
  const engine = await study(t, ['kindly']);
  const speakers = async (): Promise<string[]> =>
    (await engine.call('sources.list', {})).sources[0]?.speakers.map(
      ({ name, turns, role }) => `${name} ${turns} ${role}`,
    ) ?? [];
  await edit(engine, { change: { kind: 'speaker', turn: 3, speaker: 'Mr Vale' } });
  assert.deepEqual(await speakers(), [
    'Interviewer 2 interviewer',
    'Ms Orr 1 respondent',
    'Mr Vale 1 respondent',
  ]);
  assert.match((await engine.call('sources.text', { source: 'shed' })).text, /\nMr Vale: Then we ask/);
  await edit(engine, { change: { kind: 'speaker', turn: 1, speaker: 'mr vale' } });
  assert.deepEqual(await speakers(), ['Interviewer 2 interviewer', 'Mr Vale 2 respondent']);
  await edit(engine, await replacing(engine, 'Mr Vale: Then', 'Ms Ash: Then'));
  assert.deepEqual(await speakers(), [
    'Interviewer 2 interviewer',
    'Mr Vale 1 respondent',
    'Ms Ash 1 respondent',
  ]);
  const { codings } = await engine.call('codings.list', { source: 'shed' });
  assert.equal(codings.length, 1);
  for (let n = 0; n < 3; n++) await engine.call('history.undo', {});
  assert.deepEqual(await speakers(), ['Interviewer 2 interviewer', 'Ms Orr 2 respondent']);
  await isSound(engine);
});

test('another name takes the place of the name in a label, whatever the speaker is called now and the stamp says', async (t) => {
  const line = (name: string, n: number): string => `[00:0${n}] ${name}: We lent ladders.`;
  const text = ['Interviewer', 'Ana', 'Interviewer', 'Ana', 'Interviewer', 'Ana'].map(line).join('\n');
  const engine = await study(t, [], text);
  const lineOf = async (n: number) =>
    (await engine.call('sources.text', { source: 'shed' })).text.split('\n')[n]?.split(' We')[0];
  // "I" and "A" are in the words of the labels, and one of them in a stamp.
  await engine.call('speakers.update', { speaker: 'Interviewer', name: 'I' });
  await engine.call('speakers.update', { speaker: 'Ana', name: 'A' });
  await edit(engine, { change: { kind: 'speaker', turn: 2, speaker: 'Bo' } });
  assert.equal(await lineOf(2), '[00:02] Bo:');
  await edit(engine, await replacing(engine, '00:05] Ana', '10:05 AM] A'));
  assert.equal(await lineOf(5), '[10:05 AM] A:');
  await edit(engine, { change: { kind: 'speaker', turn: 5, speaker: 'Bo' } });
  assert.equal(await lineOf(5), '[10:05 AM] Bo:');
  await isSound(engine);
});

test('every version can be read, and comes back with its codings; later ones follow, those taken away return', async (t) => {
  const engine = await study(t, ['every ladder', 'kindly']);
  const shorter = await replacing(engine, ', and every ladder came back', '');
  await edit(engine, { ...shorter, leaveOut: true });
  await engine.call(
    'codings.add',
    aCoding({ source: 'shed', code: 'N2', passage: { find: 'ask twice', nth: null } }),
  );
  const { versions } = await engine.call('sources.versions', { source: 'shed' });
  assert.deepEqual(
    versions.map(({ how, coder, codings }) => [how, coder, codings]),
    [
      ['sources.edit', 'Ada', 2],
      ['import.files', 'Ada', 2],
    ],
  );
  const version = must(versions[1]?.id, 'the first version');
  const read = await engine.call('sources.version', { source: 'shed', version });
  assert.equal(read.text, talk);
  assert.deepEqual(
    read.codings.map(({ start, end, coder }) => [read.text.slice(start, end), coder]),
    [
      ['every ladder', 'Ada'],
      ['kindly', 'Bo'],
    ],
  );
  const outcome = await edit(engine, { change: { kind: 'version', version } });
  assert.equal(outcome.returned, 1);
  assert.deepEqual(await quotes(engine), ['every ladder', 'ask twice', 'kindly']);
  const { codings } = await engine.call('codings.list', { source: 'shed' });
  assert.equal(codings[0]?.memo, 'on every ladder');
  await engine.call('history.undo', {});
  assert.deepEqual(await quotes(engine), ['ask twice', 'kindly']);
  await isSound(engine);
});

test('a corrected file takes the place of the text; words that moved are found, what could not be placed is listed', async (t) => {
  const engine = await study(t, ['every ladder came back', 'kindly', 'shed begin', 'And when one does not']);
  const path = join(engine.folder, 'corrected.txt');
  const lines = talk.split('\n');
  const corrected = [
    'Interviewer: How did the shed really begin?',
    'Ms Orr: It was long ago.',
    'Ms Orr: Then we ask twice, with kindness.',
    lines[1],
  ];
  writeFileSync(path, corrected.join('\r\n'));
  const change = {
    kind: 'file',
    token: engine.files.grant(path),
    name: 'corrected.txt',
    encoding: null,
  } as const;
  const base = await baseOf(engine);
  const preview = await engine.call('sources.previewEdit', { source: 'shed', base, change });
  assert.deepEqual(
    preview.touched.map(({ what, before, after }) => [what, before, after]),
    [
      ['changed', 'shed begin', 'shed really begin'],
      ['found', 'every ladder came back', 'every ladder came back'],
      ['lost', 'And when one does not', null],
      ['lost', 'kindly', null],
    ],
  );
  await assert.rejects(edit(engine, { change }), refusedWith('refused.codings-lost'));
  await edit(engine, { change, leaveOut: true });
  assert.deepEqual(await quotes(engine), ['shed really begin', 'every ladder came back']);
  assert.equal((await engine.call('sources.list', {})).sources[0]?.fileName, 'corrected.txt');
  assert.equal(
    (await engine.call('history.list', { limit: 1, before: null })).acts[0]?.name,
    'sources.replace',
  );
  await engine.call('history.undo', {});
  assert.equal((await engine.call('sources.text', { source: 'shed' })).text, talk);
  await isSound(engine);
});

test('other calls are answered while a long text is held against its version, which comes back with its codings', async (t) => {
  const long = `${talk}\n`.repeat(400).trimEnd();
  const engine = await study(t, [], long);
  const passage = { start: long.length - 7, end: long.length - 1 };
  await engine.call('codings.add', aCoding({ source: 'shed', code: 'T1', passage }));
  const splices = Array.from({ length: 400 }, (_, n) => ({
    start: (399 - n) * (talk.length + 1),
    end: (399 - n) * (talk.length + 1),
    text: 'Then. ',
  }));
  await edit(engine, { change: { kind: 'splices', splices } });
  const [, version] = await engine
    .call('sources.versions', { source: 'shed' })
    .then(({ versions }) => versions);
  const change = { kind: 'version', version: must(version?.id, 'a version') } as const;
  let answered = 0;
  setImmediate(() => void engine.call('codes.list', {}).then(({ codes }) => (answered = codes.length)));
  const preview = await engine.call('sources.previewEdit', {
    source: 'shed',
    base: await baseOf(engine),
    change,
  });
  assert.ok(answered > 0, 'held up by the long text');
  assert.deepEqual([preview.text, preview.touched, preview.follow], [long, [], 1]);
  await edit(engine, { change });
  assert.deepEqual(await quotes(engine), ['kindly']);
  await isSound(engine);
});

test('a draft is no act, outlives the engine, and is held by a window only while that is there', async (t) => {
  const engine = await study(t, ['kindly']);
  const base = await baseOf(engine);
  const splices = [{ start: 0, end: 0, text: 'typed ' }];
  const acts = await engine.call('history.list', { limit: 9, before: null });
  await engine.call('sources.keepDraft', { id: 'one', source: 'shed', base, splices });
  await engine.call('sources.keepDraft', { id: 'other', source: 'shed', base, splices: [] });
  await isSound(engine);
  const hold = new AbortController();
  const items = engine.stream('sources.holdDraft', { id: 'one' }, hold.signal)[Symbol.asyncIterator]();
  await items.next();
  const drafts = async (): Promise<[string, boolean][]> =>
    (await engine.call('sources.drafts', { source: 'shed' })).drafts.map(({ id, held }) => [id, held]);
  assert.deepEqual(await drafts(), [
    ['one', true],
    ['other', false],
  ]);
  hold.abort();
  await items.next();
  assert.deepEqual(await drafts(), [
    ['one', false],
    ['other', false],
  ]);
  assert.deepEqual(await engine.call('history.list', { limit: 9, before: null }), acts);
  await engine.close();
  const again = createEngine();
  t.after(() => void again.close());
  await again.call('project.open', {
    file: again.files.grant(join(engine.folder, 'study.crosscase')),
    access: 'write',
  });
  const [draft] = (await again.call('sources.drafts', { source: 'shed' })).drafts;
  assert.deepEqual([draft?.id, draft?.splices, draft?.baseText, draft?.base], ['one', splices, talk, base]);
  const done: Input<'sources.edit'> = {
    source: 'shed',
    base,
    change: { kind: 'splices', splices },
    decisions: [],
    leaveOut: false,
    draft: 'one',
  };
  await again.call('sources.edit', done);
  await again.call('sources.dropDraft', { id: 'other' });
  assert.deepEqual((await again.call('sources.drafts', { source: 'shed' })).drafts, []);
  await isSound(again);
});

const pieces = ['a', 'b ', '\n', '\r\n', '社', '𠀀', '😀', '👩‍👩‍👧', 'e\u0301', '\u0301', 'Lin: '];
const words = (most: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((some) => cleanTyped(some.join('')));
const places = fc.tuple(fc.nat(), fc.nat());

test('a coding of a version whose place was coded anew is listed, and leaves its memos and links to the new one', async (t) => {
  const engine = await study(t, ['every ladder', 'kindly']);
  const [old, other] = (await engine.call('codings.list', { source: 'shed' })).codings.map(({ id }) => id);
  const link = { id: 'l', from: must(old, 'a coding'), to: must(other, 'another'), type: 'influences' };
  await engine.call('links.add', { ...link, sign: null, memo: null, coder: null });
  await edit(engine, await replacing(engine, 'Then we', 'So we'));
  await engine.call('codings.remove', { id: link.from });
  const passage = { find: 'every ladder', nth: null };
  await engine.call('codings.add', aCoding({ id: 'anew', source: 'shed', code: 'T1', passage, memo: 'new' }));
  const { versions } = await engine.call('sources.versions', { source: 'shed' });
  const version = must(versions[1]?.id, 'the first version');
  const { touched, returned } = await edit(engine, { change: { kind: 'version', version } });
  assert.equal(returned, 0);
  assert.deepEqual(
    touched.map(({ id, what, before, coder }) => [id, what, before, coder]),
    [[old, 'same', 'every ladder', 'Ada']],
  );
  const [standing] = (await engine.call('codings.list', { source: 'shed' })).codings;
  assert.deepEqual([standing?.id, standing?.memo], ['anew', 'new\non every ladder']);
  const { links } = await engine.call('links.list', { source: null, coding: null });
  assert.deepEqual(
    links.map(({ id, from, to }) => [id, from.id, to.id]),
    [['l', 'anew', other]],
  );
  await engine.call('history.undo', {});
  assert.equal((await engine.call('codings.list', { source: 'shed' })).codings[0]?.memo, 'new');
  await isSound(engine);
});

test('a version gives a case its passage back, and leaves another case the one it got since', (t) => {
  const project = aProject(t);
  const source_id = addText(project, 'shed', talk);
  const put = (name: string, start: number, end: number): number =>
    act(project, 'cases.set', (db) =>
      db.insert('members', { case_id: caseNamed(db, name).id, source_id, start, end }),
    );
  const change = (given: Input<'sources.edit'>['change']) => {
    const { content: base } = findSource(project.db, 'shed');
    const request = { source: 'shed', base, decisions: [], leaveOut: false, draft: null, document: null };
    act(project, 'sources.edit', (db) => editText(db, { ...request, change: given, coder: 'Ada' }));
  };
  const passages = () =>
    project.db.rows(
      'SELECT c.name, m.start, m."end" FROM members m JOIN cases c ON c.id = m.case_id WHERE m.start IS NOT NULL ORDER BY 1',
    );
  const north = put('North', 0, 11);
  change({ kind: 'splices', splices: [{ start: talk.length, end: talk.length, text: ' Yes.' }] });
  act(project, 'cases.detach', (db) => db.remove('members', north));
  assert.equal(put('Yard', 13, 16), north);
  const version = must(project.db.value<string>('SELECT uid FROM versions'), 'a version');
  change({ kind: 'version', version });
  assert.deepEqual(passages(), [
    ['North', 0, 11],
    ['Yard', 13, 16],
  ]);
});

test('an edit of a text leaves what the tables know of the other texts as it is', (t) => {
  const project = aProject(t);
  for (const name of ['one', 'other']) addText(project, name, talk, { case: 'East' });
  const corpus = keepCorpus(project.db);
  project.changes?.onChanged((rows) => corpus.touched(rows));
  const [one, other] = corpus.current().sources;
  const { content } = findSource(project.db, 'one');
  const change = {
    kind: 'splices' as const,
    splices: [{ start: talk.length, end: talk.length, text: ' Yes.' }],
  };
  const request = { source: 'one', base: content, change, document: null, coder: 'Ada', draft: null };
  act(project, 'sources.edit', (db) => editText(db, { ...request, decisions: [], leaveOut: true }));
  const [edited, same] = corpus.current().sources;
  assert.notDeepEqual(edited, one);
  assert.equal(same, other);
  assert.deepEqual(corpus.current(), keepCorpus(project.db).current());
});

/** Everything that stands in the project but its history and what is kept under hashes. */
function rowsOf({ db }: Project): unknown {
  return ['sources', 'codings', 'memos', 'members', 'source_speakers', 'speakers', 'versions'].map((table) =>
    db.all(`SELECT * FROM ${table} ORDER BY id`),
  );
}

test('after any edit of any text each quote stands at its place or is listed; undo restores everything, redo does it again', (t) => {
  const project = aProject(t);
  const corpus = keepCorpus(project.db);
  project.changes?.onChanged((rows) => corpus.touched(rows));
  let n = 0;
  fc.assert(
    fc.property(
      words(50),
      fc.array(
        fc.record({ at: places, code: fc.constantFrom('T1', 'N2'), coder: fc.constantFrom('Ada', 'Bo') }),
        { maxLength: 8 },
      ),
      fc.array(fc.record({ at: places, put: words(8) }), { minLength: 1, maxLength: 5 }),
      (some, codings, edits) => {
        const name = `S${++n}`;
        const text = `Q: why? ${some}.`;
        const id = addText(project, name, text, { case: 'East' });
        const spanIn = (whole: string, [a, b]: readonly [number, number]) => {
          const [one, other] = [a % (whole.length + 1), b % (whole.length + 1)];
          return widenToCharacters(whole, Math.min(one, other), Math.max(one, other));
        };
        act(project, 'cases.set', (db) =>
          db.insert('members', { case_id: caseNamed(db, 'Yard').id, source_id: id, start: 0, end: 3 }),
        );
        for (const { at, code, coder } of codings) {
          const passage = spanIn(text, at);
          if (passage.start < passage.end)
            act(project, 'codings.add', (db) =>
              addCoding(db, aCoding({ source: name, code, coder, passage })),
            );
        }
        corpus.current();
        const splices: Splice[] = [];
        let now = text;
        for (const { at, put } of edits) {
          const splice = { ...spanIn(now, at), text: put };
          splices.push(splice);
          now = applySplice(now, splice);
        }
        if (now.trim() === '') return;
        const source = findSource(project.db, name);
        const before = rowsOf(project);
        const quotesBefore = new Map(
          project.db.rows<[string, string]>('SELECT uid, quote FROM codings WHERE source_id = ?', id),
        );
        const request = {
          source: name,
          base: source.content,
          change: { kind: 'splices' as const, splices },
          decisions: [],
          leaveOut: true,
          draft: null,
          document: null,
          coder: 'Ada',
        };
        const { touched } = act(project, 'sources.edit', (db) => editText(db, request));
        const listed = new Set(touched.map(({ id: uid }) => uid));
        assert.equal(readText(project.db, findSource(project.db, name).content), now);
        const left = project.db.all<{ uid: string; start: number; end: number; quote: string }>(
          'SELECT uid, start, "end", quote FROM codings WHERE source_id = ?',
          id,
        );
        for (const { uid, start, end, quote } of left) {
          assert.equal(now.slice(start, end), quote);
          assert.ok(quote.isWellFormed());
          assert.ok(listed.has(uid) || quotesBefore.get(uid) === quote);
        }
        for (const uid of quotesBefore.keys())
          assert.ok(listed.has(uid) || left.some((each) => each.uid === uid), 'dropped in silence');
        const changes = must(project.changes, 'a writable project');
        const after = rowsOf(project);
        if (now === text) return;
        assert.deepEqual(corpus.current(), keepCorpus(project.db).current());
        changes.undo({ coder: 'Ada' });
        assert.deepEqual(rowsOf(project), before);
        assert.deepEqual(corpus.current(), keepCorpus(project.db).current());
        changes.redo({ coder: 'Ada' });
        assert.deepEqual(rowsOf(project), after);
      },
    ),
    { numRuns: 20 },
  );
  assert.deepEqual(verifyProject(project.db).faults, []);
});
