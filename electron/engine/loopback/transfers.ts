// Files on their way in and out of a browser: kept in a folder of this process alone, and no longer than needed.
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../../../shared/error-code.ts';
import { Refused } from '../../../shared/refused.ts';
import type { FileDesk } from '../project/files.ts';
import type { TransferDesk } from '../window/calls.ts';

export interface Transfers extends TransferDesk {
  /** Stores the body of `request` and returns its token. Refuses what is larger than the cap, or finds no room. */
  take(request: IncomingMessage, name: string): Promise<string>;
  /** Sends what was written under an offered token, once; false where there is nothing. */
  send(token: string, response: ServerResponse): Promise<boolean>;
  close(): void;
}

const prefix = 'crosscase-files-';

/** `megabytes` caps one upload. */
export function createTransfers(files: FileDesk, megabytes: number): Transfers {
  removeLeftOver();
  // Made for this user alone (0700), by mkdtemp.
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const uploads = new Map<string, string>();
  const offers = new Map<string, string>();
  const remove = (path: string): Promise<void> => rm(dirname(path), { recursive: true, force: true });

  /** A folder for each file keeps its name free of others. */
  async function placeFor(name: string): Promise<string> {
    const own = join(folder, randomUUID());
    await mkdir(own, { mode: 0o700 });
    return join(own, safeName(name));
  }

  return {
    take: async (request, name) => {
      const path = await placeFor('upload');
      try {
        await store(request, path, megabytes * 1e6);
      } catch (error) {
        await remove(path);
        if (error === tooMuch) throw new Refused('refused.upload-too-large', { file: name, megabytes });
        if (isFull(error)) throw new Refused('refused.upload-not-kept', { file: name });
        throw error;
      }
      const token = files.grant(path);
      uploads.set(token, path);
      return token;
    },
    offer: async (name) => {
      const path = await placeFor(name);
      const token = files.grant(path);
      offers.set(token, path);
      return token;
    },
    send: async (token, response) => {
      const path = offers.get(token);
      const size = path === undefined ? undefined : (await stat(path).catch(() => null))?.size;
      if (path === undefined || size === undefined || !offers.delete(token)) return false;
      response.writeHead(200, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': size,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      });
      try {
        await pipeline(createReadStream(path), response);
      } finally {
        await remove(path);
      }
      return true;
    },
    discard: async (tokens) => {
      for (const token of tokens) {
        const path = uploads.get(token);
        if (path === undefined || !uploads.delete(token)) continue;
        await remove(path);
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a process that was killed left behind: its folder names it. */
function removeLeftOver(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : NaN;
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's folder is theirs to remove.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

const tooMuch = new Error('the body is larger than the cap');

/**
 * Writes the body to `path`. What is over the cap, or finds no room, is read on and thrown away (up to ten times the
 * cap): a browser that is cut off in the middle of its body shows no answer.
 */
async function store(request: IncomingMessage, path: string, cap: number): Promise<void> {
  let passed = Number(request.headers['content-length'] ?? 0) > cap ? cap : 0;
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  async function* kept(): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      passed += chunk.length;
      if (passed <= cap) yield chunk;
      if (passed > 10 * cap) request.destroy();
    }
  }
  try {
    await pipeline(kept, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    request.resume();
    throw error;
  }
  if (passed > cap) throw tooMuch;
}

/** A name from a page becomes the last part of a path, and nothing else. */
function safeName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]/gu, '_').replace(/^\.+|[. ]+$/g, '_');
  // 255 bytes are the limit of common file systems; an ending must survive the cut.
  const characters = Array.from(plain);
  while (Buffer.byteLength(characters.join('')) > 200)
    characters.splice(Math.floor(characters.length / 2), 1);
  return characters.join('') || '_';
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error));
}
