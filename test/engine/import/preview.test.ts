// Files looked at before they are imported, and imported each with a placement of its own.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { must } from '../../../shared/must.ts';
import { aFolder, type Ending } from '../../helpers/project.ts';

const TALK = 'Ms Lin: We kept the keys 𠮷.\n\nAda: Why?\nMs Lin: For the yard.\nAda: Since when?';

/** An engine with a new project, and a way to hand it files. */
async function desk(t: Ending) {
  const engine: Engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  const file = engine.files.grant(join(folder, 'study.crosscase'));
  await engine.call('project.create', { file, name: 'Study', language: 'en', framework: null, coder: 'Ada' });
  const hand = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return { token: engine.files.grant(join(folder, name)), name };
  };
  return { engine, hand };
}

const nowhere = { case: null, phase: null, interviewers: [], encoding: null };

test('a preview says what an import would give, and stores nothing', async (t) => {
  const { engine, hand } = await desk(t);
  const file = hand('talk.txt', TALK);
  const preview = await engine.call('import.preview', { ...file, encoding: null });
  assert.ok(preview.outcome === 'readable');
  const { glance, labels, speakers } = preview;
  assert.equal(glance, TALK);
  assert.deepEqual(
    labels.map(({ start, end, speaker }) => [glance.slice(start, end).trim(), speakers[speaker]?.name]),
    [
      ['Ms Lin:', 'Ms Lin'],
      ['Ada:', 'Ada'],
      ['Ms Lin:', 'Ms Lin'],
      ['Ada:', 'Ada'],
    ],
  );
  assert.equal(preview.sameTextAs, null);
  assert.deepEqual((await engine.call('sources.list', {})).sources, []);

  const stored = [];
  for await (const outcome of engine.stream('import.files', { files: [file], ...nowhere }))
    stored.push(outcome);
  const [source] = stored;
  assert.ok(source?.outcome === 'imported');
  for (const key of [
    'format',
    'encoding',
    'paragraphs',
    'words',
    'units',
    'characters',
    'leftOut',
  ] as const) {
    assert.deepEqual(preview[key], source[key], key);
  }
  const again = await engine.call('import.preview', { ...file, encoding: null });
  assert.equal(again.outcome === 'readable' && again.sameTextAs, 'talk');
});

test('a file is known again though a slip in its text was corrected in the project', async (t) => {
  const { engine, hand } = await desk(t);
  const file = hand('talk.txt', TALK);
  for await (const { outcome } of engine.stream('import.files', { files: [file], ...nowhere }))
    assert.equal(outcome, 'imported');
  const { content } = await engine.call('sources.read', { source: 'talk' });
  await engine.call('sources.edit', {
    source: 'talk',
    base: content,
    change: { kind: 'splices', splices: [{ start: 8, end: 10, text: 'They' }] },
    decisions: [],
    leaveOut: false,
    draft: null,
  });
  const again = await engine.call('import.preview', { ...file, encoding: null });
  assert.equal(again.outcome === 'readable' && again.sameTextAs, 'talk');
});

test('a long text is shown at a glance, never cut within a character or a label', async (t) => {
  const { engine, hand } = await desk(t);
  const turns = (text: string): string =>
    Array.from({ length: 60 }, (_, n) => `Ms Lin: ${text} ${n}\nMr Ma: Yes.`).join('\n');
  for (const text of ['x'.repeat(60), '𠮷'.repeat(50), `x${'𠮷'.repeat(50)}`]) {
    const whole = turns(text);
    const preview = await engine.call('import.preview', { ...hand('long.txt', whole), encoding: null });
    assert.ok(preview.outcome === 'readable');
    assert.ok([3999, 4000].includes(preview.glance.length));
    assert.ok(preview.glance.isWellFormed() && whole.startsWith(preview.glance));
    assert.ok(preview.labels.length > 10);
    assert.ok(preview.labels.every(({ end }) => end <= preview.glance.length));
    assert.equal(preview.speakers[0]?.turns, 60);
  }
});

test('what cannot be read is an outcome with its reason; an encoding that is named is used', async (t) => {
  const { engine, hand } = await desk(t);
  const empty = await engine.call('import.preview', { ...hand('empty.txt', ''), encoding: null });
  assert.deepEqual(empty, {
    outcome: 'refused',
    refusal: { key: 'refused.import-empty', values: { file: 'empty.txt' } },
  });
  const gbk = hand('gbk.txt', Uint8Array.from([0xce, 0xd2, 0xc3, 0xc7]));
  const named = await engine.call('import.preview', { ...gbk, encoding: 'gb18030' });
  assert.equal(named.outcome === 'readable' && named.glance, '我们');
});

test('speakers are found by the pattern that is chosen, for a preview and for the import, of one file or of all', async (t) => {
  const { engine, hand } = await desk(t);
  const text = '<<Ana>> We keep the keys.\n<<Bo>> Why?\n<<Ana>> For the yard.';
  const file = hand('marked.txt', text);
  const preview = async (speakers: string | null) => {
    const read = await engine.call('import.preview', { ...file, encoding: null, speakers });
    return read.outcome === 'readable' ? read.speakers.map(({ name }) => name) : read.refusal.key;
  };
  assert.deepEqual(await preview(null), []);
  assert.deepEqual(await preview('<<姓名>>'), ['Ana', 'Bo']);
  assert.equal(await preview('<<>>'), 'refused.speaker-pattern');
  const files = [
    file,
    { ...hand('talk.txt', TALK), own: { speakers: null } },
    { ...hand('no.txt', `${TALK}.`), own: { speakers: 'none' } },
  ];
  const told: unknown[] = [];
  for await (const outcome of engine.stream('import.files', { files, ...nowhere, speakers: '<<NAME>>' }))
    told.push(
      outcome.outcome === 'imported'
        ? outcome.speakers.map(({ name, turns }) => `${name} ${turns}`)
        : outcome,
    );
  assert.deepEqual(told, [['Ana 2', 'Bo 1'], ['Ms Lin 2', 'Ada 2'], []]);
});

test('each file is placed as it says itself, and as all are where it says nothing', async (t) => {
  const { engine, hand } = await desk(t);
  const files = [
    hand('a.txt', TALK),
    { ...hand('b.txt', `${TALK} b`), own: { case: 'West', interviewers: [] } },
    { ...hand('c.txt', `${TALK} c`), own: { case: null, phase: 'after' } },
    { ...hand('d.txt', Uint8Array.from([0xce, 0xd2, 0xc3, 0xc7])), own: { encoding: 'gb18030' } },
  ];
  const placement = { case: 'East', phase: 'before', interviewers: ['Ada'], encoding: 'utf-8' };
  const sources = [];
  for await (const outcome of engine.stream('import.files', { files, ...placement })) {
    assert.ok(outcome.outcome === 'imported', JSON.stringify(outcome));
    sources.push(outcome);
  }
  assert.deepEqual(
    sources.map(({ cases, phase, speakers, encoding }) => [
      cases,
      phase,
      speakers.find(({ name }) => name === 'Ada')?.role,
      encoding,
    ]),
    [
      [['East'], 'Before', 'interviewer', 'utf-8'],
      [['West'], 'Before', 'respondent', 'utf-8'],
      [[], 'After', 'interviewer', 'utf-8'],
      [['East'], 'Before', undefined, 'gb18030'],
    ],
  );
  const { text } = await engine.call('sources.read', { source: must(sources[3], 'the last').uid });
  assert.equal(text, '我们');
});

test('an encoding that cannot be told is an outcome with the candidates, and one of them gives the text', async (t) => {
  const { engine, hand } = await desk(t);
  const file = hand('short.txt', Uint8Array.from([...Buffer.from('na'), 0xef, ...Buffer.from('ve')]));
  const preview = await engine.call('import.preview', { ...file, encoding: null });
  assert.ok(preview.outcome === 'refused');
  assert.equal(preview.refusal.key, 'refused.import-encoding-undecided');
  const candidates = String(preview.refusal.values['candidates']).split(',');
  const glances = [];
  for (const encoding of candidates) {
    const read = await engine.call('import.preview', { ...file, encoding });
    glances.push(read.outcome === 'readable' && read.glance);
  }
  assert.ok(candidates.length > 1 && glances.includes('naïve') && glances.every((each) => each !== false));
});
