// Panels, chosen, read, saved, copied and exported; and the orders of rows and columns, by what stands there or by hand.
import assert from 'node:assert/strict';
import { must } from '../../shared/must.ts';
import { aCoding } from '../helpers/project.ts';
import { checkAxe } from './axe.ts';
import { languages, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

for (const language of languages('en'))
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
      // Notes are of the same cell of all panels together, to which a button leads.
      const title = (await evidence.getByRole('heading').textContent()) ?? '';
      await evidence.getByRole('button', { name: say('cells.to-all') }).click();
      const [, together = ''] = title.split(`${phases[0]} × `);
      await evidence.getByRole('heading', { name: together, exact: true }).waitFor();
      await evidence.getByRole('button', { name: say('saved.save-short') }).waitFor();

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

windowTest(
  'rows and columns are sorted by name, a column, totals and by hand, and keep their order when saved',
  { language: 'en' },
  async (window) => {
    const { page, say, host } = window;
    await openDisplay(window, 'tables.case-code');
    const grid = page.getByRole('grid');
    const heads = grid.locator('tbody th.head-0');
    const cases = () => heads.allTextContents();
    await heads.first().waitFor();
    assert.deepEqual(await cases(), ['Maple Lane', 'Ferry Street', 'Station Road']);
    const order = async (axis: 'tables.rows' | 'tables.columns', option: string): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`^${say('tables.order')}`) }).click();
      const list = page.getByRole('listbox', { name: say(axis) });
      await list.getByRole('option', { name: option, exact: true }).click();
      await page.keyboard.press('Escape');
    };
    await order('tables.rows', say('tables.order-name-up'));
    await until(cases, ['Ferry Street', 'Maple Lane', 'Station Road'], 'by name');

    // By a column: the one of the chosen cell, which stays chosen.
    await grid
      .getByRole('row', { name: /^Ferry Street/ })
      .getByRole('gridcell')
      .nth(1)
      .click();
    await order('tables.rows', say('tables.order-value-up', { name: 'N Norms' }));
    await until(cases, ['Station Road', 'Maple Lane', 'Ferry Street'], 'by the norms, least first');
    const chosen = grid.getByRole('row').filter({ has: page.locator('td.chosen') });
    await until(() => chosen.locator('th').allTextContents(), ['Ferry Street'], 'the same cell is chosen');
    // Acts that put the rows in another order leave the same cell open, and the same evidence beside it.
    const { sources } = await host.engine.call('sources.list', {});
    const { uid: source } = must(
      sources.find(({ name }) => name.startsWith('Station Road')),
      'a source',
    );
    for (const start of [0, 10, 20, 30])
      await host.engine.call(
        'codings.add',
        aCoding({ source, code: 'N', passage: { start, end: start + 9 } }),
      );
    await until(cases, ['Maple Lane', 'Ferry Street', 'Station Road'], 'Station Road has the most norms');
    const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
    await evidence.getByRole('heading', { name: 'Ferry Street × N Norms' }).waitFor();
    await until(() => chosen.locator('th').allTextContents(), ['Ferry Street'], 'still the same cell');
    await until(
      () => evidence.getByRole('listitem').count(),
      Number(await chosen.locator('td.chosen').textContent()),
      'its quotes',
    );
    await host.engine.call('cases.remove', { case: 'Ferry Street' });
    await evidence.getByText(say('tables.cell-gone')).waitFor();
    for (let acts = 5; acts > 0; acts--) await host.engine.call('history.undo', {});
    await evidence.getByRole('heading', { name: 'Ferry Street × N Norms' }).waitFor();
    await until(cases, ['Station Road', 'Maple Lane', 'Ferry Street'], 'the order before');
    await order('tables.columns', say('tables.order-total-down'));
    const columns = () => grid.locator('thead tr:last-child th .clamp').allTextContents();
    await until(columns, (all) => all[0] === 'Capacities', 'the largest column first');

    // By hand, by keys: the first row down by one, the last column to the left.
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Alt+ArrowDown');
    await until(cases, ['Maple Lane', 'Station Road', 'Ferry Street'], 'Station Road below Maple Lane');
    await page.keyboard.press('Alt+ArrowDown');
    await until(cases, ['Maple Lane', 'Ferry Street', 'Station Road'], 'the same heading again');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('Rows stand as they were put by hand.').waitFor();
    await checkAxe(page);
    await page
      .getByRole('button', { name: say('saved.save-short'), exact: true })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('saved.keep') }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('option', { name: say('tables.case-code'), exact: true })
      .last()
      .click();
    await until(cases, ['Maple Lane', 'Ferry Street', 'Station Road'], 'the order of the project');
    await page
      .getByRole('listbox', { name: say('tables.displays') })
      .getByRole('option')
      .first()
      .click();
    await page.getByText('Rows stand as they were put by hand.').waitFor();
  },
);

windowTest(
  'a change by columns and panels says its direction in sign and arrow, on screen and copied',
  { language: 'en' },
  async (window) => {
    const { page, say } = window;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openDisplay(window, 'tables.before-change-after');
    await choosePanels(window, 'dimension.case');
    const row = page.getByRole('row', { name: /C1 Resource integration/ }).first();
    await row.getByRole('gridcell', { name: /^↑ \+2\.00/ }).waitFor();
    await checkAxe(page);
    await page.getByRole('button', { name: say('tables.copy') }).click();
    await until(
      () => page.evaluate<string>('navigator.clipboard.readText()'),
      (text) => /C1 Resource integration\t↑ \+2\.00/.test(text),
      'the change was copied with its sign',
    );
  },
);

async function choosePanels(
  { page, say }: OpenWindow,
  dimension: 'dimension.phase' | 'dimension.case',
): Promise<void> {
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
