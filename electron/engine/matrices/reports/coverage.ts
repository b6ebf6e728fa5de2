// What of each source is coded, and the turns of respondents that nothing was said of.
import type { CoverageReport, ReportInput, UncodedTurn } from '../../../../shared/contract/reports.ts';
import type { Corpus, CorpusSource } from '../../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import { at, countBelow } from '../../../../shared/matrices/numbers.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { untouched, type Stretch } from '../../../../shared/matrices/statistics/spans.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { sourceText } from '../../text/sources.ts';
import { questionOf } from '../questions.ts';
import { eachCoding } from './scope.ts';

type Input = Extract<ReportInput, { kind: 'coverage' }>;

export function coverage(db: Readable, corpus: Corpus, input: Input): CoverageReport {
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'source' }],
    columns: [],
    measures: ['references', 'share', 'own-share'],
  });
  const table = tabulate(corpus, question);
  /** By source: what its codings cover, which come in the order of their starts. */
  const spans = new Map<number, { start: number; end: number }[]>();
  eachCoding(corpus, question, (source, coding) => {
    const { codings } = must(corpus.sources[source], 'a source');
    const [start, end] = [at(codings.start, coding), at(codings.end, coding)];
    const own = spans.get(source);
    const last = own?.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (own) own.push({ start, end });
    else spans.set(source, [{ start, end }]);
  });
  const place = new Map(corpus.sources.map(({ id }, index) => [id, index]));
  const read = table.rows.map(({ ids, labels }, row) => {
    const index = must(place.get(ids.join()), 'the source');
    const source = must(corpus.sources[index], 'the source');
    const stretches = stretchesOf(corpus, source);
    const coded = spans.get(index) ?? [];
    const open = untouched(stretches, coded);
    const value = (measure: 'references' | 'share' | 'own-share'): number | null =>
      table.cells[measure]?.[row]?.[0] ?? null;
    return {
      source,
      open,
      entry: {
        source: labels.join(),
        uid: source.id,
        share: value('share'),
        ownShare: value('own-share'),
        references: value('references') ?? 0,
        turns: stretches.length,
        uncoded: open.length,
      },
    };
  });
  return {
    kind: 'coverage',
    sources: read.map(({ entry }) => entry),
    uncoded: listed(db, corpus, read, input.most),
    total: read.reduce((sum, { open }) => sum + open.length, 0),
    warnings: [],
    rule: [...describe(question, corpus, table.scope), { key: 'rule.coverage', values: {} }],
  };
}

/** Half-open, in UTF-16 units; the speaker is a place among the corpus' speakers, -1 for nobody. */
interface Turn extends Stretch {
  readonly speaker: number;
}

/** The turns of those who are no interviewers; of a text in which nobody is named, its paragraphs. */
function stretchesOf(corpus: Corpus, { atoms, ruler }: CorpusSource): Turn[] {
  if (ruler.labelStart.length === 0) {
    return Array.from(ruler.paragraphStart, (start, paragraph) => ({
      start,
      end: at(ruler.paragraphEnd, paragraph),
      speaker: -1,
    }));
  }
  const turns = new Map<number, Turn>();
  for (const [atom, turn] of atoms.turn.entries()) {
    const [start, end, speaker] = [at(atoms.start, atom), at(atoms.end, atom), at(atoms.speaker, atom)];
    if (turn === -1 || start === end || corpus.speakers[speaker]?.interviewer === true) continue;
    turns.set(turn, { start: turns.get(turn)?.start ?? start, end, speaker });
  }
  return [...turns.values()];
}

function listed(
  db: Readable,
  corpus: Corpus,
  read: readonly { readonly source: CorpusSource; readonly open: readonly Turn[] }[],
  most: number,
): UncodedTurn[] {
  const turns: UncodedTurn[] = [];
  for (const { source, open } of read) {
    if (open.length === 0 || turns.length >= most) continue;
    const { text } = sourceText(db, { source: source.id });
    for (const { start, end, speaker } of open.slice(0, most - turns.length)) {
      const person = corpus.speakers[speaker];
      turns.push({
        source: labelOf(source),
        sourceUid: source.id,
        speaker: person ? labelOf(person) : '',
        paragraph: Math.max(1, countBelow(source.ruler.paragraphStart, start + 1)),
        start,
        end,
        text: text.slice(start, end).trim(),
      });
    }
  }
  return turns;
}
