// What answers a call, and the ways in which it reaches the open project.
import type { CallName, Input, Output, StreamName } from '../../../shared/contract/index.ts';
import { coderCalled } from '../coding/coders.ts';
import { namingOf } from '../export/naming.ts';
import { askedThen } from '../matrices/asked-then.ts';
import type { Leaving } from '../export/provenance.ts';
import type { FileDesk } from '../project/files.ts';
import type { Session } from '../project/session.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { projectState } from '../store/state.ts';

export interface Handlers {
  readonly calls: {
    readonly [N in Exclude<CallName, StreamName>]: (input: Input<N>) => Output<N> | Promise<Output<N>>;
  };
  readonly streams: {
    readonly [N in StreamName]: (input: Input<N>, signal: AbortSignal) => AsyncIterable<Output<N>>;
  };
}

/** The calls of some stages. */
export type CallsOf<Stage extends string> = Pick<
  Handlers['calls'],
  Extract<keyof Handlers['calls'], `${Stage}.${string}`>
>;

/** The ways in which a call reaches the open project. */
export function waysIn(session: Session, files: FileDesk) {
  type Corpus = ReturnType<Session['corpus']>;
  /** As things were called at the moment that is asked about. */
  const asked = <In extends object>(at: string | null, input: In): In =>
    at === null ? input : askedThen(session.moment(null), session.moment(at), input);
  return {
    /** One act of the history. */
    change:
      <In, Out>(name: CallName, work: (db: Writable, input: In) => Out) =>
      (input: In): Out =>
        session.changes().change({ name, coder: session.coder() }, (db) => work(db, input)),
    /** One act of the coder whom the input names. */
    changeBy:
      <In extends { readonly coder: string | null }, Out>(
        name: CallName,
        work: (db: Writable, input: In) => Out,
      ) =>
      (input: In): Out => {
        const coder = input.coder === null ? session.coder() : coderCalled(session.db(), input.coder);
        return session.changes().change({ name, coder }, (db) => work(db, input));
      },
    /** One act of the history that needs to know what the tables count. */
    note:
      <In, Out>(name: CallName, work: (db: Writable, corpus: Corpus, input: In) => Out) =>
      (input: In): Out => {
        const corpus = session.corpus();
        return session.changes().change({ name, coder: session.coder() }, (db) => work(db, corpus, input));
      },
    read:
      <In, Out>(work: (db: Readable, input: In) => Out) =>
      (input: In): Out =>
        session.project().connection.snapshot(() => work(session.db(), input)),
    /** A question to the matrix engine, of the project as it stands or stood. */
    ask:
      <In extends Timed, Out>(work: (db: Readable, corpus: Corpus, input: In) => Out) =>
      (input: In): Out =>
        session.project().connection.snapshot(() => {
          const at = momentOf(input);
          const { db, corpus } = session.moment(at);
          return work(db, corpus, asked(at, input));
        }),
    exporting:
      <In extends Timed & Exporting, Out>(work: (db: Readable, corpus: Corpus, input: In & Leaving) => Out) =>
      (input: In): Out => {
        const path = input.file === null ? null : files.path(input.file);
        const { connection } = session.project();
        return connection.snapshot(() => {
          const at = momentOf(input);
          const { db, corpus } = session.moment(at);
          // Names that were listed since must not leave with a table of the past.
          const naming = namingOf(session.db(), input.names);
          return work(db, corpus, { ...asked(at, input), path, naming, state: projectState(db, at) });
        });
      },
  };
}

interface Exporting {
  readonly file: string | null;
  readonly names?: 'real' | 'pseudonyms' | undefined;
}

interface Timed {
  readonly at?: string | undefined;
  readonly question?: { readonly at?: string | undefined };
}

function momentOf({ at, question }: Timed): string | null {
  return at ?? question?.at ?? null;
}
