// The stream of what changed: every window follows it, so that none shows what is no longer so.
import type { ProjectChange } from '../../../shared/contract/project.ts';
import { latestAct, type TouchedRow } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';

/** Another project, or none, is open: nothing read before holds. */
export const otherProject: ProjectChange = { tables: [], sources: [], codings: [], act: null };

/** Most codings that a change names one by one. */
const mostNamed = 500;

/** Where a project stands before its next change. */
export function standOf(db: Readable): ProjectChange {
  return { tables: [], sources: [], codings: [], act: latestAct(db) };
}

/** The change that the latest act of the history made; to be asked right after its commit. */
export function latestChange(db: Readable, touched: readonly TouchedRow[]): ProjectChange {
  const act = latestAct(db);
  const tables = [...new Set(touched.map((row) => row.table))];
  const names = (query: string): string[] =>
    db.rows<[string]>(query, act, touched.length).map(([uid]) => uid);
  return { tables, sources: names(touchedSources), codings: named(names(touchedCodings)), act };
}

/**
 * Follows the changes: `now` comes first, then what `listen` tells, until `signal` is aborted. However slowly the items
 * are taken, at most one waits.
 */
export async function* followChanges(
  now: ProjectChange,
  listen: (listener: (change: ProjectChange) => void) => () => void,
  signal: AbortSignal,
): AsyncGenerator<ProjectChange, void, void> {
  let waiting: ProjectChange | null = now;
  let wake = (): void => {};
  const stop = listen((change) => {
    waiting = waiting === null ? change : joined(waiting, change);
    wake();
  });
  const abort = (): void => wake();
  signal.addEventListener('abort', abort);
  try {
    while (!signal.aborted) {
      if (waiting === null) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const change: ProjectChange = waiting;
      waiting = null;
      yield change;
    }
  } finally {
    stop();
    signal.removeEventListener('abort', abort);
  }
}

/** "Another project" outlasts what follows it: a window that hears of both must still forget what it read. */
function joined(first: ProjectChange, second: ProjectChange): ProjectChange {
  if (first.act === null || second.act === null) return otherProject;
  const tables = [...new Set([...first.tables, ...second.tables])];
  const sources = [...new Set([...first.sources, ...second.sources])];
  const codings =
    first.codings && second.codings ? named([...new Set([...first.codings, ...second.codings])]) : null;
  return { tables, sources, codings, act: second.act };
}

function named(codings: readonly string[]): readonly string[] | null {
  return codings.length > mostNamed ? null : codings;
}

/** The journal tells the rows of an act: those that it removed in full, the others by their id. A commit wrote the last of them. */
const touched = `
WITH own AS (
  SELECT "table" AS touched, op, row_id AS id, row FROM journal
  WHERE act_id = (SELECT ifnull(of_act, id) FROM acts WHERE id = ?) ORDER BY journal.id DESC LIMIT ?
), coded(id) AS (
  SELECT id FROM own WHERE touched = 'codings' AND op <> 'delete'
  UNION SELECT owner_id FROM memos JOIN own ON own.id = memos.id
    WHERE touched = 'memos' AND op <> 'delete' AND owner = 'coding'
  UNION SELECT row ->> 'owner_id' FROM own
    WHERE touched = 'memos' AND op = 'delete' AND row ->> 'owner' = 'coding'
)`;

const touchedCodings = `${touched}
SELECT uid FROM codings JOIN coded USING (id)
UNION SELECT row ->> 'uid' FROM own WHERE touched = 'codings' AND op = 'delete'
LIMIT ${mostNamed + 1}`;

const touchedSources = `${touched}, reached(id) AS (
  SELECT id FROM own WHERE touched = 'sources'
  UNION SELECT source_id FROM codings JOIN coded USING (id)
  UNION SELECT source_id FROM source_speakers JOIN own USING (id) WHERE touched = 'source_speakers' AND op <> 'delete'
  UNION SELECT source_id FROM source_speakers JOIN own ON own.id = speaker_id WHERE touched = 'speakers'
  UNION SELECT source_id FROM members JOIN own USING (id) WHERE touched = 'members' AND op <> 'delete'
  UNION SELECT owner_id FROM memos JOIN own USING (id)
    WHERE touched = 'memos' AND op <> 'delete' AND owner = 'source'
  UNION SELECT row ->> 'owner_id' FROM own WHERE touched = 'memos' AND op = 'delete' AND row ->> 'owner' = 'source'
  UNION SELECT row ->> 'source_id' FROM own
    WHERE touched IN ('codings', 'source_speakers', 'members') AND op = 'delete'
)
SELECT uid FROM sources JOIN reached USING (id)
UNION SELECT row ->> 'uid' FROM own WHERE touched = 'sources' AND op = 'delete'
ORDER BY 1`;
