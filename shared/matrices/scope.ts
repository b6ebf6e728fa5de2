// What the filters leave of a project: sources, cases, respondents and codings.
import type { Corpus } from './corpus.ts';
import type { Scope } from './question.ts';
import type { Reading } from './reading.ts';

export class ScopeCount {
  /** Codings that pass the filters. */
  references = 0;

  private readonly corpus: Corpus;
  private sources = 0;
  private readonly cases = new Set<number>();
  private readonly speakers = new Set<number>();

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  /** Adds the text of a source that passes. */
  add({ inScope, passing, layout }: Reading): void {
    if (inScope) this.sources++;
    for (const [index, { cases, speaker }] of layout.profiles.entries()) {
      if (!passing[index]) continue;
      for (const each of cases) this.cases.add(each);
      if (isRespondent(this.corpus, speaker)) this.speakers.add(speaker);
    }
  }

  /** The scope, given the number of codings in scope that stand in cells. */
  scope(counted: number): Scope {
    return {
      references: this.references,
      sources: this.sources,
      cases: this.cases.size,
      speakers: this.speakers.size,
      outside: this.references - counted,
    };
  }
}

/** True for a named speaker who is no interviewer. */
export function isRespondent({ speakers }: Corpus, speaker: number): boolean {
  return speakers[speaker]?.interviewer === false;
}
