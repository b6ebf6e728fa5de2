// What the filters leave of a project: sources, cases, respondents and codings.
import { must } from '../must.ts';
import type { Corpus } from './corpus.ts';
import type { Scope } from './question.ts';
import type { Reading } from './reading.ts';

export class ScopeCount {
  /** Codings that pass the filters. */
  references = 0;

  private readonly corpus: Corpus;
  private sources = 0;
  /** By case and by speaker: 1 for those in scope; by case: 1 where somebody has coded. */
  private readonly cases: Int32Array;
  private readonly speakers: Int32Array;
  private readonly coded: Int32Array;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
    this.cases = new Int32Array(corpus.cases.length);
    this.speakers = new Int32Array(corpus.speakers.length);
    this.coded = new Int32Array(corpus.cases.length);
  }

  /** Adds the text of a source that passes. */
  add({ inScope, passing, layout, source }: Reading): void {
    const isCoded = source.codings.start.length > 0;
    if (inScope) this.sources++;
    for (let profile = 0; profile < passing.length; profile++) {
      if (passing[profile] !== true) continue;
      const { cases, speaker } = must(layout.profiles[profile], 'a profile of the layout');
      for (const each of cases) {
        this.cases[each] = 1;
        if (isCoded) this.coded[each] = 1;
      }
      if (isRespondent(this.corpus, speaker)) this.speakers[speaker] = 1;
    }
  }

  /** The scope, given the number of codings in scope that stand in cells. */
  scope(counted: number): Scope {
    return {
      references: this.references,
      sources: this.sources,
      cases: flagged(this.cases),
      speakers: flagged(this.speakers),
      outside: this.references - counted,
      uncoded: [...this.cases.keys()].filter((each) => this.cases[each] === 1 && this.coded[each] === 0),
    };
  }
}

const flagged = (flags: Int32Array): number => flags.reduce((sum, flag) => sum + flag, 0);

/** True for a named speaker who is no interviewer. */
export function isRespondent({ speakers }: Corpus, speaker: number): boolean {
  return speakers[speaker]?.interviewer === false;
}
