// A report as a file: its tables, what it finds and the rule.
import type { Input } from '../../../shared/contract/index.ts';
import type { ExportedFile } from '../../../shared/contract/matrices.ts';
import type { DocumentPart } from '../../../shared/export/document.ts';
import type { Sheet } from '../../../shared/export/sheet.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { reportPages, type ReportPages } from '../../../shared/matrices/report-sheets.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { say } from '../../../shared/words/say.ts';
import { report } from '../matrices/reports/report.ts';
import type { Readable } from '../store/connection.ts';
import { toCsv } from './csv.ts';
import { writeBook, writeDocument, writeText } from './write-table.ts';

/** `path` is where `file` leads to; without one the text is the answer. Refuses what the question does, and the disk. */
export async function exportReport(
  db: Readable,
  corpus: Corpus,
  { question, path, format, language }: Input<'export.report'> & { readonly path: string | null },
): Promise<ExportedFile> {
  const answer = report(db, corpus, question);
  const pages = reportPages(language, answer);
  const sheets = sheetsOf(pages);
  const notes = [...pages.notes, ruleText(language, answer.rule)];
  const ruleHead = say(language, 'export.rule');
  switch (format) {
    case 'csv':
    case 'tidy': {
      const beneath = format === 'csv' ? notes.map((note) => [ruleHead, note] as const) : [];
      return writeText(path, toCsv(must(sheets[0], 'a table'), { bom: path !== null, notes: beneath }));
    }
    case 'xlsx': {
      const rows = notes.map((note) => [note]);
      const last: Sheet = { name: ruleHead, headerRows: 0, columnWidths: [110], rows };
      return writeBook(path, { title: pages.title, sheets: [...sheets, last] });
    }
    case 'docx':
    case 'html':
    case 'tex':
    case 'md': {
      const parts: DocumentPart[] = [
        ...sheets.map((sheet) => ({ kind: 'table', sheet, figure: String }) as const),
        ...notes.map((text) => ({ kind: 'note', text }) as const),
      ];
      return writeDocument({ path, format, language }, { title: pages.title, language, parts });
    }
  }
}

function sheetsOf({ sheets }: ReportPages): Sheet[] {
  return sheets.map(({ name, head, rows }) => ({
    name,
    headerRows: 1,
    headerColumns: 1,
    rows: [head, ...rows],
  }));
}
