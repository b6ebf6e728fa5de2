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
import { provenanceRows, type Leaving } from './provenance.ts';
import { writeBook, writeDocument, writeText } from './write-table.ts';

/** Refuses what the question does, and the disk. */
export async function exportReport(
  db: Readable,
  corpus: Corpus,
  input: Input<'export.report'> & Leaving,
): Promise<ExportedFile> {
  const { question, path, format, language, naming } = input;
  const answer = report(db, corpus, question);
  const pages = reportPages(language, answer);
  const sheets = sheetsOf(pages);
  const notes = [...pages.notes, ruleText(language, answer.rule)];
  const ruleHead = say(language, 'export.rule');
  switch (format) {
    case 'csv':
    case 'tidy': {
      const table = naming.sheet(must(sheets[0], 'a table'));
      const said = notes.map((note) => [ruleHead, naming.text(note)] as const);
      const beneath = format === 'csv' ? [...said, ...provenanceRows(language, input)] : [];
      return writeText(input, toCsv(table, { bom: path !== null, notes: beneath }));
    }
    case 'xlsx': {
      const rows = notes.map((note) => [ruleHead, note]);
      const last: Sheet = { name: ruleHead, headerRows: 0, headerColumns: 1, columnWidths: [24, 90], rows };
      return writeBook(input, { title: pages.title, sheets: [...sheets, last] });
    }
    case 'docx':
    case 'html':
    case 'tex':
    case 'md': {
      const parts: DocumentPart[] = [
        ...sheets.map((sheet) => ({ kind: 'table', sheet, figure: String }) as const),
        ...notes.map((text) => ({ kind: 'note', text }) as const),
      ];
      return writeDocument({ ...input, format }, { title: pages.title, language, parts });
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
