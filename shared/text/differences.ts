// What differs between two texts, as few and as small splices as a reader would make: line by line, then word by word.
import type { Span } from './lines.ts';
import type { Splice } from './splices.ts';

/** A stretch of one list that stands for a stretch of the other. */
interface Block {
  readonly from: Span;
  readonly to: Span;
}

/**
 * The splices that make `after` of `before`, the last place first: all of them tell places of `before`. Lines that are the
 * same in both stay; where lines differ, words that are the same stay if they are more than what differs around them.
 */
export function textDifferences(before: string, after: string): Splice[] {
  const [one, other] = [cutLines(before), cutLines(after)];
  const splices = compare(one.pieces, other.pieces).flatMap(({ from, to }) => {
    const start = one.starts[from.start] ?? 0;
    const old = one.pieces.slice(from.start, from.end);
    const fresh = other.pieces.slice(to.start, to.end);
    // Lines that were joined or parted are one run of words; else each line is held against the one that is like it.
    const byLine = differencesByLine(old, fresh);
    const byWord = wordDifferences(old.join(''), fresh.join(''));
    const found = sizeOf(byWord) < sizeOf(byLine) / 2 ? byWord : byLine;
    return found.map((splice) => ({ ...splice, start: start + splice.start, end: start + splice.end }));
  });
  return splices.toReversed();
}

function sizeOf(splices: readonly Splice[]): number {
  return splices.reduce((sum, { start, end, text }) => sum + end - start + text.length, 0);
}

/** In the order of the text. */
function differencesByLine(before: readonly string[], after: readonly string[]): Splice[] {
  const [one, other] = [withStarts(before), withStarts(after)];
  const splices: Splice[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...alikeLines(before, after), [before.length, after.length] as const]) {
    const start = one.starts[nextX] ?? 0;
    const put = after.slice(y, nextY).join('');
    if (nextX > x || put !== '') splices.push({ start: one.starts[x] ?? 0, end: start, text: put });
    const inLine = wordDifferences(before[nextX] ?? '', after[nextY] ?? '');
    for (const splice of inLine)
      splices.push({ ...splice, start: start + splice.start, end: start + splice.end });
    [x, y] = [Math.min(nextX + 1, one.pieces.length), Math.min(nextY + 1, other.pieces.length)];
  }
  return splices;
}

/** Most pairs of lines that are held against each other. */
const mostPairs = 40_000;
/** Share of their words from which on two lines are one that was corrected. */
const alikeFrom = 0.4;

/** Pairs of lines that are alike, ascending in both lists, as many words in common as can be. */
function alikeLines(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const [one, other] = [before.map(countWords), after.map(countWords)];
  if (one.length * other.length > mostPairs) return nearPairs(one, other);
  const width = other.length + 1;
  const best = new Float64Array((one.length + 1) * width);
  const likeness = one.map((left) => other.map((right) => likenessOf(left, right)));
  for (let x = one.length - 1; x >= 0; x--)
    for (let y = other.length - 1; y >= 0; y--) {
      const paired = likeness[x]?.[y] ?? 0;
      const taken = paired >= alikeFrom ? paired + (best[(x + 1) * width + y + 1] ?? 0) : 0;
      best[x * width + y] = Math.max(taken, best[(x + 1) * width + y] ?? 0, best[x * width + y + 1] ?? 0);
    }
  const pairs: (readonly [number, number])[] = [];
  for (let [x, y] = [0, 0]; x < one.length && y < other.length;) {
    const here = best[x * width + y] ?? 0;
    if (here === 0) break;
    if (here === best[(x + 1) * width + y]) x += 1;
    else if (here === best[x * width + y + 1]) y += 1;
    else pairs.push([x++, y++]);
  }
  return pairs;
}

/** Lines further on among which the one that is alike is looked for, where there are too many for all pairs. */
const farthest = 20;
/** From here on no better one is looked for. */
const surelyAlike = 0.97;

function nearPairs(
  one: readonly ReadonlyMap<string, number>[],
  other: readonly ReadonlyMap<string, number>[],
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let next = 0;
  for (const [x, words] of one.entries()) {
    let [best, likest] = [-1, alikeFrom];
    for (let y = next; y < Math.min(next + farthest, other.length) && likest < surelyAlike; y++) {
      const likeness = likenessOf(words, other[y] ?? new Map<string, number>());
      if (likeness > likest) [best, likest] = [y, likeness];
    }
    const found = other[best];
    if (!found) continue;
    // Where a line after this one is more like it, this one was taken away.
    const later = likest < surelyAlike ? one.slice(x + 1, x + farthest) : [];
    if (later.some((each) => likenessOf(each, found) > likest)) continue;
    pairs.push([x, best]);
    next = best + 1;
  }
  return pairs;
}

function countWords(line: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of cutWords(line.trim()).pieces) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Share of the words that both lines have. L. Dice, "Measures of the amount of ecologic association" (1945). */
function likenessOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [both, all] = [0, 0];
  for (const [word, count] of one) both += Math.min(count, other.get(word) ?? 0);
  for (const count of [...one.values(), ...other.values()]) all += count;
  return all === 0 ? 0 : (2 * both) / all;
}

/** In the order of the text. */
function wordDifferences(before: string, after: string): Splice[] {
  const [one, other] = [cutWords(before), cutWords(after)];
  const blocks = withoutStray(compare(one.pieces, other.pieces), one.starts);
  return blocks.map(({ from, to }) => ({
    start: one.starts[from.start] ?? 0,
    end: one.starts[from.end] ?? 0,
    text: after.slice(other.starts[to.start] ?? 0, other.starts[to.end] ?? 0),
  }));
}

interface Cut {
  readonly pieces: readonly string[];
  /** Where each piece starts, and where the last one ends. */
  readonly starts: readonly number[];
}

/** Lines with their line breaks. */
function cutLines(text: string): Cut {
  return withStarts(text.split(/(?<=\n)/));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const letter = /^[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]/v;

/** Words; Han characters and signs one by one. No piece ends within a character as people see it. */
function cutWords(text: string): Cut {
  const pieces: string[] = [];
  let isWord = false;
  for (const { segment } of graphemes.segment(text)) {
    const isLetter = letter.test(segment);
    if (isLetter && isWord) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
    isWord = isLetter;
  }
  return withStarts(pieces);
}

function withStarts(pieces: readonly string[]): Cut {
  const starts = [0];
  for (const piece of pieces) starts.push((starts.at(-1) ?? 0) + piece.length);
  return { pieces, starts };
}

/** Joins blocks where what is the same between them is a stray word: shorter than what differs on both sides of it. */
function withoutStray(blocks: readonly Block[], starts: readonly number[]): Block[] {
  const units = ({ start, end }: Span): number => (starts[end] ?? 0) - (starts[start] ?? 0);
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const same = last ? units({ start: last.from.end, end: block.from.start }) : Infinity;
    const size = ({ from, to }: Block): number => Math.max(units(from), to.end - to.start);
    if (last && same < Math.min(size(last), size(block)))
      out[out.length - 1] = {
        from: { start: last.from.start, end: block.from.end },
        to: { start: last.to.start, end: block.to.end },
      };
    else out.push(block);
  }
  return out;
}

/** How many lines are the same at the beginning and, without these, at the end. */
export function sameEnds(
  before: readonly string[],
  after: readonly string[],
): { head: number; tail: number } {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return { head, tail };
}

/** Most steps of the search for what is the same; where more differs, all of it counts as different. */
const mostSteps = 1500;

/** Where the lists differ, in order. E. Myers, "An O(ND) difference algorithm", Algorithmica 1 (1986). */
function compare(before: readonly string[], after: readonly string[]): Block[] {
  const { head, tail } = sameEnds(before, after);
  const [one, other] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (one.length === 0 && other.length === 0) return [];
  const same = one.length === 0 || other.length === 0 ? [] : commonPairs(one, other);
  return blocksBetween(same, one.length, other.length).map(({ from, to }) => ({
    from: { start: from.start + head, end: from.end + head },
    to: { start: to.start + head, end: to.end + head },
  }));
}

/** Pairs of places that hold the same, ascending in both lists. */
function commonPairs(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const most = Math.min(before.length + after.length, mostSteps);
  const middle = most + 1;
  const reach = new Int32Array(2 * middle + 1);
  const trace: Int32Array[] = [];
  for (let steps = 0; steps <= most; steps++) {
    trace.push(reach.slice(middle - steps - 1, middle + steps + 2));
    for (let lane = -steps; lane <= steps; lane += 2) {
      const left = reach[middle + lane - 1] ?? 0;
      const right = reach[middle + lane + 1] ?? 0;
      let x = lane === -steps || (lane !== steps && left < right) ? right : left + 1;
      while (x < before.length && x - lane < after.length && before[x] === after[x - lane]) x += 1;
      reach[middle + lane] = x;
      if (x >= before.length && x - lane >= after.length) return walkBack(trace, before, after);
    }
  }
  return [];
}

function walkBack(
  trace: readonly Int32Array[],
  before: readonly string[],
  after: readonly string[],
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [before.length, after.length];
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const reach = trace[steps];
    const at = (lane: number): number => reach?.[lane + steps + 1] ?? 0;
    const lane = x - y;
    const fromRight = lane === -steps || (lane !== steps && at(lane - 1) < at(lane + 1));
    const came = fromRight ? lane + 1 : lane - 1;
    const cameX = steps === 0 ? 0 : at(came);
    const cameY = steps === 0 ? 0 : cameX - came;
    while (x > cameX && y > cameY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [cameX, cameY];
  }
  return pairs.toReversed();
}

function blocksBetween(same: readonly (readonly [number, number])[], length: number, other: number): Block[] {
  const blocks: Block[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...same, [length, other] as const]) {
    if (nextX > x || nextY > y) blocks.push({ from: { start: x, end: nextX }, to: { start: y, end: nextY } });
    [x, y] = [nextX + 1, nextY + 1];
  }
  return blocks;
}
