// The gestures of the reading room, by key and by mouse, each checked against what the engine has stored.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Output } from '../../shared/contract/index.ts';
import { must } from '../../shared/must.ts';
import type { Language } from '../../shared/words/say.ts';
import { checkAxe } from './axe.ts';
import { boxOf, code, drag, makeStudy, selected, talks, transcript, untilPainted } from './room.ts';
import { until, untilFocused, windowTest, type OpenWindow } from './window.ts';

/** Words of the first talk in both languages. */
const said = {
  en: {
    turn: 'We lent each other ladders, and every ladder came back.',
    start: 'We lent each other',
    middle: 'ladders',
    end: 'every ladder came back',
    longer: 'and every ladder came back',
    later: 'Then we ask twice, kindly.',
    laterWord: 'twice',
    question: 'How did the tool shed begin?',
    definition: 'competent',
  },
  zh: {
    turn: '大家互相借梯子，每一把都还回来了。',
    start: '大家互相借',
    middle: '梯子',
    end: '每一把都还回来了',
    longer: '梯子，每一把都还回来了',
    later: '那就好好地再问一次。',
    laterWord: '再',
    question: '工具房是怎么开始的？',
    definition: '守信',
  },
} as const satisfies Record<Language, unknown>;

interface Gesture extends OpenWindow {
  readonly words: (typeof said)[Language];
  /** The stored codings of "shed": short id, words, and what is set on them. */
  readonly stored: () => Promise<readonly StoredCoding[]>;
  /** Waits until the stored codings are these: "T2 words". */
  readonly untilStored: (wanted: readonly string[]) => Promise<void>;
}

interface StoredCoding {
  readonly code: string;
  readonly quote: string;
  readonly coding: Output<'codings.list'>['codings'][number];
}

/** A test of gestures in each language, on a project of its own. */
export function gestureTest(name: string, work: (gesture: Gesture) => Promise<void>): void {
  for (const language of ['en', 'zh'] as const)
    windowTest(`${name}, ${language}`, { language }, async (window) => {
      const { engine } = window.host;
      await makeStudy(window.host, language);
      await transcript(window.page).getByText(said[language].turn).waitFor();
      const stored = async (): Promise<readonly StoredCoding[]> => {
        const { codings } = await engine.call('codings.list', { source: 'shed' });
        const { codes } = await engine.call('codes.list', {});
        const { text } = await engine.call('sources.text', { source: 'shed' });
        return codings.map((coding) => {
          const { shortId, name } = must(
            codes.find(({ uid }) => uid === coding.code),
            'its code',
          );
          return { code: shortId ?? name, quote: text.slice(coding.start, coding.end), coding };
        });
      };
      const untilStored = (wanted: readonly string[]): Promise<void> =>
        until(
          async () => (await stored()).map(({ code: id, quote }) => `${id} ${quote}`),
          [...wanted],
          'the stored codings',
        );
      await work({ ...window, words: said[language], stored, untilStored });
    });
}

/** Puts the caret into these words by a click. */
export async function clickInto(page: Page, words: string): Promise<void> {
  const { left, right, first } = await boxOf(page, words);
  await page.mouse.click((left + right) / 2, first);
  await untilFocused(transcript(page));
}

/** What a screen reader is told of an act. */
export function aloud(page: Page): Promise<string> {
  return page.evaluate(`[...document.querySelectorAll('.visually-hidden[aria-live], .visually-hidden[role=status]')]
    .map((each) => each.textContent).join(' ').replaceAll('\\u00a0', '')`);
}

export {
  assert,
  boxOf,
  checkAxe,
  code,
  drag,
  selected,
  talks,
  transcript,
  until,
  untilFocused,
  untilPainted,
};
