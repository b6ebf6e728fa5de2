// Reports that draw: their marks are reached by keys, open what stands behind them, and go out as pictures.
import assert from 'node:assert/strict';
import { must } from '../../shared/must.ts';
import type { WordKey } from '../../shared/words/say.ts';
import { checkAxe } from './axe.ts';
import { pictured } from './pictured.ts';
import { holdBack, languages, tabTo, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

for (const language of languages('zh'))
  windowTest(
    `the marks of a document portrait open their quotes and places by key, language ${language}`,
    { language },
    async (window) => {
      const { page, host, say } = window;
      await openReport(window, 'displays.portrait');
      const source = language === 'en' ? 'Maple Lane, interview 1, leader' : '枫林里 访谈一 负责人';
      const portrait = page.getByRole('group', { name: say('portrait.of', { source }) });
      const marks = portrait.locator('.portrait-mark');
      await marks.first().waitFor();
      await checkAxe(page);
      await marks.first().focus();
      await page.keyboard.press('ArrowRight');
      await untilFocused(marks.nth(1));
      await page.keyboard.press('ArrowDown');
      const norms = portrait.locator('.portrait-mark[data-mark^="1 "]');
      await untilFocused(norms.first());
      await page.keyboard.press('Enter');
      const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
      await evidence.getByRole('listitem').first().waitFor();
      await checkAxe(page);
      await evidence.getByRole('listitem').first().focus();
      await page.keyboard.press('Escape');
      await untilFocused(norms.first());
      // Above the lanes each stretch of the band opens the quotes of the code that leads there; left of them stands the code.
      const stretches = portrait.locator('.portrait-stretch');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Home');
      await untilFocused(stretches.first());
      await page.keyboard.press('Enter');
      await until(() => stretches.first().getAttribute('aria-pressed'), 'true', 'the stretch is open');
      const told = (await stretches.first().textContent()) ?? '';
      await until(
        async () =>
          told.includes(say('written.references', { n: await evidence.getByRole('listitem').count() })),
        true,
        'as many quotes as the stretch says',
      );
      await stretches.first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      await untilFocused(portrait.locator('.portrait-name').nth(1));
      assert.equal(await portrait.locator('[tabindex="0"]').count(), 1, 'Tab leaves the portrait');
      await norms.first().focus();
      const picture = await pictured(window);
      for (const words of [source, say('portrait.band-short'), say('report.portrait')])
        assert.ok(picture.words.includes(words), words);
      // A name that is the short id of a code is drawn as its pseudonym, in the colour of the code.
      await host.engine.call('pseudonyms.set', { pseudonyms: [{ name: 'N', pseudonym: 'Q9' }] });
      const renamed = await pictured(window);
      assert.match(renamed.words, /Q9/);
      assert.deepEqual(renamed.colours, picture.colours);
      await norms.first().focus();
      await page.keyboard.press('o');
      await page
        .getByRole('button', { name: say('screen.back', { place: say('place.matrices') }) })
        .waitFor();
    },
  );

for (const language of languages('en'))
  windowTest(
    `trends of words and codes open their places and quotes by key and go out as pictures, language ${language}`,
    { language },
    async (window) => {
      const { page, say } = window;
      const letGo = await holdBack(page.context(), /"over":"source"/);
      await page.reload();
      await openReport(window, 'displays.word-trend');
      const [word, other] = language === 'en' ? ['key', 'nobody'] : ['钥匙', '没人'];
      await page.getByRole('textbox', { name: say('trend.words-long') }).fill(word);
      await page.keyboard.press('Enter');
      const chartOf = (kind: 'word-trend' | 'code-trend') =>
        page.getByRole('group', {
          name: say('charts.of', { kind: say('charts.slopes'), title: say(`report.${kind}`) }),
        });
      const words = chartOf('word-trend');
      await untilFocused(words);
      for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      await until(
        () => words.getByRole('status').textContent(),
        (text) => text?.startsWith(`${word} × ${language === 'en' ? 'After' : '之后'}`) === true,
        'what is said',
      );
      await page.keyboard.press('Enter');
      const places = page.getByRole('list', { name: say('report.passages') }).getByRole('listitem');
      await places.filter({ hasText: word }).first().waitFor();
      await checkAxe(page);
      const chip = page.getByRole('button', { name: new RegExp(`^${say('trend.words')}`) });
      await chip.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('textbox').fill(`${word}, ${other}`);
      await page.keyboard.press('Enter');
      await page.getByRole('columnheader', { name: other }).first().waitFor();
      await untilFocused(chip.filter({ hasText: other }));
      const picture = await pictured(window);
      for (const text of [word, other, say('report.word-trend'), say('trend.over-source-phase')])
        assert.ok(picture.words.includes(text), text);

      await page.getByRole('option', { name: say('displays.code-trend'), exact: true }).click();
      const codes = chartOf('code-trend');
      await codes.locator('canvas').waitFor();
      // While the next question is read, a point opens the quotes of the answer in sight.
      const over = page.getByRole('button', { name: new RegExp(`^${say('trend.over')}`) });
      await over.click();
      await page.getByRole('option', { name: say('trend.over-source'), exact: true }).click();
      await untilFocused(over.filter({ hasText: new RegExp(`${say('trend.over-source')}$`) }));
      await codes.focus();
      for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      await page.keyboard.press('Enter');
      const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
      await evidence.getByRole('listitem').first().waitFor();
      await letGo();
      const source = language === 'en' ? 'Maple Lane, interview 1, leader' : '枫林里 访谈一 负责人';
      await page.getByRole('cell', { name: source }).waitFor();
      await evidence.waitFor({ state: 'detached' });
      await checkAxe(page);

      await page.getByRole('option', { name: say('displays.word-trend'), exact: true }).click();
      await page.getByRole('textbox', { name: say('trend.words-long') }).fill(word);
      await page.keyboard.press('Enter');
      const row = page
        .getByRole('table', { name: say('report.passages') })
        .getByRole('row')
        .nth(1);
      await row.focus();
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: say('screen.back', { place: say('place.matrices') }) })
        .waitFor();
    },
  );

windowTest(
  'evidence is judged by keys, what it implies is told, and the reason stands beside the quote',
  { language: 'en' },
  async (window) => {
    const { host, page, say } = window;
    await openReport(window, 'displays.tracing');
    await page.getByText(say('tracing.choose')).waitFor();
    const chip = page.getByRole('button', { name: new RegExp(`^${say('tracing.hypotheses')}`) });
    await chip.click();
    for (const name of [/^D1 /, /^D2 /]) await page.getByRole('option', { name }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await untilFocused(chip);
    const heads = page.getByRole('columnheader');
    const standing = async (): Promise<string[]> =>
      (await heads.locator('.standing').allTextContents()).slice(0, 2);
    await until(standing, ['undefined', 'undefined'], 'nothing is judged');
    const cells = page.locator('.judgement');
    await tabTo(page, cells.first());
    for (const key of ['2', '-', 'ArrowDown', '1', '+', 'ArrowRight', '3', '+'])
      await page.keyboard.press(key);
    await until(standing, ['eliminated', 'confirmed'], 'what the tests imply');
    await page.getByRole('cell', { name: /straw in the wind: passes/ }).waitFor();
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
    await evidence.getByRole('listitem').first().waitFor();
    await checkAxe(page);
    await evidence.getByLabel(say('tracing.reason')).fill('Only they could have known.');
    await page.keyboard.press('Enter');
    await cells.filter({ hasText: 'smoking gun: passes (Only they could have known.)' }).waitFor();
    await page.keyboard.press('Escape');
    await evidence.getByRole('button', { name: say('screen.close') }).click();
    await untilFocused(cells.filter({ hasText: 'smoking gun' }));
    await page.keyboard.press('Backspace');
    await until(standing, ['eliminated', 'undefined'], 'the judgement is taken away');
    await page.keyboard.press('Control+z');
    await until(standing, ['eliminated', 'confirmed'], 'and comes back');
    const scope = { filters: [], overlap: 'split' as const, coders: null };
    const rivals = { kind: 'tracing' as const, ...scope, hypotheses: ['D1', 'D2'], exclusive: false };
    const question = { ...rivals, order: null, most: 1 };
    await host.engine.call('matrices.save', { name: 'One', description: '', question, display: 'values' });
    await page.getByRole('option', { name: 'One', exact: true }).click();
    const passages = page.getByRole('row').filter({ has: cells });
    await until(() => passages.count(), 1, 'a part of the evidence');
    await until(standing, ['eliminated', 'confirmed'], 'what all of it implies');
    await page.getByRole('button', { name: /^Show more/ }).click();
    await until(
      () => passages.count(),
      (n) => n > 1,
      'more of it',
    );
  },
);

windowTest(
  'a judgement that could not be taken away is what the next key goes on from',
  { language: 'en' },
  async (window) => {
    const { host, say } = window;
    const letGo = await holdBack(window.page.context(), /"name":"evidence\.judge"/);
    const page = await window.another();
    await openReport({ ...window, page }, 'displays.tracing');
    await page.getByRole('button', { name: new RegExp(`^${say('tracing.hypotheses')}`) }).click();
    await page.getByRole('option', { name: /^D1 / }).click();
    await page.keyboard.press('Escape');
    const cells = page.locator('.judgement');
    await tabTo(page, cells.first());
    await page.keyboard.press('2');
    await letGo();
    const hoop = cells.filter({ hasText: 'hoop' });
    await hoop.waitFor();
    await page.keyboard.press('Backspace');
    // Its coding is removed elsewhere meanwhile, and comes back.
    const scope = { filters: [], overlap: 'split' as const, coders: null };
    const asked = { kind: 'tracing' as const, ...scope, hypotheses: ['D1'], exclusive: false, order: null };
    const report = await host.engine.call('matrices.report', asked);
    assert.ok(report.kind === 'tracing');
    const id = must(report.evidence[0]?.cells[0], 'a piece of evidence').quote.id;
    await host.engine.call('codings.remove', { id });
    await hoop.waitFor({ state: 'detached' });
    await letGo();
    await page.getByText(say('refused.unknown-coding', { id })).waitFor();
    await host.engine.call('history.undo', {});
    await hoop.focus();
    await page.keyboard.press('+');
    await letGo();
    await cells.filter({ hasText: 'hoop: passes' }).waitFor();
  },
);

async function openReport({ page, say }: Pick<OpenWindow, 'page' | 'say'>, name: WordKey): Promise<void> {
  await page.getByRole('button', { name: say('start.sample') }).click();
  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('option', { name: say(name), exact: true }).click();
}
