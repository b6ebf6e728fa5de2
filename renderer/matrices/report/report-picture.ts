// What a report draws, as a picture for a thesis: with its title and the counting rule.
import type { ReportAnswer } from '../../../shared/contract/reports.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import type { Language } from '../../../shared/words/say.ts';
import { sayFailure } from '../../acts.ts';
import { pictureOf, type Caption, type PictureFormat } from '../../charts/picture.ts';
import { engine } from '../../engine.ts';
import { fileStem } from '../../file-name.ts';
import { leaving, withNamesSaid } from '../../names/leaving.ts';
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
  const names = leaving();
  const file = `${fileStem(names.text(title)) || 'report'}.${format}`;
  const caption = { title: reportPages(language, answer).title, rule: ruleText(language, answer.rule) };
  try {
    const isGiven = await engine.saveFile(file, async (token) => {
      const content = await contentOf(names.all(answer), {
        codes,
        language,
        caption: names.all(caption),
        format,
      });
      if (content === null) return;
      await engine.call('export.picture', { file: token, content });
    });
    if (isGiven)
      notify({ tone: 'plain', text: withNamesSaid(say('tables.exported', { file }), names.replaced()) });
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
}

async function contentOf(answer: ReportAnswer, wanted: PictureWanted): Promise<string | null> {
  const { language, caption, format } = wanted;
  if (answer.kind === 'saturation') return pictureOf('slopes', curveOf(answer, language), caption, format);
  return answer.kind === 'portrait' ? portraitPicture(answer, wanted) : null;
}
