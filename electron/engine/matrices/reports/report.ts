// One report for each kind that is asked for.
import type { ReportAnswer, ReportInput } from '../../../../shared/contract/reports.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import type { Readable } from '../../store/connection.ts';
import { codeTrend } from './code-trend.ts';
import { coverage } from './coverage.ts';
import { crosstab } from './crosstab.ts';
import { levels } from './levels.ts';
import { portrait } from './portrait.ts';
import { relations } from './relations.ts';
import { saturation } from './saturation.ts';
import { tracing } from './tracing.ts';
import { truthTableReport } from './truth-table.ts';
import { wordTrend } from './word-trend.ts';

/** Refuses what its question refuses: unknown codes, attributes, filters and coders. */
export function report(db: Readable, corpus: Corpus, input: ReportInput): ReportAnswer {
  switch (input.kind) {
    case 'crosstab':
      return crosstab(db, corpus, input);
    case 'relations':
      return relations(db, corpus, input);
    case 'levels':
      return levels(db, corpus, input);
    case 'saturation':
      return saturation(db, corpus, input);
    case 'coverage':
      return coverage(db, corpus, input);
    case 'truth-table':
      return truthTableReport(db, corpus, input);
    case 'portrait':
      return portrait(db, corpus, input);
    case 'tracing':
      return tracing(db, corpus, input);
    case 'code-trend':
      return codeTrend(db, corpus, input);
    case 'word-trend':
      return wordTrend(db, corpus, input);
  }
}
