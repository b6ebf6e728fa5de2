// Words in texts: what is found is what a reader counts word by word, and in Chinese string by string.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldForFinding } from '../../../shared/text/find.ts';
import { wordHits, wordsIn } from '../../../shared/text/whole-words.ts';

const found = (text: string, word: string): string[] =>
  wordHits(foldForFinding(text), word).map(({ start, end }) => text.slice(start, end));

test('a word is a whole word in any letter case, with * it takes any ending, in Chinese it stands anywhere', () => {
  assert.deepEqual(found('Trust, trusted: Ms Lin’s TRUST. Distrust', 'trust'), ['Trust', 'TRUST']);
  assert.deepEqual(found('Trust, trusted. Distrust trust’s', 'trust*'), ['Trust', 'trusted', 'trust']);
  assert.deepEqual(found('xa a a a', 'a a'), ['a a']);
  assert.deepEqual(found('The spare key, a spare  key; spare keys', ' Spare  key '), ['spare key']);
  assert.deepEqual(found('信任trust信任，不信任', '信任'), ['信任', '信任', '信任']);
  assert.deepEqual(found('信任trust信任', 'trust'), ['trust']);
  assert.deepEqual(found("Don’t, don't", "don't"), ['Don’t', "don't"]);
  assert.deepEqual(found('𝒜𝒷𝒸 𝒜', '𝒜*'), ['𝒜𝒷𝒸', '𝒜']);
  const run = 'a'.repeat(100_000);
  assert.deepEqual(found(`${run} b`, 'a*'), [run]);
  for (const nothing of ['', ' ', '*', ', ']) assert.deepEqual(found('a * , b', nothing), []);
});

test('words are counted as a reader does who reads word by word', () => {
  const words = fc.array(fc.constantFrom('a', 'ab', 'Ab', 'b', '信', '任', '信任', 'ä'), { maxLength: 30 });
  const gaps = fc.array(fc.constantFrom(' ', ', ', '. ', '-', '’', '\n'), { minLength: 30, maxLength: 30 });
  const wanted = fc.constantFrom('a', 'AB', 'b', 'ä', '信任', '信');
  fc.assert(
    fc.property(words, gaps, wanted, (list, between, word) => {
      const text = list.map((each, place) => each + (between[place] ?? ' ')).join('');
      const isHan = word.startsWith('信');
      const naive = isHan
        ? text.split(word).length - 1
        : list.filter((each) => each.toLowerCase() === word.toLowerCase()).length;
      assert.equal(found(text, word).length, naive);
    }),
  );
});

test('a list of words is parted by commas of both languages and names each word once', () => {
  assert.deepEqual(wordsIn(' trust, the office，Trust、信任；, …'), ['trust', 'the office', '信任']);
});
