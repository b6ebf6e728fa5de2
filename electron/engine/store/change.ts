// The one door to writes: a change is one transaction, journalled row by row, so that it can be listed, undone and redone.
import type { ActEntry } from '../../../shared/contract/project.ts';
import type { Values } from '../../../shared/words/say.ts';
import { must } from '../../../shared/must.ts';
import type { Connection, Readable } from './connection.ts';
import { guardFile } from './guard.ts';
import { createRows, type Rows } from './rows.ts';
import { digest, type Row } from './seal.ts';
import { keptTables } from './tables.ts';
import { createTallies, type Tallies } from './tally.ts';

/** Writing: only inside `change`. Tracked rows are addressed by their id; their seals are kept here. */
export interface Writable extends Readable {
  /** Adds a row (all columns but `id` and `seal`; missing ones are NULL) and returns its id. */
  insert(table: string, row: Row): number;
  /** Changes some columns of a row. Does nothing when they already have these values. */
  update(table: string, id: number, columns: Row): void;
  remove(table: string, id: number): void;
  /** Keeps immutable content under its hash, outside undo: what an undone act leaves there serves its redo. */
  keep(table: keyof typeof keptTables, row: Row): void;
  /** Removes a row that is under no undo, with the act that makes it needless (see `aside`). */
  forget(table: 'text_drafts', id: number): void;
  /** Sets the values that the history sentence of this act shows. */
  tell(values: Values): void;
}

interface ActRequest {
  /** The call's name, 'codings.add'. */
  readonly name: string;
  readonly coder: string;
  readonly note?: string | undefined;
  /** A beginning that is listed but cannot be undone. */
  readonly final?: boolean;
}

export interface TouchedRow {
  readonly table: string;
  readonly id: number;
}

/** Writes several times, each time durable by itself. */
export type Batch = <T>(work: (db: Writable) => T) => T;

export interface Changes {
  change<T>(request: ActRequest, work: (db: Writable) => T): T;
  /**
   * One act that grows with each piece of work, as long as no other act comes between: one entry of the history, one thing
   * to undo. It keeps the values of its first piece; `more` counts the others.
   */
  batch(request: Omit<ActRequest, 'final'>): Batch;
  /** Takes back the latest act, or returns null when there is none. */
  undo(request: { readonly coder: string }): ActEntry | null;
  /** Does again what was undone last, or returns null. */
  redo(request: { readonly coder: string }): ActEntry | null;
  /** Writes what is no act yet, outside history and unheard: words that are being written. */
  aside(work: (rows: Rows) => void): void;
  /** Calls `listener` after each commit with the rows that it touched; returns the way to stop. */
  onChanged(listener: (touched: readonly TouchedRow[]) => void): () => void;
}

interface Entry {
  readonly op: 'insert' | 'update' | 'delete';
  readonly table: string;
  readonly rowId: number;
  /** What it takes to go back: nothing for an insert, the old values of an update, the whole row of a delete. */
  readonly row: Row | null;
}

interface ActRow {
  readonly id: number;
  readonly at: string;
  readonly coder: string;
  readonly name: string;
  readonly values: string;
  readonly note: string | null;
  readonly state: ActEntry['state'];
  readonly of_act: number | null;
}

/** What every write goes through. */
interface Ledger {
  readonly connection: Connection;
  readonly tallies: Tallies;
  readonly rows: Rows;
}

/** `rescue` is called when the project file was replaced or deleted under us; it keeps our state and must throw. */
export function createChanges(connection: Connection, rescue: () => never): Changes {
  const tallies = createTallies(connection);
  const rows = createRows(connection, tallies);
  const ledger: Ledger = { connection, tallies, rows };
  const guard = guardFile(connection, rescue);
  const listeners = new Set<(touched: readonly TouchedRow[]) => void>();

  function commit<T>(work: (touched: TouchedRow[]) => T): T {
    guard.check();
    const touched: TouchedRow[] = [];
    const result = connection.sqlite.transaction(() => tallies.keep(() => work(touched))).immediate();
    guard.leave();
    if (touched.length > 0) for (const listener of listeners) listener(touched);
    return result;
  }

  function step(name: 'undo' | 'redo', coder: string): ActEntry | null {
    const actId = name === 'undo' ? latestDone(connection) : earliestUndone(connection);
    if (actId === undefined) return null;
    commit((touched) => {
      // One by one: an act may have touched more rows than one call takes arguments.
      for (const row of reverse(ledger, actId)) touched.push(row);
      connection.write('UPDATE acts SET state = ? WHERE id = ?', name === 'undo' ? 'undone' : 'done', actId);
      sealAct(ledger, actId);
      const of = actOf(connection, actId);
      const values = JSON.stringify({ act: of.name, ...of.values });
      record(ledger, { at: now(), coder, name, values, note: null, of_act: actId }, []);
    });
    return actOf(connection, actId);
  }

  return {
    change: (request, work) => commit((touched) => perform(ledger, touched, { request, work })).result,
    batch: (request) => {
      let latest: number | null = null;
      return (work) => {
        const { result, act } = commit((touched) =>
          perform(ledger, touched, { request, work, continued: latest }),
        );
        latest = act;
        return result;
      };
    },
    aside: (work) => commit(() => work(rows)),
    undo: ({ coder }) => step('undo', coder),
    redo: ({ coder }) => step('redo', coder),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Performance<T> {
  readonly request: ActRequest;
  readonly work: (db: Writable) => T;
  /** The act that the work goes on with, where that is the latest one. */
  readonly continued?: number | null;
}

/** Does the work and enters it in the history, unless it changed nothing; `act` is where it stands there. */
function perform<T>(
  ledger: Ledger,
  touched: TouchedRow[],
  { request, work, continued = null }: Performance<T>,
): { readonly result: T; readonly act: number | null } {
  const recording = startRecording(ledger, touched);
  const result = work(recording.writable);
  if (recording.entries.length === 0) return { result, act: continued };
  if (continued !== null && continued === latestAct(ledger.connection)) {
    extend(ledger, continued, recording.entries);
    return { result, act: continued };
  }
  dropUndone(ledger);
  const values = JSON.stringify(recording.told());
  const { coder, name, note = null } = request;
  const entries = request.final ? [] : recording.entries;
  return { result, act: record(ledger, { at: now(), coder, name, values, note, of_act: null }, entries) };
}

/** Writes an act with its journal; returns its id. */
function record(ledger: Ledger, act: Omit<ActRow, 'id' | 'state'>, entries: readonly Entry[]): number {
  const { connection } = ledger;
  const id = connection.write(
    `INSERT INTO acts(at, coder, name, "values", note, state, of_act, seal) VALUES(?, ?, ?, ?, ?, 'done', ?, '')`,
    act.at,
    act.coder,
    act.name,
    act.values,
    act.note,
    act.of_act,
  );
  writeEntries(connection, id, entries);
  sealAct(ledger, id);
  return id;
}

/**
 * Takes a copy of a project back to where it stood after its act number `last`: what was done since is undone, and what
 * was undone since is done again. For copies in memory: the acts stay listed as they are, without new seals.
 */
export function takeBack(copy: Connection, last: number): void {
  const tallies = createTallies(copy);
  const ledger: Ledger = { connection: copy, tallies, rows: createRows(copy, tallies) };
  const since = copy.rows<[number]>(
    'SELECT ifnull(of_act, id) FROM acts WHERE id > ? ORDER BY id DESC',
    last,
  );
  copy.sqlite.pragma('foreign_keys = OFF');
  copy.sqlite.transaction(() => {
    for (const [act] of since) reverse(ledger, act);
  })();
}

/** Undoes what the act's journal tells, which afterwards tells how to do it again. Returns the rows that it touched. */
function reverse({ connection, rows }: Ledger, actId: number): TouchedRow[] {
  const entries = readEntries(connection, actId).toReversed();
  connection.sqlite.pragma('defer_foreign_keys = ON');
  const back = entries.map((entry) => reverseEntry(rows, entry));
  connection.write('DELETE FROM journal WHERE act_id = ?', actId);
  writeEntries(connection, actId, back);
  return entries.map(({ table, rowId }) => ({ table, id: rowId }));
}

/** Adds to the latest act what was done in going on with it. */
function extend(ledger: Ledger, actId: number, entries: readonly Entry[]): void {
  const { connection } = ledger;
  writeEntries(connection, actId, entries);
  connection.write(
    `UPDATE acts SET "values" = json_set("values", '$.more', ifnull("values" ->> 'more', 0) + 1) WHERE id = ?`,
    actId,
  );
  sealAct(ledger, actId);
}

/** The acts, latest first; `before` pages on from an act's id. */
export function listActs(db: Readable, limit: number, before = Number.MAX_SAFE_INTEGER): ActEntry[] {
  return db
    .all<ActRow>('SELECT * FROM acts WHERE id < ? ORDER BY id DESC LIMIT ?', before, limit)
    .map(actFromRow);
}

/** The seal that an act ought to have: over its own columns and its journal. */
export function sealOfAct(db: Readable, actId: number): string {
  const act = must(db.get<ActRow>('SELECT * FROM acts WHERE id = ?', actId), 'the act');
  const entries = db.rows('SELECT op, "table", row_id, row FROM journal WHERE act_id = ? ORDER BY id', actId);
  return digest([act.id, act.at, act.coder, act.name, act.values, act.note, act.state, act.of_act, entries]);
}

function startRecording(
  { connection, tallies, rows }: Ledger,
  touched: TouchedRow[],
): { readonly writable: Writable; readonly entries: readonly Entry[]; readonly told: () => Values } {
  const entries: Entry[] = [];
  let told: Values = {};
  const note = (entry: Entry): void => {
    entries.push(entry);
    touched.push({ table: entry.table, id: entry.rowId });
  };
  const writable: Writable = {
    all: connection.all,
    get: connection.get,
    value: connection.value,
    rows: connection.rows,
    insert: (table, row) => {
      const rowId = rows.insert(table, row);
      note({ op: 'insert', table, rowId, row: null });
      return rowId;
    },
    update: (table, rowId, changed) => {
      const row = rows.update(table, rowId, changed);
      if (Object.keys(row).length > 0) note({ op: 'update', table, rowId, row });
    },
    remove: (table, rowId) => note({ op: 'delete', table, rowId, row: rows.remove(table, rowId) }),
    keep: (table, row) => {
      const sha256 = String(row['sha256']);
      if (connection.value(`SELECT 1 FROM ${table} WHERE sha256 = ?`, sha256) !== undefined) return;
      const names = Object.keys(row);
      connection.write(
        `INSERT INTO ${table}(${names.join(', ')}) VALUES(${names.map(() => '?').join(', ')})`,
        ...Object.values(row),
      );
      tallies.note(table, sha256, null, String(row[keptTables[table]]));
    },
    forget: (table, rowId) => void rows.remove(table, rowId),
    tell: (values) => {
      told = values;
    },
  };
  return { writable, entries, told: () => told };
}

/** Undoes one journal entry and returns the entry that would do it again. */
function reverseEntry(rows: Rows, { op, table, rowId, row }: Entry): Entry {
  switch (op) {
    case 'insert':
      return { op: 'delete', table, rowId, row: rows.remove(table, rowId) };
    case 'delete':
      rows.insert(table, must(row, 'the deleted row'), rowId);
      return { op: 'insert', table, rowId, row: null };
    case 'update':
      return { op, table, rowId, row: rows.update(table, rowId, must(row, 'the old values')) };
  }
}

function writeEntries(connection: Connection, actId: number, entries: readonly Entry[]): void {
  for (const { op, table, rowId, row } of entries) {
    const json = row === null ? null : JSON.stringify(row);
    connection.write(
      'INSERT INTO journal(act_id, op, "table", row_id, row) VALUES(?, ?, ?, ?, ?)',
      actId,
      op,
      table,
      rowId,
      json,
    );
  }
}

function readEntries(db: Readable, actId: number): Entry[] {
  const rows = db.rows<[Entry['op'], string, number, string | null]>(
    'SELECT op, "table", row_id, row FROM journal WHERE act_id = ? ORDER BY id',
    actId,
  );
  return rows.map(([op, table, rowId, row]) => ({
    op,
    table,
    rowId,
    row: row === null ? null : (JSON.parse(row) as Row),
  }));
}

function sealAct({ connection, tallies }: Ledger, actId: number): void {
  const before = must(connection.value<string>('SELECT seal FROM acts WHERE id = ?', actId), 'the act');
  const after = sealOfAct(connection, actId);
  connection.write('UPDATE acts SET seal = ? WHERE id = ?', after, actId);
  // An act that was just written has no seal yet.
  tallies.note('acts', actId, before || null, after);
}

/** A new act ends the line of what could be redone; the undone acts stay listed. */
function dropUndone(ledger: Ledger): void {
  const { connection } = ledger;
  for (const [id] of connection.rows<[number]>(`SELECT id FROM acts WHERE state = 'undone'`)) {
    connection.write(`UPDATE acts SET state = 'dropped' WHERE id = ?`, id);
    sealAct(ledger, id);
  }
}

/** The newest entry of the history, whatever its kind: an undo stands above the act that it took back. */
export const latestAct = (db: Readable): number =>
  must(db.value<number>('SELECT max(id) FROM acts'), 'a project begins with an act');

const latestDone = (db: Readable): number | undefined =>
  db.value<number>(
    `SELECT id FROM acts WHERE state = 'done' AND EXISTS(SELECT 1 FROM journal WHERE act_id = acts.id)
     ORDER BY id DESC LIMIT 1`,
  );

const earliestUndone = (db: Readable): number | undefined =>
  db.value<number>(`SELECT id FROM acts WHERE state = 'undone' ORDER BY id LIMIT 1`);

function actOf(db: Readable, id: number): ActEntry {
  return actFromRow(must(db.get<ActRow>('SELECT * FROM acts WHERE id = ?', id), 'the act'));
}

function actFromRow(row: ActRow): ActEntry {
  const values = JSON.parse(row.values) as Values;
  const { id, at, coder, name, note, state } = row;
  return { id, at, coder, name, values, note, state, ofAct: row.of_act };
}

const now = (): string => new Date().toISOString();
