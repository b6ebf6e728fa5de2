// Speaker labels of an edited text: kept where nothing was done, read again where something was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSpeakers } from '../../../shared/import/speakers.ts';
import { relabel } from '../../../shared/text/relabel.ts';
import type { Splice } from '../../../shared/text/splices.ts';
import { applySplices } from '../../../shared/text/splices.ts';

const text = [
  'Interviewer: When did it begin?',
  'Ms Lin: After the flood.',
  'Interviewer: And then?',
  'Mr Ma: Every pump came back.',
  'Ms Lin: Nobody wrote that down.',
].join('\n');
const { labels, speakers } = findSpeakers(text);

/** [label, speaker] of each turn after replacing `from` by `to`; a new name stands in quotes. */
function turnsAfter(...changes: (readonly [from: string, to: string])[]): string[] {
  const splices: Splice[] = [];
  for (const [from, to] of changes) {
    const start = applySplices(text, splices).indexOf(from);
    assert.ok(start >= 0, from);
    splices.push({ start, end: start + from.length, text: to });
  }
  const after = applySplices(text, splices);
  return relabel({ text, labels, pattern: null }, splices, () => null).map(
    ({ start, end, speaker, name }) =>
      `${after.slice(start, end).trim()} ${speaker === null ? `“${name}”` : speakers[speaker]?.name}`,
  );
}

const asBefore = [
  'Interviewer: Interviewer',
  'Ms Lin: Ms Lin',
  'Interviewer: Interviewer',
  'Mr Ma: Mr Ma',
  'Ms Lin: Ms Lin',
];

test('words of a turn leave its label as it is', () => {
  assert.deepEqual(turnsAfter(['flood', 'great flood'], ['Every', 'Nearly every']), asBefore);
});

test('a label with another name gives the turn to who is called so', () => {
  assert.deepEqual(turnsAfter(['Mr Ma', 'Ms Lin']), asBefore.with(3, 'Ms Lin: Ms Lin'));
  assert.deepEqual(turnsAfter(['Mr Ma', 'Mr Mao']), asBefore.with(3, 'Mr Mao: “Mr Mao”'));
});

test('a new turn is found, a label that was taken away is none, and joined lines keep both turns', () => {
  const added = turnsAfter(['flood.', 'flood.\nMr Ma: I was there.']);
  assert.deepEqual(added, asBefore.toSpliced(2, 0, 'Mr Ma: Mr Ma'));
  assert.deepEqual(turnsAfter(['Mr Ma: ', '']), asBefore.toSpliced(3, 1));
  assert.deepEqual(turnsAfter(['then?\n', 'then? ']), asBefore);
});

test('a speaker given by hand stays where the label is not touched', () => {
  const given = labels.map((label, turn) => (turn === 1 ? { ...label, speaker: 2 } : label));
  const splices = [{ start: text.length, end: text.length, text: ' Indeed.' }];
  const speakerOfSecond = relabel({ text, labels: given, pattern: null }, splices, () => null)[1]?.speaker;
  assert.equal(speakerOfSecond, 2);
});
