// The words of the program: the same sentences, with the same values, in English and in Chinese.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { must } from '../shared/must.ts';
import { en } from '../shared/words/en/index.ts';
import { zh } from '../shared/words/zh/index.ts';

const english = new Map<string, string>(Object.entries(en));
const chinese = new Map<string, string>(Object.entries(zh));
const all = [...english, ...chinese];

/** `{name}` and `{name|one|many}`, as say() reads them. */
const placeholder = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

test('every sentence stands in both languages and takes the same values', () => {
  assert.ok(english.size > 0);
  assert.deepEqual([...chinese.keys()].toSorted(), [...english.keys()].toSorted());
  for (const [key, sentence] of english)
    assert.deepEqual(valuesOf(must(chinese.get(key), key)), valuesOf(sentence), key);
});

test('placeholders are written so that they are replaced', () => {
  for (const [key, sentence] of all) assert.doesNotMatch(sentence.replace(placeholder, ''), /[{}]/, key);
});

test('the Chinese is Chinese and the English is English', () => {
  for (const [key, sentence] of english) {
    const bare = sentence.replace(placeholder, '$2 $3');
    assert.doesNotMatch(bare, /\p{Script=Han}/u, key);
    if (/\p{Ll}{2}/u.test(bare)) assert.match(must(chinese.get(key), key), /\p{Script=Han}/u, key);
  }
});

test('no sentence is empty or raises its voice', () => {
  // Chinese puts nothing between two sentences.
  for (const [key, sentence] of all)
    assert.match(sentence.trim(), key === 'rule.between' ? /^$/ : /^[^!！]+$/, key);
});

test('a refusal is a whole sentence', () => {
  for (const [key, sentence] of english) if (key.startsWith('refused.')) assert.match(sentence, /\.$/, key);
  for (const [key, sentence] of chinese) if (key.startsWith('refused.')) assert.match(sentence, /。$/, key);
});

test('no stage writes over the words of another, and every file is joined', async () => {
  for (const [language, joined] of [
    ['en', english],
    ['zh', chinese],
  ] as const) {
    const folder = join(import.meta.dirname, '../shared/words', language);
    const seen = new Map<string, string>();
    for (const file of globSync('*.ts', { cwd: folder, exclude: ['index.ts'] })) {
      const stage: Record<string, Record<string, string>> = await import(
        `../shared/words/${language}/${file}`
      );
      for (const key of Object.values(stage).flatMap((words) => Object.keys(words))) {
        assert.equal(seen.get(key), undefined, `${language}: ${key} stands in ${file} too`);
        seen.set(key, file);
      }
    }
    assert.deepEqual([...seen.keys()].toSorted(), [...joined.keys()].toSorted());
  }
});

function valuesOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(placeholder)].map(([, name = '']) => name))].toSorted();
}
