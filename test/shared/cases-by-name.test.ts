// Which case a text belongs to by its name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { casesByName } from '../../shared/cases-by-name.ts';

test('a text goes to the longest name of a case or of another text that it begins with, up to a border of words', () => {
  const cases = ['Ana', 'Ana Maria', '枫林里'];
  const texts = [
    'Ana',
    'ana 2 (after)',
    'Ana Maria, 2',
    'Anatol',
    '枫林里 访谈一',
    '枫林里们',
    'v1.2 Bo',
    'Lin',
    'Lin 2',
  ];
  assert.deepEqual(
    [...casesByName(texts, cases).values()],
    ['Ana', 'Ana', 'Ana Maria', 'Anatol', '枫林里', '枫林里们', 'v1.2 Bo', 'Lin', 'Lin'],
  );
});
