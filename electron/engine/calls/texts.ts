// Texts: read, changed with their codings kept, imported.
import type { Input } from '../../../shared/contract/index.ts';
import { updateSource, updateSources } from '../cases/source-details.ts';
import { updateSpeaker } from '../cases/speakers.ts';
import { dropTextDraft, keepTextDraft, textDrafts } from '../coding/text-drafts.ts';
import {
  actOfChange,
  editText,
  previewEdit,
  textsToCompare,
  type EditRequest,
  type TextChange,
} from '../coding/edit-text.ts';
import { listVersions, readVersion } from '../coding/versions.ts';
import { removeSource } from '../coding/remove-source.ts';
import { importFiles } from '../import/import-files.ts';
import { previewFile } from '../import/preview.ts';
import type { FileDesk } from '../project/files.ts';
import type { Session } from '../project/session.ts';
import type { Batch } from '../store/change.ts';
import { readSource, sourceEntries, sourceText } from '../text/sources.ts';
import { waysIn, type CallsOf, type Handlers } from './ways-in.ts';

/** Texts and who speaks in them; `held` are the ids of drafts that a window is writing. */
export function textCalls(
  session: Session,
  files: FileDesk,
  held: ReadonlySet<string>,
): CallsOf<'sources' | 'speakers' | 'import'> {
  const { change, read } = waysIn(session, files);
  const documentOf = async (change: TextChange) => {
    if (change.kind !== 'file') return null;
    const { token, name: fileName, encoding } = change;
    return session.reader().read({ path: files.path(token), fileName, ...(encoding ? { encoding } : {}) });
  };
  /** With what takes long done in another process: other calls are answered meanwhile. */
  const prepared = async <T extends Input<'sources.previewEdit'>>(input: T): Promise<T & EditRequest> => {
    const request = { ...input, document: await documentOf(input.change) };
    const texts = read(textsToCompare)(request);
    if (!texts) return request;
    return { ...request, differences: await session.reader().compare(texts, texts.name) };
  };
  return {
    'import.preview': (input) =>
      previewFile({ db: session.db(), reader: session.reader(), path: files.path }, input),
    'sources.list': read((db) => ({ sources: sourceEntries(db) })),
    'sources.text': read(sourceText),
    'sources.read': read(readSource),
    'sources.update': change('sources.update', updateSource),
    'sources.updateMany': change('sources.updateMany', updateSources),
    'sources.remove': change('sources.remove', removeSource),
    'speakers.update': change('speakers.update', updateSpeaker),

    'sources.previewEdit': async (input) => read(previewEdit)(await prepared(input)),
    'sources.edit': async (input) => {
      const request = await prepared(input);
      const act = { name: actOfChange[input.change.kind], coder: session.coder() };
      return session.changes().change(act, (db) => editText(db, { ...request, coder: act.coder }));
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
  };
}

/** What goes on for a while: an import, and a window that writes a draft. */
export function textStreams(
  session: Session,
  files: FileDesk,
  held: Set<string>,
): Pick<Handlers['streams'], 'sources.holdDraft' | 'import.files'> {
  return {
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
  };
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
