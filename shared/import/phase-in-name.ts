// Which phase the name of a file tells, and what is left of the name: “Linden-before”, “林登_前”.
import { say } from '../words/say.ts';

/** A phase of the project; `kind` is 'before', 'during' or 'after' where it is one that every project begins with. */
export interface Phase {
  readonly name: string;
  readonly kind: string | null;
}

interface NameParts {
  /** The name without the words of the phase. */
  readonly rest: string;
  /** Name of the phase; null where none is told, or more than one. */
  readonly phase: string | null;
}

/** What people write in names of files for the phases that every project begins with, besides their names. */
const wordsOfKinds: Readonly<Record<string, readonly string[]>> = {
  before: [
    'before',
    'pre',
    'baseline',
    '前',
    '前测',
    '前期',
    say('en', 'phase.before'),
    say('zh', 'phase.before'),
  ],
  during: ['during', 'mid', 'midline', '中', '中期', say('en', 'phase.during'), say('zh', 'phase.during')],
  after: [
    'after',
    'post',
    'endline',
    '后',
    '后测',
    '后期',
    say('en', 'phase.after'),
    say('zh', 'phase.after'),
  ],
};

/** Words that stand in names of places and groups, too. */
const everyday = new Set([
  'before',
  'pre',
  'baseline',
  'during',
  'mid',
  'midline',
  'after',
  'post',
  'endline',
]);

/** What parts the words of a name. */
const border = String.raw`[\s_\-–—·.,，、;；:：+()（）[\]【】]`;

/** A border that is no mere blank: what stands behind it is no more of the same phrase. */
const sign = border.replace(String.raw`[\s`, '[');

/** A label is no second half of “before and after”. */
const labelStart = String.raw`(?:^|(?<!\b(?:and|or|to|vs)${border}*)${border}+)`;

/** What may stand behind a label: a sign, a number, or nothing. */
const labelEnd = String.raw`(?:\s*(?:${sign}${border}*|$)|\s+(?=\p{N}))`;

/**
 * What tells the phase in a name. It is told by a word, or the words of its name, that stand between borders: not by the
 * end of “Moorbefore” or “林登前”. An English word of everyday use must be a label of its own, with more than a blank between it
 * and the words behind it: “Post office” and “After school club” tell no phase. Of phases whose names contain each other the
 * longest counts.
 */
export function phaseFinder(phases: readonly Phase[]): (name: string) => NameParts {
  const words = phases
    .flatMap(({ name: phase, kind }) =>
      [phase, ...(wordsOfKinds[kind ?? ''] ?? [])].map((word) => ({ phase, word })),
    )
    .filter(({ word }) => word.trim() !== '')
    .toSorted((a, b) => b.word.length - a.word.length)
    .map(({ phase, word }) => ({ phase, pattern: patternOf(word) }));
  return (name) => {
    let told: string | null = null;
    let rest = name;
    for (const { phase, pattern } of words) {
      const without = rest.replace(pattern, ' ');
      if (without === rest) continue;
      if (told !== null && told !== phase) return { rest: name, phase: null };
      told = phase;
      rest = without;
    }
    return told === null
      ? { rest: name, phase: null }
      : { rest: rest.replace(ends, '') || name, phase: told };
  };
}

const ends = new RegExp(`^${border}+|${border}+$`, 'gu');

/** The word with the borders around it. */
function patternOf(word: string): RegExp {
  const written = word
    .trim()
    .split(/\s+/u)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join(`${border}+`);
  const [start, end] = everyday.has(word.trim().toLowerCase())
    ? [labelStart, labelEnd]
    : [`(?:^|${border}+)`, `(?:${border}+|$)`];
  return new RegExp(start + written + end, 'giu');
}
