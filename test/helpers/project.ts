// Real project files in a temporary folder, and small texts to put in them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { saveDocument, type Placement } from '../../electron/engine/import/save.ts';
import {
  createProject,
  openProject,
  type NewProject,
  type Project,
} from '../../electron/engine/project/open.ts';
import { createSample } from '../../electron/engine/project/sample.ts';
import type { Writable } from '../../electron/engine/store/change.ts';
import type { Input } from '../../shared/contract/index.ts';
import { findFramework } from '../../shared/frameworks/frameworks.ts';
import type { ImportedDocument } from '../../shared/import/document.ts';
import { findSpeakers } from '../../shared/import/speakers.ts';
import { must } from '../../shared/must.ts';
import { Refused, type RefusalKey } from '../../shared/refused.ts';
import { segment } from '../../shared/text/segment.ts';
import type { Language } from '../../shared/words/say.ts';

export interface Ending {
  after(work: () => void): void;
}

/** A folder that is removed when the test ends, after `before` has run. */
export function aFolder(t: Ending, before: () => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'crosscase-test-'));
  t.after(() => {
    before();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return folder;
}

/** A new project file, closed when the test ends. */
export function aProject(t: Ending, request: Partial<NewProject> = {}): Project {
  let project: Project | null = null;
  const path = join(
    aFolder(t, () => project?.close()),
    'study.crosscase',
  );
  const framework = must(findFramework('community-social-capital'), 'the framework');
  project = createProject({ path, name: 'Study', language: 'en', framework, coder: 'Ada', ...request });
  return project;
}

/** The sample study in a file of its own, closed when the test ends. */
export function aSample(t: Ending, language: Language): Project {
  let project: Project | null = null;
  const folder = aFolder(t, () => project?.close());
  project = createSample(join(folder, 'sample.crosscase'), language, 'Ada');
  return project;
}

/** Opens the file of `project` anew for reading, as another process would. */
export function reopened(t: Ending, project: Project): Project {
  const again = openProject(project.connection.path, 'read');
  t.after(() => again.close());
  return again;
}

/** Does one act as the coder Ada. */
export function act<T>(project: Project, name: string, work: (db: Writable) => T): T {
  return must(project.changes, 'a writable project').change({ name, coder: 'Ada' }, work);
}

/** Stores `text` as a source and returns its row id. */
export function addText(
  project: Project,
  name: string,
  text: string,
  placement: Partial<Placement> = {},
): number {
  const place = { case: null, phase: null, interviewers: [], ...placement };
  return act(project, 'import.files', (db) => saveDocument(db, `${name}.txt`, aDocument(text), place).id);
}

/** What 'codings.add' takes, with nothing but what `given` says. */
export function aCoding(
  given: Partial<Input<'codings.add'>> & Pick<Input<'codings.add'>, 'source' | 'code' | 'passage'>,
): Input<'codings.add'> {
  const properties = { phase: null, level: null, direction: null, weight: null, memo: null };
  return { id: null, coder: null, ...properties, ...given };
}

export function aDocument(text: string): ImportedDocument {
  const bytes = new TextEncoder().encode(text);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  const leftOut = { footnotes: 0, endnotes: 0, comments: 0, images: 0 };
  const read = { ...findSpeakers(text), ...segment(text), patterns: [], leftOut, fileSha256, bytes };
  return { text, format: 'txt', encoding: 'utf-8', ...read };
}

/** For assert.throws: a refusal with this key and at least these values. */
export function refusedWith(key: RefusalKey, values: object = {}) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof Refused, String(error));
    assert.equal(error.refusal.key, key);
    assert.deepEqual({ ...error.refusal.values, ...values }, error.refusal.values);
    return true;
  };
}
