// The reading room as a person meets it: its text, what is painted over it, and the way to code a passage of it.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import type { Language } from '../../shared/words/say.ts';
import { aDocx, paragraph } from '../engine/import/make-docx.ts';
import type { RunningHost } from '../engine/loopback/host.ts';
import { aCoding } from '../helpers/project.ts';
import { until } from './window.ts';

/** Two invented interviews: a plain text and a Word document. */
export const talks = {
  en: {
    txt: [
      'Interviewer: How did the tool shed begin?',
      'Ms Orr: We lent each other ladders, and every ladder came back.',
      'Interviewer: And when one does not come back?',
      'Ms Orr: Then we ask twice, kindly.',
    ],
    docx: [
      'Interviewer: Who keeps the keys?',
      'Mr Vale: Whoever opened last. Nobody wrote that down.',
      'Mr Vale: The office promised us a lamp, and we still wait.',
    ],
  },
  zh: {
    txt: [
      '访谈者：工具房是怎么开始的？',
      '欧大姐：大家互相借梯子，每一把都还回来了。',
      '访谈者：要是没有还呢？',
      '欧大姐：那就好好地再问一次。',
    ],
    docx: [
      '访谈者：钥匙由谁保管？',
      '魏师傅：谁最后开门谁保管，没有人写下来。',
      '魏师傅：街道答应给一盏灯，我们还在等。',
    ],
  },
} as const;

/** Writes both files into the folder; returns their paths. */
export async function writeTalks(
  { folder }: { readonly folder: string },
  language: Language,
): Promise<readonly [string, string]> {
  const [txt, docx] = [join(folder, 'shed.txt'), join(folder, 'keys.docx')];
  writeFileSync(txt, `${talks[language].txt.join('\n')}\n`);
  writeFileSync(docx, await aDocx(talks[language].docx.map(paragraph).join('')));
  return [txt, docx];
}

/** Makes a project with both talks in one case, without the window, and leaves it open. */
export async function makeStudy(
  host: Pick<RunningHost, 'engine' | 'folder'>,
  language: Language,
): Promise<void> {
  const { engine } = host;
  await engine.call('project.create', {
    file: engine.files.grant(join(host.folder, 'study.crosscase')),
    name: 'Study',
    language,
    framework: 'community-social-capital',
    coder: 'Ada',
  });
  const paths = await writeTalks(host, language);
  const files = paths.map((path) => ({
    token: engine.files.grant(path),
    name: must(/[^\\/]+$/.exec(path)?.[0], 'a name'),
  }));
  const place = { case: 'Shed', phase: 'after', interviewers: [], encoding: null };
  for await (const { outcome } of engine.stream('import.files', { files, ...place }))
    if (outcome !== 'imported') throw new Error(`A fixture was ${outcome}`);
}

/** Codes `words` in "shed" without the window. */
export async function code(
  host: Pick<RunningHost, 'engine'>,
  language: Language,
  words: string,
  shortId: string,
): Promise<void> {
  const start = talks[language].txt.join('\n').indexOf(words);
  const passage = { start, end: start + words.length };
  await host.engine.call('codings.add', aCoding({ source: 'shed', code: shortId, passage }));
}

export function transcript(page: Page): Locator {
  return page.locator('.transcript');
}

/** Selects these words with the mouse, from the first to the last. */
export async function drag(page: Page, words: string): Promise<void> {
  const box = await boxOf(page, words);
  // Inside the letters, which may still move by a part of a pixel.
  await page.mouse.move(box.left + 1, box.first);
  await page.mouse.down();
  // A hand is slower than the editor, which sets the caret anew where the press was at the end of a label.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.mouse.move((box.left + box.right) / 2, (box.first + box.last) / 2, { steps: 3 });
  await page.mouse.move(box.right - 1, box.last, { steps: 3 });
  await page.mouse.up();
  await until(() => selected(page), words, 'the selection');
}

interface Box {
  readonly left: number;
  readonly right: number;
  /** Heights of the first and the last line, in the middle of it. */
  readonly first: number;
  readonly last: number;
}

/** Where these words stand on screen, once nothing around them moves any more; scrolled into sight. */
export async function boxOf(page: Page, words: string): Promise<Box> {
  let box = await boxNow(page, words);
  const stays = async (): Promise<boolean> => {
    const before = box;
    await delay(50);
    box = await boxNow(page, words);
    return isDeepStrictEqual(box, before);
  };
  await until(stays, true, 'the words stand still');
  return box;
}

async function boxNow(page: Page, words: string): Promise<Box> {
  await transcript(page).getByText(words).waitFor();
  return must(
    await page.evaluate<Box | null>(`(() => {
      const pieces = document.createTreeWalker(document.querySelector('.transcript'), NodeFilter.SHOW_TEXT);
      for (let node = pieces.nextNode(); node; node = pieces.nextNode()) {
        const start = node.data.indexOf(${JSON.stringify(words)});
        if (start < 0) continue;
        node.parentElement.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + ${words.length});
        const boxes = [...range.getClientRects()];
        const [one, end] = [boxes[0], boxes.at(-1)];
        return { left: one.left + 0.5, right: end.right - 0.5, first: one.top + one.height / 2, last: end.top + end.height / 2 };
      }
      return null;
    })()`),
    `“${words}” in the text`,
  );
}

/** Scrolls a list to its last row, until it bears these words: rows out of sight are not drawn, and new ones come late. */
export async function toEnd(page: Page, list: Locator, words: string): Promise<void> {
  const atEnd = async (): Promise<number> => {
    await list.hover();
    await page.mouse.wheel(0, 100_000);
    return list.getByText(words).count();
  };
  await until(atEnd, 1, `${words} at the end of the list`);
}

export function selected(page: Page): Promise<string> {
  return page.evaluate('getSelection().toString()');
}

/** The words under every highlight of a coding, in the order of the text. */
export function painted(page: Page): Promise<string[]> {
  return page.evaluate(`[...CSS.highlights]
    .filter(([name]) => /^k\\d/.test(name))
    .flatMap(([, highlight]) => [...highlight])
    .map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range;
    })
    .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
    .map(String)`);
}

export function untilPainted(page: Page, words: readonly string[]): Promise<void> {
  return until(() => painted(page), [...words], 'what is painted');
}

/** The names that the stripes bear for a screen reader. */
export function stripes(page: Page): Promise<string[]> {
  return page.evaluate("[...document.querySelectorAll('.stripes button.lane')].map((it) => it.ariaLabel)");
}
