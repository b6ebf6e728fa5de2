// Bytes of a plain-text file → its characters, exactly, or a refusal: an encoding is decided, never guessed at a loss.
import { detect } from 'jschardet';
import { Refused } from '../../../shared/refused.ts';
import { controls, likelihood, likelihoodOfWords } from './common-characters.ts';
import { withHongKongCharacters } from './hkscs.ts';

export interface Decoded {
  /** Well-formed, without a byte order mark. */
  readonly text: string;
  /** WHATWG name. */
  readonly encoding: string;
}

/**
 * Decodes `bytes` strictly: in the encoding that the person chose, else by byte order mark, else as UTF-8, else in the
 * one legacy encoding or UTF-16 that gives a likely text. Refuses what fits none or more than one.
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
    if (text === null) throw new Refused('refused.import-encoding-wrong', { file, encoding: marked });
    return { text, encoding: marked };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null && !controls.test(utf8)) return { text: utf8, encoding: 'utf-8' };
  const [best, second] = candidates(bytes);
  if (
    best !== undefined &&
    best.score >= likely &&
    best.score - (second?.score ?? 0) >= marginFor(bytes.length)
  ) {
    return { text: best.text, encoding: best.encoding };
  }
  if (bytes.includes(0) || !isMostlyText(bytes)) throw new Refused('refused.import-not-text', { file });
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const close = [best, second].flatMap((candidate) =>
    candidate && candidate.score >= possible ? [candidate.encoding] : [],
  );
  throw new Refused('refused.import-encoding-undecided', {
    file,
    candidates: (close.length > 0 ? close : usual).join(', '),
  });
}

/** Least likelihood of a text that is taken, and of one that is worth naming. */
const likely = 0.5;
const possible = 0.2;

/** Named where no decoding is likely, as in a file joined from two encodings. */
const usual = ['utf-8', 'gb18030', 'big5', 'windows-1252'];

/** How far the likeliest must stand before the next: the less there is to judge, the further. */
function marginFor(byteCount: number): number {
  return 0.15 + 2 / byteCount;
}

/** Control characters may stand in a text (of an old terminal, say) but not be much of it. */
function isMostlyText(bytes: Uint8Array): boolean {
  let found = 0;
  for (const byte of bytes) if (byte < 0x20 && controls.test(String.fromCharCode(byte))) found += 1;
  return found <= bytes.length / 100;
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

/** Names for the person to choose from. */
const encodingNames = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'iso-8859-2',
  'koi8-r',
  'macintosh',
] as const;

function decodeChosen(bytes: Uint8Array, file: string, chosen: string): Decoded {
  const name = chosen.trim().toLowerCase();
  const label = otherNames[name.replaceAll('_', '-')] ?? name;
  const known = knownEncoding(label);
  if (known === null)
    throw new Refused('refused.import-encoding-unknown', {
      encoding: chosen,
      known: encodingNames.join(', '),
    });
  const marked = encodingOfMark(bytes);
  const encoding = known.startsWith('utf-16') && marked?.startsWith('utf-16') === true ? marked : known;
  const text = decodeStrictly(bytes, encoding);
  if (text === null) throw new Refused('refused.import-encoding-wrong', { file, encoding: chosen });
  return { text, encoding };
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

/** The text, or null where a byte does not fit. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (encoding === 'big5') return withHongKongCharacters(text);
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

interface Candidate extends Decoded {
  readonly score: number;
}

const eastAsian: readonly string[] = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];

/** Possible decodings with different texts, the likeliest first. */
function candidates(bytes: Uint8Array): Candidate[] {
  const found: Candidate[] = [];
  const add = (encoding: string, judge: (text: string) => number | null, bonus: number): void => {
    const text = decodeStrictly(bytes, encoding);
    if (text === null || text.includes('\0') || found.some((other) => other.text === text)) return;
    const score = judge(text);
    if (score !== null) found.push({ text, encoding, score: score + bonus });
  };
  const guess = guessOf(bytes);
  if (bytes.length % 2 === 0)
    for (const encoding of ['utf-16le', 'utf-16be']) add(encoding, likelihoodOfUtf16, 0);
  if (!bytes.includes(0)) {
    for (const encoding of eastAsian) add(encoding, likelihood, guess === encoding ? 0.1 : 0);
    // The Western one comes first: where both give the same text it bears that name.
    add('windows-1252', likelihoodOfWords, 0);
    if (guess !== null && !eastAsian.includes(guess) && !/^(?:ibm|macintosh|x-mac|utf)/u.test(guess))
      add(guess, likelihoodOfWords, 0);
  }
  return found.sort((one, other) => other.score - one.score);
}

/** ASCII counts too: in UTF-16 it is as telling as Chinese. */
function likelihoodOfUtf16(text: string): number {
  const head = text.slice(0, 20_000);
  const ascii = (head.match(/[\t\n\r\u0020-\u007e]/gu) ?? []).length;
  const others = head.length - ascii;
  if (others === 0) return 1;
  const score = Math.max(likelihood(head) ?? 0, ascii > others ? (likelihoodOfWords(head) ?? 0) : 0);
  return (ascii + others * score) / head.length;
}

/** What the detector would say: its word alone decides nothing among the East Asian encodings. */
function guessOf(bytes: Uint8Array): string | null {
  const { encoding } = detect(bytes.subarray(0, 100_000));
  if (encoding === null) return null;
  const name = encoding.toLowerCase();
  return knownEncoding(
    /^iso8859-?1(?:|5)$/u.test(name) ? 'windows-1252' : name.replace(/^iso8859-?/u, 'iso-8859-'),
  );
}
