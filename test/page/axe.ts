// A walk through every place of the window, with axe-core looking at each in every theme.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import type { Language, WordKey } from '../../shared/words/say.ts';
import { code, makeStudy, transcript, untilPainted, writeTalks } from './room.ts';
import { windowTest, type OpenWindow } from './window.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const words = { en: 'every ladder came back', zh: '每一把都还回来了' } as const;

/** The test of one language and, as colours are the same in both, one of the other themes; a file each, so that both run at once. */
export function axeTest(language: Language, theme: 'dark' | 'contrast'): void {
  windowTest(
    `axe finds nothing on any place, light and ${theme}, language ${language}`,
    { language },
    async (window) => {
      const { page } = window;
      await page.evaluate(axe);
      const found: string[] = [];
      await visit(window, async (where) => {
        for (const [shown, rules] of [
          [theme, 'of looks'],
          ['light', 'all'],
        ] as const) {
          await page.evaluate(`document.documentElement.dataset.theme = '${shown}'`);
          found.push(...(await violations(page, rules)).map((each) => `${where}, ${shown}: ${each}`));
        }
      });
      assert.deepEqual(found, []);
    },
  );
}

/** Fails where axe finds something on the page as it is now. */
export async function checkAxe(page: Page): Promise<void> {
  if ((await page.evaluate(`typeof axe`)) === 'undefined') await page.evaluate(axe);
  assert.deepEqual(await violations(page), []);
}

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
  await page.setViewportSize({ width: 720, height: 450 });
  await page.getByRole('button', { name: say('screen.left-pane') }).click();
  await page.locator('.room > .pane.list').waitFor();
  await look('texts in a narrow window, with the list over them');
  await keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: say('command.import') }).click(),
  ]);
  await chooser.setFiles([...(await writeTalks(host, language))]);
  await page.getByRole('button', { name: say('importing.import', { n: 2 }) }).waitFor();
  await look('import');
  await close();
  await keyboard.press('F2');
  await page.getByRole('dialog').getByLabel(say('about.name'), { exact: true }).waitFor();
  await look('about a text');
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
  await page.getByRole('button', { name: say('codebook.new') }).click();
  await page.getByRole('dialog', { name: say('codebook.new') }).waitFor();
  await look('a new code');
  await close();
  await go('place.cases');
  await page.getByText('Shed', { exact: true }).first().click();
  await look('cases');
  await page.getByRole('button', { name: say('cases.choose-sources') }).click();
  await page.getByRole('menuitemcheckbox').first().waitFor();
  await look('cases, the texts to choose from');
  await keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await go('place.matrices');
  await page.getByRole('option', { name: say('tables.frequencies') }).click();
  await page.locator('.fq').getByRole('row', { name: /N2/ }).waitFor();
  await look('frequencies');
  await page.getByRole('option', { name: say('tables.code-case') }).click();
  await page.locator('.fq').waitFor({ state: 'detached' });
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

/** A theme changes colours, and sizes by a hair; names, roles and order are the same in each. */
const ofLooks = JSON.stringify({
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
});

async function violations(page: Page, rules: 'all' | 'of looks' = 'all'): Promise<string[]> {
  const only = rules === 'all' ? '' : `, runOnly: ${ofLooks}`;
  const { violations: found } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations']${only} })`,
  );
  return found.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 140)).join(' ')}`);
}
