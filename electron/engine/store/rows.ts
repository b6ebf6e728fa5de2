// Tracked rows: written with their seal, and told what it takes to go back.
import { must } from '../../../shared/must.ts';
import type { Connection, Readable, SqlValue } from './connection.ts';
import { sealOf, type Row } from './seal.ts';

export interface Rows {
  /** Adds a row with its seal; columns that `row` does not name are NULL. Returns its id. */
  insert(table: string, row: Row, id?: number): number;
  /** Changes some columns; returns the old values of those that differ (none, when nothing does). */
  update(table: string, id: number, changed: Row): Row;
  /** Removes the row and returns it. */
  remove(table: string, id: number): Row;
}

export function createRows(connection: Connection): Rows {
  const tables = trackedTables(connection);
  const columnsOf = (table: string): readonly string[] => must(tables.get(table), `${table} is tracked`);
  const read = (table: string, id: number): Row => {
    const names = columnsOf(table).map(quoted).join(', ');
    return must(connection.get<Row>(`SELECT ${names} FROM ${table} WHERE id = ?`, id), `${table} ${id}`);
  };
  return {
    insert: (table, row, id) => {
      const columns = columnsOf(table);
      const strange = Object.keys(row).find((name) => !columns.includes(name));
      if (strange !== undefined) throw new Error(`The table ${table} has no column ${strange}`);
      const whole = Object.fromEntries(columns.map((name) => [name, checked(row[name] ?? null)]));
      const places = columns.map(() => '?').join(', ');
      return connection.write(
        `INSERT INTO ${table}(id, ${columns.map(quoted).join(', ')}, seal) VALUES(?, ${places}, ?)`,
        id ?? null,
        ...Object.values(whole),
        sealOf(table, whole),
      );
    },
    update: (table, id, changed) => {
      const before = read(table, id);
      const names = Object.keys(changed).filter((name) => changed[name] !== before[name]);
      if (names.length === 0) return {};
      const places = [...names, 'seal'].map((name) => `${quoted(name)} = ?`).join(', ');
      const values = names.map((name) => checked(changed[name] ?? null));
      connection.write(
        `UPDATE ${table} SET ${places} WHERE id = ?`,
        ...values,
        sealOf(table, { ...before, ...changed }),
        id,
      );
      return Object.fromEntries(names.map((name) => [name, before[name] ?? null]));
    },
    remove: (table, id) => {
      const before = read(table, id);
      connection.write(`DELETE FROM ${table} WHERE id = ?`, id);
      return before;
    },
  };
}

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

/** A lone surrogate would be stored as something else: it must not come this far. */
function checked(value: SqlValue): SqlValue {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('Text with half a character');
  return value;
}

const quoted = (name: string): string => `"${name}"`;
