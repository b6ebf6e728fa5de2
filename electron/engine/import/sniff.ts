// What a file is, by its content first and its name second.
import { extname } from 'node:path';
import type { SourceFormat } from '../../../shared/import/document.ts';
import { Refused } from '../../../shared/refused.ts';
import { isSubRip } from './subtitles.ts';

/** The format in which `bytes` are to be read; refuses what is none of them, by the file's name `file`. */
export function sniffFormat(bytes: Uint8Array, file: string): SourceFormat {
  const extension = extname(file).toLowerCase();
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (zipSignatures.has(head.slice(0, 4))) return 'docx';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return refuseOle(bytes, file, extension);
  const format = signatures.find(([signature]) => signature.test(head))?.[1] ?? formatsByName[extension];
  if (format !== undefined) throw new Refused('refused.import-format', { file, format });
  if (oldWord.has(extension)) throw new Refused('refused.import-old-word', { file });
  if (extension === '.docx') throw new Refused('refused.import-damaged', { file });
  return formatOfText(head, extension);
}

/** Subtitles are known by how they begin, also under another name; the rest by its name. */
function formatOfText(head: string, extension: string): SourceFormat {
  if (extension === '.vtt' || /^(?:\xef\xbb\xbf)?WEBVTT[ \t\r\n]/u.test(head)) return 'vtt';
  if (extension === '.srt' || isSubRip(head.replace(/^\xef\xbb\xbf/u, ''))) return 'srt';
  return extension === '.md' || extension === '.markdown' ? 'md' : 'txt';
}

/** The container of old Office files and of encrypted new ones. */
function refuseOle(bytes: Uint8Array, file: string, extension: string): never {
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new Refused('refused.import-protected', { file });
  }
  const format = formatsByName[extension];
  throw format === undefined
    ? new Refused('refused.import-old-word', { file })
    : new Refused('refused.import-format', { file, format });
}

/** Of an archive, an empty one and one in parts. */
const zipSignatures: ReadonlySet<string> = new Set(['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']);

/** With bytes that no text has, where letters alone could begin one. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\s*%PDF-\d/u, 'PDF'],
  [/^\s*\{\\rtf\d/u, 'RTF'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]/iu, 'HTML'],
  [/^\x89PNG/u, 'PNG'],
  [/^\xff\xd8\xff/u, 'JPEG'],
  [/^GIF8[79]a/u, 'GIF'],
  [/^ID3.\0/su, 'MP3'],
  [/^RIFF.{4}WAVE/su, 'WAV'],
  [/^OggS\0/u, 'OGG'],
  [/^fLaC[\0\x80]/u, 'FLAC'],
  [/^\0\0.{2}ftyp/su, 'MP4'],
];

/** Their names promise what is not read here; a text or web page inside would be read as it was not meant. */
const oldWord: ReadonlySet<string> = new Set(['.doc', '.dot', '.wps']);

/** Formats that are text, so only the name tells; and names of old Office files that are no documents. */
const formatsByName: Readonly<Record<string, string>> = {
  '.html': 'HTML',
  '.htm': 'HTML',
  '.xml': 'XML',
  '.json': 'JSON',
  '.csv': 'CSV',
  '.tsv': 'TSV',
  '.xls': 'Excel',
  '.ppt': 'PowerPoint',
  '.msg': 'Outlook',
};
