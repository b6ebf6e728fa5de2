// Charts: the same numbers as the table, reached by keys and by mouse, and written as pictures with their rule.
import assert from 'node:assert/strict';
import { inPicture } from './pictured.ts';
import { languages, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

windowTest(
  'a chart says its numbers to the arrow keys, and Enter opens their quotes',
  { language: 'en' },
  async (window) => {
    const { page, say } = window;
    await openMatrices(window);
    await page.getByRole('option', { name: say('tables.case-code'), exact: true }).click();
    const grid = page.getByRole('grid');
    const row = grid.getByRole('row', { name: /^Maple Lane/ });
    const value = await row.getByRole('gridcell').nth(1).textContent();
    await show(window, 'bars');
    const chart = page.getByRole('group', {
      name: say('charts.of', { kind: say('charts.bars'), title: 'Case × code' }),
    });
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await until(
      () => chart.getByRole('status').textContent(),
      `Maple Lane × N Norms: ${value} references`,
      'what is said',
    );
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
    await evidence.getByText('Maple Lane × N Norms').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: say('tables.code-code'), exact: true }).click();
    await show(window, 'network');
    await page.locator('.chart canvas').waitFor();
    const network = page.getByRole('group', {
      name: say('charts.of', { kind: say('charts.network'), title: say('tables.code-code') }),
    });
    await network.focus();
    const said = network.getByRole('status');
    await page.keyboard.press('ArrowRight');
    const told = async (): Promise<readonly string[]> =>
      /^(.*) × (.*): [1-9]/.exec((await said.textContent()) ?? '')?.slice(1) ?? [];
    await until(told, ([from, to]) => from !== to, 'a line between two codes');
    const pair = (await told()).join(' × ');
    await page.keyboard.press('Enter');
    await evidence.getByText(pair, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    // From before to after: both ends of a line open the quotes of their side.
    await page.getByRole('option', { name: say('tables.before-change-after'), exact: true }).click();
    const first = page.locator('table.ba tbody tr').first();
    await first.locator('.change-value').waitFor();
    const [by] = await first.locator('.change-value').allTextContents();
    const [rose, stayed, fell] = await first.locator('.ud b').allTextContents();
    await show(window, 'dumbbells');
    await page.locator('.chart canvas').first().waitFor();
    const change = page.getByRole('group', {
      name: say('charts.of', { kind: say('charts.dumbbells'), title: say('tables.before-change-after') }),
    });
    await change.focus();
    const end = change.getByRole('status');
    await page.keyboard.press('ArrowRight');
    await until(
      () => end.textContent(),
      (text) =>
        /^C Capacities × After: .* median level, mean of 3 cases; /.test(text ?? '') &&
        text?.endsWith(`; rises, ${by}: ${rose} cases rose, ${stayed} stayed, ${fell} fell`) === true,
      'the end of a line',
    );
    await page.keyboard.press('Enter');
    await evidence.getByRole('heading', { name: 'C Capacities × After' }).waitFor();
    const quotes = evidence.getByRole('listitem');
    await until(
      () => quotes.count(),
      (n) => n > 0,
      'the quotes after',
    );
    for (const text of await quotes.allTextContents()) assert.match(text, /After/);
    await page.keyboard.press('Escape');
    await untilFocused(change);
    await page.keyboard.press('ArrowLeft');
    await until(
      () => end.textContent(),
      (text) => /× Before: 1\.00/.test(text ?? ''),
      'its other end',
    );
    await page.keyboard.press('Enter');
    await evidence.getByRole('heading', { name: 'C Capacities × Before' }).waitFor();
    await page.keyboard.press('Escape');
    // What this table cannot be drawn as gives way to the table.
    await page.getByRole('option', { name: say('tables.frequencies'), exact: true }).click();
    await page.getByRole('radio', { name: say('charts.table'), exact: true, checked: true }).waitFor();
  },
);

windowTest('a click on a bar opens the quotes that it counts', { language: 'en' }, async (window) => {
  const { page, say } = window;
  await openMatrices(window);
  await page.getByRole('option', { name: say('tables.frequencies'), exact: true }).click();
  await show(window, 'bars');
  const canvas = page.locator('.chart canvas').first();
  await canvas.waitFor();
  const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
  const { width = 0 } = (await canvas.boundingBox()) ?? {};
  let x = 60;
  const clickOn = async (): Promise<number> => {
    await canvas.click({ position: { x, y: 60 } });
    x = x + 20 < width ? x + 20 : 60;
    return evidence.count();
  };
  await until(clickOn, 1, 'a bar is hit');
  await evidence.getByRole('listitem').first().waitFor();
});

for (const language of languages('en'))
  windowTest(
    `a chart is written as a picture with title, N and rule, language ${language}`,
    { language },
    async (window) => {
      const { page, host, say, written } = window;
      await openMatrices(window);
      await page.getByRole('option', { name: say('tables.case-code'), exact: true }).click();
      await show(window, 'bubbles');
      await page.locator('.chart canvas').waitFor();
      const exported = async (format: 'svg' | 'png'): Promise<Buffer> => {
        await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
        const dialog = page.getByRole('dialog', { name: say('tables.export') });
        await dialog.getByText(say(`tables.${format}`), { exact: true }).click();
        const { name, bytes } = await written(() =>
          dialog.getByRole('button', { name: say('tables.write') }).click(),
        );
        assert.ok(name.endsWith(`.${format}`));
        await dialog.waitFor({ state: 'detached' });
        return bytes;
      };
      const place = language === 'en' ? 'Maple Lane' : '枫林里';
      assert.deepEqual([...(await exported('png')).subarray(1, 4)], [...Buffer.from('PNG')]);
      const { words, colours } = inPicture(await exported('svg'));
      assert.match(words, language === 'en' ? /Case × code.*181 references/s : /案例 × 编码.*N：/s);
      assert.ok(words.includes(place));

      // What is written gets pseudonyms; the colours are told by words too, which stay.
      const pseudonyms = [
        { name: place, pseudonym: 'Q9' },
        { name: 'c', pseudonym: 'R9' },
      ];
      await host.engine.call('pseudonyms.set', { pseudonyms });
      const renamed = inPicture(await exported('svg'));
      assert.match(renamed.words, /Q9/);
      assert.ok(!renamed.words.includes(place));
      assert.deepEqual(renamed.colours, colours);
    },
  );

async function openMatrices({ page, say }: OpenWindow): Promise<void> {
  await page.getByRole('button', { name: say('start.sample') }).click();
  await page.getByRole('link', { name: say('place.matrices') }).click();
}

async function show(
  { page, say }: OpenWindow,
  kind: 'bars' | 'bubbles' | 'network' | 'dumbbells',
): Promise<void> {
  await page.getByRole('radio', { name: say(`charts.${kind}`), exact: true }).click();
}
