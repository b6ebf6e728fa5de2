// The way in which the speakers' labels are written, as it was chosen for the import, counts whenever the text changes.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { aFolder } from '../../helpers/project.ts';

const talk = '<<阿桂>> 早。\n<<小何>> 早！\n[Bo] Hello.\n[Bo] Yes.\n<<阿桂>> 好。';
const corrected = talk.replace('好。', '好的。').replace('<<小何>>', '<<何大姐>>');

async function read(engine: Engine) {
  const { text, labels, speakers, content } = await engine.call('sources.read', { source: 'talk' });
  const turns = labels.map(
    ({ start, end, speaker }) => `${text.slice(start, end)}${speakers[speaker]?.name}`,
  );
  return { turns, base: content };
}

test('a corrected file, an edit and an earlier version are read with the labels that were chosen; undo brings them back', async (t) => {
  const engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  const granted = (name: string, words: string): string => {
    writeFileSync(join(folder, name), words);
    return engine.files.grant(join(folder, name));
  };
  await engine.call('project.create', {
    file: engine.files.grant(join(folder, 'study.crosscase')),
    name: 'Study',
    language: 'zh',
    framework: null,
    coder: 'Ada',
  });
  const place = { case: null, phase: null, interviewers: [], encoding: null };
  const files = [
    { token: granted('talk.txt', talk), name: 'talk.txt', own: { speakers: '<<姓名>>' } },
    { token: granted('plain.txt', talk), name: 'plain.txt' },
  ];
  for await (const { outcome } of engine.stream('import.files', { files, ...place }))
    assert.equal(outcome, 'imported');
  const patterns = async (): Promise<(string | null)[]> =>
    (await engine.call('sources.list', {})).sources.map(({ labelPattern }) => labelPattern);
  assert.deepEqual(await patterns(), ['<<姓名>>', null]);
  const asImported = await read(engine);
  assert.deepEqual(asImported.turns, ['<<阿桂>> 阿桂', '<<小何>> 小何', '<<阿桂>> 阿桂']);

  const rest = { source: 'talk', decisions: [], leaveOut: false, draft: null };
  const change = {
    kind: 'file',
    token: granted('right.txt', corrected),
    name: 'right.txt',
    encoding: null,
  } as const;
  await engine.call('sources.edit', { ...rest, base: asImported.base, change });
  const asCorrected = await read(engine);
  assert.deepEqual(asCorrected.turns, ['<<阿桂>> 阿桂', '<<何大姐>> 何大姐', '<<阿桂>> 阿桂']);

  const splices = [{ start: 0, end: 0, text: '<<Lin>> Well.\n' }];
  await engine.call('sources.edit', {
    ...rest,
    base: asCorrected.base,
    change: { kind: 'splices', splices },
  });
  assert.equal((await read(engine)).turns[0], '<<Lin>> Lin');

  const { versions } = await engine.call('sources.versions', { source: 'talk' });
  const version = versions.at(-1)?.id ?? '';
  const { base } = await read(engine);
  await engine.call('sources.edit', { ...rest, base, change: { kind: 'version', version } });
  assert.deepEqual(await read(engine), asImported);
  assert.deepEqual(await patterns(), ['<<姓名>>', null]);

  await engine.call('sources.remove', { source: 'talk' });
  assert.deepEqual(await patterns(), [null]);
  await engine.call('history.undo', {});
  assert.deepEqual(await patterns(), ['<<姓名>>', null]);
  assert.deepEqual(await read(engine), asImported);
  assert.equal((await engine.call('project.verify', {})).ok, true);
});
