// How a text is read: its size and width, its place, what lies under the pointer, what is set quietly.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { aCoding } from '../helpers/project.ts';
import type { RunningHost } from '../engine/loopback/host.ts';
import { boxOf, code, makeStudy, transcript, untilPainted } from './room.ts';
import { languages, until, untilFocused, windowTest } from './window.ts';

/** Where the reading text stands: px of its letters and of its lines. */
function look(page: Page): Promise<{ readonly size: string; readonly width: number }> {
  return page.evaluate(`(() => {
    const text = document.querySelector('.transcript');
    return { size: getComputedStyle(text).fontSize, width: Math.round(text.getBoundingClientRect().width) };
  })()`);
}

/** Number of the paragraph at the top of the window. */
function atTop(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const top = document.querySelector('.reader').getBoundingClientRect().top;
    const line = [...document.querySelectorAll('.transcript .line')].find((each) => each.getBoundingClientRect().bottom > top + 1);
    return Number(line.dataset.n);
  })()`);
}

async function importText(
  host: Pick<RunningHost, 'engine' | 'folder'>,
  name: string,
  text: string,
): Promise<void> {
  const { engine } = host;
  const path = join(host.folder, `${name}.txt`);
  writeFileSync(path, text);
  const place = { case: null, phase: null, interviewers: [], encoding: null };
  const files = [{ token: engine.files.grant(path), name: `${name}.txt` }];
  for await (const { outcome } of engine.stream('import.files', { files, ...place }))
    assert.equal(outcome, 'imported');
}

const hundred = Array.from(
  { length: 100 },
  (_, n) => `Ms Orr: Part ${n + 1}. ${'We kept the key at the gate and swept the yard. '.repeat(5).trim()}`,
).join('\n');

for (const language of languages('en'))
  windowTest(
    `size and width of the text are chosen by button and key, keep what is read in its place and are found again, ${language}`,
    { language },
    async ({ page, host, say }) => {
      await page.setViewportSize({ width: 1800, height: 900 });
      await makeStudy(host, language);
      await importText(host, 'parts', hundred);
      await page.locator('.source-tree').getByText('parts', { exact: true }).click();
      await transcript(page).getByText('Part 1.').waitFor();
      assert.deepEqual(await look(page), { size: '17px', width: 544 });

      const slider = page.getByRole('slider', { name: say('reading.overview') });
      await slider.focus();
      await page.keyboard.press('PageDown');
      await page.keyboard.press('PageDown');
      await page.keyboard.press('ArrowDown');
      await until(() => atTop(page), 22, 'the paragraph that the slider led to');
      await until(() => slider.getAttribute('aria-valuenow'), '22', 'what the slider tells');
      assert.equal(
        await slider.getAttribute('aria-valuetext'),
        say('reading.overview-at', { paragraph: 22, n: 100 }),
      );

      await page.getByRole('button', { name: say('reading.look') }).click();
      await page.getByRole('button', { name: say('reading.larger') }).click();
      await page.getByRole('button', { name: say('reading.wider') }).click();
      await page.keyboard.press('Escape');
      await until(() => look(page), { size: '18px', width: 612 }, 'one step larger and wider');
      await until(() => atTop(page), 22, 'what was read stays in its place');

      await transcript(page).getByText('Part 23.').click();
      await page.keyboard.press('Alt+Minus');
      await page.keyboard.press('Alt+Minus');
      await page.keyboard.press('Alt+Shift+Minus');
      await page.getByText(say('reading.width-is', { letters: 65, characters: 32 })).waitFor();
      await until(() => look(page), { size: '16px', width: 512 }, 'by key');
      await until(() => atTop(page), 22, 'what was read stays in its place');

      const stored = (): Promise<unknown> =>
        Promise.resolve(
          (JSON.parse(readFileSync(join(host.settings, 'settings.json'), 'utf8')) as { settings: object })
            .settings,
        );
      await until(
        stored,
        (kept) => /"readSize":16/.test(JSON.stringify(kept)) && /"readWidth":32/.test(JSON.stringify(kept)),
        'kept by the host',
      );
      await page.reload();
      await transcript(page).waitFor();
      await until(() => look(page), { size: '16px', width: 512 }, 'after a reload');
    },
  );

windowTest(
  'the slider beside the text leads to both ends and is kept up by scrolling',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await importText(host, 'parts', hundred);
    await page.locator('.source-tree').getByText('parts', { exact: true }).click();
    await transcript(page).getByText('Part 1.').waitFor();
    const slider = page.getByRole('slider', { name: say('reading.overview') });
    const now = async (): Promise<string> => must(await slider.getAttribute('aria-valuenow'), 'a value');
    await slider.focus();
    await page.keyboard.press('End');
    await until(now, '100', 'the last paragraph');
    await transcript(page).getByText('Part 100.').waitFor();
    await page.keyboard.press('ArrowUp');
    await until(now, '99', 'the one before');
    await untilFocused(slider);
    await page.keyboard.press('Home');
    await until(() => atTop(page), 1, 'the first paragraph');
    await page.evaluate("document.querySelector('.reader').scrollTop = 4000");
    await until(now, String(await atTop(page)), 'the value follows the text');
  },
);

windowTest(
  'where the pointer rests the codings are told with their codes, coder and memo, and not while it moves on',
  { language: 'en' },
  async ({ page, host }) => {
    await makeStudy(host, 'en');
    const words = 'We lent each other ladders';
    await code(host, 'en', words, 'N2');
    const start = 'Interviewer: How did the tool shed begin?\nMs Orr: '.length;
    await host.engine.call(
      'codings.add',
      aCoding({ source: 'shed', code: 'T1', passage: { start, end: start + 7 }, memo: 'Said with pride.' }),
    );
    await untilPainted(page, [words, 'We lent']);
    const box = await boxOf(page, 'lent');
    await page.mouse.move(box.left + 4, box.first);
    const card = page.locator('.pointed');
    await card.waitFor();
    const told = await card.innerText();
    for (const each of ['Reciprocity', 'Norms', 'Trust among residents', 'Ada', 'Said with pride.'])
      assert.ok(told.includes(each), each);
    const other = await boxOf(page, 'ladders');
    await page.mouse.move(other.left + 4, other.first);
    await until(
      async () => (await card.allInnerTexts()).join(),
      (words) => words.includes('Reciprocity') && !words.includes('Trust among residents'),
      'what is told of the other place',
    );
    await page.keyboard.press('Shift');
    await card.waitFor({ state: 'detached' });
  },
);

windowTest(
  'times in brackets and the signs of headings are set quietly, headings larger, numbers beside the first line of each; turns are numbered',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await importText(host, 'notes', '# The hall\n\nOpen from eight. [00:03:18] Three carry the pump.');
    await page.locator('.source-tree').getByText('notes', { exact: true }).click();
    await transcript(page).getByText('The hall').waitFor();
    const quiet = (): Promise<string[]> =>
      page.evaluate(
        "[...(CSS.highlights.get('aside') ?? [])].map((each) => each.startContainer.data.slice(each.startOffset, each.endOffset))",
      );
    await until(quiet, ['#', '[00:03:18]'], 'what is set quietly');
    const size = (n: number): Promise<number> =>
      page.evaluate(
        `parseFloat(getComputedStyle(document.querySelectorAll('.transcript .line')[${n}]).fontSize)`,
      );
    assert.ok((await size(0)) > (await size(2)));
    assert.equal(await transcript(page).locator('.line').nth(0).textContent(), '# The hall');
    await importText(
      host,
      'talk',
      '# The hall\n\nSmall.\n\n### Ms Orr：\n\nOpen.\n\n### Interviewer：\n\nWhen?\n\nMs Orr: Now.\n',
    );
    await page.locator('.source-tree').getByText('talk', { exact: true }).click();
    await transcript(page).getByText('When?').click();
    await page
      .locator('.status')
      .getByText(say('texts.turn-number', { n: 2 }))
      .waitFor();
    // A citation leads to its place, also from another text.
    await page.locator('.source-tree').getByText('notes', { exact: true }).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('talk, turn 3');
    await page.getByText(say('palette.turn', { source: '4 talk', n: 3 })).waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('.status')
      .getByText(say('texts.turn-number', { n: 3 }))
      .waitFor();
    await page.locator('.status').getByText('¶ 7', { exact: true }).waitFor();
    const turns = transcript(page).locator('.speaker-label');
    assert.deepEqual(await turns.evaluateAll((all) => all.map((each) => each.getAttribute('data-turn'))), [
      '1',
      '2',
      '3',
    ]);
    // px from the middle of each paragraph's number to the middle of its first line.
    const off = await page.evaluate<
      number[]
    >(`[...document.querySelectorAll('.transcript .line:not(.blank)')].map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const first = range.getClientRects()[0];
      const top = line.getBoundingClientRect().top + parseFloat(getComputedStyle(line, '::before').top);
      return Math.abs(top + 5.5 - (first.top + first.height / 2));
    })`);
    assert.ok(off.length === 7 && off.every((each) => each <= 3), String(off));
  },
);
