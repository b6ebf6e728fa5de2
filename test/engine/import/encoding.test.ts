import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDocument } from '../../../electron/engine/import/document.ts';
import { decodeText } from '../../../electron/engine/import/encoding.ts';
import { Refused } from '../../../shared/refused.ts';
import { encoder, oldTexts } from './old-texts.ts';

const toGb18030 = encoder('gb18030');
const toBig5 = encoder('big5');

function toUtf16(text: string, isBigEndian = false): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

/** Well-formed text without the characters that no text file holds. */
const wellFormed = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((text) => !/[\0\ufeff]/u.test(text) && text.trim() !== '');

const simplified = [
  '我在这个村住了三十年，邻居都认识。',
  '那年发大水，大家一起修堤，谁也没有走。',
  '后来年轻人都去了城里，办事就难了一些。',
  '如果有人家里有事，我们还是会去帮忙的。',
  '问：您相信居委会吗？\n答：说不上，要看是谁。\n',
];
const traditional = [
  '我在這個社區住了三十年，鄰居都認識。',
  '那年淹水，大家一起把路清出來，沒有人走。',
  '後來年輕人都去了城裡，辦事就難了一點。',
  '如果有人家裡有事，我們還是會去幫忙的。',
  '問：您相信里長嗎？\n答：很難說，要看是誰。\n',
];

/** Two or more sentences in any order, with some Latin between them. */
function speech(sentences: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(
      fc.oneof(fc.constantFrom(...sentences), fc.constantFrom(...sentences), fc.constant(' NGO 2031 ')),
      { minLength: 2, maxLength: 12 },
    )
    .filter((parts) => parts.some((part) => sentences.includes(part)))
    .map((parts) => parts.join(''));
}

void test('any text in UTF-8 and in marked UTF-16 is read back exactly', () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      const readable = `a${text}`;
      const mark = '\ufeff';
      if (!/[\p{Cc}--[\t\n\v\f\r]]/v.test(text)) {
        assert.deepEqual(decodeText(Buffer.from(readable), 'a.txt'), { text: readable, encoding: 'utf-8' });
      }
      assert.deepEqual(decodeText(Buffer.from(mark + readable), 'a.txt'), {
        text: readable,
        encoding: 'utf-8',
      });
      assert.deepEqual(decodeText(toUtf16(mark + readable), 'a.txt'), {
        text: readable,
        encoding: 'utf-16le',
      });
      assert.deepEqual(decodeText(toUtf16(mark + readable, true), 'a.txt'), {
        text: readable,
        encoding: 'utf-16be',
      });
    }),
    { numRuns: 500 },
  );
});

void test('any text that an encoding can hold is read back exactly when the person names it', () => {
  for (const [encode, names] of [
    [toGb18030, ['gb18030', 'GBK', 'gb2312', 'cp936', ' GB18030 ']],
    [toBig5, ['big5', 'Big5-HKSCS', 'cp950']],
    [toUtf16, ['utf-16', 'UTF-16LE', 'utf16']],
    [(text: string) => Buffer.from(text), ['utf8', 'UTF-8', 'utf_8_sig']],
  ] as const) {
    const unit = fc.oneof(
      fc.constantFrom(...Array.from('社區居民邻里問答。，ABC xyz\n𠀀𠀁')),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), fc.constantFrom(...names), (text, name) => {
        const bytes = encode(text);
        fc.pre(bytes !== null);
        assert.equal(decodeText(bytes, 'a.txt', name).text, text);
      }),
      { numRuns: 200 },
    );
  }
});

void test('Chinese speech in any usual encoding is read back exactly or refused, never altered', () => {
  let read = 0;
  let refused = 0;
  for (const [sentences, encode] of [
    [simplified, toGb18030],
    [traditional, toGb18030],
    [traditional, toBig5],
    [simplified, toUtf16],
    [traditional, (text: string) => toUtf16(text, true)],
  ] as const) {
    fc.assert(
      fc.property(speech(sentences), (text) => {
        const bytes = encode(text);
        assert.ok(bytes !== null);
        try {
          assert.equal(decodeText(bytes, 'a.txt').text, text);
          read += 1;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          assert.equal(error.refusal.key, 'refused.import-encoding-undecided');
          refused += 1;
        }
      }),
      { numRuns: 100 },
    );
  }
  assert.ok(refused <= read / 50, `${refused} of ${read + refused} refused`);
});

void test('even one sentence is enough to tell the encoding', () => {
  for (const [sentences, encode, encoding] of [
    [simplified, toGb18030, 'gb18030'],
    [traditional, toGb18030, 'gb18030'],
    [traditional, toBig5, 'big5'],
    [simplified, toUtf16, 'utf-16le'],
    [traditional, (text: string) => toUtf16(text, true), 'utf-16be'],
  ] as const) {
    for (const text of sentences) {
      const bytes = encode(text);
      assert.ok(bytes !== null);
      assert.deepEqual(decodeText(bytes, 'a.txt'), { text, encoding });
    }
  }
});

/** Each sentence, each two, all eight, and a page. */
function passages(sentences: readonly string[]): string[] {
  const page = sentences.join('\n');
  const pairs = [0, 2, 4, 6].map((at) => sentences.slice(at, at + 2).join(' '));
  return [...sentences, ...pairs, sentences.join(' '), `${page}\n${page}\n${page}`];
}

void test('old texts of 17 languages, a sentence or a page, are read right or refused naming the right encoding', (t) => {
  const tally = { read: 0, refused: 0 };
  for (const { language, encodings, sentences } of oldTexts) {
    for (const encoding of encodings) {
      const encode = encoder(encoding);
      const decode = (bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);
      for (const passage of passages(sentences)) {
        const bytes = encode(passage) ?? encode(passage.replaceAll('’', "'"));
        assert.ok(bytes, `${language} in ${encoding}: ${passage}`);
        const text = decode(bytes);
        const where = `${language}, ${encoding}: ${text.slice(0, 60)}`;
        try {
          assert.equal(decodeText(bytes, 'a.txt').text, text, where);
          tally.read += 1;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          assert.equal(error.refusal.key, 'refused.import-encoding-undecided');
          const candidates = String(error.refusal.values['candidates']).split(',');
          assert.ok(
            candidates.some((each) => decodeText(bytes, 'a.txt', each).text === text),
            `${where}: ${candidates.join(', ')}`,
          );
          const isPage = passage.length > 500;
          assert.ok(!isPage, `a page is enough: ${where}`);
          tally.refused += 1;
        }
      }
    }
  }
  t.diagnostic(`${tally.read} read, ${tally.refused} refused`);
  assert.ok(tally.refused < tally.read / 8);
});

/** Bytes after one of them was lost, changed, added, or cut off at the end, up to `times`. */
function damaged(bytes: Uint8Array, times: number): fc.Arbitrary<Uint8Array> {
  const at = fc.nat(bytes.length - 1);
  const damage = fc.oneof(
    at.map((place) => ({ place, taken: 1, put: [] as number[] })),
    fc.tuple(at, fc.nat(255)).map(([place, byte]) => ({ place, taken: 1, put: [byte] })),
    fc.tuple(at, fc.nat(255)).map(([place, byte]) => ({ place, taken: 0, put: [byte] })),
    fc.constant({ place: bytes.length - 1, taken: 1, put: [] as number[] }),
  );
  return fc.array(damage, { minLength: 1, maxLength: times }).map((all) => {
    const result = [...bytes];
    for (const { place, taken, put } of all) result.splice(place, taken, ...put);
    return Uint8Array.from(result);
  });
}

void test('a damaged Chinese text is refused, or read in its own encoding, never in letters of another', () => {
  const tally = { damaged: 0, undecided: 0, read: 0 };
  for (const [encoding, encode, sentences] of [
    ['gb18030', toGb18030, simplified],
    ['big5', toBig5, traditional],
    ['utf-8', (text: string) => Buffer.from(text), simplified],
  ] as const) {
    const page = sentences.join('\n');
    for (const text of [...sentences, page, `${page}\n`.repeat(20)]) {
      const bytes = encode(text);
      assert.ok(bytes !== null);
      fc.assert(
        fc.property(damaged(bytes, text.length < 40 ? 1 : 3), (given) => {
          try {
            assert.equal(decodeText(given, 'a.txt').encoding, encoding, text.slice(0, 30));
            tally.read += 1;
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            const { key, values } = error.refusal;
            if (key === 'refused.import-text-damaged') {
              assert.equal(values['encoding'], encoding);
              tally.damaged += 1;
            } else tally.undecided += 1;
          }
        }),
        { numRuns: 60, endOnFailure: true },
      );
    }
  }
  assert.ok(tally.damaged > tally.undecided && tally.read > 100, JSON.stringify(tally));
});

void test('a text that is damaged in one line says in which', () => {
  const line = `${simplified.slice(0, 4).join('')}\r\n`;
  const before = toGb18030(line.repeat(213)) ?? Buffer.alloc(0);
  const broken = Buffer.concat([before, bytesOf(0xff), toGb18030(line.repeat(3)) ?? Buffer.alloc(0)]);
  const refusalOf = (chosen: string) => {
    try {
      decodeText(broken, 'a.txt', chosen);
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
    }
    return null;
  };
  const values = { file: 'a.txt', encoding: 'gb18030', line: 214 };
  assert.deepEqual(refusalOf('gb18030'), { key: 'refused.import-encoding-wrong', values });
  const first = toGb18030(line) ?? Buffer.alloc(0);
  const short = Buffer.concat([first, bytesOf(0xff), Buffer.from('\r\n'), first]);
  assert.throws(
    () => decodeText(short, 'a.txt'),
    (error) =>
      error instanceof Refused &&
      error.refusal.key === 'refused.import-text-damaged' &&
      error.refusal.values['line'] === 2,
  );
});

void test('UTF-16 without a mark, also where all of it is ASCII', () => {
  for (const text of ['Interviewer: When?\r\nMs Lin: Yes.', 'Q', '1234', '中文 and English。', '我们']) {
    assert.deepEqual(decodeText(toUtf16(text), 'a.txt'), { text, encoding: 'utf-16le' });
    assert.deepEqual(decodeText(toUtf16(text, true), 'a.txt'), { text, encoding: 'utf-16be' });
  }
  for (const binary of [bytesOf(1, 0, 2, 0), bytesOf(0, 0, 0, 0), bytesOf(0x7f, 0, 0x45, 0, 3, 0)]) {
    assert.throws(() => decodeText(binary, 'a.txt'), Refused);
  }
});

void test('a mark that stands on no letter makes no Thai of a Western text', () => {
  const text = 'Ons woon al dertig jaar in ’n huis by die rivier, en ons ken ’n hele paar mense daar.';
  const bytes = encoder('macintosh')(text);
  assert.ok(bytes);
  try {
    assert.equal(decodeText(bytes, 'a.txt').text, text);
  } catch (error) {
    assert.ok(error instanceof Refused);
    assert.match(String(error.refusal.values['candidates']), /macintosh/u);
  }
});

void test('what is in no encoding known here is refused, not read as another', () => {
  // French in code page 850, which no reader of the web knows
  const bytes = Uint8Array.from(
    "L'\u0082t\u0082 dernier, la rivi\u008are a mont\u0082 jusqu'\u0085 l'\u0082cole.",
    (each) => each.charCodeAt(0),
  );
  assert.throws(() => decodeText(bytes, 'a.txt'), Refused);
});

void test('what tells the encoding may stand late in a long text, or make two readings of it', () => {
  const polish = oldTexts[0]?.sentences ?? [];
  const english =
    `${'It\u0092s the same \u0093old\u0094 caf\u00e9, and nobody minds that. '.repeat(9)}\n`.repeat(200);
  const late = Buffer.concat([
    Buffer.from(english, 'latin1'),
    encoder('windows-1250')(polish.join('\n')) ?? Buffer.alloc(0),
  ]);
  assert.ok(decodeText(late, 'a.txt').text.endsWith(polish.at(-1) ?? '?'));
  const plain = english.replaceAll('caf\u00e9', 'hall');
  const unclear = Buffer.concat([Buffer.from(plain, 'latin1'), bytesOf(0x61, 0xef, 0x61)]);
  assert.throws(() => decodeText(unclear, 'a.txt'), Refused);
});

void test('texts of other languages in their old encodings', () => {
  const western = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  for (const text of [
    'Le café du village est fermé depuis l\xb4été.',
    'Die Straße ist für uns alle schön.',
    '¿Qué pasó en el barrio después?',
  ]) {
    assert.deepEqual(decodeText(western(text), 'a.txt'), { text, encoding: 'windows-1252' });
  }
  const quotes = bytesOf(
    ...western('It'),
    0x92,
    ...western('s a '),
    0x93,
    ...western('good'),
    0x94,
    ...western(' place.'),
  );
  assert.equal(decodeText(quotes, 'a.txt').text, 'It’s a “good” place.');
  const cyrillic = 'Мы живём здесь уже двадцать лет и знаем всех соседей.';
  const cp1251 = Uint8Array.from(cyrillic, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return letter === 'ё' ? 0xb8 : code >= 0x410 ? code - 0x350 : code;
  });
  assert.deepEqual(decodeText(cp1251, 'a.txt'), { text: cyrillic, encoding: 'windows-1251' });
});

void test('a Western text is never read as another one in silence: where both are likely, both are named', () => {
  const bytes = Uint8Array.from('na\u00efve r\u00e9sum\u00e9', (character) => character.charCodeAt(0));
  assert.throws(
    () => decodeText(bytes, 'a.txt'),
    (error) => {
      assert.ok(error instanceof Refused, String(error));
      assert.equal(error.refusal.key, 'refused.import-encoding-undecided');
      assert.match(String(error.refusal.values['candidates']), /^windows-1252,windows-1250(?:,|$)/u);
      return true;
    },
  );
  assert.equal(decodeText(bytes, 'a.txt', 'windows-1252').text, 'na\u00efve r\u00e9sum\u00e9');
});

void test('the Hong Kong characters of Big5', () => {
  const codes = bytesOf(0x88, 0x62, 0xfa, 0x40, 0x87, 0x40, 0xa7, 0xda, 0xc6, 0xa1);
  assert.equal(decodeText(codes, 'a.txt', 'big5').text, '\u00ca\u0304𠕇䏰我①');
  assert.throws(() => decodeText(bytesOf(0xa7, 0xda, 0x81, 0x40), 'a.txt', 'big5'), Refused);
});

void test('what no encoding fits is refused with the likely ones, and the way to choose', () => {
  const mixed = Buffer.concat([
    Buffer.from(simplified.join('')),
    toGb18030(simplified.join('')) ?? Buffer.alloc(0),
    bytesOf(0xff),
  ]);
  for (const bytes of [mixed, bytesOf(0xc0, 0xc1)]) {
    assert.throws(
      () => decodeText(bytes, 'a.txt'),
      (error) => {
        assert.ok(error instanceof Refused);
        assert.equal(error.refusal.key, 'refused.import-encoding-undecided');
        assert.ok(String(error.refusal.values['candidates']).length > 0);
        return true;
      },
    );
  }
});

void test('an encoding that is unknown or does not fit is refused', () => {
  const keyOf = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof Refused) return error.refusal.key;
    }
    return 'none';
  };
  const gbk = toGb18030(simplified.join('')) ?? Buffer.alloc(0);
  assert.equal(
    keyOf(() => decodeText(gbk, 'a.txt', 'klingon')),
    'refused.import-encoding-unknown',
  );
  assert.equal(
    keyOf(() => decodeText(gbk, 'a.txt', 'utf-8')),
    'refused.import-encoding-wrong',
  );
  assert.equal(
    keyOf(() => decodeText(toUtf16('\ud800'), 'a.txt', 'utf-16')),
    'refused.import-encoding-wrong',
  );
  assert.equal(
    keyOf(() => decodeText(Buffer.from('\ufeffa\0'), 'a.txt', 'utf-8')),
    'refused.import-not-text',
  );
  assert.equal(
    keyOf(() => decodeText(bytesOf(0xef, 0xbb, 0xbf, 0xff), 'a.txt')),
    'refused.import-encoding-wrong',
  );
});

void test('a stray control character makes no text another', () => {
  for (const text of [
    ...simplified,
    ...traditional,
    'Nothing but plain letters, and so on.',
    'Déjà vu, naïveté.',
  ]) {
    const marked = `${text.repeat(5)}\u001b${text.repeat(5)}`;
    assert.deepEqual(decodeText(Buffer.from(marked), 'a.txt'), { text: marked, encoding: 'utf-8' });
  }
  assert.throws(() => decodeText(toUtf16('\ufeffa\0b'), 'a.txt'), Refused);
});

void test('only newline forms and the mark are changed', async () => {
  const text = '\ufeff a\r\nb\rc\n\n\u2028d\u000be\u000cf\u0085\n# g:\t \n';
  const document = await readDocument(Buffer.from(text), 'a.md');
  assert.equal(document.text, ' a\nb\nc\n\n\u2028d\u000be\u000cf\u0085\n# g:\t \n');
  assert.equal(document.format, 'md');
  assert.deepEqual(document.bytes, Buffer.from(text));
});

void test('bytes of any kind give well-formed text or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), async (bytes) => {
      try {
        const { text } = await readDocument(bytes, 'a.txt');
        assert.ok(text.isWellFormed() && !text.includes('\0') && !text.includes('\r'));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});
