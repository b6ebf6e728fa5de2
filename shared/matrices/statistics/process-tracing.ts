// Process tracing: what the tests that its evidence makes imply for a hypothesis (Van Evera 1997; Bennett 2010; Collier 2011, table 1).

export const evidenceTests = ['straw-in-the-wind', 'hoop', 'smoking-gun', 'doubly-decisive'] as const;
export type EvidenceTest = (typeof evidenceTests)[number];

export const outcomes = ['passes', 'fails'] as const;
export type TestOutcome = (typeof outcomes)[number];

/** A report takes no more. */
export const mostHypotheses = 20;

export interface Judged {
  readonly test: EvidenceTest;
  /** Null: not judged yet. */
  readonly outcome: TestOutcome | null;
}

/**
 * Eliminated: it fails a hoop or a doubly decisive test. Confirmed: it passes a smoking-gun or a doubly decisive one.
 * Contradictory: both. Survives: it was tested, and what it passed and failed only weighs. Undefined: nothing is judged.
 */
export type Standing = 'eliminated' | 'by-rival' | 'confirmed' | 'contradictory' | 'survives' | 'undefined';

/**
 * By hypothesis, each with the tests of its evidence. Of hypotheses that exclude each other a passed doubly decisive test
 * eliminates all others, 'by-rival' where nothing else does.
 */
export function standings(hypotheses: readonly (readonly Judged[])[], exclusive: boolean): Standing[] {
  const decided = hypotheses.map((tests) => has(tests, ['doubly-decisive'], 'passes'));
  return hypotheses.map((tests, place) => {
    const confirmed = has(tests, ['smoking-gun', 'doubly-decisive'], 'passes');
    const failed = has(tests, ['hoop', 'doubly-decisive'], 'fails');
    const outdone = exclusive && decided.some((is, other) => is && other !== place);
    if (confirmed) return failed || outdone ? 'contradictory' : 'confirmed';
    if (failed) return 'eliminated';
    if (outdone) return 'by-rival';
    return tests.some(({ outcome }) => outcome !== null) ? 'survives' : 'undefined';
  });
}

function has(tests: readonly Judged[], kinds: readonly EvidenceTest[], wanted: TestOutcome): boolean {
  return tests.some(({ test, outcome }) => outcome === wanted && kinds.includes(test));
}
