// The table of contents: every call of the contract leads to one function; writes go through `change`.
import type { ActEntry } from '../../shared/contract/project.ts';
import type { CallName, Input, Output, StreamName } from '../../shared/contract/index.ts';
import { findFramework, frameworks } from '../../shared/frameworks/frameworks.ts';
import { Refused } from '../../shared/refused.ts';
import { attributeEntries, defineAttribute } from './cases/attributes.ts';
import {
  caseEntries,
  casesForSources,
  detachFromCase,
  removeCase,
  renameCase,
  setCase,
} from './cases/cases.ts';
import { addPhase, movePhase, phaseEntries, removePhase, renamePhase } from './cases/phases.ts';
import { updateSource } from './cases/source-details.ts';
import { updateSpeaker } from './cases/speakers.ts';
import { codeSetEntries, removeCodeSet, updateCodeSet } from './coding/code-sets.ts';
import { addCodingWithNewCode } from './coding/add-new.ts';
import { dropTextDraft, keepTextDraft, textDrafts } from './coding/text-drafts.ts';
import { actOfChange, editText, previewEdit, type TextChange } from './coding/edit-text.ts';
import { coderCalled, coderEntries, renameCoder } from './coding/coders.ts';
import { addCode, codeEntries } from './coding/codes.ts';
import { addCoding, removeCoding } from './coding/codings.ts';
import { moveCode, removeCode, updateCode } from './coding/edit-codes.ts';
import { sourceCodings, updateCoding } from './coding/edit-codings.ts';
import { addLink, linkEntries, removeLink, updateLink } from './coding/links.ts';
import { addCodings, removeCodings, updateCodings } from './coding/many.ts';
import {
  addRelationType,
  relationTypeEntries,
  removeRelationType,
  updateRelationType,
} from './coding/relation-types.ts';
import { listVersions, readVersion } from './coding/versions.ts';
import { removeSource } from './coding/remove-source.ts';
import { mergeCodings, splitCoding } from './coding/split-merge.ts';
import { exportMethods } from './export/methods.ts';
import { exportFrequencies, exportMatrix, exportQuotes } from './export/tables.ts';
import { exportReport } from './export/report.ts';
import { writeFileWhole } from './export/write-file.ts';
import { importFiles } from './import/import-files.ts';
import { previewFile } from './import/preview.ts';
import { cellRecords, explainCell, markQuote, rateCell, summariseCell } from './matrices/cells.ts';
import { duplicateMatrix, removeMatrix, savedMatrices, saveMatrix, updateMatrix } from './matrices/saved.ts';
import { frequencies, quotes } from './matrices/answers.ts';
import { cellQuotes } from './matrices/cell.ts';
import { excerpts } from './matrices/excerpts.ts';
import { matrix } from './matrices/matrix.ts';
import { report } from './matrices/reports/report.ts';
import { backUp, listBackups, restoreBackup } from './project/backup.ts';
import { followChanges } from './project/changed.ts';
import { copiesWithOwnActs } from './project/copies.ts';
import { updateProject } from './project/details.ts';
import { dropDraft, keepDraft, listDrafts } from './project/drafts.ts';
import type { FileDesk } from './project/files.ts';
import { createProject, openProject, projectInfo } from './project/open.ts';
import { createSample } from './project/sample.ts';
import type { Session } from './project/session.ts';
import { verifyProject } from './project/verify.ts';
import { listActs, type Batch, type Writable } from './store/change.ts';
import type { Readable } from './store/connection.ts';
import type { Rows } from './store/rows.ts';
import { readSource, sourceEntries, sourceText } from './text/sources.ts';

export interface Handlers {
  readonly calls: {
    readonly [N in Exclude<CallName, StreamName>]: (input: Input<N>) => Output<N> | Promise<Output<N>>;
  };
  readonly streams: {
    readonly [N in StreamName]: (input: Input<N>, signal: AbortSignal) => AsyncIterable<Output<N>>;
  };
}

type CallsOf<Stage extends string> = Pick<
  Handlers['calls'],
  Extract<keyof Handlers['calls'], `${Stage}.${string}`>
>;

export function createHandlers(session: Session, files: FileDesk): Handlers {
  const { change, read, exporting } = waysIn(session, files);
  const held = new Set<string>();
  return {
    calls: {
      ...projectCalls(session, files),
      ...matrixCalls(session, files),
      ...draftCalls(session, files),

      'import.preview': (input) =>
        previewFile({ db: session.db(), reader: session.reader(), path: files.path }, input),
      'sources.list': read((db) => ({ sources: sourceEntries(db) })),
      'sources.text': read(sourceText),
      'sources.read': read(readSource),
      'sources.update': change('sources.update', updateSource),
      'sources.remove': change('sources.remove', removeSource),
      ...editingCalls(session, files, held),
      'speakers.update': change('speakers.update', updateSpeaker),

      'cases.list': read((db) => ({ cases: caseEntries(db) })),
      'cases.set': change('cases.set', setCase),
      'cases.forSources': change('cases.forSources', casesForSources),
      'cases.rename': change('cases.rename', renameCase),
      'cases.remove': change('cases.remove', removeCase),
      'cases.detach': change('cases.detach', detachFromCase),
      'attributes.list': read((db) => ({ attributes: attributeEntries(db) })),
      'attributes.add': change('attributes.add', defineAttribute),
      'phases.list': read((db) => ({ phases: phaseEntries(db) })),
      'phases.add': change('phases.add', addPhase),
      'phases.rename': change('phases.rename', renamePhase),
      'phases.move': change('phases.move', movePhase),
      'phases.remove': change('phases.remove', removePhase),

      ...codingCalls(session, files),

      'export.table': exporting(exportMatrix),
      'export.frequencies': exporting(exportFrequencies),
      'export.quotes': exporting(exportQuotes),
      'export.report': exporting(exportReport),
      'export.methods': exporting(exportMethods),
      'export.picture': async ({ file, content }) => {
        const bytes = Buffer.from(content, 'base64');
        await writeFileWhole(files.path(file), bytes);
        return { bytes: bytes.length };
      },
    },
    streams: {
      'project.changed': (_, signal) => followChanges(session.stand(), session.onChanged, signal),
      'sources.holdDraft': (input, signal) => holdDraft(session, held, input, signal),
      'import.files': (input, signal) => {
        const batch = session.changes().batch({ name: 'import.files', coder: session.coder() });
        const change: Batch = (work) => {
          try {
            return batch(work);
          } catch (error) {
            throw session.storageRefusal(error) ?? error;
          }
        };
        const seams = { db: session.db(), reader: session.reader(), path: files.path, change };
        return importFiles(seams, input, signal);
      },
    },
  };
}

/** The codebook, the codings and what they have to do with one another. */
function codingCalls(
  session: Session,
  files: FileDesk,
): CallsOf<'codes' | 'code-sets' | 'coders' | 'codings' | 'relation-types' | 'links'> {
  const { change, changeBy, read } = waysIn(session, files);
  return {
    'codes.list': read((db) => ({ codes: codeEntries(db) })),
    'codes.add': change('codes.add', addCode),
    'codes.update': change('codes.update', updateCode),
    'codes.move': change('codes.move', moveCode),
    'codes.remove': change('codes.remove', removeCode),
    'code-sets.list': read((db) => ({ sets: codeSetEntries(db) })),
    'code-sets.update': change('code-sets.update', updateCodeSet),
    'code-sets.remove': change('code-sets.remove', removeCodeSet),
    'coders.rename': change('coders.rename', renameCoder),
    'coders.list': read((db) => ({ coders: coderEntries(db) })),
    'codings.list': read((db, input) => ({ codings: sourceCodings(db, input) })),
    'codings.add': changeBy('codings.add', addCoding),
    'codings.addNew': changeBy('codings.addNew', addCodingWithNewCode),
    'codings.update': change('codings.update', updateCoding),
    'codings.remove': change('codings.remove', removeCoding),
    'codings.addMany': changeBy('codings.addMany', addCodings),
    'codings.updateMany': change('codings.updateMany', updateCodings),
    'codings.removeMany': change('codings.removeMany', removeCodings),
    'codings.split': change('codings.split', splitCoding),
    'codings.merge': change('codings.merge', mergeCodings),

    'relation-types.list': read((db) => ({ types: relationTypeEntries(db) })),
    'relation-types.add': change('relation-types.add', addRelationType),
    'relation-types.update': change('relation-types.update', updateRelationType),
    'relation-types.remove': change('relation-types.remove', removeRelationType),
    'links.list': read((db, input) => ({ links: linkEntries(db, input) })),
    'links.add': changeBy('links.add', addLink),
    'links.update': change('links.update', updateLink),
    'links.remove': change('links.remove', removeLink),
  };
}

/** Editing texts: their versions, and drafts; `held` are the ids of drafts that a window is writing. */
function editingCalls(session: Session, files: FileDesk, held: ReadonlySet<string>) {
  const { read } = waysIn(session, files);
  const documentOf = async (change: TextChange) => {
    if (change.kind !== 'file') return null;
    const { token, name: fileName, encoding } = change;
    return session.reader().read({ path: files.path(token), fileName, ...(encoding ? { encoding } : {}) });
  };
  return {
    'sources.previewEdit': async (input) => {
      const document = await documentOf(input.change);
      return read(previewEdit)({ ...input, document });
    },
    'sources.edit': async (input) => {
      const document = await documentOf(input.change);
      const act = { name: actOfChange[input.change.kind], coder: session.coder() };
      return session.changes().change(act, (db) => editText(db, { ...input, document, coder: act.coder }));
    },
    'sources.versions': read((db, input) => ({ versions: listVersions(db, input) })),
    'sources.version': read(readVersion),
    'sources.keepDraft': (input) => {
      session.changes().aside((rows) => keepTextDraft(session.db(), rows, input, session.coder()));
      return null;
    },
    'sources.drafts': read((db, input) => ({ drafts: textDrafts(db, input, held) })),
    'sources.dropDraft': ({ id }) => {
      session.changes().aside((rows) => dropTextDraft(session.db(), rows, id));
      session.announce(['text_drafts']);
      return null;
    },
  } satisfies Partial<Handlers['calls']>;
}

/** A draft belongs to the window whose call this is, until that window is gone. */
async function* holdDraft(
  session: Session,
  held: Set<string>,
  { id }: Input<'sources.holdDraft'>,
  signal: AbortSignal,
): AsyncGenerator<null> {
  held.add(id);
  try {
    yield null;
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
  } finally {
    held.delete(id);
    session.announce(['text_drafts']);
  }
}

/** The project as a file, and its history. */
function projectCalls(session: Session, files: FileDesk): CallsOf<'project' | 'history'> {
  const { read, change } = waysIn(session, files);
  const projectPath = (file: string | null): string =>
    file === null ? session.project().connection.path : files.path(file);
  return {
    'project.create': ({ file, framework, ...rest }) => {
      session.hold(createProject({ ...rest, path: files.path(file), framework: frameworkNamed(framework) }));
      return projectInfo(session.db());
    },
    'project.sample': ({ file, language, coder }) => {
      session.hold(createSample(files.path(file), language, coder));
      return projectInfo(session.db());
    },
    'project.open': ({ file, access }) => {
      const path = files.path(file);
      if (!session.holds(path, access)) session.hold(openProject(path, access));
      return projectInfo(session.db());
    },
    'project.close': () => {
      session.closeProject();
      return null;
    },
    'project.current': () => (session.isOpen() ? projectInfo(session.db()) : null),
    'project.update': change('project.update', updateProject),
    'project.verify': (input) => {
      session.project().connection.forget();
      return read(verifyProject)(input);
    },
    'project.copies': () => ({ copies: copiesWithOwnActs(session.project().connection) }),
    'project.backup': ({ file }) => {
      const copy = backUp(session.project().connection, file === null ? null : files.path(file));
      return { file: copy.path, bytes: copy.bytes };
    },
    'project.backups': async ({ file }) => {
      const refused = file === null ? await session.dailyBackup() : null;
      return { backups: listBackups(projectPath(file)), refused: refused?.refusal ?? null };
    },
    'project.restore': ({ file, backup, to }) => {
      const made = restoreBackup(projectPath(file), backup, files.path(to));
      return { file: made.path, bytes: made.bytes };
    },
    'history.undo': () => stepped(session.changes().undo({ coder: session.coder() }), 'undo'),
    'history.redo': () => stepped(session.changes().redo({ coder: session.coder() }), 'redo'),
    'history.list': read((db, { limit, before }) => ({ acts: listActs(db, limit, before ?? undefined) })),
  };
}

/** Questions to the matrix engine, saved ones, and what is noted in their cells. */
function matrixCalls(session: Session, files: FileDesk): CallsOf<'matrices' | 'cells'> {
  const { change, note, read, ask } = waysIn(session, files);
  return {
    'matrices.list': read((db) => ({ matrices: savedMatrices(db) })),
    'matrices.save': change('matrices.save', saveMatrix),
    'matrices.update': change('matrices.update', updateMatrix),
    'matrices.duplicate': change('matrices.duplicate', duplicateMatrix),
    'matrices.remove': change('matrices.remove', removeMatrix),
    'cells.list': ask((db, corpus, input) => ({ cells: cellRecords(db, corpus, input) })),
    'cells.summarise': note('cells.summarise', summariseCell),
    'cells.rate': note('cells.rate', rateCell),
    'cells.explain': note('cells.explain', explainCell),
    'cells.quote': note('cells.quote', markQuote),
    'matrices.excerpts': ask(excerpts),
    'matrices.table': ask(matrix),
    'matrices.frequencies': ask(frequencies),
    'matrices.quotes': ask(quotes),
    'matrices.cell': ask(cellQuotes),
    'matrices.report': ask(report),
  };
}

/** Words that are being written. */
function draftCalls(session: Session, files: FileDesk): CallsOf<'drafts'> {
  const { read } = waysIn(session, files);
  const aside =
    <In>(work: (db: Readable, rows: Rows, input: In) => void) =>
    (input: In): null => {
      session.changes().aside((rows) => work(session.db(), rows, input));
      return null;
    };
  return {
    'drafts.list': read(listDrafts),
    'drafts.keep': aside(keepDraft),
    'drafts.drop': aside(dropDraft),
  };
}

/** The ways in which a call reaches the open project. */
function waysIn(session: Session, files: FileDesk) {
  type Corpus = ReturnType<Session['corpus']>;
  return {
    /** One act of the history. */
    change:
      <In, Out>(name: CallName, work: (db: Writable, input: In) => Out) =>
      (input: In): Out =>
        session.changes().change({ name, coder: session.coder() }, (db) => work(db, input)),
    /** One act of the coder whom the input names. */
    changeBy:
      <In extends { readonly coder: string | null }, Out>(
        name: CallName,
        work: (db: Writable, input: In) => Out,
      ) =>
      (input: In): Out => {
        const coder = input.coder === null ? session.coder() : coderCalled(session.db(), input.coder);
        return session.changes().change({ name, coder }, (db) => work(db, input));
      },
    /** One act of the history that needs to know what the tables count. */
    note:
      <In, Out>(name: CallName, work: (db: Writable, corpus: Corpus, input: In) => Out) =>
      (input: In): Out => {
        const corpus = session.corpus();
        return session.changes().change({ name, coder: session.coder() }, (db) => work(db, corpus, input));
      },
    read:
      <In, Out>(work: (db: Readable, input: In) => Out) =>
      (input: In): Out =>
        session.project().connection.snapshot(() => work(session.db(), input)),
    /** A question to the matrix engine, of the project as it stands or stood. */
    ask:
      <In extends Timed, Out>(work: (db: Readable, corpus: Corpus, input: In) => Out) =>
      (input: In): Out =>
        session.project().connection.snapshot(() => {
          const { db, corpus } = session.moment(momentOf(input));
          return work(db, corpus, input);
        }),
    exporting:
      <In extends Timed & { readonly file: string | null }, Out>(
        work: (db: Readable, corpus: Corpus, input: In & { readonly path: string | null }) => Out,
      ) =>
      (input: In): Out => {
        const path = input.file === null ? null : files.path(input.file);
        const { connection } = session.project();
        return connection.snapshot(() => {
          const { db, corpus } = session.moment(momentOf(input));
          return work(db, corpus, { ...input, path });
        });
      },
  };
}

interface Timed {
  readonly at?: string | undefined;
  readonly question?: { readonly at?: string | undefined };
}

function momentOf({ at, question }: Timed): string | null {
  return at ?? question?.at ?? null;
}

function frameworkNamed(id: string | null) {
  if (id === null) return null;
  const framework = findFramework(id);
  if (framework) return framework;
  const known = frameworks.map((each) => each.id);
  throw new Refused('refused.unknown-framework', { name: id, known });
}

function stepped(act: ActEntry | null, step: 'undo' | 'redo'): ActEntry {
  if (act) return act;
  throw new Refused(step === 'undo' ? 'refused.nothing-to-undo' : 'refused.nothing-to-redo');
}
