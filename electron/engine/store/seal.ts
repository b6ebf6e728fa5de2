// Checksums: every tracked row carries a seal, and every table a tally of its rows, so that damage to either is found.
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

/** The marks of no rows. */
export const NO_MARKS = '0'.repeat(32);

/** Joins the marks of rows, in any order; joining one a second time takes it out. 32 hexadecimal digits, exclusive or. */
export function joinMarks(one: string, other: string): string {
  return (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(16).padStart(32, '0');
}
