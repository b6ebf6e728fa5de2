// What a report draws, as a picture for a thesis: with its title and the counting rule.
import type { ReportAnswer } from '../../../shared/contract/reports.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import type { Language } from '../../../shared/words/say.ts';
import { reworded } from '../../charts/chart-data.ts';
import { pictureOf, type Caption, type PictureFormat } from '../../charts/picture.ts';
import type { AxisCodes } from '../facts.ts';
import { portraitPicture } from './portrait-picture.ts';
import { isReadable, relationPicture } from './relation-picture.ts';
import { curveOf } from './saturation.tsx';
import { trendData, trendKind } from './trend-data.ts';

/** Of what a report draws. */
export interface PictureWanted {
  readonly codes: AxisCodes;
  readonly language: Language;
  readonly format: PictureFormat;
  /** What is drawn of a text of the report. */
  readonly word: (text: string) => string;
}

/** Gives the picture's file, as base64; null for a report that draws nothing. */
export function pictureOfReport(answer: ReportAnswer): ((wanted: PictureWanted) => Promise<string>) | null {
  const captioned = ({ language, word }: PictureWanted): Caption => ({
    title: word(reportPages(language, answer).title),
    rule: word(ruleText(language, answer.rule)),
  });
  switch (answer.kind) {
    case 'saturation':
      return answer.units.length === 0
        ? null
        : (wanted) => {
            const curve = reworded(curveOf(answer, wanted.language), wanted.word);
            return pictureOf('slopes', curve, captioned(wanted), wanted.format);
          };
    case 'portrait':
      return answer.sources.some(({ lanes }) => lanes.length > 0)
        ? (wanted) => portraitPicture(answer, wanted, captioned(wanted))
        : null;
    case 'code-trend':
    case 'word-trend':
      return answer.lines.length === 0 || answer.points.length === 0
        ? null
        : (wanted) => {
            const data = reworded(trendData(answer, wanted.language, wanted.codes), wanted.word);
            return pictureOf(trendKind(answer), data, captioned(wanted), wanted.format);
          };
    case 'relations':
      return isReadable(answer) ? (wanted) => relationPicture(answer, wanted, captioned(wanted)) : null;
    case 'crosstab':
    case 'levels':
    case 'coverage':
    case 'truth-table':
    case 'tracing':
      return null;
  }
}
