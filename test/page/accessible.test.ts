// axe-core finds nothing wrong on any place, in any theme, in both languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { say, type WordKey } from '../../shared/words/say.ts';
import { code, makeStudy, transcript, untilPainted, writeTalks } from './room.ts';
import { until, windowTest, type OpenWindow } from './window.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const words = { en: 'every ladder came back', zh: '每一把都还回来了' } as const;

for (const language of ['en', 'zh'] as const) {
  windowTest(
    `axe finds nothing on any place in any theme, language ${language}`,
    { language },
    async (window) => {
      const { page } = window;
      await page.evaluate(axe);
      const found: string[] = [];
      await visit(window, async (where) => {
        for (const theme of ['dark', 'contrast', 'light']) {
          await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
          found.push(...(await violations(page)).map((each) => `${where}, ${theme}: ${each}`));
        }
      });
      assert.deepEqual(found, []);
    },
  );
}

windowTest(
  'theme and language are switched at once, and are found again after a reload',
  { language: 'en' },
  async ({ page, host }) => {
    const look = () =>
      page.evaluate<string>('document.documentElement.dataset.theme + " " + document.documentElement.lang');
    await page.getByRole('radio', { name: say('en', 'preferences.dark') }).click();
    await until(look, 'dark en', 'the look');
    await page.getByRole('radio', { name: say('en', 'preferences.contrast') }).click();
    await page.getByRole('radio', { name: '中文' }).click();
    await until(look, 'contrast zh-CN', 'the look');
    await page.getByRole('button', { name: say('zh', 'start.new') }).waitFor();
    const kept = join(host.settings, 'settings.json');
    await until(
      async () => /"contrast"/.test(readFileSync(kept, 'utf8')) && /"zh"/.test(readFileSync(kept, 'utf8')),
      true,
      'the settings are kept',
    );
    await page.reload();
    await page.getByRole('button', { name: say('zh', 'start.new') }).waitFor();
    await until(look, 'contrast zh-CN', 'the look');
  },
);

/** Goes through every place, and what opens above them; `look` is called at each. */
async function visit(window: OpenWindow, look: (where: string) => Promise<void>): Promise<void> {
  const { page, host, language, say } = window;
  const { keyboard } = page;
  const close = async (): Promise<void> => {
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await page.getByRole('button', { name: say('start.new') }).click();
  await page.getByLabel(say('start.name')).waitFor();
  await look('start');
  await makeStudy(host, language);
  await transcript(page).getByText(words[language]).waitFor();
  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('button', { name: say('tables.to-texts') }).waitFor();
  await look('matrices without codings');
  await page.getByRole('button', { name: say('tables.to-texts') }).click();
  await code(host, language, words[language], 'N2');
  await transcript(page).getByText(words[language]).waitFor();
  await untilPainted(page, [words[language]]);
  await look('texts');
  await page
    .getByRole('group', { name: say('texts.stripes') })
    .getByRole('button')
    .click();
  await page.getByLabel(say('texts.memo')).waitFor();
  await look('texts, a chosen coding');
  await keyboard.press('c');
  await page.getByRole('combobox', { name: say('texts.part-of-name') }).waitFor();
  await look('texts, the picker');
  await close();
  await keyboard.press('Control+f');
  await page.getByRole('search').waitFor();
  await look('texts, the find bar');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: say('command.import') }).click(),
  ]);
  await chooser.setFiles([...(await writeTalks(host, language))]);
  await page.getByRole('button', { name: say('importing.import', { n: 2 }) }).waitFor();
  await look('import');
  await close();
  for (const [chord, name] of [
    ['Control+k', 'palette.title'],
    ['Shift+Slash', 'shortcuts.title'],
  ] as const) {
    await keyboard.press(chord);
    await page.getByRole('dialog', { name: say(name) }).waitFor();
    await look(name);
    await close();
  }
  const go = async (place: WordKey): Promise<void> => {
    await page.getByRole('link', { name: say(place) }).click();
    await page.locator('.room').waitFor();
  };
  await go('place.codebook');
  await page.getByRole('row', { name: /N2/ }).click();
  await look('codebook');
  await go('place.cases');
  await page.getByText('Shed', { exact: true }).first().click();
  await look('cases');
  await go('place.matrices');
  await page.getByRole('option', { name: say('tables.frequencies') }).click();
  await page.getByRole('row', { name: /N2/ }).waitFor();
  await look('frequencies');
  await page.getByRole('option', { name: say('tables.code-case') }).click();
  await page.getByRole('row', { name: /N2/ }).getByRole('gridcell').first().click();
  await page
    .getByRole('complementary', { name: say('tables.evidence') })
    .getByText(words[language])
    .waitFor();
  await look('matrix with evidence');
  await page.getByRole('option', { name: say('tables.code-code') }).click();
  await page.getByRole('grid').waitFor();
  await look('code × code');
  await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await look('export');
  await close();
  await go('place.history');
  await page.getByRole('listitem').first().waitFor();
  await look('history');
  await go('place.settings');
  await page.getByRole('button', { name: say('preferences.backup') }).waitFor();
  await look('settings');
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 140)).join(' ')}`);
}
