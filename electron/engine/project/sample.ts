// The sample study as a project like any other: made by the functions that a person's own acts go through.
import { createHash, randomUUID } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { frameworks } from '../../../shared/frameworks/frameworks.ts';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { findSpeakers } from '../../../shared/import/speakers.ts';
import { must } from '../../../shared/must.ts';
import { sampleLinks } from '../../../shared/sample/links.ts';
import { sampleRatings } from '../../../shared/sample/ratings.ts';
import { readLink, readSample } from '../../../shared/sample/read.ts';
import { sampleCases } from '../../../shared/sample/sample.ts';
import type { Attributes, SampleCase, SampleDocument } from '../../../shared/sample/shape.ts';
import { segment } from '../../../shared/text/segment.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import { defineAttribute, setAttribute } from '../cases/attributes.ts';
import { setCase } from '../cases/cases.ts';
import { addCoding } from '../coding/codings.ts';
import { addFramework } from '../coding/framework.ts';
import { addLink } from '../coding/links.ts';
import { saveDocument } from '../import/save.ts';
import type { Writable } from '../store/change.ts';
import { createProject, type Project } from './open.ts';

/**
 * Makes the project file with both frameworks, three cases, nine texts, their codings and links by `coder`. Undo does not lead
 * behind it. A failure leaves no file behind; refuses to write over anything.
 */
export function createSample(path: string, language: Language, coder: string): Project {
  const name = say(language, 'sample.name');
  const [first, ...others] = frameworks;
  const framework = must(first, 'a ready framework');
  const project = createProject({ path, name, language, framework, coder });
  try {
    const changes = must(project.changes, 'a new project is writable');
    changes.change({ name: 'project.sample', coder, final: true }, (db) => {
      for (const other of others) addFramework(db, other, language);
      addNotice(db, say(language, 'sample.notice'));
      for (const each of sampleCases) addCase(db, each, language);
      for (const each of sampleRatings) addRating(db, each, language);
      for (const written of sampleLinks) {
        const link = readLink(written, language);
        addLink(db, { id: `${link.from} ${link.type} ${link.to}`, coder: null, ...link });
      }
      db.tell({ name });
    });
    return project;
  } catch (error) {
    project.close();
    unlinkSync(path);
    throw error;
  }
}

/** A memo of the project as a whole. */
function addNotice(db: Writable, body: string): void {
  const written_at = new Date().toISOString();
  db.insert('memos', { uid: randomUUID(), owner: 'project', owner_id: 0, body, written_at });
}

function addCase(db: Writable, { name, attributes, documents }: SampleCase, language: Language): void {
  setCase(db, {
    name: name[language],
    attributes: valuesOf('case', attributes, language),
    sources: [],
    speakers: [],
  });
  for (const document of documents) addDocument(db, name[language], document, language);
}

function addDocument(db: Writable, ofCase: string, sample: SampleDocument, language: Language): void {
  const { text, codings } = readSample(sample, language);
  const source = sample.name[language];
  const placement = { case: ofCase, phase: sample.phase, interviewers: [] };
  const { id } = saveDocument(db, `${source}.txt`, asImported(text), placement);
  for (const value of valuesOf('source', sample.attributes, language)) setAttribute(db, 'source', id, value);
  for (const { start, end, ...coding } of codings)
    addCoding(db, { source, passage: { start, end }, ...coding, coder: null, weight: null });
}

function addRating(db: Writable, { name, yes }: (typeof sampleRatings)[number], language: Language): void {
  defineAttribute(db, { owner: 'case', name: name[language], type: 'yes-no', choices: [] });
  for (const { name: ofCase } of sampleCases) {
    const value = yes.includes(ofCase.en) ? 'yes' : 'no';
    const attributes = [{ name: name[language], value }];
    setCase(db, { name: ofCase[language], attributes, sources: [], speakers: [] });
  }
}

/** Every framework names its own attributes: a value goes to each that has an attribute of this id. */
function valuesOf(scope: 'case' | 'source', attributes: Attributes, language: Language) {
  return Object.entries(attributes).flatMap(([id, value]) =>
    frameworks
      .flatMap((framework) => framework.attributes)
      .filter((attribute) => attribute.scope === scope && attribute.id === id)
      .map(({ name }) => ({
        name: name[language],
        value: typeof value === 'string' ? value : value[language],
      })),
  );
}

function asImported(text: string): ImportedDocument {
  const bytes = new TextEncoder().encode(text);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  const leftOut = { footnotes: 0, endnotes: 0, comments: 0, images: 0 };
  const read = { ...findSpeakers(text), ...segment(text), patterns: [], leftOut, fileSha256, bytes };
  return { text, format: 'txt', encoding: 'utf-8', ...read };
}
