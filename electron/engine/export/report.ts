// A report as a file: its tables, what it finds and the rule, as csv, spreadsheet or document.
import type { Input } from '../../../shared/contract/index.ts';
import type { ExportedFile } from '../../../shared/contract/matrices.ts';
import type { Sheet } from '../../../shared/export/sheet.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { reportPages, type ReportPages } from '../../../shared/matrices/report-sheets.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { say } from '../../../shared/words/say.ts';
import { report } from '../matrices/reports/report.ts';
import type { Readable } from '../store/connection.ts';
import { toCsv } from './csv.ts';
import { toDocx, type WordPart } from './docx.ts';
import { writeFileWhole } from './write-file.ts';
import { toXlsx } from './xlsx.ts';

/** `path` is where `file` leads to; without one the csv text is the answer. Refuses what the question does, and the disk. */
export async function exportReport(
  db: Readable,
  corpus: Corpus,
  { question, path, format, language }: Input<'export.report'> & { readonly path: string | null },
): Promise<ExportedFile> {
  const answer = report(db, corpus, question);
  const pages = reportPages(language, answer);
  const rule = ruleText(language, answer.rule);
  if (format === 'csv') {
    const notes = [...pages.notes, rule].map((note) => [say(language, 'export.rule'), note] as const);
    const text = toCsv(must(sheetsOf(pages)[0], 'a table'), { bom: path !== null, notes });
    const bytes = new TextEncoder().encode(text);
    if (path !== null) await writeFileWhole(path, bytes);
    return { bytes: bytes.length, text: path === null ? text : null, cut: 0 };
  }
  if (path === null) throw new Error('Only csv can do without a file');
  const { title } = pages;
  if (format === 'docx') {
    const parts: WordPart[] = [
      ...sheetsOf(pages).map((sheet) => ({ kind: 'table', sheet, figure: String }) as const),
      ...[...pages.notes, rule].map((text) => ({ kind: 'note', text }) as const),
    ];
    const bytes = await toDocx({ title, language, parts });
    await writeFileWhole(path, bytes);
    return { bytes: bytes.length, text: null, cut: 0 };
  }
  const notes: Sheet = {
    name: say(language, 'export.rule'),
    headerRows: 0,
    columnWidths: [110],
    rows: [...pages.notes, rule].map((note) => [note]),
  };
  const { bytes, cut } = await toXlsx({ title, sheets: [...sheetsOf(pages), notes] });
  await writeFileWhole(path, bytes);
  return { bytes: bytes.length, text: null, cut: cut.length };
}

function sheetsOf({ sheets }: ReportPages): Sheet[] {
  return sheets.map(({ name, head, rows }) => ({
    name,
    headerRows: 1,
    headerColumns: 1,
    rows: [head, ...rows],
  }));
}
