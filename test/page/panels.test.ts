// Panels: a table for each value of a third dimension, one under the other; chosen, read, saved, copied and exported.
import assert from 'node:assert/strict';
import { checkAxe } from './axe.ts';
import { until, untilFocused, windowTest, type OpenWindow } from './window.ts';

for (const language of ['en', 'zh'] as const)
  windowTest(
    `a table for each phase opens onto its quotes and is saved, copied and exported, language ${language}`,
    { language },
    async (window) => {
      const { page, say, written } = window;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await openDisplay(window, 'tables.case-code');
      await choosePanels(window, 'dimension.phase');
      const grid = page.getByRole('grid');
      const phases = language === 'en' ? ['Before', 'After'] : ['之前', '之后'];
      const head = (name: string) => grid.getByRole('rowheader', { name, exact: true });
      await head(phases[0] ?? '')
        .first()
        .waitFor();
      assert.equal(await grid.getByRole('columnheader', { name: say('tables.total') }).count(), 1);
      // Each coding stands in one phase: the panels' totals make the total of all together.
      const sums = (await page.locator('.heat tr.of-all td.sum.last').allTextContents()).map(Number);
      const whole = Number(await page.locator('.heat tfoot td.sum.last').textContent());
      assert.ok(sums.length > 1 && whole > 0);
      assert.equal(
        sums.reduce((all, each) => all + each, 0),
        whole,
      );
      await checkAxe(page);

      // By keys: the first cell of the first panel, and its quotes, which are all of that phase.
      await grid.focus();
      await page.keyboard.press('Enter');
      const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
      await untilFocused(evidence.getByRole('listitem').first());
      const chosen = grid.getByRole('gridcell', { selected: true });
      const quotes = evidence.getByRole('listitem');
      await until(() => quotes.count(), Number(await chosen.textContent()), 'as many quotes as counted');
      for (const text of await quotes.allTextContents()) assert.ok(text.includes(phases[0] ?? ''), text);
      await evidence.getByRole('heading', { name: phases[0] ?? '' }).waitFor();

      // Saved and opened again, it still has its panels.
      await page
        .getByRole('button', { name: say('saved.save-short'), exact: true })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('saved.keep') })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('option', { name: say('tables.code-case'), exact: true }).click();
      await until(() => page.locator('.heat tr.of-all').count(), 0, 'the table without panels');
      await page
        .getByRole('listbox', { name: say('tables.displays') })
        .getByRole('option')
        .first()
        .click();
      await head(phases[0] ?? '')
        .first()
        .waitFor();

      await page.getByRole('button', { name: say('tables.copy') }).click();
      const copied = async (): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');
      await until(copied, (text) => text.includes(`\n${phases[0]} / `), 'the panels were copied');
      const file = await written(async () => {
        await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
        const dialog = page.getByRole('dialog', { name: say('tables.export') });
        await dialog.getByRole('button', { name: say('tables.format') }).click();
        await page.getByRole('option', { name: say('tables.csv'), exact: true }).click();
        await dialog.getByRole('button', { name: say('tables.write') }).click();
      });
      // Folded columns are exported too: the heading, the first number and the total of each row are the same.
      const ends = (row: string, between: RegExp): string => {
        const cells = row.trim().split(between);
        return [cells[0], cells[1], cells.at(-1)].join();
      };
      const exported = file.bytes.toString('utf8').split('\n');
      const panelRows = (await copied())
        .split('\n')
        .filter((row) => phases.some((name) => row.startsWith(name)));
      assert.ok(panelRows.length >= 6);
      for (const row of panelRows)
        assert.ok(
          exported.some((each) => ends(each, /,/) === ends(row, /\t/)),
          row,
        );
    },
  );

async function choosePanels({ page, say }: OpenWindow, dimension: 'dimension.phase'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${say('tables.panels')}`) }).click();
  const name = new RegExp(`^${say(dimension)}$`, 'i');
  await page
    .getByRole('listbox', { name: say('tables.panels') })
    .getByRole('option', { name })
    .click();
}

async function openDisplay(
  { page, say }: OpenWindow,
  name: 'tables.case-code' | 'tables.before-change-after',
): Promise<void> {
  await page.getByRole('button', { name: say('start.sample') }).click();
  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('option', { name: say(name), exact: true }).click();
}
