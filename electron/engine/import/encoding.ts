// Bytes of a plain-text file → its characters, exactly, or a refusal: an encoding is decided, never guessed at a loss.
import { Refused } from '../../../shared/refused.ts';
import { withHongKongCharacters } from './hkscs.ts';
import { otherAlphabets } from './letters.ts';
import { costOf, type Cost } from './likelihood.ts';

export interface Decoded {
  /** Well-formed, without a byte order mark. */
  readonly text: string;
  /** WHATWG name. */
  readonly encoding: string;
}

/** Characters of C0 that no text needs. */
const controls = /[\p{Cc}--[\t\n\v\f\r\u007f-\u009f]]/v;

/**
 * Decodes `bytes` strictly: in the encoding that the person chose, else by byte order mark, else as UTF-8, else in the
 * one legacy encoding or UTF-16 that gives by far the likeliest text. Refuses what fits none or more than one.
 */
export function decodeText(bytes: Uint8Array, file: string, chosen = ''): Decoded {
  const decoded = chosen === '' ? decodeFound(bytes, file) : decodeChosen(bytes, file, chosen);
  if (decoded.text.includes('\0')) throw new Refused('refused.import-not-text', { file });
  return decoded;
}

function decodeFound(bytes: Uint8Array, file: string): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked !== null) {
    const text = decodeStrictly(bytes, marked);
    if (text === null) refuseMisfit(bytes, file, marked);
    return { text, encoding: marked };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null && !controls.test(utf8)) return { text: utf8, encoding: 'utf-8' };
  const found = readings(bytes, utf8 !== null);
  const sure = clearest(bytes, found);
  if (sure !== null) return sure;
  refuseDamaged(bytes, file, found);
  if (bytes.includes(0) || !isMostlyText(bytes)) throw new Refused('refused.import-not-text', { file });
  if (found.length === 0 && utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  throw new Refused('refused.import-encoding-undecided', {
    file,
    candidates: candidatesOf(found),
  });
}

/** The likeliest reading where it is a text, and every other one is far less likely or gives the same text. */
function clearest(bytes: Uint8Array, [best, ...others]: readonly Reading[]): Decoded | null {
  if (best === undefined || best.isDamaged || !isText(best)) return null;
  const text = decodeStrictly(bytes, best.encoding);
  if (text === null) return null;
  const isRival = ({ encoding, total, isDamaged }: Reading): boolean =>
    total - best.total < clearBy && (isDamaged || ![null, text].includes(decodeStrictly(bytes, encoding)));
  return others.some(isRival) ? null : { text, encoding: best.encoding };
}

/** A text whose encoding is clear but for a few bytes is told as that: in another encoding it would be other letters. */
function refuseDamaged(bytes: Uint8Array, file: string, [best, next]: readonly Reading[]): void {
  if (best === undefined || !best.isDamaged || best.mean > surelyText) return;
  if (next !== undefined && next.total - best.total < clearBy) return;
  const { encoding } = best;
  throw new Refused('refused.import-text-damaged', { file, encoding, line: lineOfMisfit(bytes, encoding) });
}

/** So much likelier (in nats) must a reading be than any other text that the bytes may hold. */
const clearBy = 6;
/** Mean cost of a character beyond ASCII from which on a reading is no text: about 4 to 8 in real ones. */
const strangest = 10.5;
/** The same where every letter is beyond ASCII, in an alphabet: about 3.5 in real texts. */
const strangestLetters = 6;
/** Up to here it is sure to be one: more where a file is joined from two encodings. */
const surelyText = 8.5;
/** A reading that is so much less likely than the best is not worth naming; and so many are named at most. */
const hopelessBy = 20;
const named = 5;

/** The encodings to choose from, the likeliest first, each for another text; readings that are no text come last. */
function candidatesOf(found: readonly Reading[]): string[] {
  const [best] = found;
  const limit = (best?.total ?? 0) + hopelessBy;
  const close = found.filter(({ total, sample }, index) => {
    const likelier = found.slice(0, index);
    return total < limit && !likelier.some((other) => other.sample === sample);
  });
  const [texts, others] = [close.filter(isText), close.filter((each) => !isText(each))];
  const more = best !== undefined && isText(best) ? [] : usual;
  return [
    ...new Set([
      ...texts.map(({ encoding }) => encoding),
      ...more,
      ...others.map(({ encoding }) => encoding),
    ]),
  ].slice(0, named);
}

function isText({ encoding, mean }: Reading): boolean {
  return mean <= (otherAlphabets.has(encoding) ? strangestLetters : strangest);
}

/** Named where no decoding is likely, as in a file joined from two encodings. */
const usual = ['utf-8', 'gb18030', 'big5', 'windows-1252'];

/** Control characters may stand in a text (of an old terminal, say) but not be much of it. */
function isMostlyText(bytes: Uint8Array): boolean {
  let found = 0;
  for (const byte of bytes) if (byte < 0x20 && controls.test(String.fromCharCode(byte))) found += 1;
  return found <= 1 + bytes.length / 100;
}

// ---- chosen by the person

const otherNames: Readonly<Record<string, string>> = {
  'utf8-bom': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-8-sig': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  cp950: 'big5',
  'windows-950': 'big5',
  big5hkscs: 'big5',
  'big5-hkscs': 'big5',
  hkscs: 'big5',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  latin1: 'windows-1252',
};

function decodeChosen(bytes: Uint8Array, file: string, chosen: string): Decoded {
  const name = chosen.trim().toLowerCase();
  const label = otherNames[name.replaceAll('_', '-')] ?? name;
  const known = knownEncoding(label);
  if (known === null)
    throw new Refused('refused.import-encoding-unknown', {
      encoding: chosen,
      known: ['utf-8', 'utf-16le', 'utf-16be', 'gbk', ...Object.keys(rarity)],
    });
  const marked = encodingOfMark(bytes);
  const encoding = known.startsWith('utf-16') && marked?.startsWith('utf-16') === true ? marked : known;
  const text = decodeStrictly(bytes, encoding);
  if (text === null) refuseMisfit(bytes, file, encoding);
  return { text, encoding };
}

function refuseMisfit(bytes: Uint8Array, file: string, encoding: string): never {
  throw new Refused('refused.import-encoding-wrong', { file, encoding, line: lineOfMisfit(bytes, encoding) });
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

// ---- found out

function encodingOfMark(bytes: Uint8Array): string | null {
  const starts = (...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return 'utf-8';
  if (starts(0xff, 0xfe)) return 'utf-16le';
  if (starts(0xfe, 0xff)) return 'utf-16be';
  return starts(0x84, 0x31, 0x95, 0x33) ? 'gb18030' : null;
}

/** The text, or null where a byte does not fit; where the bytes are cut off, the last character may be, too. */
function decodeStrictly(bytes: Uint8Array, encoding: string, isCut = false): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
    if (encoding === 'big5') return withHongKongCharacters(text);
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What stands for bytes that do not fit. */
const misfit = '\ufffd';

/** The number, from 1, of the first line with what does not fit. */
function lineOfMisfit(bytes: Uint8Array, encoding: string): number {
  const [before = ''] = decodeLeniently(bytes, encoding).split(misfit, 1);
  return before.split(/\r\n?|\n/u).length;
}

/** The text with a mark for all that does not fit. */
function decodeLeniently(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** One way to read the bytes: how likely its text is. */
interface Reading extends Cost {
  readonly encoding: string;
  /** What was judged. */
  readonly sample: string;
  /** A few bytes do not fit. */
  readonly isDamaged: boolean;
}

/** In these a byte that is lost or changed may leave what fits no more. */
const multibyte = new Set(['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/** The text of `bytes` but for those that do not fit; null where these are more than a quarter of it. */
function decodeDamaged(bytes: Uint8Array, encoding: string): string | null {
  if (!multibyte.has(encoding)) return null;
  const text = decodeLeniently(bytes, encoding);
  const characters = text.match(/[^\0-\x7f]/gu) ?? [];
  const misfits = characters.filter((each) => each === misfit).length;
  return misfits <= characters.length / 4 ? text : null;
}

/** Legacy encodings that may be found, and by how much each is less likely beforehand (in nats). */
const rarity: Readonly<Record<string, number>> = {
  'windows-1252': 0,
  gb18030: 0,
  big5: 0,
  shift_jis: 0,
  'euc-jp': 0,
  'euc-kr': 0,
  'windows-1251': 0,
  'koi8-r': 0,
  'koi8-u': 0,
  'windows-1250': 1,
  'iso-8859-2': 1,
  'windows-1253': 1,
  'windows-1254': 1,
  'windows-1255': 1,
  'windows-1256': 1,
  'windows-1257': 1,
  'windows-1258': 1,
  'windows-874': 1,
  'iso-8859-15': 1,
  'iso-8859-7': 1,
  'iso-8859-5': 2,
  'iso-8859-6': 2,
  'iso-8859-8': 2,
  'iso-8859-13': 2,
  'iso-2022-jp': 2,
  ibm866: 2,
  'iso-8859-16': 3,
  'iso-8859-4': 4,
  macintosh: 4,
  'x-mac-cyrillic': 5,
};

/** The possible readings of bytes without a mark, the likeliest first; none where all is ASCII. */
function readings(bytes: Uint8Array, isUtf8: boolean): Reading[] {
  const found: Reading[] = [];
  const add = (encoding: string, part: Uint8Array, languagesOf: string | null): void => {
    const whole = decodeStrictly(part, encoding, part.length < bytes.length);
    const sample = whole ?? decodeDamaged(part, encoding);
    if (sample === null || /[\0\u0080-\u009f]/u.test(sample)) return;
    // In a text most zeros are halves of ASCII; without any, and in no East Asian text, they are those of something else.
    if (bytes.includes(0) && !/[\t\n\r -~\p{Script=Han}\p{Script=Hangul}]/u.test(sample)) return;
    if (isKoreanWithoutSpaces(sample)) return;
    const cost = costOf(sample, languagesOf) ?? (isPlain(sample, encoding) ? { total: 0, mean: 0 } : null);
    if (cost === null) return;
    const total = cost.total + (rarity[encoding] ?? 0);
    found.push({ encoding, sample, isDamaged: whole === null, mean: cost.mean, total });
  };
  const head = bytes.subarray(0, judged);
  if (bytes.length % 2 === 0 && (bytes.includes(0) || head.length === bytes.length))
    for (const encoding of ['utf-16le', 'utf-16be']) add(encoding, head, null);
  if (!bytes.includes(0)) {
    const part = isUtf8 ? head : telling(bytes);
    add('utf-8', part, null);
    for (const encoding of Object.keys(rarity)) add(encoding, part, encoding);
  }
  return found.sort((one, other) => one.total - other.total);
}

/** Korean puts spaces between its words, which are about three syllables long. */
function isKoreanWithoutSpaces(sample: string): boolean {
  if (!/\p{Script=Hangul}/u.test(sample)) return false;
  const syllables = sample.match(/[\p{Script=Hangul}\p{Script=Han}]/gu) ?? [];
  const spaces = sample.match(/\s/gu) ?? [];
  return syllables.length > 8 * (spaces.length + 1);
}

/** ASCII in UTF-16, which needs no other proof. */
function isPlain(sample: string, encoding: string): boolean {
  return encoding.startsWith('utf-16') && !controls.test(sample);
}

/** So many bytes are judged at most (a multiple of two), and each byte beyond ASCII until it was there so often. */
const judged = 4_000;
const oftenEnough = 12;

/** The lines that tell the encoding: those with bytes beyond ASCII that did not stand often in the lines before. */
function telling(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= judged) return bytes;
  const seen = new Uint32Array(256);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let start = 0; start < bytes.length && length < judged;) {
    const end = endOfPiece(bytes, start);
    const piece = bytes.subarray(start, end);
    if (piece.some((byte) => byte >= 0x80 && (seen[byte] ?? 0) < oftenEnough)) {
      for (const byte of piece) seen[byte] = (seen[byte] ?? 0) + 1;
      parts.push(piece);
      length += piece.length;
    }
    start = end;
  }
  return Buffer.concat(parts).subarray(0, judged);
}

/** The end of the line, or of a part of a long one: no byte below 0x30 is a part of a character. */
function endOfPiece(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x0a || byte === 0x0d || (byte < 0x30 && at - start > 500)) break;
  }
  return at;
}
