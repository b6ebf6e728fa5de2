// Copies of a project beside it, as sync folders leave them: told when they hold work of their own, and never touched.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { backUp } from '../../../electron/engine/project/backup.ts';
import { copiesWithOwnActs } from '../../../electron/engine/project/copies.ts';
import { saveDocument } from '../../../electron/engine/import/save.ts';
import { createProject, openProject, type Project } from '../../../electron/engine/project/open.ts';
import { must } from '../../../shared/must.ts';
import { addText, aDocument, aFolder, aProject } from '../../helpers/project.ts';

const beside = ({ connection }: Project, name: string): string => join(dirname(connection.path), name);

/** A copy under this name in which another text was added. */
function workedOn(project: Project, name: string): string {
  const path = beside(project, name);
  copyFileSync(project.connection.path, path);
  const copy = openProject(path, 'write');
  addText(copy, 'Theirs', 'Mr Ma: They know the vests.');
  copy.close();
  return path;
}

test('a copy in which work went on is told, from both sides, and keeps every byte', (t) => {
  const project = aProject(t);
  const names = ['study (1).crosscase', 'study (冲突副本 小林 2026-11-02).crosscase'];
  const paths = names.map((name) => workedOn(project, name));
  addText(project, 'Ours', 'Ms Lin: We trust the club.');
  const before = paths.map((path) => readFileSync(path));
  assert.deepEqual(copiesWithOwnActs(project.connection), names);
  assert.deepEqual(
    paths.map((path) => readFileSync(path)),
    before,
  );
  const other = openProject(must(paths[0], 'a copy'), 'read');
  t.after(() => other.close());
  assert.deepEqual(copiesWithOwnActs(other.connection), [names[1], 'study.crosscase']);
});

test('a copy that is only ahead is told; one that is only behind is none, also after an undo', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club.');
  copyFileSync(project.connection.path, beside(project, 'older.crosscase'));
  backUp(project.connection, beside(project, 'backup.crosscase'));
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  assert.deepEqual(copiesWithOwnActs(project.connection), []);
  workedOn(project, 'ahead.crosscase');
  assert.deepEqual(copiesWithOwnActs(project.connection), ['ahead.crosscase']);
});

test('a copy made in the middle of an import is only behind; one in which that import went on is told', (t) => {
  const project = aProject(t);
  const imports = ({ changes }: Project): ((name: string) => void) => {
    const batch = must(changes, 'writable').batch({ name: 'import.files', coder: 'Ada' });
    const place = { case: null, phase: null, interviewers: [] };
    return (name) => void batch((db) => saveDocument(db, `${name}.txt`, aDocument(`Mr Ma: ${name}.`), place));
  };
  const store = imports(project);
  store('one');
  copyFileSync(project.connection.path, beside(project, 'behind.crosscase'));
  store('two');
  assert.deepEqual(copiesWithOwnActs(project.connection), []);
  copyFileSync(project.connection.path, beside(project, 'ahead.crosscase'));
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  assert.deepEqual(copiesWithOwnActs(project.connection), []);
  const behind = openProject(beside(project, 'behind.crosscase'), 'read');
  t.after(() => behind.close());
  assert.deepEqual(copiesWithOwnActs(behind.connection), ['ahead.crosscase', 'study.crosscase']);
});

test('what is no copy of the project is passed over, whatever it is', (t) => {
  const project = aProject(t);
  createProject({
    path: beside(project, 'another.crosscase'),
    name: 'Study',
    language: 'en',
    framework: null,
    coder: 'Ada',
  }).close();
  mkdirSync(beside(project, 'folder.crosscase'));
  writeFileSync(beside(project, 'empty.crosscase'), '');
  const damaged = readFileSync(workedOn(project, 'damaged.crosscase')).fill(0x55, 200);
  writeFileSync(beside(project, 'damaged.crosscase'), damaged);
  copyFileSync(workedOn(project, 'elsewhere.txt'), join(aFolder(t), 'study.crosscase'));
  const there = readdirSync(dirname(project.connection.path)).length;
  assert.deepEqual(copiesWithOwnActs(project.connection), []);
  assert.equal(readdirSync(dirname(project.connection.path)).length, there);
});
