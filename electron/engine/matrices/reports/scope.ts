// What the reports share: the codings in scope, the codes by name, and the ancestors of a code.
import type { CodeHeading } from '../../../../shared/contract/reports.ts';
import { findNamed } from '../../../../shared/find-named.ts';
import type { Corpus, CorpusCode } from '../../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import { planOf } from '../../../../shared/matrices/plan.ts';
import type { Question } from '../../../../shared/matrices/question.ts';
import { Reading } from '../../../../shared/matrices/reading.ts';
import { settled, valuesOf } from '../../../../shared/matrices/values.ts';
import { must } from '../../../../shared/must.ts';

/** Calls `visit` for every coding that the question's filters and coders let count, source by source; or of some sources. */
export function eachCoding(
  corpus: Corpus,
  question: Question,
  visit: (source: number, coding: number) => void,
  sources?: ReadonlySet<number>,
): void {
  const plan = planOf(corpus, { ...question, rows: [{ kind: 'source' }], columns: [], panels: [] });
  for (const [index, source] of corpus.sources.entries()) {
    if (sources?.has(index) === false) continue;
    const reading = new Reading(plan, index);
    const { holdsAll } = reading;
    const chosen = plan.choose(source);
    for (let place = 0; place < chosen.length; place++) {
      const coding = at(chosen, place);
      if ((holdsAll ?? reading.hold(coding) ?? []).length > 0) visit(index, coding);
    }
  }
}

/** The sources in an order of collection. */
interface Collected {
  /** Places of the sources. */
  readonly places: readonly number[];
  /** The attribute that orders them, as the project calls it; null: their numbers do. */
  readonly attribute: string | null;
  /** Null for a source without one. */
  readonly valueOf: (source: number) => string | null;
}

/** Sources in the order of an attribute's values, those without one last; else by their numbers. Refuses an unknown attribute. */
export function collected(corpus: Corpus, order: string | null): Collected {
  const places = [...corpus.sources.keys()];
  if (order === null) return { places, attribute: null, valueOf: () => null };
  const dimension = settled(corpus, { kind: 'source-attribute', attribute: order });
  const attribute = 'attribute' in dimension ? dimension.attribute : order;
  const values = valuesOf(corpus, dimension).entries.map(({ id }) => id);
  const valueOf = (source: number): string | null =>
    corpus.sources[source]?.attributes.get(attribute) ?? null;
  const placeOf = (source: number): number => {
    const place = values.indexOf(valueOf(source) ?? '');
    return place === -1 ? values.length : place;
  };
  return { places: places.toSorted((a, b) => placeOf(a) - placeOf(b)), attribute, valueOf };
}

/** The place of the code that `reference` names. Refuses an unknown one and a name of several. */
export function placeOfCode({ codes }: Corpus, reference: string): number {
  const things = codes.map(({ id, uid = id, name, label, alsoNames = [] }, place) => ({
    uid,
    shortId: id,
    names: [name, ...alsoNames],
    place,
    ...(label === undefined ? {} : { label }),
  }));
  return findNamed(things, reference, 'refused.unknown-code').place;
}

/** The code and all above it, from the code up. */
export function lineOfCode({ codes }: Corpus, place: number): number[] {
  const line: number[] = [];
  for (let step = place; step !== -1; step = must(codes[step], 'a code').parent) line.push(step);
  return line;
}

/** A code without a short id goes by its name alone. */
export function codeHeading(code: CorpusCode | undefined): CodeHeading {
  const { id, uid, ...entry } = must(code, 'a code');
  return { id: id === uid ? '' : id, reference: id, name: labelOf({ id, ...entry }) };
}
