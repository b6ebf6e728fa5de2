// A Word document → its text: one line a paragraph, in reading order, with what was left out counted.
import { extname } from 'node:path';
import type { LeftOut } from '../../../shared/import/document.ts';
import { Refused } from '../../../shared/refused.ts';
import { checkLength } from './limits.ts';
import { BadXml, parseXml } from './xml.ts';
import { WordText } from './word-text.ts';
import { openArchive, type Archive } from './zip.ts';

export interface DocxText {
  /** Well-formed. */
  readonly text: string;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/**
 * Reads the main part of the document in `bytes` and nothing outside the file. Paragraphs, table cells and text boxes
 * become lines, a break inside a paragraph too; tracked insertions are text, deletions and hidden text are not; notes,
 * comments and images are counted. Automatic numbering, headers and footers are no text.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<DocxText> {
  const archive = await openArchive(bytes, file);
  try {
    const main = await archive.read(await mainPartName(archive));
    if (main === null) throw notADocument(archive, file);
    const found = new WordText();
    parseXml(main, found);
    const text = found.lines();
    checkLength(text.length, file);
    return { text: text.toWellFormed(), leftOut: found.leftOut };
  } catch (error) {
    if (error instanceof BadXml) throw new Refused('refused.import-damaged', { file });
    throw error;
  }
}

/** Where the package says that the document is: 'word/document.xml' nearly always. */
async function mainPartName(archive: Archive): Promise<string> {
  let name = 'word/document.xml';
  const relations = await archive.read('_rels/.rels');
  if (relations === null) return name;
  parseXml(relations, {
    open({ attributes: { Type = '', Target = '', TargetMode = '' } }) {
      if (Type.endsWith('/officeDocument') && TargetMode !== 'External') name = Target.replace(/^\//u, '');
    },
    close() {},
    text() {},
  });
  return /^word\//iu.test(name) || !archive.names.has('word/document.xml') ? name : 'word/document.xml';
}

function notADocument({ names }: Archive, file: string): Refused {
  const format = partsOfOthers.find(([part]) => names.has(part))?.[1];
  if (format === undefined && extname(file).toLowerCase() === '.docx')
    return new Refused('refused.import-damaged', { file });
  return new Refused('refused.import-format', { file, format: format ?? 'ZIP' });
}

/** A part that an archive of another format has, the telling ones first. */
const partsOfOthers: readonly (readonly [string, string])[] = [
  ['xl/workbook.xml', 'Excel'],
  ['ppt/presentation.xml', 'PowerPoint'],
  ['project.qde', 'REFI-QDA'],
  ['meta-inf/container.xml', 'EPUB'],
  ['content.xml', 'OpenDocument'],
];
