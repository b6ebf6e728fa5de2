// The bytes of one file → an imported document. No disk, no network.
import { createHash } from 'node:crypto';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { findPatterns, findSpeakers } from '../../../shared/import/speakers.ts';
import { Refused } from '../../../shared/refused.ts';
import { segment } from '../../../shared/text/segment.ts';
import { readDocx } from './docx.ts';
import { sniffFormat } from './sniff.ts';
import { readSubtitles } from './subtitles.ts';
import { readText } from './txt.ts';

export interface ReadOptions {
  /** The text encoding that the person chose; absent or '' = find out. A docx needs none. */
  readonly encoding?: string;
  /** The pattern of the speakers' labels that the person chose; absent or null = find out. */
  readonly speakers?: string | null;
}

/** Reads a file of any format that is known; what cannot be read is refused by the file's name. */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  { encoding, speakers = null }: ReadOptions = {},
): Promise<ImportedDocument> {
  if (bytes.length === 0) throw new Refused('refused.import-empty', { file: fileName });
  const format = sniffFormat(bytes, fileName);
  const read =
    format === 'docx'
      ? { ...(await readDocx(bytes, fileName)), encoding: null }
      : { ...readText(bytes, fileName, encoding), leftOut: nothing };
  const spoken =
    format === 'vtt' || format === 'srt'
      ? readSubtitles(read.text, speakers)
      : { text: read.text, ...findSpeakers(read.text, speakers) };
  if (spoken.text.trim() === '') throw new Refused('refused.import-empty', { file: fileName });
  return {
    ...read,
    format,
    ...spoken,
    ...segment(spoken.text),
    patterns: findPatterns(spoken.text),
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  };
}

const nothing = { footnotes: 0, endnotes: 0, comments: 0, images: 0 };
