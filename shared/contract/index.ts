// The contract: every call that the engine answers, its input (checked at the door) and its output.
import type { z } from 'zod';
import { codebookInputs, type CodebookOutputs } from './codebook.ts';
import { codingInputs, type CodingOutputs } from './coding.ts';
import { draftInputs, type DraftOutputs } from './drafts.ts';
import { editingInputs, type EditingOutputs } from './editing.ts';
import { importInputs, type ImportOutputs } from './import.ts';
import { linkInputs, type LinkOutputs } from './links.ts';
import { matricesInputs, type MatricesOutputs } from './matrices.ts';
import { projectInputs, type ProjectOutputs } from './project.ts';
import { pseudonymInputs, type PseudonymOutputs } from './pseudonyms.ts';
import { readingInputs, type ReadingOutputs } from './reading.ts';
import { reportInputs, type ReportOutputs } from './reports.ts';
import { savedMatricesInputs, type SavedMatricesOutputs } from './saved-matrices.ts';
import { tracingInputs, type TracingOutputs } from './tracing.ts';

export const inputs = {
  ...projectInputs,
  ...importInputs,
  ...codingInputs,
  ...linkInputs,
  ...readingInputs,
  ...editingInputs,
  ...codebookInputs,
  ...pseudonymInputs,
  ...draftInputs,
  ...matricesInputs,
  ...reportInputs,
  ...savedMatricesInputs,
  ...tracingInputs,
};

export type Outputs = ProjectOutputs &
  ImportOutputs &
  CodingOutputs &
  LinkOutputs &
  ReadingOutputs &
  EditingOutputs &
  CodebookOutputs &
  PseudonymOutputs &
  DraftOutputs &
  MatricesOutputs &
  ReportOutputs &
  SavedMatricesOutputs &
  TracingOutputs;

export type CallName = keyof typeof inputs;
export type Input<N extends CallName> = z.infer<(typeof inputs)[N]>;
export type Output<N extends CallName> = Outputs[N];

/** Calls that answer with a stream of outputs. */
export const streamNames = ['import.files', 'project.changed', 'sources.holdDraft'] as const;
export type StreamName = (typeof streamNames)[number];
