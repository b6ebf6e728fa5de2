// Texts as they are stored: under their hash, never changed, with what is needed to measure them without reading them.
import { createHash } from 'node:crypto';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { countCharacters, findLowSurrogates, findParagraphs } from '../../../shared/text/positions.ts';
import { packAscending, unpackAscending, type Segments } from '../../../shared/text/segment.ts';
import type { Writable } from '../store/change.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';

/** The packed lists of a stored text (see packAscending). */
export interface Packed {
  /** UTF-16 units of the text. */
  readonly length: number;
  readonly characters: number;
  readonly word_count: number;
  readonly unit_count: number;
  readonly paragraph_count: number;
  readonly words: Uint8Array;
  readonly units: Uint8Array;
  readonly paragraphs: Uint8Array;
  readonly low_surrogates: Uint8Array;
}

/** The lists of a stored text, for measuring. Positions are UTF-16 units, ascending. */
export interface Layout {
  /** UTF-16 units of the text. */
  readonly length: number;
  readonly words: Int32Array;
  readonly units: Int32Array;
  /** [start, end, start, end …] of the non-blank paragraphs. */
  readonly paragraphs: Int32Array;
  readonly lowSurrogates: Int32Array;
}

/** Stores the text and the original file; returns their hashes. */
export function keepDocument(db: Writable, document: ImportedDocument): { content: string; file: string } {
  const content = keepText(db, document.text, document);
  db.keep('files', { sha256: document.fileSha256, bytes: document.bytes });
  return { content, file: document.fileSha256 };
}

/** Stores a text under its hash, which it returns; `segments` are those of this text. */
export function keepText(db: Writable, text: string, { wordStarts, unitStarts }: Segments): string {
  const content = textDigest(text);
  const paragraphs = findParagraphs(text);
  const packed: Packed = {
    length: text.length,
    characters: countCharacters(text),
    word_count: wordStarts.length,
    unit_count: unitStarts.length,
    paragraph_count: paragraphs.length / 2,
    words: packAscending(wordStarts),
    units: packAscending(unitStarts),
    paragraphs: packAscending(paragraphs),
    low_surrogates: packAscending(findLowSurrogates(text)),
  };
  db.keep('contents', { sha256: content, text, ...packed, layout_sha256: layoutDigest(packed) });
  return content;
}

/** The text read last, for the next act in it: under its hash a text never changes. */
let latest = { content: '', text: '' };

export function readText(db: Readable, content: string): string {
  if (content === latest.content) return latest.text;
  const text = must(db.value<string>('SELECT text FROM contents WHERE sha256 = ?', content), 'the text');
  latest = { content, text };
  return text;
}

export function readLayout(db: Readable, content: string): Layout {
  const packed = must(
    db.get<Packed>(
      'SELECT length, words, units, paragraphs, low_surrogates FROM contents WHERE sha256 = ?',
      content,
    ),
    'the layout',
  );
  return {
    length: packed.length,
    words: unpackAscending(packed.words),
    units: unpackAscending(packed.units),
    paragraphs: unpackAscending(packed.paragraphs),
    lowSurrogates: unpackAscending(packed.low_surrogates),
  };
}

/** Name of a source that has the text of this hash, or had it before an edit; null where there is none. */
export function sourceWithText(db: Readable, content: string): string | null {
  const had = 'SELECT source_id FROM versions WHERE content_sha256 = ?';
  const has = `SELECT name FROM sources WHERE content_sha256 = ? OR id IN (${had}) ORDER BY number`;
  return db.value<string>(has, content, content) ?? null;
}

/** [start, end, start, end …] of the non-blank paragraphs. */
export function readParagraphs(db: Readable, content: string): Int32Array {
  return unpackAscending(
    must(db.value<Uint8Array>('SELECT paragraphs FROM contents WHERE sha256 = ?', content), 'the paragraphs'),
  );
}

/** SHA-256 of a text's UTF-8 form, hexadecimal. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 over the counts and lists of a stored text, hexadecimal. */
export function layoutDigest(packed: Packed): string {
  const { length, characters, word_count, unit_count, paragraph_count } = packed;
  const hash = createHash('sha256').update(
    `${length}:${characters}:${word_count}:${unit_count}:${paragraph_count}`,
  );
  for (const list of [packed.words, packed.units, packed.paragraphs, packed.low_surrogates])
    hash.update(`:${list.length}:`).update(list);
  return hash.digest('hex');
}
