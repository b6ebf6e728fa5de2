// The table of contents: every call of the contract leads to one function; writes go through `change`.
import { caseCalls } from './calls/cases.ts';
import { codingCalls } from './calls/coding.ts';
import { exportCalls } from './calls/export.ts';
import { matrixCalls } from './calls/matrices.ts';
import { draftCalls, projectCalls } from './calls/project.ts';
import { textCalls, textStreams } from './calls/texts.ts';
import type { Handlers } from './calls/ways-in.ts';
import { followChanges } from './project/changed.ts';
import type { FileDesk } from './project/files.ts';
import type { Session } from './project/session.ts';

export function createHandlers(session: Session, files: FileDesk): Handlers {
  const held = new Set<string>();
  return {
    calls: {
      ...projectCalls(session, files),
      ...draftCalls(session, files),
      ...textCalls(session, files, held),
      ...caseCalls(session, files),
      ...codingCalls(session, files),
      ...matrixCalls(session, files),
      ...exportCalls(session, files),
    },
    streams: {
      'project.changed': (_, signal) => followChanges(session.stand(), session.onChanged, signal),
      ...textStreams(session, files, held),
    },
  };
}
