// What a report draws, as a picture for a thesis: with its title and the counting rule.
import type { ReportAnswer } from '../../../shared/contract/reports.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import { sayFailure } from '../../acts.ts';
import { pictureOf } from '../../charts/picture.ts';
import { engine } from '../../engine.ts';
import { fileStem } from '../../file-name.ts';
import { notify } from '../../window-state.ts';
import { words } from '../../words.ts';
import { curveOf } from './saturation.tsx';

export const pictureFormats = ['svg', 'png'] as const;

/** A report that draws something, and has something to draw. */
export function isDrawn(answer: ReportAnswer | undefined): boolean {
  return answer?.kind === 'saturation' && answer.units.length > 0;
}

export async function exportPicture(
  answer: ReportAnswer,
  format: (typeof pictureFormats)[number],
  title: string,
): Promise<void> {
  const { say, language } = words();
  const file = `${fileStem(title) || 'report'}.${format}`;
  const caption = { title: reportPages(language, answer).title, rule: ruleText(language, answer.rule) };
  try {
    const isGiven = await engine.saveFile(file, async (token) => {
      if (answer.kind !== 'saturation') return;
      const content = await pictureOf('slopes', curveOf(answer, language), caption, format);
      await engine.call('export.picture', { file: token, content });
    });
    if (isGiven) notify({ tone: 'plain', text: say('tables.exported', { file }) });
  } catch (error) {
    sayFailure('export.picture', error);
  }
}
