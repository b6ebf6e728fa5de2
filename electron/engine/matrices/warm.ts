// The first table without a wait: what tables need of each text is worked out in pauses after a window has opened a project.
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { layoutOf, ordinalsOf } from '../../../shared/matrices/layout.ts';
import type { Question } from '../../../shared/matrices/question.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';

/** The window shows and reads its first text before. */
const FIRST_PAUSE = 1500;
const PAUSE = 10;
/** Sources at a time: some ten milliseconds of work. */
const SLICE = 20;
/** Tables of so many sources and so often, until the compiler of the engine takes them for hot. */
const SAMPLE = 60;
const ROUNDS = 4;

/**
 * Starts; `current` answers the corpus of the project that was opened, null once another one or none is open. A change
 * ends it: what was worked out stays with the sources that did not change. Keeps no process alive.
 */
export function warmTables(current: () => Corpus | null): void {
  const later = (work: () => void, pause: number): void => {
    setTimeout(work, pause).unref();
  };
  const slice = (corpus: Corpus, from: number): void => {
    if (current() !== corpus) return;
    if (from >= corpus.sources.length) return rehearse(corpus);
    for (const source of corpus.sources.slice(from, from + SLICE)) {
      layoutOf(source);
      ordinalsOf(source, 'characters');
    }
    later(() => slice(corpus, from + SLICE), PAUSE);
  };
  later(() => {
    const corpus = current();
    if (corpus) slice(corpus, 0);
  }, FIRST_PAUSE);
}

function rehearse(corpus: Corpus): void {
  const sample = { ...corpus, sources: corpus.sources.slice(0, SAMPLE) };
  const question: Question = {
    rows: [{ kind: 'case' }],
    columns: [{ kind: 'code', level: null }],
    measures: ['references', 'characters', 'cases'],
    filters: [],
    overlap: 'split',
    coders: null,
    rateUnit: 'words',
  };
  const cells = corpus.cases.length * corpus.codes.length;
  if (cells > 1_000_000) return;
  for (let round = 0; round < ROUNDS; round++) tabulate(sample, question);
}
