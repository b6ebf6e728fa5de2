// What a trend can go over, and what it can show.
export const codeOvers = ['phase', 'source-phase', 'source'] as const;
export const codeTrendMeasures = ['references', 'sources', 'share'] as const;

export const wordOvers = ['source-phase', 'source', 'case'] as const;
export const wordTrendMeasures = ['rate', 'hits'] as const;

/** Sources stand in several of the phases: every project has phases, and they may be in no use. */
export const severalInUse = (phases: readonly { readonly sources: number }[]): boolean =>
  phases.filter(({ sources }) => sources > 0).length > 1;

/** No more words are counted at once. */
export const mostWords = 20;
