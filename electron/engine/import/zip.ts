// A zip archive from a stranger: its parts by name, within limits and with their checksums, or a refusal.
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refused } from '../../../shared/refused.ts';
import { growthFreeBytes, maxEntries, maxGrowth, maxUnpackedBytes } from './limits.ts';

export interface Archive {
  /** Lower case. */
  readonly names: ReadonlySet<string>;
  /** The bytes of the part with this name in any letter case, or null where there is none. */
  read(name: string): Promise<Uint8Array | null>;
}

/** Opens the archive in `bytes`; whatever is wrong with it is refused by the file's name `file`. */
export async function openArchive(bytes: Uint8Array, file: string): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): never => {
    throw new Refused('refused.import-damaged', { file });
  };
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false }).catch(damaged);
  if (zip.entryCount > maxEntries) throw new Refused('refused.import-unpacks-too-large', { file });
  const entries = await listEntries(zip).catch(damaged);
  const byName = Map.groupBy(entries, ({ fileName }) => fileName.toLowerCase());
  return {
    names: new Set(byName.keys()),
    async read(name) {
      const [entry, twin] = byName.get(name.toLowerCase()) ?? [];
      if (entry === undefined) return null;
      if (entry.isEncrypted()) throw new Refused('refused.import-protected', { file });
      if (twin !== undefined || !hasSameNameInside(buffer, entry)) return damaged();
      if (isBomb(entry)) throw new Refused('refused.import-unpacks-too-large', { file });
      const part = await unpack(zip, entry).catch(damaged);
      return crc32(part) === entry.crc32 ? part : damaged();
    },
  };
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** The directory at the end and the entry itself must agree on the name: readers differ in which they believe. */
function hasSameNameInside(buffer: Buffer, entry: Entry): boolean {
  const header = entry.relativeOffsetOfLocalHeader;
  if (header + 30 > buffer.length) return false;
  return buffer
    .subarray(header + 30, header + 30 + buffer.readUInt16LE(header + 26))
    .equals(entry.fileNameRaw);
}

/** By what the entry declares; yauzl stops a stream that gives more than that. */
function isBomb({ compressedSize, uncompressedSize }: Entry): boolean {
  if (uncompressedSize > maxUnpackedBytes) return true;
  return uncompressedSize > growthFreeBytes && uncompressedSize > compressedSize * maxGrowth;
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
