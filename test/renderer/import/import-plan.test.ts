// What is to happen with each file that waits for import: set for all, set for one, and how each stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  glanceAt,
  goesIn,
  importInput,
  inCommon,
  keepUnchanged,
  newCases,
  ownByName,
  planFiles,
  speakersIn,
  unknownInterviewers,
  untakenPhases,
  type ForAll,
  type ForOne,
} from '../../../renderer/import/import-plan.ts';
import type { ImportPreview } from '../../../shared/contract/import.ts';
import { findPatterns, findSpeakers } from '../../../shared/import/speakers.ts';

type Readable = Extract<ImportPreview, { readonly outcome: 'readable' }>;

const talk =
  'Lamp talk\n\nInterviewer: Who mends it?\nMei: Nobody.\n\nNobody yet.\nInterviewer: And Bo?\nMei: Bo asks.';

function readable(change: Partial<Readable> = {}): Readable {
  return {
    outcome: 'readable',
    format: 'txt',
    encoding: 'utf-8',
    paragraphs: 6,
    words: 12,
    units: 12,
    characters: talk.length,
    leftOut: { footnotes: 0, endnotes: 0, comments: 0, images: 0 },
    glance: talk,
    sameTextAs: null,
    ...findSpeakers(talk),
    patterns: findPatterns(talk),
    ...change,
  };
}

const refused: ImportPreview = {
  outcome: 'refused',
  refusal: { key: 'refused.import-empty', values: { file: 'empty.txt' } },
};
const undecided: ImportPreview = {
  outcome: 'refused',
  refusal: { key: 'refused.import-encoding-undecided', values: { file: 'old.txt', candidates: 'big5' } },
};
const forAll: ForAll = {
  case: 'Ferry Street',
  byName: false,
  phase: 'after',
  phaseByName: false,
  interviewers: '',
  encoding: null,
  pattern: null,
};

function plan(
  previews: Readonly<Record<string, ImportPreview | null>>,
  own: Readonly<Record<string, ForOne>> = {},
  all: ForAll = forAll,
) {
  const files = Object.keys(previews).map((token) => ({ token, name: `${token}.txt` }));
  return planFiles(files, {
    forAll: all,
    cases: ['Ana', 'Ana Maria'],
    phases: [
      { name: 'before', kind: 'before' },
      { name: 'after', kind: 'after' },
    ],
    forOne: new Map(Object.entries(own)),
    previewOf: ({ token }) => previews[token] ?? null,
    outcomes: new Map(),
  });
}

test('files that need a hand stand first, and only readable ones go in', () => {
  const planned = plan({
    ready: readable(),
    reading: null,
    twice: readable({ sameTextAs: 'Mei' }),
    old: undecided,
    empty: refused,
  });
  assert.deepEqual(
    planned.map(({ token, standing }) => [token, standing]),
    [
      ['empty', 'refused'],
      ['old', 'settle'],
      ['twice', 'warn'],
      ['reading', 'reading'],
      ['ready', 'ready'],
    ],
  );
  assert.deepEqual(
    planned.filter(goesIn).map(({ token }) => token),
    ['twice', 'ready'],
  );
});

test('what is set for one file stands before what is set for all, none included', () => {
  const own = { one: { case: '', phase: null, encoding: 'big5' } };
  const [one, two] = importInput(plan({ one: readable(), two: readable() }, own)).files;
  assert.deepEqual(one?.own, {
    case: null,
    phase: null,
    interviewers: ['Interviewer'],
    speakers: null,
    encoding: 'big5',
  });
  assert.deepEqual(two?.own, {
    case: 'Ferry Street',
    phase: 'after',
    interviewers: ['Interviewer'],
    encoding: null,
    speakers: null,
  });
});

test('with a case for each file, a file goes to the case that its name begins with, else to one of its own name', () => {
  const files = { 'Ana 2': readable(), Bo: readable(), Lin: readable(), 'Lin 2': readable() };
  assert.deepEqual(
    plan(files, { Bo: { case: 'Club' } }, { ...forAll, byName: true }).map((file) => file.case),
    ['Ana', 'Club', 'Lin', 'Lin'],
  );
});

test('a phase that the name of a file tells is offered; once it is taken the case is what is left of the name', () => {
  const files = {
    'Lin-before': readable(),
    'Lin-after': readable(),
    Bo: readable(),
    'Ana (before)': readable(),
  };
  const placesOf = (all: ForAll, own: Readonly<Record<string, ForOne>> = {}) =>
    plan(files, own, all).map((file) => `${file.case}, ${file.phase}`);
  const told = { ...forAll, phase: null };
  assert.deepEqual(
    placesOf(told),
    Array.from({ length: 4 }, () => 'Ferry Street, null'),
  );
  assert.deepEqual(
    untakenPhases(plan(files, {}, told)).map(({ token }) => token),
    ['Lin-before', 'Lin-after', 'Ana (before)'],
  );
  const taken = { ...told, byName: true, phaseByName: true };
  assert.deepEqual(placesOf(taken), ['Lin, before', 'Lin, after', 'Bo, null', 'Ana, before']);
  assert.deepEqual(placesOf(taken, { 'Lin-after': { phase: null } })[1], 'Lin, null');
  assert.deepEqual(untakenPhases(plan(files, {}, taken)), []);
  assert.deepEqual(placesOf({ ...told, byName: true })[1], 'Lin-after, null');
});

test('a phase that was chosen for a file by hand is not offered again, before and after the others are taken', () => {
  const files = { 'Lin-before': readable(), 'Lin-after': readable(), 'Bo-after': readable() };
  const own = { 'Lin-after': { phase: null }, 'Bo-after': { phase: 'before' } };
  const offered = (all: ForAll) => untakenPhases(plan(files, own, all)).map(({ token }) => token);
  assert.deepEqual(offered({ ...forAll, phase: null }), ['Lin-before']);
  assert.deepEqual(offered({ ...forAll, byName: true, phaseByName: true }), []);
  const all = { ...forAll, phase: null };
  const before = plan(files, {}, all);
  const kept = keepUnchanged(before, plan(files, { 'Lin-after': { phase: null } }, all));
  assert.deepEqual(untakenPhases(kept).length, 2);
});

test('files that are set by their names go to one case without the words of the phase, whatever is set for all', () => {
  const files = { 'Lin-before': readable(), 'Lin-after': readable(), Bo: readable() };
  for (const byName of [false, true])
    for (const phaseByName of [false, true]) {
      const all = { ...forAll, byName, phaseByName };
      const own = Object.fromEntries(plan(files, {}, all).map((file) => [file.token, ownByName(file)]));
      assert.deepEqual(
        plan(files, own, all).map((file) => `${file.case}, ${file.phase}`),
        ['Lin, before', 'Lin, after', 'Bo, after'],
      );
    }
});

test('what several files have in common, and who speaks in them', () => {
  const other = 'Bo: Yes.\nMei: No.\nBo: So it is.\nMei: It is.';
  const two = readable({ glance: other, ...findSpeakers(other) });
  const planned = plan({ one: readable(), two }, { two: { phase: null, asks: { Mei: true } } });
  assert.equal(
    inCommon(planned, (file) => file.case),
    'Ferry Street',
  );
  assert.equal(
    inCommon(planned, ({ phase }) => phase),
    undefined,
  );
  assert.deepEqual(
    speakersIn(planned).map(({ name, turns, files, asks, isFixed }) => [name, turns, files, asks, isFixed]),
    [
      ['Mei', 4, 2, false, false],
      ['Interviewer', 2, 1, true, true],
      ['Bo', 2, 1, false, false],
    ],
  );
});

test('interviewers: by their label, by the names typed for all, by hand', () => {
  const ofAll = { ...forAll, interviewers: 'bo，MEI ' };
  const asked = (own: ForOne, all: ForAll) => plan({ one: readable() }, { one: own }, all)[0]?.interviewers;
  assert.deepEqual(asked({}, forAll), ['Interviewer']);
  assert.deepEqual(asked({}, ofAll), ['Interviewer', 'Mei']);
  assert.deepEqual(asked({ asks: { Mei: false } }, ofAll), ['Interviewer']);
  assert.deepEqual(asked({ asks: { Mei: true } }, forAll), ['Interviewer', 'Mei']);
});

test('a file of which nothing changed stays the same object', () => {
  const previews = { one: readable(), two: readable() };
  const before = plan(previews);
  const changes: readonly ForOne[] = [
    { case: 'Else' },
    { phase: null },
    { encoding: 'gbk' },
    { asks: { Mei: true } },
  ];
  for (const change of changes) {
    const now = plan(previews, { two: change });
    const kept = keepUnchanged(before, now);
    assert.deepEqual(kept, now);
    assert.equal(kept[0], before[0]);
    assert.notEqual(kept[1], before[1]);
  }
});

test('cases that would be made: each once, in any letter case, of files that go in only', () => {
  const own = { two: { case: 'ferry street' }, three: { case: ' Maple Lane ' }, four: { case: '' } };
  const planned = plan({ one: readable(), two: readable(), three: readable(), four: readable() }, own);
  assert.deepEqual(newCases(planned, []), ['ferry street', 'Maple Lane']);
  assert.deepEqual(newCases(planned, ['FERRY STREET']), ['Maple Lane']);
  assert.deepEqual(newCases(plan({ empty: refused, reading: null }), []), []);
});

test('interviewers who speak in no file are told once every file has been read', () => {
  const typed = 'Mei, bo；Interviewer';
  assert.deepEqual(unknownInterviewers(typed, plan({ one: readable(), reading: null })), []);
  assert.deepEqual(unknownInterviewers(typed, plan({ one: readable(), empty: refused })), ['bo']);
});

test('the glance numbers the non-blank lines and tells labels from words', () => {
  assert.deepEqual(
    glanceAt(readable(), ['Interviewer']).map(({ number, speaker, asks, text }) => [
      number,
      speaker,
      asks,
      text,
    ]),
    [
      [1, null, false, 'Lamp talk'],
      [2, 'Interviewer', true, 'Who mends it?'],
      [3, 'Mei', false, 'Nobody.'],
      [4, null, false, 'Nobody yet.'],
      [5, 'Interviewer', true, 'And Bo?'],
      [6, 'Mei', false, 'Bo asks.'],
    ],
  );
});
