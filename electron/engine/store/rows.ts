// Tracked rows: written with their seal, read without it.
import { must } from '../../../shared/must.ts';
import type { Connection, Readable, SqlValue } from './connection.ts';
import { sealOf, type Row } from './seal.ts';

export type { Row } from './seal.ts';

/** Adds a row with its seal; columns that `row` does not name are NULL. Returns its id. */
export function insertRow(
  connection: Connection,
  table: string,
  columns: readonly string[],
  row: Row,
  id: number | null = null,
): number {
  const strange = Object.keys(row).find((name) => !columns.includes(name));
  if (strange !== undefined) throw new Error(`The table ${table} has no column ${strange}`);
  const whole = Object.fromEntries(columns.map((name) => [name, checked(row[name] ?? null)]));
  return connection.write(
    `INSERT INTO ${table}(id, ${columns.map(quoted).join(', ')}, seal) VALUES(?, ${columns.map(() => '?').join(', ')}, ?)`,
    id,
    ...Object.values(whole),
    sealOf(table, whole),
  );
}

/** Writes the columns `names` of `row`, which is the whole row as it shall be, and its seal. */
export function updateRow(
  connection: Connection,
  table: string,
  id: number,
  row: Row,
  names: readonly string[],
): void {
  const columns = [...names, 'seal'];
  const values = names.map((name) => checked(row[name] ?? null));
  connection.write(
    `UPDATE ${table} SET ${columns.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`,
    ...values,
    sealOf(table, row),
    id,
  );
}

/** A lone surrogate would be stored as something else: it must not come this far. */
function checked(value: SqlValue): SqlValue {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('Text with half a character');
  return value;
}

/** A row that must be there, without its id and seal. */
export function readRow(db: Readable, table: string, columns: readonly string[], id: number): Row {
  const row = db.get<Row>(`SELECT ${columns.map(quoted).join(', ')} FROM ${table} WHERE id = ?`, id);
  return must(row, `${table} ${id}`);
}

const quoted = (name: string): string => `"${name}"`;

export function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
