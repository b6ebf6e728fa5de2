// What leaves a report: its tables with what they say, and what it draws.
import { tableFormats } from '../../../shared/export/formats.ts';
import type { ReportAnswer, ReportInput } from '../../../shared/contract/reports.ts';
import { engine } from '../../engine.ts';
import type { Words } from '../../words.ts';
import { subjectOf, type ExportSubject } from '../export-choice.ts';
import { pictureSubject } from '../export-table.ts';
import type { AxisCodes } from '../facts.ts';
import { pictureOfReport } from './report-picture.ts';

/** The numbers of a report are of no codings, one a row. */
const formats = tableFormats.filter((format) => format !== 'tidy');

interface ReportInView {
  readonly report: ReportInput;
  readonly title: string;
  readonly answer: ReportAnswer;
  readonly codes: AxisCodes;
}

export function reportSubjects(
  words: Words,
  { report, title, answer, codes }: ReportInView,
): readonly ExportSubject[] {
  const { say } = words;
  // A file has all rows, also beyond those in sight.
  const isListing = report.kind === 'levels' || report.kind === 'tracing' || report.kind === 'word-trend';
  const question = isListing ? { ...report, most: null } : report;
  const draw = pictureOfReport(answer);
  return [
    subjectOf({
      id: 'report',
      text: say('report.export'),
      title,
      formats,
      about: (format) => say(format === 'csv' ? 'report.export-csv' : 'report.export-all'),
      write: (to) => engine.call('export.report', { ...to, question }),
    }),
    ...(draw
      ? [pictureSubject(words, title, (format, language, word) => draw({ codes, language, format, word }))]
      : []),
  ];
}
