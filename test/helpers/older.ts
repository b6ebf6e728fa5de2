// Project files as older versions wrote them.
import Database from 'better-sqlite3';
import { schemaOf } from '../../electron/engine/store/migrate.ts';

/** Takes from a project what versions after this one brought. */
export function makeOlder(path: string, version: number): void {
  withSql(path, (db) => {
    db.pragma('foreign_keys = OFF');
    const known = schemaOf(version);
    const all = `SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type`;
    const things = db.prepare<[], [string, string]>(all).raw().all();
    for (const [type, name] of things) if (!known.has(name)) db.exec(`DROP ${type} ${name}`);
    if (known.has('tallies'))
      db.prepare(`DELETE FROM tallies WHERE name NOT IN (SELECT value FROM json_each(?))`).run(
        JSON.stringify([...known.keys()]),
      );
    db.pragma(`user_version = ${version}`);
  });
}

/** Writes to the file past the program. */
export function withSql(path: string, work: (db: Database.Database) => void): void {
  const db = new Database(path);
  try {
    work(db);
  } finally {
    db.close();
  }
}
