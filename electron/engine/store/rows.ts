// Tracked rows: written with their seal, and told what it takes to go back.
import { must } from '../../../shared/must.ts';
import type { Connection, SqlValue } from './connection.ts';
import { sealOf, type Row } from './seal.ts';
import { trackedTables } from './tables.ts';
import type { Tallies } from './tally.ts';

export interface Rows {
  /** Adds a row with its seal; columns that `row` does not name are NULL. Returns its id. */
  insert(table: string, row: Row, id?: number): number;
  /** Changes some columns; returns the old values of those that differ (none, when nothing does). */
  update(table: string, id: number, changed: Row): Row;
  /** Removes the row and returns it. */
  remove(table: string, id: number): Row;
}

export function createRows(connection: Connection, tallies: Tallies): Rows {
  const tables = trackedTables(connection);
  const columnsOf = (table: string): readonly string[] => must(tables.get(table), `${table} is tracked`);
  const read = (table: string, id: number): { readonly seal: string; readonly row: Row } => {
    const names = columnsOf(table).map(quoted).join(', ');
    const sql = `SELECT seal, ${names} FROM ${table} WHERE id = ?`;
    const { seal, ...row } = must(connection.get<Row & { readonly seal: string }>(sql, id), `${table} ${id}`);
    return { seal, row };
  };
  return {
    insert: (table, row, id) => {
      const columns = columnsOf(table);
      const strange = Object.keys(row).find((name) => !columns.includes(name));
      if (strange !== undefined) throw new Error(`The table ${table} has no column ${strange}`);
      const whole = Object.fromEntries(columns.map((name) => [name, checked(row[name] ?? null)]));
      const places = columns.map(() => '?').join(', ');
      const seal = sealOf(table, whole);
      const made = connection.write(
        `INSERT INTO ${table}(id, ${columns.map(quoted).join(', ')}, seal) VALUES(?, ${places}, ?)`,
        id ?? null,
        ...Object.values(whole),
        seal,
      );
      tallies.note(table, made, null, seal);
      return made;
    },
    update: (table, id, changed) => {
      const { seal: oldSeal, row: before } = read(table, id);
      const names = Object.keys(changed).filter((name) => changed[name] !== before[name]);
      if (names.length === 0) return {};
      const places = [...names, 'seal'].map((name) => `${quoted(name)} = ?`).join(', ');
      const values = names.map((name) => checked(changed[name] ?? null));
      const seal = sealOf(table, { ...before, ...changed });
      connection.write(`UPDATE ${table} SET ${places} WHERE id = ?`, ...values, seal, id);
      tallies.note(table, id, oldSeal, seal);
      return Object.fromEntries(names.map((name) => [name, before[name] ?? null]));
    },
    remove: (table, id) => {
      const { seal, row } = read(table, id);
      connection.write(`DELETE FROM ${table} WHERE id = ?`, id);
      tallies.note(table, id, seal, null);
      return row;
    },
  };
}

/** A lone surrogate would be stored as something else: it must not come this far. */
function checked(value: SqlValue): SqlValue {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('Text with half a character');
  return value;
}

const quoted = (name: string): string => `"${name}"`;
