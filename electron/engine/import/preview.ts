// A look at a file before it is imported: read in the worker like any other, and nothing is stored.
import type { ImportPreview } from '../../../shared/contract/import.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { countOutside } from '../../../shared/import/own-words.ts';
import { Refused } from '../../../shared/refused.ts';
import { countCharacters, findParagraphs } from '../../../shared/text/positions.ts';
import { packAscending } from '../../../shared/text/segment.ts';
import type { Readable } from '../store/connection.ts';
import { sourceWithText, textDigest } from '../text/contents.ts';
import type { ImportSeams } from './import-files.ts';

/** UTF-16 units of the text that a preview shows. */
const GLANCE = 4000;

/** What importing the file would give, with the beginning of its text; a file that cannot be read is an outcome, too. */
export async function previewFile(
  { db, reader, path }: Omit<ImportSeams, 'change'>,
  { token, name, encoding, speakers = null }: Input<'import.preview'>,
): Promise<ImportPreview> {
  const request = { path: path(token), fileName: name, ...(encoding ? { encoding } : {}), speakers };
  try {
    return previewOf(db, await reader.read(request));
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', refusal: error.refusal };
    throw error;
  }
}

function previewOf(db: Readable, document: ImportedDocument): ImportPreview {
  const { text, format, encoding, speakers, patterns, leftOut } = document;
  const cut = text.slice(0, GLANCE);
  const glance = cut.isWellFormed() ? cut : cut.slice(0, -1);
  return {
    outcome: 'readable',
    format,
    encoding,
    paragraphs: findParagraphs(text).length / 2,
    words: countOutside(document.labels, packAscending(document.wordStarts)),
    units: countOutside(document.labels, packAscending(document.unitStarts)),
    characters: countCharacters(text),
    speakers,
    patterns,
    leftOut,
    glance,
    labels: document.labels.filter(({ end }) => end <= glance.length),
    sameTextAs: sourceWithText(db, textDigest(text)),
  };
}
