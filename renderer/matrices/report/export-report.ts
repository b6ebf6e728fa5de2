// A report to a file, under its title.
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { sayFailure } from '../../acts.ts';
import { engine } from '../../engine.ts';
import { fileStem } from '../../file-name.ts';
import { leaving, withNamesSaid } from '../../names/leaving.ts';
import { notify } from '../../window-state.ts';
import { words } from '../../words.ts';

export const formats = ['xlsx', 'docx', 'csv'] as const;

export async function exportReport(
  report: ReportInput,
  format: (typeof formats)[number],
  title: string,
): Promise<void> {
  const { say, language } = words();
  const file = `${fileStem(leaving().text(title)) || 'report'}.${format}`;
  try {
    let replaced: number | null = null;
    const isGiven = await engine.saveFile(file, async (token) => {
      ({ replaced } = await engine.call('export.report', {
        file: token,
        format,
        language,
        // A file has all rows, also beyond those in sight.
        question: report.kind === 'levels' || report.kind === 'tracing' ? { ...report, most: null } : report,
      }));
    });
    if (isGiven) notify({ tone: 'plain', text: withNamesSaid(say('tables.exported', { file }), replaced) });
  } catch (error) {
    sayFailure('export.report', error);
  }
}
