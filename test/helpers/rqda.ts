// A small reader of RQDA projects: texts and living codings, enough to count them again.
import Database from 'better-sqlite3';

export interface RqdaProject {
  readonly sources: readonly { readonly name: string; readonly text: string }[];
  readonly codes: readonly string[];
  /** Positions are UTF-16 units, half-open. */
  readonly codings: readonly {
    readonly source: string;
    readonly code: string;
    readonly start: number;
    readonly end: number;
    /** The words as RQDA kept them. */
    readonly words: string;
  }[];
}

/** Reads the file without touching it. What was deleted in RQDA (status other than 1) is left out. */
export function readRqda(path: string): RqdaProject {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const sources = db
      .prepare('SELECT name, file AS text FROM source WHERE status = 1 ORDER BY id')
      .all() as {
      name: string;
      text: string;
    }[];
    const codes = db
      .prepare('SELECT name FROM freecode WHERE status = 1 ORDER BY id')
      .pluck()
      .all() as string[];
    const rows = db
      .prepare(
        `SELECT s.name AS source, c.name AS code, g.selfirst AS start, g.selend AS "end", g.seltext AS words
         FROM coding g JOIN source s ON s.id = g.fid AND s.status = 1 JOIN freecode c ON c.id = g.cid AND c.status = 1
         WHERE g.status = 1`,
      )
      .all() as RqdaProject['codings'][number][];
    const units = new Map(sources.map(({ name, text }) => [name, unitsOf(text)]));
    // RQDA counts code points.
    const at = (source: string, position: number): number => units.get(source)?.[position] ?? NaN;
    const codings = rows.map((row) => ({
      ...row,
      start: at(row.source, row.start),
      end: at(row.source, row.end),
    }));
    return { sources, codes, codings };
  } finally {
    db.close();
  }
}

/** By code point, and one for the end: its position in UTF-16 units. */
function unitsOf(text: string): number[] {
  const positions = [0];
  for (const character of text) positions.push((positions.at(-1) ?? 0) + character.length);
  return positions;
}
