// The program's own SQL functions: sealed(table, values…) and mark(table, key, seal) of one row, joined(mark) of many.
import type Database from 'better-sqlite3';
import { digest, joinMarks, NO_MARKS } from './seal.ts';
import { markOf } from './tally.ts';

export function addFunctions(sqlite: Database.Database): void {
  sqlite.function('sealed', { deterministic: true, varargs: true }, (...values) => digest(values));
  sqlite.function('mark', { deterministic: true }, markOf);
  sqlite.aggregate<string>('joined', { deterministic: true, start: NO_MARKS, step: joinMarks });
}
