// The sample study as data: its brackets, its speakers, its codes, and that both languages carry the same codings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { frameworks } from '../../shared/frameworks/frameworks.ts';
import { findSpeakers } from '../../shared/import/speakers.ts';
import { must } from '../../shared/must.ts';
import { sampleLinks } from '../../shared/sample/links.ts';
import { readLink, readSample } from '../../shared/sample/read.ts';
import { sampleCases } from '../../shared/sample/sample.ts';
import { interviewer, type Paragraph } from '../../shared/sample/shape.ts';
import {
  countCharacters,
  findParagraphs,
  paragraphAt,
  widenToCharacters,
} from '../../shared/text/positions.ts';
import { segment } from '../../shared/text/segment.ts';

const languages = ['en', 'zh'] as const;
const documents = sampleCases.flatMap((each) => each.documents);
const texts = languages.flatMap((language) =>
  documents.map((document) => ({ language, document, ...readSample(document, language) })),
);
const codes = new Map(
  frameworks.flatMap((framework) => framework.codes).map((code) => [code.id, code] as const),
);

test('brackets become the spans that they enclose, however they overlap, nest or cross paragraphs', () => {
  const character = fc.constantFrom('a', 'é', ' ', '，', '字', '𠮷', '🍲', '\n');
  const spans = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(character, { minLength: 2, maxLength: 60 }), spans, (characters, drawn) => {
      const placed = drawn.map(([one, two]) => {
        const start = one % characters.length;
        return { start, end: start + 1 + (two % (characters.length - start)) };
      });
      const at = (place: number): string =>
        placed
          .flatMap(({ start, end }, i) =>
            end === place ? [`‹/${i + 1}›`] : start === place ? [`‹${i + 1}›`] : [],
          )
          .join('');
      const written = characters.map((each, place) => at(place) + each).join('') + at(characters.length);
      const paragraphs: Paragraph[] = written.split('\n').map((line) => [null, line, line]);
      const marks = Object.fromEntries(placed.map((_, i) => [i + 1, 'T1']));
      const { text, codings } = readSample({ id: 'd', paragraphs, marks }, 'zh');
      assert.equal(text, characters.join(''));
      const units = (place: number): number => characters.slice(0, place).join('').length;
      assert.deepEqual(
        codings.map(({ start, end }) => ({ start, end })),
        placed.map(({ start, end }) => ({ start: units(start), end: units(end) })),
      );
    }),
  );
});

test('a mark gives each code its level, direction and phase, and its memo to the first', () => {
  const paragraphs: Paragraph[] = [[interviewer, 'So ‹3›it was‹/3›.', '原来‹3›如此‹/3›。']];
  const memo = { en: 'Why', zh: '何故' };
  const marks = { 3: { codes: 'T5- C2a=1 M1', phase: 'before', memo } } as const;
  const { text, codings } = readSample({ id: 'd', paragraphs, marks }, 'zh');
  assert.equal(text, '访谈者：原来如此。');
  const shared = { start: 6, end: 8, phase: 'before' };
  assert.deepEqual(codings, [
    { id: 'd.3.T5', code: 'T5', level: null, direction: -1, memo: '何故', ...shared },
    { id: 'd.3.C2a', code: 'C2a', level: 1, direction: null, memo: null, ...shared },
    { id: 'd.3.M1', code: 'M1', level: null, direction: null, memo: null, ...shared },
  ]);
});

test('brackets and marks that do not fit each other are found out', () => {
  const read = (zh: string, marks: Record<number, string> = { 1: 'T1' }) =>
    readSample({ id: 'd', paragraphs: [[null, '', zh]], marks }, 'zh');
  assert.equal(read('‹1›字‹/1›').codings.length, 1);
  assert.throws(() => read('‹1›字'), /Not closed: 1/);
  assert.throws(() => read('字‹/1›'), /opening of ‹\/1›/);
  assert.throws(() => read('‹1›‹/1›字'), /encloses nothing/);
  assert.throws(() => read('‹1›字‹/1›‹1›字‹/1›'), /stands twice/);
  assert.throws(() => read('‹1›字‹/1›‹x›'), /without a number/);
  assert.throws(() => read('‹1›字‹/1›‹2›字‹/2›'), /no mark for the brackets 2/);
  assert.throws(() => read('‹1›字‹/1›', { 1: 'T1', 2: 'T2' }), /brackets 2/);
  assert.throws(() => read('‹1›字‹/1›', { 1: 'T1=4' }), /a code in/);
});

test('both languages carry the same codings in the same paragraphs', () => {
  for (const document of documents) {
    const [en, zh] = languages.map((language) => {
      const { text, codings } = readSample(document, language);
      const paragraphs = findParagraphs(text);
      return codings.map(({ start, end, memo, ...same }) => ({
        ...same,
        memo: memo !== null,
        from: paragraphAt(paragraphs, start),
        to: paragraphAt(paragraphs, end - 1),
      }));
    });
    assert.deepEqual(zh, en, document.id);
  }
  const ids = documents.flatMap((document) => readSample(document, 'en').codings.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
});

test('every passage is well formed and holds no label and no white space at its ends', () => {
  for (const { text, codings, document } of texts) {
    assert.ok(text.isWellFormed());
    const { labels } = findSpeakers(text);
    for (const { id, start, end } of codings) {
      const quote = text.slice(start, end);
      assert.equal(quote, quote.trim(), id);
      assert.deepEqual(widenToCharacters(text, start, end), { start, end }, id);
      assert.ok(!labels.some((label) => label.start < end && label.end > start), `${document.id} ${id}`);
    }
  }
});

test('every code is one of the frameworks, meant for passages, and no level or phase in disguise', () => {
  const used = new Set(texts.flatMap(({ codings }) => codings.map(({ code }) => code)));
  for (const id of used) {
    const code = must(codes.get(id), id);
    assert.ok(code.applicable && code.sets === undefined, id);
  }
  const families = new Set([...used].map((id) => id.charAt(0)));
  assert.deepEqual([...families].toSorted().join(''), 'ABCDEFIMNOPRTWX');
  for (const { codings } of texts)
    for (const { id, code, level } of codings) assert.equal(level !== null, code.startsWith('C'), id);
});

test('the ordinary search finds exactly the speakers, each at every turn', () => {
  for (const { text, document, language } of texts) {
    const turns = document.paragraphs.flatMap(([speaker]) => (speaker ? [speaker[language]] : []));
    const { labels, speakers } = findSpeakers(text);
    assert.deepEqual(
      labels.map((label) => must(speakers[label.speaker], 'the speaker').name),
      turns,
      document.id,
    );
    const respondents = speakers.filter(({ role }) => role === 'respondent');
    assert.equal(respondents.length, turns.length === 0 ? 0 : 1, document.id);
  }
});

test('interviews and notes have the length of their kind', () => {
  for (const { text, document, language } of texts) {
    const size = language === 'en' ? segment(text).wordStarts.length : countCharacters(text);
    const isNote = document.attributes['material'] === 'field';
    const [least, most] = isNote ? [150, 350] : language === 'en' ? [350, 550] : [600, 1000];
    assert.ok(size >= least && size <= most, `${document.id} ${language}: ${size}`);
  }
});

test('what is hard to handle is in it', () => {
  const quotes = texts.flatMap(({ text, codings }) =>
    codings.map(({ start, end }) => text.slice(start, end)),
  );
  assert.ok(quotes.some((quote) => quote.includes('𠮷')));
  assert.ok(quotes.some((quote) => /“[^”]*\p{Emoji_Presentation}”/u.test(quote)));
  assert.ok(quotes.some((quote) => quote.includes('\n')));
  for (const { codings, language } of texts.filter(({ document }) => document.id === 'maple-before'))
    assert.ok(
      codings.some((a) => codings.some((b) => a.start < b.start && b.start < a.end && a.end < b.end)),
      language,
    );
  for (const { codings } of texts.filter(({ document }) => document.id === 'station-after'))
    assert.ok(
      codings.some((a) =>
        codings.some((b) => a.start <= b.start && b.end <= a.end && b.end - b.start < a.end - a.start),
      ),
    );
});

test('every link joins two codings whose families its type is for, and has a sign only where the type has', () => {
  const codings = new Map(
    texts.flatMap((text) => text.codings.map((coding) => [coding.id, coding.code] as const)),
  );
  const types = new Map(
    frameworks.flatMap(({ relationTypes }) => relationTypes.map((type) => [type.id, type] as const)),
  );
  const links = sampleLinks.map((written) => readLink(written, 'en'));
  for (const { from, to, type: key, sign } of links) {
    const type = must(types.get(key), key);
    for (const end of [from, to]) {
      const family = must(codings.get(end), end).charAt(0);
      assert.ok(type.between?.includes(family) ?? true, `${key} ${end}`);
    }
    assert.equal(sign !== null, type.signed, `${from} ${key} ${to}`);
    assert.notEqual(from, to);
  }
  assert.equal(new Set(links.map(({ from, to, type }) => `${from} ${type} ${to}`)).size, links.length);
  assert.deepEqual(new Set(links.map(({ type }) => type)), new Set(types.keys()));
  for (const written of sampleLinks) {
    const [en, zh] = languages.map((language) => readLink(written, language));
    assert.deepEqual({ ...zh, memo: null }, { ...en, memo: null });
    assert.equal(en?.memo === null, zh?.memo === null);
  }
  for (const wrong of ['a builds', 'a  b', 'a Builds b', 'a builds++ b'])
    assert.throws(() => readLink(wrong, 'en'), /a link in/);
});
