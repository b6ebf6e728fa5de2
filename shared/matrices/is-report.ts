// Tells the question of a report from that of a table.
import type { ReportInput } from '../contract/reports.ts';

/** Of questions only those of reports have a kind. */
export function isReport(question: object): question is ReportInput {
  return 'kind' in question;
}
