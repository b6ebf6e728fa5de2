// Row checksums: every tracked row carries one, so that a damaged bit anywhere in it is found.
import { createHash } from 'node:crypto';
import type { SqlValue } from './connection.ts';

/** A row without its seal: column → value, in the table's order of columns. */
export type Row = Readonly<Record<string, SqlValue>>;

/** The seal of a row: SHA-256 over its table and its values, hexadecimal, 32 digits. */
export function sealOf(table: string, row: Row): string {
  return digest([table, ...Object.values(row)]);
}

/** 32 hexadecimal digits over any list of JSON-safe values. */
export function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}
