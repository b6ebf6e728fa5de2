// Words over phases, sources or cases: how often they stand in the texts themselves, and where.
import type { ReportInput } from '../../../../shared/contract/reports.ts';
import type { WordPassage, WordTrendReport } from '../../../../shared/contract/trends.ts';
import type { Corpus, CorpusSource } from '../../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import { at, countBelow } from '../../../../shared/matrices/numbers.ts';
import type { Question } from '../../../../shared/matrices/question.ts';
import { describeCoders, describeFilters, type RuleLine } from '../../../../shared/matrices/rule.ts';
import { stretchesBy, type TextStretch } from '../../../../shared/matrices/stretches.ts';
import { mostWords } from '../../../../shared/matrices/trend-choices.ts';
import { must } from '../../../../shared/must.ts';
import { Refused } from '../../../../shared/refused.ts';
import { foldForFinding } from '../../../../shared/text/find.ts';
import type { Span } from '../../../../shared/text/lines.ts';
import type { LabelledText } from '../../../../shared/text/passages.ts';
import { sentenceAt } from '../../../../shared/text/sentences.ts';
import { wordHits } from '../../../../shared/text/whole-words.ts';
import type { Readable } from '../../store/connection.ts';
import { labelledText, textOf } from '../../text/sources.ts';
import { questionOf } from '../questions.ts';
import { collected } from './scope.ts';
import { candidatesOf, trendPoints } from './trend-points.ts';

type Input = Extract<ReportInput, { kind: 'word-trend' }>;

/** Refuses more words than can be told apart. */
export function wordTrend(db: Readable, corpus: Corpus, input: Input): WordTrendReport {
  const { over, measure, words, most } = input;
  if (words.length > mostWords)
    throw new Refused('refused.too-many-words', { most: mostWords, n: words.length });
  const dimension = { kind: over };
  const question = questionOf(db, corpus, input, { rows: [dimension], columns: [], measures: ['rate'] });
  const unit = question.rateUnit;
  const { entries, stretches, isCoded } = stretchesBy(corpus, question, dimension, true);
  const candidates = candidatesOf(entries, stretches);
  const { points, places, order } = trendPoints(corpus, over, input.order, candidates);
  const sizes = entries.map(() => 0);
  const hits = words.map(() => entries.map(() => 0));
  const passages: WordPassage[] = [];
  const found = { total: 0, outside: 0, size: 0 };
  for (const own of bySource(corpus, stretches, input.order)) {
    const { source } = must(own[0], 'a stretch');
    for (const { start, end, values } of own) {
      const size = countBelow(source.ruler[unit], end) - countBelow(source.ruler[unit], start);
      found.size += size;
      for (const value of values) sizes[value] = (sizes[value] ?? 0) + size;
    }
    if (words.length === 0) continue;
    const hitsHere = hitsIn(source, own, foldForFinding(textOf(db, source.id)), words);
    for (const { word, values } of hitsHere) {
      found.total++;
      if (values.length === 0) found.outside++;
      const counts = must(hits[word], 'a word');
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    }
    const listed = hitsHere.slice(0, most === null ? undefined : Math.max(0, most - passages.length));
    if (listed.length === 0) continue;
    const read = labelledText(db, source.id);
    passages.push(
      ...listed.map((hit) => passageOf(corpus, { source, read }, must(words[hit.word], 'a word'), hit)),
    );
  }
  const isGap = (place: number): boolean => points[places.indexOf(place)]?.sources === 0;
  return {
    kind: 'word-trend',
    over,
    measure,
    unit,
    points,
    order,
    sizes: places.map((place) => sizes[place] ?? 0),
    lines: words.map((word, index) => {
      const counts = places.map((place) => (isGap(place) ? null : (hits[index]?.[place] ?? 0)));
      const rates = places.map((place, point) => rate(counts[point] ?? null, sizes[place] ?? 0));
      return { word, hits: counts, rates };
    }),
    passages,
    total: found.total,
    outside: found.outside,
    warnings: [],
    rule: ruleOf(corpus, question, {
      ...found,
      unit,
      over,
      order,
      isCoded,
      sources: countSources(stretches),
    }),
  };
}

/** In 1,000; null in no text. */
function rate(hits: number | null, size: number): number | null {
  return hits === null || size === 0 ? null : (1000 * hits) / size;
}

/** The stretches of each source that has any, in the order of time. */
function bySource(corpus: Corpus, stretches: readonly TextStretch[], order: string | null): TextStretch[][] {
  const own = Map.groupBy(stretches, ({ index }) => index);
  return collected(corpus, order).places.flatMap((place) => {
    const list = own.get(place);
    return list ? [list] : [];
  });
}

const countSources = (stretches: readonly TextStretch[]): number =>
  new Set(stretches.map(({ index }) => index)).size;

interface Hit extends Span {
  /** Place among the words. */
  readonly word: number;
  readonly values: readonly number[];
}

/** In the order of the text. A hit belongs to the stretch in which it starts; one that runs into a speaker label is none. */
function hitsIn(
  { ruler }: CorpusSource,
  stretches: readonly TextStretch[],
  folded: string,
  words: readonly string[],
): Hit[] {
  const ends = Int32Array.from(stretches, ({ end }) => end);
  const hits = words.flatMap((word, index) =>
    wordHits(folded, word).flatMap(({ start, end }): Hit[] => {
      const stretch = stretches[countBelow(ends, start + 1)];
      const label = countBelow(ruler.labelEnd, start + 1);
      const isCut = label < ruler.labelStart.length && at(ruler.labelStart, label) < end;
      if (!stretch || stretch.start > start || isCut) return [];
      return [{ word: index, start, end, values: stretch.values }];
    }),
  );
  return hits.toSorted((a, b) => a.start - b.start || a.word - b.word);
}

interface Read {
  readonly source: CorpusSource;
  readonly read: LabelledText;
}

function passageOf(corpus: Corpus, { source, read }: Read, word: string, { start, end }: Span): WordPassage {
  const { ruler } = source;
  const sentence = sentenceAt(read, start) ?? { start, end };
  const around = { start: Math.min(sentence.start, start), end: Math.max(sentence.end, end) };
  const speaker = corpus.speakers[ruler.labelSpeaker[countBelow(ruler.labelStart, start + 1) - 1] ?? -1];
  return {
    word,
    source: labelOf(source),
    sourceUid: source.id,
    paragraph: Math.max(1, countBelow(ruler.paragraphStart, start + 1)),
    speaker: speaker ? labelOf(speaker) : null,
    start,
    end,
    sentence: read.text.slice(around.start, around.end),
    from: around.start,
  };
}

interface Counted {
  readonly unit: 'words' | 'units';
  readonly over: Input['over'];
  readonly order: string | null;
  /** Only text counts that codings of the filters cover. */
  readonly isCoded: boolean;
  readonly total: number;
  readonly outside: number;
  readonly size: number;
  readonly sources: number;
}

function ruleOf(corpus: Corpus, question: Question, counted: Counted): RuleLine[] {
  const { unit, over, order, isCoded, total, outside, size, sources } = counted;
  return [
    { key: 'rule.word-trend', values: { dimension: over } },
    { key: `rule.word-rate-${unit}`, values: {} },
    { key: 'rule.word-gap', values: {} },
    ...(order === null ? [] : [{ key: 'rule.trend-order' as const, values: { attribute: order } }]),
    ...(isCoded ? [{ key: 'rule.word-coded' as const, values: {} }, describeCoders(question, corpus)] : []),
    ...describeFilters(question, corpus),
    { key: `rule.scope-${unit}`, values: { total, sources, size } },
    ...(outside > 0 ? [{ key: 'rule.word-outside' as const, values: { outside, dimension: over } }] : []),
  ];
}
