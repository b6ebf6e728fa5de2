// Damaged files of every format, read in the reading process: always a text or one sentence, and the next file is read.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEngine } from '../../../electron/engine/engine.ts';
import { sayRefusal } from '../../../shared/say-refused.ts';
import { aFolder } from '../../helpers/project.ts';
import { aDocx, paragraph } from './make-docx.ts';
import { encoder, oldTexts } from './old-texts.ts';

const cases = 300;

/** Whole numbers from 0 to below `limit`, the same in every run (mulberry32). */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** `bytes` cut off, with bytes changed, or with a piece of `other` or of itself put in. */
function damage(bytes: Uint8Array, other: Uint8Array, roll: (limit: number) => number): Uint8Array {
  const at = roll(bytes.length);
  switch (roll(3)) {
    case 0:
      return bytes.subarray(0, at);
    case 1: {
      const changed = Uint8Array.from(bytes);
      for (let left = 1 + roll(8); left > 0; left -= 1) changed[roll(bytes.length)] = roll(256);
      return changed;
    }
    default: {
      const from = roll(2) === 0 ? other : bytes;
      const start = roll(from.length);
      return Buffer.concat([
        bytes.subarray(0, at),
        from.subarray(start, start + roll(200)),
        bytes.subarray(at + roll(bytes.length - at)),
      ]);
    }
  }
}

void test(`${cases} damaged files are read or refused in one sentence, and nothing half is stored`, async (t) => {
  const lines = ['Ana: Who keeps the key?', 'Tom: The baker does.', 'Ana: 一直这样吗？', 'Tom: Always.'];
  const cue = (line: string, n: number): string =>
    `00:0${n}.000 --> 00:0${n}.900\n<v ${line.replace(': ', '>')}\n`;
  const polish = oldTexts[0]?.sentences.join('\n') ?? '';
  const originals: readonly (readonly [string, Uint8Array])[] = [
    ['docx', await aDocx(lines.map(paragraph).join(''))],
    ['txt', Buffer.from(lines.join('\n'))],
    ['vtt', Buffer.from(`WEBVTT\n\n${lines.map(cue).join('\n')}`)],
    ['md', encoder('windows-1250')(polish) ?? Buffer.alloc(0)],
  ];
  const engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  const file = engine.files.grant(join(folder, 'study.crosscase'));
  await engine.call('project.create', { file, name: 'S', language: 'en', framework: null, coder: 'Ada' });
  const roll = dice(20310503);
  const files = Array.from({ length: cases }, (_, n) => {
    const [extension, bytes] = originals[n % originals.length] ?? ['txt', Buffer.alloc(0)];
    const [, other] = originals[roll(originals.length)] ?? ['txt', bytes];
    const name = `${n}.${extension}`;
    writeFileSync(join(folder, name), damage(bytes, other, roll));
    return { token: engine.files.grant(join(folder, name)), name };
  });
  const placement = { case: null, phase: null, interviewers: [], encoding: null };
  let stored = 0;
  let told = 0;
  const seen = new Map<string, number>();
  for await (const outcome of engine.stream('import.files', { files, ...placement })) {
    told += 1;
    if (outcome.outcome === 'imported') {
      stored += 1;
      const { text } = await engine.call('sources.read', { source: outcome.uid });
      assert.ok(text.trim() !== '' && text.isWellFormed() && !text.includes('\0'));
      continue;
    }
    const { key } = outcome.refusal;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    assert.ok(
      key !== 'refused.import-fault' && key !== 'refused.import-could-not-be-read',
      JSON.stringify(outcome),
    );
    for (const language of ['en', 'zh'] as const)
      assert.match(sayRefusal(language, outcome.refusal), /^[^\n]+[.。]$/u);
  }
  assert.equal(told, cases);
  assert.equal((await engine.call('sources.list', {})).sources.length, stored);
  assert.equal((await engine.call('project.verify', {})).ok, true);
  t.diagnostic(`${stored} read; ${Array.from(seen, ([key, n]) => `${n} ${key}`).join(', ')}`);
  assert.ok(stored > cases / 10 && told - stored > cases / 10);
});
