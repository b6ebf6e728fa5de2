// The text that filters let pass, in stretches, each with the values of a dimension that it has: what is counted in texts themselves.
import type { Corpus, CorpusEntry, CorpusSource } from './corpus.ts';
import { axisValues, readyFilters, textPasses } from './filters.ts';
import { layoutOf } from './layout.ts';
import { at } from './numbers.ts';
import { planOf } from './plan.ts';
import type { Dimension, Question } from './question.ts';

/** Half-open, in UTF-16 units, without speaker labels. */
export interface TextStretch {
  readonly source: CorpusSource;
  /** Its place in the corpus. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Places among the entries of the dimension; none, one or several. */
  readonly values: readonly number[];
}

interface Stretches {
  readonly entries: readonly CorpusEntry[];
  readonly stretches: readonly TextStretch[];
  /** Some filter chooses codings. */
  readonly isCoded: boolean;
}

/**
 * The text of the filters by a dimension that divides text, source by source, in the order of the text. Filters that choose
 * codings leave with `coded` only the text that their codings (of the question's coders) cover, else all.
 */
export function stretchesBy(
  corpus: Corpus,
  question: Question,
  dimension: Dimension,
  coded = false,
): Stretches {
  const ready = readyFilters(corpus, question.filters);
  const values = axisValues(corpus, dimension, ready);
  if (values.reach === 'coding') throw new TypeError('This dimension does not divide text');
  const isCoded = ready.some((filter) => filter.values.reach === 'coding');
  const { choose } = planOf(corpus, { ...question, rows: [dimension], columns: [], panels: [] });
  const stretches = corpus.sources.flatMap((source, index) => {
    const { profiles, profileOf } = layoutOf(source);
    const own = profiles.map((profile) => {
      const place = { source, index, profile };
      return ready.every((filter) => textPasses(filter, place)) ? values.of(place) : null;
    });
    const atoms = Array.from(profileOf, (profile, atom): TextStretch[] => {
      const ofProfile = own[profile];
      if (!ofProfile) return [];
      return [
        {
          source,
          index,
          start: at(source.atoms.start, atom),
          end: at(source.atoms.end, atom),
          values: ofProfile,
        },
      ];
    }).flat();
    if (!coded || !isCoded || atoms.length === 0) return atoms;
    const spans = covered(source, choose(source));
    return atoms.flatMap((atom) => within(atom, spans));
  });
  return { entries: values.entries, stretches, isCoded };
}

interface Covered {
  readonly start: number;
  readonly end: number;
}

/** What the codings cover, in order, each stretch once. */
function covered({ codings }: CorpusSource, chosen: Int32Array): Covered[] {
  const spans: { start: number; end: number }[] = [];
  for (const coding of chosen) {
    const [start, end] = [at(codings.start, coding), at(codings.end, coding)];
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function within(stretch: TextStretch, spans: readonly Covered[]): TextStretch[] {
  return spans.flatMap((span) => {
    const [start, end] = [Math.max(stretch.start, span.start), Math.min(stretch.end, span.end)];
    return start < end ? [{ ...stretch, start, end }] : [];
  });
}
