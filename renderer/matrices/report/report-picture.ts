// What a report draws, as a picture for a thesis: with its title and the counting rule.
import type { ReportAnswer } from '../../../shared/contract/reports.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import type { Language } from '../../../shared/words/say.ts';
import { sayFailure } from '../../acts.ts';
import { reworded } from '../../charts/chart-data.ts';
import { pictureOf, type Caption, type PictureFormat } from '../../charts/picture.ts';
import { engine } from '../../engine.ts';
import { fileStem } from '../../file-name.ts';
import { leaving, readNames, withNamesSaid } from '../../names/leaving.ts';
import { notify } from '../../window-state.ts';
import { words } from '../../words.ts';
import type { AxisCodes } from '../facts.ts';
import { portraitPicture } from './portrait-picture.ts';
import { curveOf } from './saturation.tsx';

export const pictureFormats = ['svg', 'png'] as const satisfies readonly PictureFormat[];

/** A report that draws something, and has something to draw. */
export function isDrawn(answer: ReportAnswer): boolean {
  if (answer.kind === 'saturation') return answer.units.length > 0;
  return answer.kind === 'portrait' && answer.sources.some(({ lanes }) => lanes.length > 0);
}

export async function exportPicture(
  answer: ReportAnswer,
  codes: AxisCodes,
  format: PictureFormat,
  title: string,
): Promise<void> {
  const { say, language } = words();
  try {
    await readNames();
    const { text, replaced } = leaving();
    const file = `${fileStem(text(title)) || 'report'}.${format}`;
    const isGiven = await engine.saveFile(file, async (token) => {
      const caption = {
        title: text(reportPages(language, answer).title),
        rule: text(ruleText(language, answer.rule)),
      };
      const content = await contentOf(answer, { codes, language, caption, format, word: text });
      if (content === null) return;
      await engine.call('export.picture', { file: token, content });
    });
    if (isGiven) notify({ tone: 'plain', text: withNamesSaid(say('tables.exported', { file }), replaced()) });
  } catch (error) {
    sayFailure('export.picture', error);
  }
}

/** Of what a report draws. */
export interface PictureWanted {
  readonly codes: AxisCodes;
  readonly language: Language;
  readonly caption: Caption;
  readonly format: PictureFormat;
  /** What is drawn of a text of the report. */
  readonly word: (text: string) => string;
}

async function contentOf(answer: ReportAnswer, wanted: PictureWanted): Promise<string | null> {
  const { language, caption, format, word } = wanted;
  if (answer.kind === 'saturation')
    return pictureOf('slopes', reworded(curveOf(answer, language), word), caption, format);
  return answer.kind === 'portrait' ? portraitPicture(answer, wanted) : null;
}
