// The first table without a wait: what tables need of each text is read and worked out in pauses after a window has opened a
// project, so little at a time that calls are answered in between.
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { layoutOf, ordinalsOf } from '../../../shared/matrices/layout.ts';
import type { Question } from '../../../shared/matrices/question.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import type { CorpusKeeper } from './load-corpus.ts';

/** The window shows and reads its first text before. */
const FIRST_PAUSE = 1500;
const PAUSE = 10;
/** Sources at a time: some ten milliseconds of work. */
const SLICE = 20;
/** Tables of so many sources and so often, until the compiler of the engine takes them for hot. */
const SAMPLE = 60;
const ROUNDS = 4;
const MOST_CELLS = 1_000_000;

export interface Warmed extends Pick<CorpusKeeper, 'readOn' | 'current'> {
  /** False once another project or none is open. */
  isOpen(): boolean;
}

/**
 * Starts. A change ends it once all is read: what was worked out stays with the sources that did not change. Keeps no
 * process alive.
 */
export function warmTables({ isOpen, readOn, current }: Warmed): void {
  const later = (work: () => void, pause: number): void => {
    setTimeout(() => {
      try {
        if (isOpen()) work();
      } catch {
        // A project that cannot be read: whoever asks for a table meets the reason.
      }
    }, pause).unref();
  };
  const read = (): void => later(readOn(SLICE) ? () => workOut(current(), 0) : read, PAUSE);
  const workOut = (corpus: Corpus, from: number): void => {
    if (current() !== corpus) return;
    if (from >= corpus.sources.length) return rehearse(corpus, ROUNDS);
    for (const source of corpus.sources.slice(from, from + SLICE)) {
      layoutOf(source);
      ordinalsOf(source, 'characters');
    }
    later(() => workOut(corpus, from + SLICE), PAUSE);
  };
  const rehearse = (corpus: Corpus, rounds: number): void => {
    if (rounds === 0 || corpus.cases.length * corpus.codes.length > MOST_CELLS) return;
    tabulate({ ...corpus, sources: corpus.sources.slice(0, SAMPLE) }, rehearsed);
    later(() => rehearse(corpus, rounds - 1), PAUSE);
  };
  later(read, FIRST_PAUSE);
}

const rehearsed: Question = {
  rows: [{ kind: 'case' }],
  columns: [{ kind: 'code', level: null }],
  measures: ['references', 'characters', 'cases'],
  filters: [],
  overlap: 'split',
  coders: null,
  rateUnit: 'words',
};
