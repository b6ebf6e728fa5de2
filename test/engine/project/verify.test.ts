// The check finds damage: any flipped bit in a text, a quote, a code name or a memo, wherever the file holds it.
import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { addCode } from '../../../electron/engine/coding/codes.ts';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { createEngine } from '../../../electron/engine/engine.ts';
import { openProject, type Project } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import type { Readable } from '../../../electron/engine/store/connection.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { aCoding, act, addText, aFolder, aProject } from '../../helpers/project.ts';

const marks = {
  text: 'The whole street lent a hand when the roof gave way. 整条街都来帮忙。',
  quote: 'lent a hand when the roof',
  code: 'Roof raising 上梁',
  memo: 'She laughed here, twice. 她笑了两次。',
};

test('a sound project has no faults and says what was checked', (t) => {
  const project = aProject(t);
  addText(project, 'Roof', `Ms Lin: ${marks.text}`);
  const checked = verifyProject(project.db);
  assert.deepEqual(checked.faults, []);
  assert.equal(checked.ok, true);
  assert.equal(checked.checked.sources, 1);
  assert.equal(checked.checked.codings, 0);
});

test('a flipped bit in any text, quote, code name or memo is found', (t) => {
  const project = aProject(t);
  addText(project, 'Roof', `Ms Lin: ${marks.text}\nMs Lin: And again.`);
  act(project, 'codes.add', (db) =>
    addCode(db, { name: marks.code, parent: null, shortId: null, definition: null }),
  );
  const passage = { find: marks.quote, nth: null };
  const coding = aCoding({ source: 'Roof', code: marks.code, passage, memo: marks.memo });
  const { id } = act(project, 'codings.add', (db) => addCoding(db, coding));
  act(project, 'codings.add', (db) => addCoding(db, { ...coding, code: 'T1' }));
  act(project, 'codings.remove', (db) => removeCoding(db, { id }));
  project.close();

  const sound = readFileSync(project.connection.path);
  const path = join(aFolder(t), 'damaged.crosscase');
  const places = Object.values(marks).flatMap((mark) => occurrences(sound, Buffer.from(mark)));
  // Text and kept original; quote and its copy in the history; memo twice; code name in its row and its index.
  assert.ok(places.length >= 8, `${places.length} places`);
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(7),
      (place, at, bit) => {
        const damaged = Buffer.from(sound);
        const byte = place.start + Math.floor(at * place.length);
        damaged[byte] = must(damaged[byte], 'a byte') ^ (1 << bit);
        writeFileSync(path, damaged);
        const opened = openProject(path, 'read');
        try {
          assert.equal(verifyProject(opened.db).ok, false, `byte ${byte}, bit ${bit}`);
        } finally {
          opened.close();
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever byte of the file is changed: it is found, or all that the program can show is as it was', (t) => {
  const project = aProject(t);
  addText(project, 'Roof', `Ms Lin: ${marks.text}\nInterviewer: And?`, { case: 'East' });
  for (let n = 0; n < 30; n++) {
    const coding = aCoding({
      source: 'Roof',
      code: 'T1',
      passage: { start: n, end: n + 9 },
      memo: `memo ${n}`,
    });
    const { id } = act(project, 'codings.add', (db) => addCoding(db, coding));
    if (n % 3 === 0) act(project, 'codings.remove', (db) => removeCoding(db, { id }));
  }
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  const before = contentOf(project.db);
  project.close();
  const sound = readFileSync(project.connection.path);
  const used = [...sound.keys()].filter((at) => sound[at] !== 0);
  const path = join(aFolder(t), 'damaged.crosscase');
  const found = { header: 0, used: 0 };
  const inHeader = fc.nat(99).map((at) => ({ where: 'header' as const, at }));
  const inUse = fc.nat(used.length - 1).map((n) => ({ where: 'used' as const, at: must(used[n], 'a byte') }));
  const anywhere = fc.nat(sound.length - 1).map((at) => ({ where: 'any' as const, at }));
  fc.assert(
    fc.property(
      fc.oneof(inHeader, { weight: 3, arbitrary: inUse }, anywhere),
      fc.integer({ min: 1, max: 255 }),
      ({ where, at }, mask) => {
        const damaged = Buffer.from(sound);
        damaged[at] = must(damaged[at], 'a byte') ^ mask;
        writeFileSync(path, damaged);
        const content = contentUnlessFound(path);
        if (content === null) {
          if (where !== 'any') found[where] += 1;
        } else assert.deepEqual(content, before, `byte ${at}, mask ${mask}`);
      },
    ),
    { numRuns: 300, endOnFailure: true },
  );
  assert.ok(found.header > 10 && found.used > 100, JSON.stringify(found));
});

test('a table whose pages lead back to earlier rows is found, and its check ends', (t) => {
  const project = aProject(t);
  addText(project, 'Roof', `Ms Lin: ${marks.text.repeat(20)}`);
  for (let n = 0; n < 120; n++) {
    const passage = { start: n, end: n + 9 };
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source: 'Roof', code: 'T1', passage, memo: `memo ${n}` })),
    );
  }
  const roots = project.db.rows<[string, number]>(
    `SELECT name, rootpage FROM sqlite_schema WHERE name IN ('codings', 'memos', 'acts', 'journal', 'sqlite_autoindex_codings_1')`,
  );
  const pageSize = must(project.db.value<number>('PRAGMA page_size'), 'a size');
  project.close();
  const sound = readFileSync(project.connection.path);
  const path = join(aFolder(t), 'looped.crosscase');
  assert.equal(roots.length, 5);
  for (const [name, root] of roots) {
    const damaged = Buffer.from(sound);
    const page = damaged.subarray((root - 1) * pageSize, root * pageSize);
    const isTable = page[0] === 5;
    assert.ok(isTable || page[0] === 2, `${name} has inner pages`);
    // The last child becomes the first one again (SQLite's file format, "B-tree Pages").
    page.copy(page, 8, page.readUInt16BE(12), page.readUInt16BE(12) + 4);
    writeFileSync(path, damaged);
    const opened = openProject(path, 'read');
    try {
      const { faults } = verifyProject(opened.db);
      const told = faults.filter(({ what }) => what === 'file').map(({ where }) => where);
      assert.ok(told.length > 0, name);
      if (isTable && name !== 'journal')
        assert.ok(
          told.some((each) => each.startsWith(`${name}: id `)),
          told.join(', '),
        );
    } finally {
      opened.close();
    }
  }
});

/** All that is in the file, or null when it is refused or the check finds a fault. */
function contentUnlessFound(path: string): unknown {
  let opened: Project;
  try {
    opened = openProject(path, 'read');
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  try {
    return verifyProject(opened.db).ok ? contentOf(opened.db) : null;
  } finally {
    opened.close();
  }
}

function contentOf(db: Readable): unknown {
  const tables = db.rows<[string]>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`);
  return tables.map(([table]) => [table, db.rows(`SELECT * FROM ${table}`)]);
}

function occurrences(bytes: Buffer, mark: Buffer): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    found.push({ start: at, length: mark.length });
  }
  return found;
}

test('the check reads the disk, not what was read before', async (t) => {
  const project = aProject(t);
  addText(project, 'Roof', `Ms Lin: ${marks.text}`);
  project.close();
  const { path } = project.connection;
  const engine = createEngine();
  t.after(() => engine.close());
  await engine.call('project.open', { file: engine.files.grant(path), access: 'write' });
  assert.equal((await engine.call('project.verify', {})).ok, true);
  const bytes = readFileSync(path);
  const file = openSync(path, 'r+');
  for (const { start } of occurrences(bytes, Buffer.from('The whole street'))) writeSync(file, 'x', start);
  closeSync(file);
  const { faults } = await engine.call('project.verify', {});
  assert.deepEqual(
    faults.map(({ what }) => what),
    ['text', 'original'],
  );
});
