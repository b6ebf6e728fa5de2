// Contract of process tracing: which test each piece of evidence is for a hypothesis, whether it passes, and what survives.
import { z } from 'zod';
import {
  evidenceTests,
  mostHypotheses,
  outcomes,
  type EvidenceTest,
  type Judged,
  type Standing,
  type TestOutcome,
} from '../matrices/statistics/process-tracing.ts';
import { question, type Quote } from './matrices.ts';
import { codingId, prose, reference } from './parts.ts';
import type { CodeHeading, Report } from './reports.ts';

export const tracingInput = z.strictObject({
  kind: z.literal('tracing'),
  ...question,
  /** Each is a code; its evidence are the codings of it and of its sub-codes. */
  hypotheses: z.array(reference).max(mostHypotheses),
  /** The hypotheses exclude each other: what decides for one decides against the others. */
  exclusive: z.boolean(),
  /** An attribute of the sources that tells when, such as a date; within a phase the evidence stands in its order. */
  order: reference.nullable(),
  /** No more passages than this are listed; null or left out: all. What survives is told of all. */
  most: z.int().min(1).nullable().optional(),
});

export const tracingInputs = {
  /** The person's judgement of a coding as evidence for its code; without a test there is none. Refuses an unknown coding. */
  'evidence.judge': z.strictObject({
    coding: codingId,
    test: z.enum(evidenceTests).nullable(),
    outcome: z.enum(outcomes).nullable(),
    reason: prose.nullable(),
  }),
};

export interface TracingOutputs {
  'evidence.judge': Judgement | null;
}

export interface Judgement extends Judged {
  readonly reason: string | null;
  readonly coder: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface TracingReport extends Report {
  readonly kind: 'tracing';
  readonly hypotheses: readonly Hypothesis[];
  /** The attribute in whose order the evidence stands, as the project calls it. */
  readonly order: string | null;
  /** In chronological order: by phase, then by the attribute, then as the texts are numbered. */
  readonly evidence: readonly Evidence[];
  /** All passages, also beyond those listed. */
  readonly total: number;
}

export interface Hypothesis {
  readonly code: CodeHeading;
  readonly standing: Standing;
  /** By test: how often it was passed and failed. */
  readonly tests: Readonly<Record<EvidenceTest, Readonly<Record<TestOutcome, number>>>>;
  /** Codings without an outcome. */
  readonly open: number;
}

/** One passage. */
export interface Evidence {
  readonly quote: Quote;
  /** The value of the attribute; null without one. */
  readonly when: string | null;
  /** By hypothesis; null where the passage is not coded with it. */
  readonly cells: readonly (TestedCoding | null)[];
}

export interface TestedCoding {
  readonly quote: Quote;
  readonly judgement: Judgement | null;
}
