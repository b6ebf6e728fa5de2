// The check finds damage: any flipped bit in a text, a quote, a code name or a memo, wherever the file holds it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { addCode } from '../../../electron/engine/coding/codes.ts';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { openProject } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { must } from '../../../shared/must.ts';
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

function occurrences(bytes: Buffer, mark: Buffer): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    found.push({ start: at, length: mark.length });
  }
  return found;
}
