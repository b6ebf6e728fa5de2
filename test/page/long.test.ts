// Going through texts: long ones by section, from coding to coding, to what is not coded, by the overview.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../shared/must.ts';
import { aCoding } from '../helpers/project.ts';
import { code, makeStudy, painted, selected, stripes, transcript, untilPainted } from './room.ts';
import { until, untilFocused, windowTest } from './window.ts';

/** Some 530,000 units: each turn says its number. */
const turns = Array.from({ length: 2200 }, (_, n) => {
  const said = `Turn ${n + 1} of this talk. ${'We kept the key at the gate and swept the yard after every flood. '.repeat(3)}`;
  return n % 2 === 0
    ? `Interviewer: And then? ${n + 1}`
    : `Ms Orr: ${said.trim()} ${'The lamp stayed on. '.repeat(12)}`;
});
const long = turns.join('\n');

windowTest(
  'a long text is shown by section; codings, finding and numbers are those of the whole',
  { language: 'en' },
  async ({ page, host, say }) => {
    const { keyboard } = page;
    const { engine } = host;
    assert.ok(long.length > 500_000);
    await makeStudy(host, 'en');
    const path = join(host.folder, 'long.txt');
    writeFileSync(path, long);
    const files = [{ token: engine.files.grant(path), name: 'long.txt' }];
    const place = { case: null, phase: null, interviewers: [], encoding: null };
    for await (const { outcome } of engine.stream('import.files', { files, ...place }))
      assert.equal(outcome, 'imported');
    const late = 'Turn 2100 of this talk.';
    const start = long.indexOf(late);
    const passage = { start, end: start + late.length };
    await engine.call('codings.add', aCoding({ source: 'long', code: 'N2', passage }));

    await page.locator('.source-tree').getByText('long', { exact: true }).click();
    const steps = page.locator('.section-steps');
    await steps.getByText(say('texts.section', { at: 1, n: 3 })).waitFor();
    await transcript(page).click({ position: { x: 200, y: 60 } });
    await keyboard.press('Alt+ArrowDown');
    await steps.getByText(say('texts.section', { at: 3, n: 3 })).waitFor();
    await until(() => selected(page), late, 'the coding in another section');
    await untilPainted(page, [late]);
    assert.match(must((await stripes(page))[0], 'a stripe'), /¶ ?2100|paragraph 2100/i);

    await keyboard.press('Control+f');
    await keyboard.type('turn 20 of');
    await steps.getByText(say('texts.section', { at: 1, n: 3 })).waitFor();
    await keyboard.press('Escape');
    await until(() => selected(page), 'Turn 20 of', 'the found words');

    await keyboard.press('Alt+PageDown');
    await steps.getByText(say('texts.section', { at: 2, n: 3 })).waitFor();
    await untilFocused(transcript(page));
    const first = transcript(page).locator('.line').first();
    const number = Number(await first.getAttribute('data-n'));
    assert.equal((await first.textContent())?.startsWith(must(turns[number - 1], 'a turn')), true);
    await keyboard.press('ArrowDown');
    await keyboard.press('u');
    await until(
      () => selected(page),
      (words) => words.startsWith('Turn '),
      'what is not coded',
    );
    await keyboard.press('c');
    await keyboard.type('T1');
    await keyboard.press('Enter');
    await until(async () => (await painted(page)).length, 1, 'what is painted');
    // It is painted before it is stored.
    const isNew = (each: { readonly start: number }): boolean => each.start !== start;
    const stored = async () => (await engine.call('codings.list', { source: 'long' })).codings;
    await until(async () => (await stored()).some(isNew), true, 'what is stored');
    const coded = must((await stored()).find(isNew), 'the new coding');
    assert.deepEqual([long.slice(coded.start, coded.end)], await painted(page));
  },
);

windowTest(
  'to the next words without code, among the codings of one code, and by the overview',
  { language: 'en' },
  async ({ page, host, say }) => {
    const { keyboard } = page;
    await makeStudy(host, 'en');
    await code(host, 'en', 'We lent each other ladders, and', 'N2');
    await code(host, 'en', 'every', 'T1');
    await code(host, 'en', 'kindly', 'N2');
    await untilPainted(page, ['We lent each other ladders, and', 'every', 'kindly']);
    await transcript(page).focus();
    await keyboard.press('Control+Home');
    for (const stretch of ['ladder came back.', 'Then we ask twice,']) {
      await keyboard.press('u');
      await until(() => selected(page), stretch, 'the next stretch without code');
    }
    await keyboard.press('u');
    await page.getByRole('status').getByText(say('texts.no-uncoded')).waitFor();
    await keyboard.press('Shift+U');
    await until(() => selected(page), 'ladder came back.', 'the stretch before');

    await keyboard.press('Control+Home');
    await keyboard.press('Alt+ArrowDown');
    await until(() => selected(page), 'We lent each other ladders, and', 'the first coding');
    await keyboard.press('Alt+Shift+ArrowDown');
    await until(() => selected(page), 'kindly', 'the next coding of its code');
    await keyboard.press('Alt+Shift+ArrowUp');
    await until(() => selected(page), 'We lent each other ladders, and', 'the one before');
    await keyboard.press('Alt+ArrowDown');
    await until(() => selected(page), 'every', 'the next coding of any code');

    await keyboard.press('Control+k');
    await keyboard.type(say('texts.next-uncoded'));
    await keyboard.press('Enter');
    await until(() => selected(page), 'ladder came back.', 'the command does what the key does');
    await untilFocused(transcript(page));

    const strip = page.locator('.overview');
    await page.setViewportSize({ width: 1200, height: 240 });
    const reader = page.locator('.reader');
    const scrolled = (): Promise<number> => reader.evaluate('document.querySelector(".reader").scrollTop');
    await reader.evaluate('document.querySelector(".reader").scrollTo(0, 0)');
    const box = must(await strip.boundingBox(), 'the overview');
    await page.mouse.move(box.x + 8, box.y + 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 8, box.y + box.height - 2, { steps: 4 });
    await page.mouse.up();
    await until(scrolled, (top) => top > 50, 'the text follows the pointer');
    await untilFocused(transcript(page));
    assert.equal(await selected(page), 'ladder came back.', 'the selection stays');
  },
);
