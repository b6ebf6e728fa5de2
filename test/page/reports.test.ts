// Reports that draw: their marks are reached by keys, open what stands behind them, and go out as pictures.
import assert from 'node:assert/strict';
import type { WordKey } from '../../shared/words/say.ts';
import { checkAxe } from './axe.ts';
import { pictured } from './pictured.ts';
import { untilFocused, windowTest, type OpenWindow } from './window.ts';

for (const language of ['en', 'zh'] as const)
  windowTest(
    `the marks of a document portrait open their quotes and places by key, language ${language}`,
    { language },
    async (window) => {
      const { page, say } = window;
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
      const norms = portrait.locator('[data-mark^="1 "]');
      await untilFocused(norms.first());
      await page.keyboard.press('Enter');
      const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
      await evidence.getByRole('listitem').first().waitFor();
      await checkAxe(page);
      await evidence.getByRole('listitem').first().focus();
      await page.keyboard.press('Escape');
      await untilFocused(norms.first());
      const picture = await pictured(window);
      for (const words of [source, say('portrait.band-short'), say('report.portrait')])
        assert.ok(picture.includes(words), words);
      await norms.first().focus();
      await page.keyboard.press('o');
      await page
        .getByRole('button', { name: say('screen.back', { place: say('place.matrices') }) })
        .waitFor();
    },
  );

async function openReport({ page, say }: OpenWindow, name: WordKey): Promise<void> {
  await page.getByRole('button', { name: say('start.sample') }).click();
  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('option', { name: say(name), exact: true }).click();
}
