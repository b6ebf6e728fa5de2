// Files that leave the project: tables, reports, appendices, pictures.
import { exportMethods } from '../export/methods.ts';
import { exportMatrix } from '../export/matrix-table.ts';
import { exportFrequencies, exportQuotes } from '../export/tables.ts';
import { exportReport } from '../export/report.ts';
import { writeFileWhole } from '../export/write-file.ts';
import type { FileDesk } from '../project/files.ts';
import type { Session } from '../project/session.ts';
import { waysIn, type CallsOf } from './ways-in.ts';

/** Files that leave the project. */
export function exportCalls(session: Session, files: FileDesk): CallsOf<'export'> {
  const { exporting } = waysIn(session, files);
  return {
    'export.table': exporting(exportMatrix),
    'export.frequencies': exporting(exportFrequencies),
    'export.quotes': exporting(exportQuotes),
    'export.report': exporting(exportReport),
    'export.methods': exporting(exportMethods),
    'export.picture': async ({ file, content }) => {
      const bytes = Buffer.from(content, 'base64');
      await writeFileWhole(files.path(file), bytes);
      return { bytes: bytes.length };
    },
  };
}
