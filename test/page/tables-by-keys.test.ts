// A matrix by keyboard alone: built, read and exported; what Chromium tells a screen reader of the cell that the keys are at.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { languages, tabTo, until, untilFocused, windowTest } from './window.ts';

for (const language of languages('zh'))
  windowTest(
    `by keys alone a matrix is built, heard and written to a file, language ${language}`,
    { language },
    async ({ page, say, written }) => {
      const press = async (...keys: string[]): Promise<void> => {
        for (const key of keys) await page.keyboard.press(key);
      };
      const chip = (name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name}`) });
      const open = async (name: string): Promise<void> => {
        await tabTo(page, chip(name));
        await press('Enter');
      };
      const closed = (): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' });
      const pick = async (text: string): Promise<void> => {
        const wanted = page.getByRole('dialog').getByRole('option', { name: new RegExp(`^${text}`, 'i') });
        const options = page.getByRole('dialog').getByRole('option');
        await wanted.first().waitFor();
        await until(() => options.and(page.locator(':focus')).count(), 1, 'an option has the focus');
        await press('Home');
        for (let step = 0; step < 60; step++) {
          if ((await wanted.first().and(page.locator(':focus')).count()) > 0) return press('Enter');
          await press('ArrowDown');
        }
        assert.fail(`no arrow leads to ${text}`);
      };
      await page.getByRole('button', { name: say('start.sample') }).waitFor();
      await press('s');
      await page.getByRole('link', { name: say('place.matrices') }).waitFor();
      await press('Alt+4');
      const grid = page.getByRole('grid');
      await grid.locator('tbody td').first().waitFor();

      await open(say('tables.columns'));
      await pick(say('dimension.phase'));
      await press('Escape');
      await closed();
      await untilFocused(chip(say('tables.columns')));
      await open(say('tables.measure'));
      await pick(say('measure.case-share'));
      await closed();
      await untilFocused(chip(say('tables.measure')));
      await open(say('tables.filter'));
      await pick(say('dimension.case'));
      await pick(language === 'en' ? 'Maple Lane' : '枫林里');
      await press('Escape');
      await closed();
      await grid.locator('td .of-n').first().waitFor();

      // Nothing was done to the project: undo leads through the questions, and no act of it is taken back.
      const filtered = page.getByRole('button', { name: language === 'en' ? /Maple Lane$/ : /枫林里$/ });
      await filtered.waitFor();
      await press('Control+z');
      await filtered.waitFor({ state: 'detached' });
      await press('Control+z');
      await grid.locator('td .of-n').first().waitFor({ state: 'detached' });
      await press('Control+Shift+z', 'Control+Shift+z');
      await filtered.waitFor();
      await grid.locator('td .of-n').first().waitFor();

      await tabTo(page, grid, 'Tab');
      await press('Control+Home');
      const share = language === 'en' ? '100% of cases' : `100% ${say('measure.case-share')}`;
      const [trust, before] = [language === 'en' ? 'T Trust' : 'T 信任', say('phase.before')];
      const base = say('cells.spoken-base', { n: 1 });
      await until(
        () => heard(page),
        {
          role: 'gridcell',
          name: say('cells.spoken', { row: trust, column: before, value: share }) + say('rule.list') + base,
        },
        'row, column, value, base',
      );
      await press('End');
      await until(
        () => heard(page),
        ({ name }) =>
          name.startsWith(say('cells.spoken', { row: trust, column: say('tables.total'), value: '' })),
        'the total of the row',
      );

      await press('Control+k');
      await page.getByRole('combobox').or(page.getByRole('searchbox')).first().waitFor();
      await page.keyboard.type(say('command.export'));
      await press('Enter');
      const dialog = page.getByRole('dialog', { name: say('tables.export') });
      await dialog.waitFor();
      await tabTo(page, dialog.getByRole('button', { name: say('tables.write') }));
      const { bytes } = await written(() => press('Enter'));
      assert.deepEqual([...bytes.subarray(0, 2)], [...Buffer.from('PK')]);
    },
  );

/** What Chromium's accessibility tree has of the descendant that the focused grid says is active. */
async function heard(page: Page): Promise<{ readonly role: string; readonly name: string }> {
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: `document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))`,
  });
  const { objectId = '' } = result;
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
  await cdp.detach();
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { role: text(nodes[0]?.role?.value), name: text(nodes[0]?.name?.value) };
}
