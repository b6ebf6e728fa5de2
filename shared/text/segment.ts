// Where words begin: cut once at import and stored, because each host's segmenter differs.

/** Starts in UTF-16 units, ascending. */
export interface Segments {
  /** Word-like segments of Intl.Segmenter. */
  readonly wordStarts: Int32Array;
  /** Units of the Chinese word count (字数): see `unit`. */
  readonly unitStarts: Int32Array;
}

/**
 * Cuts `text` into words and into the units of the Chinese word count. One segmenter serves mixed texts: its Chinese
 * dictionary does not depend on `locale`.
 */
export function segment(text: string, locale = 'zh'): Segments {
  const words: number[] = [];
  for (const piece of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (piece.isWordLike === true) words.push(piece.index);
  }
  // One by one: Int32Array.from would first hold every match of a long text at once.
  const units: number[] = [];
  for (const found of text.matchAll(unit)) units.push(found.index);
  return { wordStarts: Int32Array.from(words), unitStarts: Int32Array.from(units) };
}

/**
 * A unit of 字数: one Han character, or one run of other letters, marks and digits; an apostrophe, hyphen, underscore,
 * full stop or comma between two of them does not part a run (don't, well-known, 3.5). Punctuation and symbols are none.
 */
const unit =
  /\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+(?:['’.,_\-‐‑][[\p{L}\p{M}\p{N}]--\p{Script=Han}]+)*/gv;

/** Ascending numbers ≥ 0 as the differences between neighbours, 7 bits a byte, low bits first (LEB128). */
export function packAscending(values: Int32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 5);
  let length = 0;
  let last = 0;
  for (const value of values) {
    let step = value - last;
    if (step < 0) throw new RangeError('Only ascending numbers from 0 on can be packed');
    last = value;
    for (; step > 0x7f; step >>>= 7) bytes[length++] = (step & 0x7f) | 0x80;
    bytes[length++] = step;
  }
  return bytes.slice(0, length);
}

/** The numbers that `packAscending` packed. */
export function unpackAscending(bytes: Uint8Array): Int32Array {
  const values: number[] = [];
  forEachPacked(bytes, (value) => void values.push(value));
  return Int32Array.from(values);
}

/** Calls `visit` with each of the numbers that `packAscending` packed, in order. */
export function forEachPacked(bytes: Uint8Array, visit: (value: number) => void): void {
  let last = 0;
  let step = 0;
  let shift = 0;
  for (const byte of bytes) {
    step |= (byte & 0x7f) << shift;
    if (byte > 0x7f) {
      shift += 7;
      continue;
    }
    last += step;
    if (shift > 28 || step < 0 || last > 0x7fffffff)
      throw new RangeError('These bytes are no packed numbers');
    visit(last);
    step = 0;
    shift = 0;
  }
  if (shift > 0) throw new RangeError('The packed numbers are cut off');
}
