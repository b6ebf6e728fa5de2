// Which tables are under undo and checksums, read from the schema itself.
import type { Readable } from './connection.ts';

/** Column names of each tracked table (those with a `seal`), without `id` and `seal`. */
export function trackedTables(db: Readable): ReadonlyMap<string, readonly string[]> {
  const columns = db.all<{ table: string; column: string }>(
    `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name <> 'acts' ORDER BY m.name, c.cid`,
  );
  const byTable = Map.groupBy(columns, (row) => row.table);
  const tracked = [...byTable].filter(([, rows]) => rows.some((row) => row.column === 'seal'));
  return new Map(
    tracked.map(([table, rows]) => [
      table,
      rows.map((row) => row.column).filter((column) => column !== 'id' && column !== 'seal'),
    ]),
  );
}

/** The tables of immutable content, kept under its hash: the column that seals a row. */
export const keptTables = { contents: 'layout_sha256', files: 'sha256' } as const;

/** The columns that make a row's mark. */
export interface MarkColumns {
  readonly key: 'id' | 'sha256';
  readonly seal: 'seal' | 'layout_sha256' | 'sha256';
}

/** The tables with a tally. A journal entry has no mark of its own: its act seals it. */
export function talliedTables(db: Readable): ReadonlyMap<string, MarkColumns> {
  const tables = new Map<string, MarkColumns>();
  for (const table of [...trackedTables(db).keys(), 'acts']) tables.set(table, { key: 'id', seal: 'seal' });
  for (const [table, seal] of Object.entries(keptTables)) tables.set(table, { key: 'sha256', seal });
  return tables;
}
