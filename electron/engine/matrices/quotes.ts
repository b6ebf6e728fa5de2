// The quotes behind numbers: the codings of a question, each with its place.
import type { Quote } from '../../../shared/contract/matrices.ts';
import { must } from '../../../shared/must.ts';
import { NO_DIRECTION, type Corpus, type CorpusSource } from '../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../shared/matrices/labels.ts';
import { at, countBelow } from '../../../shared/matrices/numbers.ts';
import type { Readable } from '../store/connection.ts';
import type { MatrixQuestion } from './questions.ts';

/** A coding's place in the corpus. */
export interface CodingPlace {
  readonly source: number;
  readonly coding: number;
}

/** Those that the measure counts: means and medians count only the codings that have a value. */
export function withValue<T extends CodingPlace>(
  corpus: Corpus,
  measure: MatrixQuestion['measure'],
  places: readonly T[],
): T[] {
  return places.filter(({ source, coding }) => {
    const { codings } = must(corpus.sources[source], 'the source');
    if (measure === 'mean-weight') return !Number.isNaN(codings.weight[coding]);
    if (measure === 'mean-level' || measure === 'median-level') return at(codings.level, coding) !== 0;
    return true;
  });
}

/** The codings at `places`, in that order, with their quotes and memos. */
export function readQuotes(db: Readable, corpus: Corpus, places: readonly CodingPlace[]): Quote[] {
  const bySource = Map.groupBy(places, (place) => place.source);
  const texts = new Map<number, StoredCoding>();
  for (const [index, group] of bySource) {
    const { codings } = must(corpus.sources[index], 'the source');
    const ids = JSON.stringify(group.map(({ coding }) => codings.id[coding]));
    for (const row of db.all<StoredCoding>(storedSql, ids)) texts.set(row.id, row);
  }
  return places.map(({ source: index, coding }) => {
    const source = must(corpus.sources[index], 'the source');
    const id = must(source.codings.id[coding], 'the coding');
    return quoteOf(corpus, source, coding, must(texts.get(id), 'the stored coding'));
  });
}

interface StoredCoding {
  readonly id: number;
  readonly uid: string;
  readonly quote: string;
  readonly date: string;
  readonly memo: string | null;
  readonly shortId: string | null;
  readonly codeName: string;
  readonly codeUid: string;
}

const storedSql = `SELECT g.id, g.uid, g.quote, g.created_at AS date, c.short_id AS shortId, c.name AS codeName, c.uid AS codeUid,
    (SELECT group_concat(m.body, char(10)) FROM memos m WHERE m.owner = 'coding' AND m.owner_id = g.id) AS memo
  FROM codings g JOIN codes c ON c.id = g.code_id WHERE g.id IN (SELECT value FROM json_each(?))`;

function quoteOf(corpus: Corpus, source: CorpusSource, coding: number, stored: StoredCoding): Quote {
  const { codings, ruler } = source;
  const start = must(codings.start[coding], 'a start');
  const end = must(codings.end[coding], 'an end');
  const touched = atomsBetween(source, start, end);
  const turn = countBelow(ruler.labelStart, start + 1);
  const speaker = ruler.labelSpeaker[turn - 1];
  const phase = codings.phase[coding] === -1 ? source.phase : codings.phase[coding];
  const level = codings.level[coding];
  const direction = codings.direction[coding];
  const person = corpus.speakers[speaker ?? -1];
  const weight = codings.weight[coding] ?? Number.NaN;
  return {
    id: stored.uid,
    code: stored.shortId ?? stored.codeName,
    codeName: stored.codeName,
    codeUid: stored.codeUid,
    case: casesOf(corpus, source, touched).join('; ') || null,
    source: labelOf(source),
    sourceUid: source.id,
    sourceNumber: source.number,
    paragraph: Math.max(1, countBelow(ruler.paragraphStart, start + 1)),
    turn: turn === 0 ? null : turn,
    speaker: person ? labelOf(person) : null,
    phase: corpus.phases[phase ?? -1]?.name ?? null,
    level: level === 0 ? null : (level ?? null),
    direction: direction === NO_DIRECTION ? null : (direction ?? null),
    weight: Number.isNaN(weight) ? null : weight,
    date: stored.date,
    coder: must(corpus.coders[codings.coder[coding] ?? -1], 'the coder').name,
    start,
    end,
    quote: stored.quote,
    said: withoutLabels(source, start, stored.quote),
    memo: stored.memo,
  };
}

/** The quote, which starts at a position, without the speaker labels in it; one that lies in a label stays. */
function withoutLabels({ ruler }: CorpusSource, start: number, quote: string): string {
  const { labelStart, labelEnd } = ruler;
  let said = '';
  let from = 0;
  for (let label = countBelow(labelEnd, start + 1); label < labelStart.length; label++) {
    const to = at(labelStart, label) - start;
    if (to >= quote.length) break;
    said += quote.slice(from, Math.max(from, to));
    from = at(labelEnd, label) - start;
  }
  said += quote.slice(from);
  return said === '' ? quote : said;
}

/** Indexes of the atoms that share text with [start, end). */
function atomsBetween({ atoms }: CorpusSource, start: number, end: number): number[] {
  const touched: number[] = [];
  for (
    let atom = countBelow(atoms.end, start + 1);
    atom < atoms.start.length && at(atoms.start, atom) < end;
    atom++
  ) {
    touched.push(atom);
  }
  return touched;
}

/** Names of the cases of these atoms, in the researcher's order. */
function casesOf(corpus: Corpus, { atoms }: CorpusSource, touched: readonly number[]): string[] {
  const cases = new Set(
    touched.flatMap((atom) => [
      ...atoms.caseList.subarray(atoms.caseOffset[atom], atoms.caseOffset[atom + 1]),
    ]),
  );
  return [...cases].sort((a, b) => a - b).map((index) => must(corpus.cases[index], 'the case').name);
}
