// Lines of a stream, however its bytes arrive.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '../../../electron/engine/command-line/lines.ts';

async function read(chunks: readonly Uint8Array[]): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  const stream = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  for await (const { number, text } of linesOf(stream)) assert.equal(number, lines.push(text));
  return lines;
}

test('lines do not depend on where the chunks are cut', async () => {
  const text = fc.array(fc.constantFrom('a', '信任', '𠮷', '\n', '\r\n', ' '), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(60), { maxLength: 6 }), async (parts, cuts) => {
      const bytes = Buffer.from(parts.join(''));
      const places = [0, ...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b);
      const chunks = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
      const expected = parts.join('').split('\n');
      if (expected.at(-1) === '') expected.pop();
      assert.deepEqual(
        await read(chunks),
        expected.map((line) => line.replace(/\r$/, '')),
      );
    }),
  );
});

test('a line that is not UTF-8 is told apart, the others are read', async () => {
  assert.deepEqual(await read([Buffer.from([0x61, 0x0a, 0xd0, 0xc5, 0x0a, 0x62])]), ['a', null, 'b']);
});
