// Sentences in Chinese and Latin, units selected by key, selections that grow and shrink, borders moved by sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findLineStarts, lineSpan, type Span } from '../../../shared/text/lines.ts';
import type { LabelledText } from '../../../shared/text/passages.ts';
import { moveBorderBySentence, sentencesOfLine } from '../../../shared/text/sentences.ts';
import { grown, selectUnits, shrunk, unitAt, unitBeside } from '../../../shared/text/units.ts';

const plain = (text: string): LabelledText => ({ text, labels: [] });
const labelled = (text: string): LabelledText => ({
  text,
  labels: [...text.matchAll(/^(?:Interviewer|Mr\.? \w+|Ms \w+): /gm)].map(({ index, 0: label }) => ({
    start: index,
    end: index + label.length,
  })),
});

function sentences(line: string, text = plain(line)): string[] {
  const starts = findLineStarts(text.text);
  return Array.from(starts, (_, place) => lineSpan(starts, place, text.text.length))
    .flatMap((each) => sentencesOfLine(text, each))
    .map(({ start, end }) => text.text.slice(start, end));
}

/** Written with | between the sentences. */
const written = [
  '谁最后开门谁保管。|没有人写下来！|真的吗？',
  '大家借梯子；|每一把都还了。',
  '“都还回来了。”|他这么说。',
  '（我们试过了！）|后来不试了',
  '我们等着……|等到现在。',
  '他说：“街道答应给一盏灯，我们还在等。”',
  '我爱𠮷野。|𠮷也是。',
  'They kept the list. |Every pump came back! |Did it? |Yes.',
  'Mr. Ma and Dr. Lin came at 3.5 km/h. |They left.',
  'We saw e.g. the hall, i.e. the room. |Nobody swept.',
  'J. R. Smith wrote it. |I read it.',
  '“It came back.” |“When?” she said. |Later.',
  'Well ... maybe not. |So?',
  'I thought… |No.',
  'I thought… so.',
  'See www.example.org for it. |Thanks.',
  'OK. |好的。|再说。',
] as const;

test('sentences end where a reader ends them', () => {
  for (const line of written)
    assert.deepEqual(
      sentences(line.replaceAll('|', '')),
      line.split('|').map((each) => each.trim()),
      line,
    );
  const talk = 'Interviewer: Who keeps it? Who?\nMr. Vale: Whoever opened. Nobody else.';
  assert.deepEqual(sentences('', labelled(talk)), [
    'Who keeps it?',
    'Who?',
    'Whoever opened.',
    'Nobody else.',
  ]);
});

test('the sentences of any line are in order, apart, well-formed, and leave out nothing but blanks', () => {
  const piece = fc.oneof(
    fc.constantFrom('。', '！', '？', '；', '…', '.', '!', '?', '”', '"', ' ', 'Mr. ', '\t'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('我们', '𠮷', 'é', '👩‍👩‍👧', 'word'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const line = pieces
        .join('')
        .replace(/[\r\n\u2028\u2029\u0085]/g, ' ')
        .toWellFormed();
      const spans = sentencesOfLine(plain(line), { start: 0, end: line.length });
      let rest = '';
      let at = 0;
      for (const { start, end } of spans) {
        assert.ok(at <= start && start < end);
        assert.ok(line.slice(start, end).isWellFormed());
        rest += line.slice(at, start);
        at = end;
      }
      assert.equal((rest + line.slice(at)).trim(), '');
    }),
  );
});

const talk = labelled(
  ['Ms Lin: They came. They stayed.', 'And went.', '', 'Mr Ma: Nobody asked us. We did it.'].join('\n'),
);
const of = (span: Span | null): string | null => span && talk.text.slice(span.start, span.end);
const at = (words: string): number => talk.text.indexOf(words);
const span = (words: string): Span => ({ start: at(words), end: at(words) + words.length });

test('a key selects sentence, paragraph or turn; again, one more of them', () => {
  const caret = { start: at('stayed'), end: at('stayed') };
  const steps = (unit: 'sentence' | 'paragraph' | 'turn', direction: 'next' | 'previous', n: number) => {
    const seen: (string | null)[] = [];
    let selection: Span = caret;
    for (let step = 0; step < n; step++) {
      selection = selectUnits(talk, unit, selection, direction) ?? selection;
      seen.push(of(selection));
    }
    return seen;
  };
  assert.deepEqual(steps('sentence', 'next', 3), [
    'They stayed.',
    'They stayed.\nAnd went.',
    'They stayed.\nAnd went.\n\nMr Ma: Nobody asked us.',
  ]);
  assert.deepEqual(steps('sentence', 'previous', 3), [
    'They stayed.',
    'They came. They stayed.',
    'They came. They stayed.',
  ]);
  assert.deepEqual(steps('paragraph', 'next', 2), [
    'They came. They stayed.',
    'They came. They stayed.\nAnd went.',
  ]);
  assert.deepEqual(steps('turn', 'next', 2), [
    'They came. They stayed.\nAnd went.',
    'They came. They stayed.\nAnd went.\n\nMr Ma: Nobody asked us. We did it.',
  ]);
  // On the label, and between two words of a selection.
  assert.equal(of(unitAt(talk, 'turn', at('Mr Ma'))), 'Nobody asked us. We did it.');
  assert.equal(of(selectUnits(talk, 'sentence', span('stayed.\nAnd'), 'next')), 'They stayed.\nAnd went.');
  assert.equal(of(unitBeside(talk, 'sentence', span('They stayed.'), 'next')), 'And went.');
  assert.equal(unitBeside(talk, 'sentence', span('They came.'), 'previous'), null);
});

test('a selection grows from word to turn and shrinks back', () => {
  const seen: (string | null)[] = [];
  let selection: Span = { start: at('stayed') + 2, end: at('stayed') + 2 };
  for (let step = 0; step < 6; step++) {
    selection = grown(talk, selection);
    seen.push(of(selection));
  }
  assert.deepEqual(seen, [
    'stayed',
    'They stayed.',
    'They came. They stayed.',
    'They came. They stayed.\nAnd went.',
    talk.text,
    talk.text,
  ]);
  let less: Span = span('Nobody asked us. We did it.');
  const back: (string | null)[] = [];
  for (let step = 0; step < 4; step++) {
    less = shrunk(talk, less);
    back.push(of(less));
  }
  assert.deepEqual(back, ['Nobody asked us.', 'Nobody', '', '']);
});

test('borders move by sentences and never leave nothing', () => {
  const passage = span('They stayed.');
  const move = (from: Span, border: 'start' | 'end', direction: 'earlier' | 'later') =>
    of(moveBorderBySentence(talk, from, border, direction));
  assert.equal(move(passage, 'start', 'earlier'), 'They came. They stayed.');
  assert.equal(move(passage, 'end', 'later'), 'They stayed.\nAnd went.');
  assert.equal(move(span('They came. They stayed.'), 'end', 'earlier'), 'They came.');
  assert.equal(move(passage, 'start', 'later'), 'They stayed.');
  assert.equal(move(span('And went.'), 'end', 'later'), 'And went.\n\nMr Ma: Nobody asked us.');
  assert.equal(move(span('stayed'), 'end', 'later'), 'stayed.');
  assert.equal(move(span('We did it.'), 'end', 'later'), 'We did it.');
});
