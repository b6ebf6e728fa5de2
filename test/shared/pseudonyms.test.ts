// Pseudonyms in a text: what counts as a name, in which form its pseudonym stands, and that nothing else is touched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  nameFinder,
  nameKey,
  neutralPseudonyms,
  withPseudonyms,
  type Pseudonym,
} from '../../shared/pseudonyms.ts';

const list: readonly Pseudonym[] = [
  { name: 'Lin', pseudonym: 'Berg' },
  { name: 'Ms Lin', pseudonym: 'Mrs Holm' },
  { name: 'Ferry Street', pseudonym: 'River Road' },
  { name: 'Hope', pseudonym: 'Ruth' },
  { name: "O'Brien", pseudonym: 'Kay' },
  { name: 'José', pseudonym: 'Pablo' },
  { name: '林芳', pseudonym: '白梅' },
  { name: '林', pseudonym: '白' },
  { name: '阿迪力·买买提', pseudonym: '甲先生' },
  { name: 'Block 5', pseudonym: 'Block A' },
];
const find = nameFinder(list);
const named = (text: string): string => withPseudonyms([text], find(text)).join('');

test('a name of letters is a whole word, also before an apostrophe, a hyphen and Chinese; a Chinese one stands anywhere', () => {
  for (const [text, expected] of [
    [
      'Lin’s key, Lin-sponsored; Linda and Berlin stay.',
      'Berg’s key, Berg-sponsored; Linda and Berlin stay.',
    ],
    ['我和Lin说', '我和Berg说'],
    ['Ms Lin and Lin', 'Mrs Holm and Berg'],
    ['小林芳来了，林先生也来了', '小白梅来了，白先生也来了'],
    ['Block 5, Block 50', 'Block A, Block 50'],
    ['Jose\u0301 and José', 'Pablo and Pablo'],
    ["O’Brien, O'Brien", 'Kay, Kay'],
    ['阿迪力•买买提', '甲先生'],
  ] as const)
    assert.equal(named(text), expected);
});

test('letter case counts in a name of one word, not in capitals or in several words, whose form the pseudonym takes', () => {
  assert.equal(named('We hope that Hope and HOPE came.'), 'We hope that Ruth and RUTH came.');
  assert.equal(
    named('ferry-street, FERRY STREET, Ferry_Street, Ferry\nStreet'),
    'river-road, RIVER ROAD, River_Road, River Road',
  );
});

test('a name is found in capitals that its small letters do not give back: ß, ı, İ, in one word and in several', () => {
  const names = ['Weiß', 'Yılmaz', 'İnci', 'İnci Sokağı', 'Anna Groß'];
  const finder = nameFinder(names.map((name, place) => ({ name, pseudonym: `Holm ${place}` })));
  for (const [text, name] of [
    ['Weiß', 'Weiß'],
    ['WEISS', 'Weiß'],
    ['YILMAZ', 'Yılmaz'],
    ['İNCI', 'İnci'],
    ['İnci'.normalize('NFD'), 'İnci'],
    ['İnci Sokağı'.normalize('NFD'), 'İnci Sokağı'],
    ['i\u0307nci-sokağı', 'İnci Sokağı'],
    ['ANNA GROSS', 'Anna Groß'],
  ] as const)
    assert.deepEqual(
      finder(`(${text})`).map((hit) => [hit.name, hit.start, hit.end]),
      [[name, 1, text.length + 1]],
      text,
    );
  assert.deepEqual(finder('weiss, Weisser, z\u0307'), []);
});

test('neutral pseudonyms hold no name, are numbered on from the list, and come to an end where their word is a name', () => {
  const names = [
    { name: 'Harbour Row', kind: 'Case' },
    { name: 'Case 1', kind: 'Case' },
    { name: 'Ms Orr', kind: 'Person' },
    { name: '人物1', kind: '人物' },
    { name: '欧大姐', kind: '人物' },
  ];
  const listed = [
    { name: 'Ms Lin', pseudonym: 'Person 1' },
    { name: 'Person 2', pseudonym: 'Holm' },
  ];
  const words = (kind: string, n: number): string => (/^\w/u.test(kind) ? `${kind} ${n}` : `${kind}${n}`);
  assert.deepEqual(
    neutralPseudonyms(names, listed, words).map(({ pseudonym }) => pseudonym),
    ['Case 2', 'Case 3', 'Person 3', '人物2', '人物3'],
  );
  const [given] = neutralPseudonyms([{ name: 'Case', kind: 'Case' }], [], words);
  assert.match(given?.pseudonym ?? '', /^Case \d+$/u);
});

test('what is no name stays letter by letter, hits stand in order, and none is left where it was found', () => {
  const pieces = [
    'Lin',
    'lin',
    ' ',
    '林',
    '芳',
    '说',
    'Ms',
    '-',
    '\n',
    'Ferry',
    'street',
    "'s",
    '5',
    'é',
    'ß',
    'ı',
    'İ',
    '\u0307',
    '𠮷',
    '.',
  ];
  const anyName = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('').trim())
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
  /** Names, and a text in which some of them stand, as they are and in capitals. */
  const namesInText = fc.uniqueArray(anyName, { maxLength: 6, selector: nameKey }).chain((names) => {
    const parts = [...pieces, ...names, ...names.map((name) => name.toUpperCase())];
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((chosen) => chosen.join(''));
    return fc.tuple(fc.constant(names), text);
  });
  fc.assert(
    fc.property(namesInText, ([names, text]) => {
      const hits = nameFinder(names.map((name) => ({ name, pseudonym: '☐' })))(text);
      let end = 0;
      let rest = '';
      for (const hit of hits) {
        assert.ok(hit.start >= end && hit.end > hit.start);
        // Letters that have no way back from their capitals are told by these.
        assert.ok(
          [hit.name, hit.name.toUpperCase()].map(nameKey).includes(nameKey(text.slice(hit.start, hit.end))),
        );
        rest += `${text.slice(end, hit.start)}☐`;
        end = hit.end;
      }
      const replaced = withPseudonyms([text], hits).join('');
      const cut = Math.floor(text.length / 2);
      assert.equal(withPseudonyms([text.slice(0, cut), '', text.slice(cut)], hits).join(''), replaced);
      assert.equal(replaced, rest + text.slice(end));
      // Nothing is found in what stands between two pseudonyms.
      for (const [place, part] of replaced.split('☐').entries()) {
        const [before, after] = [place > 0 ? '☐' : '', '☐'];
        assert.deepEqual(
          nameFinder(names.map((name) => ({ name, pseudonym: '' })))(before + part + after),
          [],
        );
      }
    }),
  );
});
