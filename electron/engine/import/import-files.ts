// Importing a batch: each file is read in the worker and stored by itself, all of them one act; a refused file does not stop the others.
import type { ImportOutcome } from '../../../shared/contract/import.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';
import type { Batch } from '../store/change.ts';
import { sourceEntry } from '../text/sources.ts';
import type { Reader } from './reader.ts';
import { saveDocument } from './save.ts';

export interface ImportSeams {
  readonly db: Readable;
  readonly reader: Reader;
  /** The path behind a file's token. */
  readonly path: (token: string) => string;
  /** The one door to writes; refuses what the disk refuses. */
  readonly change: Batch;
}

/** Yields one outcome per file, in order. While one file is stored the next is already being read. */
export async function* importFiles(
  { db, reader, path, change }: ImportSeams,
  input: Input<'import.files'>,
  signal: AbortSignal,
): AsyncGenerator<ImportOutcome> {
  const read = (index: number): Promise<ImportedDocument | Refused> | null => {
    const file = input.files[index];
    if (!file) return null;
    const { encoding, speakers } = placementOf(input, file);
    const request = {
      path: path(file.token),
      fileName: file.name,
      ...(encoding ? { encoding } : {}),
      speakers,
    };
    return reader.read(request, signal).catch((error: unknown) => refusalOf(error, file.name));
  };
  let next = read(0);
  for (const [index, file] of input.files.entries()) {
    const document = await next;
    if (signal.aborted || document === null) return;
    next = read(index + 1);
    if (document instanceof Refused) {
      yield { outcome: 'refused', token: file.token, refusal: document.refusal };
      continue;
    }
    const placement = placementOf(input, file);
    try {
      const { id, ...saved } = change((writable) => saveDocument(writable, file.name, document, placement));
      const { leftOut } = document;
      yield { outcome: 'imported', token: file.token, ...saved, leftOut, ...sourceEntry(db, id) };
    } catch (error) {
      // A full disk may still have room for a smaller file, and what was stored before must be told.
      if (!(error instanceof Refused)) throw error;
      yield { outcome: 'refused', token: file.token, refusal: error.refusal };
    }
  }
}

/** What is said for all files, except where the file has its own. */
function placementOf(all: Input<'import.files'>, { own = {} }: Input<'import.files'>['files'][number]) {
  return {
    case: own.case === undefined ? all.case : own.case,
    phase: own.phase === undefined ? all.phase : own.phase,
    interviewers: own.interviewers ?? all.interviewers,
    encoding: own.encoding === undefined ? all.encoding : own.encoding,
    speakers: (own.speakers === undefined ? all.speakers : own.speakers) ?? null,
  };
}

/** A fault of ours in reading one file must not keep the others out: it is told in place of the file. */
function refusalOf(error: unknown, file: string): Refused {
  if (error instanceof Refused) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Refused('refused.import-fault', { file, detail: detail.replace(/\s+/gu, ' ') });
}
