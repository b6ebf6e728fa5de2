import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeCited } from '../../shared/cite.ts';
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
    'turn 7, ¶15': 'a paragraph 15',
    'Maple Lane, interview 1, turn 2, ¶4': 'b paragraph 4',
    '枫林里 访谈一，话轮 3，¶12': 'c paragraph 12',
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
  for (const typed of [
    '',
    'Maple',
    'Maple Lane, interview 1',
    '¶',
    '¶0',
    '¶41',
    'turn 23',
    'Elm Street ¶3',
    'NewMaple Lane ¶3',
  ])
    assert.equal(place(typed), null, typed);
  assert.equal(place('15', null), null);
});

void test('a name that ends as a turn is cited does is a name, and the number of a turn is no name', () => {
  const named = (uid: string, name: string) => ({
    uid,
    number: 90,
    name,
    paragraphs: 9,
    speakers: [{ turns: 9 }],
  });
  const all = [
    named('group', 'Focus group'),
    named('second', 'Focus group turn 2'),
    named('组', '小组 话轮 2'),
    named('two', '2'),
  ];
  const cases: Readonly<Record<string, string | null>> = {
    'Focus group turn 2 ¶5': 'second paragraph 5',
    'Focus group turn 2, turn 3, ¶5': 'second paragraph 5',
    'Focus group turn 2, turn 3': 'second turn 3',
    'Focus group, turn 3, ¶5': 'group paragraph 5',
    'Focus group, turn 2': 'group turn 2',
    '小组 话轮 2 第 5 段': '组 paragraph 5',
    '小组 话轮 2，话轮 2，¶5': '组 paragraph 5',
    'turn 2, ¶5': 'group paragraph 5',
    'Elm turn 2, turn 2': null,
    '2 ¶5': 'two paragraph 5',
  };
  for (const [typed, wanted] of Object.entries(cases)) {
    const found = citedPlace(typed, all, 'group');
    assert.equal(found && `${found.source} ${found.unit} ${found.n}`, wanted, typed);
  }
});

void test('a name is cited whole, not by its end', () => {
  const named = (name: string, number: number) => ({ uid: name, number, name, paragraphs: 9, speakers: [] });
  const all = [named('tol', 1), named('访谈一', 2), named('Anatol B', 3)];
  const found = (typed: string): string | null => citedPlace(typed, all, null)?.source ?? null;
  for (const typed of ['Anatol ¶3', '林登访谈一 ¶3', 'ex-tol ¶3', 'Ana.tol ¶3'])
    assert.equal(found(typed), null, typed);
  for (const typed of ['Ana, tol ¶3', '(tol ¶3)', 'tol ¶3', '1 tol ¶3', 'Ms Lin; TOL ¶3'])
    assert.equal(found(typed), 'tol', typed);
  for (const typed of ['林登，访谈一 ¶3', '（访谈一 ¶3）', '访谈一¶3'])
    assert.equal(found(typed), '访谈一', typed);
  assert.equal(found('Anatol B ¶3'), 'Anatol B');
});

void test('a place leads to where it was cited, in both languages, with its turn and without', () => {
  for (const language of ['en', 'zh'] as const)
    for (const turn of [null, 1, 22]) {
      const cited = placeCited(language, { source: 'Maple Lane, interview 1', paragraph: 4, turn });
      assert.equal(place(cited), 'b paragraph 4', cited);
    }
  const at = { source: 'Lin', paragraph: 15, turn: 7 };
  assert.equal(placeCited('en', at), 'Lin, turn 7, ¶15');
  assert.equal(placeCited('zh', at), 'Lin，话轮 7，¶15');
  assert.equal(placeCited('en', { ...at, turn: null }), 'Lin ¶15');
});
