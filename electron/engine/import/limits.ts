// How large a file may be before and after it is opened, and reading it whole within that.
import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';

const megabyte = 1_000_000;

/** Bytes of a file on disk: a document with pictures may be larger than a plain text. */
const maxDocumentBytes = 200 * megabyte;
const maxTextBytes = 100 * megabyte;

/** Entries of an archive, bytes of one part when unpacked, and how many times a part may grow by that. */
export const maxEntries = 20_000;
export const maxUnpackedBytes = 256 * 1024 * 1024;
export const maxGrowth = 200;
/** Growth says nothing about a small part. */
export const growthFreeBytes = 1024 * 1024;

export const maxXmlDepth = 256;

/**
 * Millions of UTF-16 units in one source: about 8 seconds and 600 MB in the reading process where nearly every word is
 * one letter or one Chinese word (measured), of the 1.5 GB that it may take. An hour of talk has 60,000.
 */
const maxMillionUnits = 10;

/** Bytes of the file at `path`; refuses what is not a file that can be read whole, by its name `file`. */
export async function fileSize(path: string, file: string): Promise<number> {
  const found = await stat(path).catch(refuseFileError(file));
  if (found.isDirectory()) throw new Refused('refused.import-folder', { file });
  if (!found.isFile()) throw new Refused('refused.import-not-text', { file });
  if (found.size === 0) throw new Refused('refused.import-empty', { file });
  const limit = extname(file).toLowerCase() === '.docx' ? maxDocumentBytes : maxTextBytes;
  if (found.size >= limit) {
    const megabytes = Math.ceil(found.size / megabyte);
    throw new Refused('refused.import-too-large', { file, megabytes, limit: limit / megabyte });
  }
  return found.size;
}

/** The file's bytes, never more than its size was found to be. */
export async function readWhole(path: string, file: string): Promise<Uint8Array> {
  const size = await fileSize(path, file);
  const handle = await open(path, 'r').catch(refuseFileError(file));
  try {
    const bytes = new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length).catch(refuseFileError(file));
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}

/** Refuses a text that is too long for one source. */
export function checkLength(units: number, file: string): void {
  if (units > maxMillionUnits * 1_000_000) {
    throw new Refused('refused.import-too-long', { file, limit: maxMillionUnits });
  }
}

function refuseFileError(file: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new Refused(keyOfCode[code ?? ''] ?? 'refused.import-unreadable', { file });
  };
}

const keyOfCode: Readonly<Record<string, RefusalKey>> = {
  ENOENT: 'refused.import-missing',
  ENOTDIR: 'refused.import-missing',
  EISDIR: 'refused.import-folder',
  EACCES: 'refused.import-no-permission',
  EPERM: 'refused.import-no-permission',
};
