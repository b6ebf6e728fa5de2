// The rule beneath a chart's picture: broken where the language allows it, nothing lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wrapped } from '../../../renderer/charts/picture.ts';

const width = (text: string): number => text.length;

test('wrapping loses no word, and no line is longer than it may be unless it is one word', () => {
  const words = fc.array(
    fc.constantFrom('trust', 'N:', '181', '（共 3 例）', '信任与规范。', 'a', 'cells;', '“ours”'),
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 40 }), (list, most) => {
      const text = list.join(' ');
      const lines = wrapped(text, most, width);
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      for (const line of lines) assert.ok(width(line) <= most || !/\s/.test(line.trim()), line);
    }),
  );
});

test('no line begins with a sign that closes', () => {
  for (const line of wrapped('计入所有编码员的编码片段。没有筛选。N：181 个参考点，9 份资料。', 8, width))
    assert.doesNotMatch(line, /^[，。；：、）”]/u);
});
