// The program's own SQL functions: mark(table, key, seal) of one row, joined(mark) of many.
import type Database from 'better-sqlite3';
import { joinMarks, NO_MARKS } from './seal.ts';
import { markOf } from './tally.ts';

export function addFunctions(sqlite: Database.Database): void {
  sqlite.function('mark', { deterministic: true }, markOf);
  sqlite.aggregate<string>('joined', { deterministic: true, start: NO_MARKS, step: joinMarks });
}
