// Exports reach the disk whole or not at all, under a name that every system can hold.
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../../shared/error-code.ts';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';
import { readHeader } from '../store/header.ts';

const refusals: Readonly<Record<string, RefusalKey>> = {
  ENOENT: 'refused.export-folder-missing',
  ENOTDIR: 'refused.export-folder-missing',
  EACCES: 'refused.export-denied',
  EPERM: 'refused.export-denied',
  EROFS: 'refused.export-denied',
  EBUSY: 'refused.export-denied',
  ENOSPC: 'refused.export-disk-full',
  EDQUOT: 'refused.export-disk-full',
  EISDIR: 'refused.export-is-folder',
  ENAMETOOLONG: 'refused.export-name-too-long',
};

/**
 * Writes `bytes` to `path` and replaces what stood there in one step; when it fails, what stood there is untouched and
 * nothing else is left behind. Refused where the folder is missing, closed to us, full, or `path` names a folder or a
 * project.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const draft = join(folder, `.crosscase-${randomUUID()}.tmp`);
  try {
    checkNoProject(path);
    await writeDurably(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    const refusal = refusals[errorCode(error)];
    if (refusal) throw new Refused(refusal, { path, folder });
    throw error;
  }
  await syncFolder(folder);
}

/** Refuses a path where a project stands, the open one or any other, or the journal or lock beside one. */
function checkNoProject(path: string): void {
  for (const project of [path, path.replace(/(?:-journal|\.lock)$/u, '')]) {
    const isFile = statSync(project, { throwIfNoEntry: false })?.isFile() === true;
    if (isFile && readHeader(project) !== null) {
      throw new Refused('refused.export-over-project', { file: basename(project) });
    }
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name durable too, where the system can: the file is written all the same where it cannot. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Longest name that leaves room for an ending and a counter on every file system, in bytes of UTF-8. */
const maxNameBytes = 120;
const notInNames =
  /[<>:"/\\|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const reservedOnWindows = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?=\.|$)/i;

/**
 * A file name that Windows, macOS and Linux accept, as near to `name` as can be: NFC, at most 120 bytes of UTF-8, cut
 * between whole characters with a short ending ('.xlsx') kept, never empty.
 */
export function safeFileName(name: string): string {
  const allowed = withoutEdges(name.replace(notInNames, '').replace(/\s+/g, ' ').normalize('NFC'));
  const free = reservedOnWindows.test(allowed) ? `_${allowed}` : allowed;
  const ending = /\.[A-Za-z0-9]{1,9}$/.exec(free)?.[0] ?? '';
  const stem = free.slice(0, free.length - ending.length);
  return withoutEdges(cutToBytes(stem, maxNameBytes - ending.length) + ending) || 'crosscase';
}

/** Dots and spaces at the end are lost on Windows; a dot at the start hides the file elsewhere. */
function withoutEdges(name: string): string {
  return name.replace(/^[. ]+|[. ]+$/g, '');
}

function cutToBytes(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += Buffer.byteLength(segment);
    if (used > bytes) break;
    kept += segment;
  }
  return kept;
}
