import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citedPlace } from '../../shared/cited-place.ts';

const sources = [
  { uid: 'a', number: 1, name: 'Maple Lane', paragraphs: 40, speakers: [{ turns: 10 }, { turns: 12 }] },
  { uid: 'b', number: 2, name: 'Maple Lane, interview 1', paragraphs: 90, speakers: [] },
  { uid: 'c', number: 3, name: '枫林里 访谈一', paragraphs: 12, speakers: [{ turns: 12 }] },
];

function place(typed: string, open: string | null = 'a'): string | null {
  const found = citedPlace(typed, sources, open);
  return found && `${found.source} ${found.unit} ${found.n}`;
}

void test('a place is found as it is cited, in this text or another, in both languages', () => {
  const cases: Readonly<Record<string, string | null>> = {
    '¶15': 'a paragraph 15',
    '15': 'a paragraph 15',
    'turn 22': 'a turn 22',
    '话轮 3': 'a turn 3',
    '第 3 段': 'a paragraph 3',
    第3轮: 'a turn 3',
    'Maple Lane ¶40': 'a paragraph 40',
    'Maple Lane, interview 1 ¶ 90': 'b paragraph 90',
    'Maple Lane, Wu Guilan, Maple Lane, interview 1 ¶4)': 'b paragraph 4',
    '2 Maple Lane, interview 1 ¶4': 'b paragraph 4',
    '3 turn 12': 'c turn 12',
    '枫林里 访谈一 ¶12': 'c paragraph 12',
    '枫林里 访谈一，话轮 12': 'c turn 12',
  };
  for (const [typed, wanted] of Object.entries(cases)) assert.equal(place(typed), wanted, typed);
});

void test('what is no citation, or leads behind the end of the text, is none', () => {
  for (const typed of ['', 'Maple', 'Maple Lane, interview 1', '¶', '¶0', '¶41', 'turn 23', 'Elm Street ¶3'])
    assert.equal(place(typed), null, typed);
  assert.equal(place('15', null), null);
});
