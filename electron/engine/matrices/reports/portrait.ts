// Document portraits: for each source a lane of marks for every code, along the text.
import type { Portrait, PortraitLane, PortraitReport } from '../../../../shared/contract/portrait.ts';
import type { ReportInput } from '../../../../shared/contract/reports.ts';
import type { Corpus, CorpusSource } from '../../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import { at, countBelow } from '../../../../shared/matrices/numbers.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { coverOf, leading } from '../../../../shared/matrices/statistics/along.ts';
import { unionLength, type Span } from '../../../../shared/matrices/statistics/spans.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { findSource } from '../../text/sources.ts';
import { questionOf } from '../questions.ts';
import { readQuotes } from '../quotes.ts';
import { codeHeading, eachCoding, lineOfCode, placeOfCode } from './scope.ts';

type Input = Extract<ReportInput, { kind: 'portrait' }>;

/** The band of a source has as many parts. */
const PARTS = 40;

export function portrait(db: Readable, corpus: Corpus, input: Input): PortraitReport {
  const level = input.codes === null ? input.level : null;
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'source' }],
    columns: [{ kind: 'code', level }],
    measures: ['references'],
  });
  // Every coding stands at a code: a table of all codes has the same sources and the same codings without them.
  const table = tabulate(corpus, level === null ? { ...question, columns: [] } : question);
  const wanted = input.sources?.map((each) => findSource(db, each).uid);
  const ids = table.rows.map((row) => row.ids.join()).filter((id) => wanted?.includes(id) ?? true);
  const first = new Set(ids.slice(0, input.most));
  const shown = new Set(
    [...corpus.sources.keys()].filter((place) => first.has(corpus.sources[place]?.id ?? '')),
  );
  const lanesOf = laneFinder(corpus, input);
  const codings = new Map<number, Map<number, number[]>>();
  const sort = (source: number, coding: number): void => {
    const code = at(must(corpus.sources[source], 'a source').codings.code, coding);
    const lanes = codings.get(source) ?? new Map<number, number[]>();
    codings.set(source, lanes);
    for (const lane of lanesOf(code)) {
      const own = lanes.get(lane);
      if (own) own.push(coding);
      else lanes.set(lane, [coding]);
    }
  };
  eachCoding(corpus, question, sort, shown);
  return {
    kind: 'portrait',
    sources: [...shown].map((place) =>
      portraitOf(db, corpus, { place, scale: input.scale, lanes: codings.get(place) ?? new Map() }),
    ),
    total: ids.length,
    warnings: [],
    rule: [
      ...describe(question, corpus, table.scope),
      { key: `rule.portrait-${input.scale}`, values: { parts: PARTS } },
    ],
  };
}

/** The lanes in which the codings of a code stand: places of codes. */
function laneFinder(corpus: Corpus, { codes, level }: Input): (code: number) => readonly number[] {
  const chosen = codes && new Set(codes.map((each) => placeOfCode(corpus, each)));
  return (code) => {
    const line = lineOfCode(corpus, code);
    if (chosen) return line.filter((each) => chosen.has(each));
    const lane = level === null ? undefined : line.at(-level);
    return level === null ? line : lane === undefined ? [] : [lane];
  };
}

interface Sitting {
  readonly place: number;
  readonly scale: Input['scale'];
  /** By place of the code: places of its codings. */
  readonly lanes: ReadonlyMap<number, readonly number[]>;
}

function portraitOf(db: Readable, corpus: Corpus, { place, scale, lanes: byLane }: Sitting): Portrait {
  const source = must(corpus.sources[place], 'a source');
  const shareAt = scale === 'text' ? byText(source) : byParagraphs(source);
  const codings = [...new Set([...byLane.values()].flat())];
  const quotes = readQuotes(
    db,
    corpus,
    codings.map((coding) => ({ source: place, coding })),
  );
  const markOf = new Map(
    quotes.map((quote, index) => [
      codings[index],
      { from: shareAt(quote.start), to: shareAt(quote.end), quote },
    ]),
  );
  const lanes = [...byLane]
    .toSorted(([a], [b]) => a - b)
    .map(([code, own]): PortraitLane => {
      const marks = own.map((coding) => must(markOf.get(coding), 'the mark of a coding'));
      const spans = marks.map(({ from, to }): Span => [from, to]);
      return {
        code: codeHeading(corpus.codes[code]),
        share: unionLength(spans),
        marks,
        cover: coverOf(spans, PARTS),
      };
    });
  return {
    source: labelOf(source),
    uid: source.id,
    paragraphs: source.ruler.paragraphStart.length,
    lanes,
    tiles: leading(
      lanes.map(({ cover }) => cover),
      PARTS,
    ),
  };
}

function byText({ length }: CorpusSource): (position: number) => number {
  return (position) => position / Math.max(1, length);
}

/** Every paragraph is as wide as any other; blank lines between them have no width. */
function byParagraphs({ ruler }: CorpusSource): (position: number) => number {
  const { paragraphStart, paragraphEnd } = ruler;
  return (position) => {
    const paragraph = Math.max(0, countBelow(paragraphStart, position + 1) - 1);
    if (paragraphStart.length === 0) return 0;
    const [start, end] = [at(paragraphStart, paragraph), at(paragraphEnd, paragraph)];
    const inside = Math.min(1, Math.max(0, (position - start) / Math.max(1, end - start)));
    return (paragraph + inside) / paragraphStart.length;
  };
}
