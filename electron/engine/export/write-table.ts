// A table or a document into a file of the format that is asked for, or into a text where no file is named.
import type { ExportedFile } from '../../../shared/contract/matrices.ts';
import type { PrintedDocument } from '../../../shared/export/document.ts';
import type { DocumentFormat, TableFormat } from '../../../shared/export/formats.ts';
import type { Workbook } from '../../../shared/export/sheet.ts';
import type { Language } from '../../../shared/words/say.ts';
import { withAppendix } from './appendix.ts';
import { toCsv } from './csv.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { toLatex } from './latex.ts';
import { toMarkdown } from './markdown.ts';
import { passagesOf } from './passages.ts';
import { questionRows, sheetsOf, tableOf, tidySheet, type TableExport } from './table-export.ts';
import { writeFileWhole } from './write-file.ts';
import { toXlsx } from './xlsx.ts';

export interface Target<F> {
  /** Without one the text is the answer, where the format is one of text. */
  readonly path: string | null;
  readonly format: F;
  readonly language: Language;
}

/** `appendix`: with the quotes behind the numbers, in a document. */
export async function writeTable(
  target: Target<TableFormat> & { readonly appendix?: boolean | undefined },
  table: TableExport,
): Promise<ExportedFile> {
  const { path, format, language } = target;
  const bom = path !== null;
  switch (format) {
    case 'csv': {
      const sheet = { name: table.title, ...table.numbers((value) => value) };
      return writeText(path, toCsv(sheet, { bom, notes: questionRows(language, table) }));
    }
    case 'tidy':
      return writeText(path, toCsv(tidySheet(table), { bom }));
    case 'xlsx':
      return writeBook(path, { title: table.title, sheets: sheetsOf(language, table) });
    case 'docx':
    case 'html':
    case 'tex':
    case 'md': {
      const parts = table.passages
        ? passagesOf(language, table, table.passages)
        : target.appendix === true
          ? withAppendix(language, table)
          : [tableOf(language, table)];
      return writeDocument({ path, format, language }, { title: table.title, language, parts });
    }
  }
}

export async function writeDocument(
  { path, format }: Target<DocumentFormat>,
  document: PrintedDocument,
): Promise<ExportedFile> {
  switch (format) {
    case 'docx':
      return writeBytes(path, await toDocx(document));
    case 'html':
      return writeText(path, toHtml(document));
    case 'tex':
      return writeText(path, toLatex(document));
    case 'md':
      return writeText(path, toMarkdown(document));
  }
}

export async function writeText(path: string | null, text: string): Promise<ExportedFile> {
  const bytes = new TextEncoder().encode(text);
  if (path !== null) await writeFileWhole(path, bytes);
  return { bytes: bytes.length, text: path === null ? text : null, cut: 0 };
}

export async function writeBook(path: string | null, workbook: Workbook): Promise<ExportedFile> {
  const { bytes, cut } = await toXlsx(workbook);
  return { ...(await writeBytes(path, bytes)), cut: cut.length };
}

async function writeBytes(path: string | null, bytes: Uint8Array): Promise<ExportedFile> {
  if (path === null) throw new Error('Only a format of text can do without a file');
  await writeFileWhole(path, bytes);
  return { bytes: bytes.length, text: null, cut: 0 };
}
