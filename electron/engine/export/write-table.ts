// A table or a document into a file of the format that is asked for, or into a text where no file is named.
import type { ExportedFile } from '../../../shared/contract/matrices.ts';
import type { DocumentPart, PrintedDocument } from '../../../shared/export/document.ts';
import type { DocumentFormat, TableFormat } from '../../../shared/export/formats.ts';
import type { Workbook } from '../../../shared/export/sheet.ts';
import { must } from '../../../shared/must.ts';
import type { Language } from '../../../shared/words/say.ts';
import { withAppendix } from './appendix.ts';
import { toCsv } from './csv.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { toLatex } from './latex.ts';
import { toMarkdown } from './markdown.ts';
import type { Naming } from './naming.ts';
import { passagesOf } from './passages.ts';
import { provenanceRows, provenanceText, type Leaving } from './provenance.ts';
import { questionRows, sheetsOf, tableOf, tidySheet, type TableExport } from './table-export.ts';
import { writeFileWhole } from './write-file.ts';
import { toXlsx } from './xlsx.ts';

export interface Target<F> extends Leaving {
  readonly format: F;
  readonly language: Language;
}

/** `appendix`: with the quotes behind the numbers, in a document. */
export async function writeTable(
  target: Target<TableFormat> & { readonly appendix?: boolean | undefined },
  table: TableExport,
): Promise<ExportedFile> {
  const { path, format, language, naming } = target;
  const bom = path !== null;
  switch (format) {
    case 'csv': {
      const sheet = naming.sheet({ name: table.title, ...table.numbers((value) => value, true) });
      const asked = questionRows(language, table).map(([head, text]) => [head, named(naming, text)] as const);
      const notes = [...asked, ...provenanceRows(language, target)];
      return writeText(target, toCsv(sheet, { bom, notes }));
    }
    case 'tidy':
      return writeText(target, toCsv(naming.sheet(tidySheet(table)), { bom }));
    case 'xlsx':
      return writeBook(target, { title: table.title, sheets: sheetsOf(language, table) });
    case 'docx':
    case 'html':
    case 'tex':
    case 'md': {
      const parts = table.passages
        ? passagesOf(language, table, table.passages)
        : target.appendix === true
          ? withAppendix(language, table)
          : [tableOf(language, table)];
      return writeDocument({ ...target, format }, { title: table.title, language, parts });
    }
  }
}

const named = (naming: Naming, value: string | number): string | number =>
  typeof value === 'string' ? naming.text(value) : value;

/** The document with what it came from as its last words. */
export async function writeDocument(
  target: Target<DocumentFormat>,
  { title, language, parts }: PrintedDocument,
): Promise<ExportedFile> {
  const inside = parts.map(target.naming.part);
  const from = provenanceText(language, target);
  const document = {
    title: target.naming.text(title),
    language,
    parts: withLastWords(language, inside, from),
  };
  switch (target.format) {
    case 'docx':
      return writeBytes(target, await toDocx(document));
    case 'html':
      return writeText(target, toHtml(document));
    case 'tex':
      return writeText(target, toLatex(document));
    case 'md':
      return writeText(target, toMarkdown(document));
  }
}

/** At the end of the last note: alone they could stand on a page of their own. */
function withLastWords(language: Language, parts: readonly DocumentPart[], words: string): DocumentPart[] {
  const last = parts.at(-1);
  const between = language === 'zh' ? '' : ' ';
  if (last?.kind === 'note') return [...parts.slice(0, -1), { ...last, text: last.text + between + words }];
  if (last?.kind === 'table') {
    const note = last.note === undefined ? words : last.note + between + words;
    return [...parts.slice(0, -1), { ...last, note }];
  }
  return [...parts, { kind: 'note', text: words }];
}

export async function writeText({ path, naming }: Leaving, text: string): Promise<ExportedFile> {
  const bytes = new TextEncoder().encode(text);
  if (path !== null) await writeFileWhole(path, bytes);
  return { bytes: bytes.length, text: path === null ? text : null, cut: 0, replaced: naming.replaced() };
}

/** The workbook, whose last sheet says what it came from beneath its rows. */
export async function writeBook(
  target: Leaving & { readonly language: Language },
  { title, sheets }: Workbook,
): Promise<ExportedFile> {
  const { language, naming } = target;
  const inside = sheets.map(naming.sheet);
  const last = must(inside.at(-1), 'a sheet');
  const rows = [...last.rows, ...provenanceRows(language, target)];
  const workbook = { title: naming.text(title), sheets: [...inside.slice(0, -1), { ...last, rows }] };
  const { bytes, cut } = await toXlsx(workbook);
  return { ...(await writeBytes(target, bytes)), cut: cut.length };
}

async function writeBytes({ path, naming }: Leaving, bytes: Uint8Array): Promise<ExportedFile> {
  if (path === null) throw new Error('Only a format of text can do without a file');
  await writeFileWhole(path, bytes);
  return { bytes: bytes.length, text: null, cut: 0, replaced: naming.replaced() };
}
