// The project as it stood at a moment that somebody asks for: one such moment is kept at hand.
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { must } from '../../../shared/must.ts';
import { keepCorpus } from '../matrices/load-corpus.ts';
import { lastActBefore, projectAfter } from '../store/as-of.ts';
import type { Connection, Readable } from '../store/connection.ts';

/** A project with its columns, only to be read. */
export interface Moment {
  readonly db: Readable;
  readonly corpus: Corpus;
}

export interface Past {
  /** The project of `connection` as it stood at `at` (ISO date and time). */
  moment(connection: Connection, at: string): Moment;
  forget(): void;
}

export function keepPast(): Past {
  /** By the act after which it is and the latest act that it knows. */
  let kept: (Moment & { readonly key: string; readonly copy: Connection }) | null = null;
  const forget = (): void => {
    kept?.copy.close();
    kept = null;
  };
  return {
    moment: (connection, at) => {
      const last = lastActBefore(connection, at);
      const key = `${last} ${must(connection.value<number>('SELECT max(id) FROM acts'), 'an act')}`;
      if (kept?.key !== key) {
        forget();
        const copy = projectAfter(connection, last);
        kept = { key, copy, db: copy, corpus: keepCorpus(copy).current() };
      }
      return kept;
    },
    forget,
  };
}
