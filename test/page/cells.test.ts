// A cell as a record, in the window: saved matrices, summaries with their quotes, ratings, quotes pinned and left out, two cells side by side.
import type { Locator } from 'playwright-core';
import { checkAxe } from './axe.ts';
import { must } from '../../shared/must.ts';
import { transcript } from './room.ts';
import { languages, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

for (const language of languages('zh'))
  windowTest(
    `a matrix is saved, a cell's summary leads to its quotes and knows when they changed, language ${language}`,
    { language },
    async (window) => {
      const { host, page, say } = window;
      const { grid, evidence, quotes } = await openMatrix(window);
      await grid.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await untilFocused(quotes.first());
      await save(window, 'Trust');
      await page.getByRole('option', { name: 'Trust', exact: true }).waitFor();

      // By keys alone: the cell that was open takes notes now; into its evidence, to the summary with a sign for a quote.
      await untilFocused(grid);
      await page.keyboard.press('Enter');
      await untilFocused(quotes.first());
      const [first = ''] = await quotes.first().locator('.quote').allTextContents();
      const summary = evidence.getByRole('textbox', { name: say('cells.summary') });
      await summary.click();
      await page.keyboard.insertText(language === 'en' ? 'They trust' : '邻里互信');
      await page.keyboard.press('Escape');
      await untilFocused(grid);
      await quotes.first().focus();
      await page.keyboard.press('s');
      await until(() => summary.locator('.quote-sign').textContent(), '1', 'the number of the sign');
      await untilFocused(summary);
      await quotes.first().focus();
      await page.keyboard.press('p');
      await evidence.getByText(say('cells.number', { n: 1 }), { exact: true }).waitFor();
      await evidence.getByText(say('cells.is-pinned'), { exact: true }).waitFor();
      await grid.locator('td.hassum').waitFor();
      await summary.locator('.quote-sign').click();
      await untilFocused(quotes.first());

      await evidence.getByRole('radio', { name: say('cells.rated', { n: 4 }) }).click();
      await evidence.getByText(say('cells.of-five', { n: 4 }), { exact: true }).waitFor();
      // A rating that is chosen while its reason is stored takes nothing of it back.
      const reason = evidence.getByRole('textbox', { name: say('cells.reason') });
      await untilFocused(reason);
      await page.keyboard.type('Three of four say so.');
      await evidence.getByRole('radio', { name: say('cells.rated', { n: 3 }) }).click();
      await evidence.getByText(say('cells.of-five', { n: 3 }), { exact: true }).waitFor();
      const noted = async (): Promise<unknown> => {
        const [matrix] = (await host.engine.call('matrices.list', {})).matrices;
        const { cells } = await host.engine.call('cells.list', { matrix: must(matrix, 'it was saved').uid });
        return cells.flatMap((each) => (each.rating === null ? [] : [[each.rating, each.ratingReason]]));
      };
      await until(noted, [[3, 'Three of four say so.']], 'what is noted');
      await checkAxe(page);

      // The evidence changes: the summary is stale until it is said to hold.
      await quotes.first().focus();
      await quotes
        .first()
        .getByRole('button', { name: say('cells.recode') })
        .click();
      await page.getByRole('textbox', { name: say('cells.find-code') }).fill('W1');
      await page.getByRole('option', { name: /^W1/ }).waitFor();
      await page.keyboard.press('Enter');
      await grid.locator('td.stale').waitFor();
      await evidence.getByText(say('cells.stale', { what: say('cells.went', { n: 1 }) })).waitFor();
      await page.keyboard.press('Control+z');
      await grid.locator('td.stale').waitFor({ state: 'detached' });
      await until(() => quotes.first().locator('.quote').textContent(), first, 'the quote that came back');

      // Into the source and back to the same cell.
      await quotes.first().locator('.quote').click();
      await page
        .getByRole('button', { name: say('screen.back', { place: say('place.matrices') }) })
        .waitFor();
      await untilFocused(transcript(page));
      await page.keyboard.press('Alt+ArrowLeft');
      await summary.getByText(language === 'en' ? 'They trust' : '邻里互信').waitFor();
    },
  );

windowTest(
  'a quote is left out for a reason, counts no more, and can count again; two cells stand side by side',
  { language: 'en' },
  async (window) => {
    const { page, say } = window;
    const { grid, evidence, quotes } = await openMatrix(window);
    await save(window, 'Trust');
    const cell = row(grid, 'Maple Lane').nth(0);
    const before = Number(await cell.textContent());
    await cell.click();
    await quotes.first().focus();
    await page.keyboard.press('x');
    await untilFocused(page.getByRole('textbox', { name: say('cells.why-exclude') }));
    await page.keyboard.type('about another street');
    await page.keyboard.press('Enter');
    await until(() => cell.textContent(), String(before - 1), 'the number without the quote');
    await page.getByText(/1 reference was left out of 1 cell by hand/).waitFor();
    const tab = evidence.getByRole('tab', { name: say('cells.excluded') });
    await tab.click();
    await evidence.getByText(say('cells.left-out', { reason: 'about another street' })).waitFor();
    await checkAxe(page);
    await quotes.first().focus();
    await page.keyboard.press('x');
    await until(() => cell.textContent(), String(before), 'the number with the quote again');

    await evidence.getByRole('button', { name: say('cells.compare') }).click();
    await row(grid, 'Station Road').nth(0).click();
    const dialog = page.getByRole('dialog', { name: say('cells.comparison') });
    for (const name of ['Maple Lane × T Trust', 'Station Road × T Trust'])
      await dialog.getByRole('region', { name }).getByRole('listitem').first().waitFor();
    await checkAxe(page);
    await dialog.getByRole('button', { name: say('screen.close') }).click();
    await dialog.waitFor({ state: 'detached' });
  },
);

windowTest(
  'an empty cell says why, a changed question says that it differs, and a day of the past can be looked at',
  { language: 'en' },
  async (window) => {
    const { page, say, host } = window;
    const { grid, evidence } = await openMatrix(window);
    await save(window, 'Everything');
    const zero = grid.locator('tbody td.zero').first();
    const at = await zero.getAttribute('data-at');
    await zero.click();
    await evidence.getByRole('button', { name: new RegExp(say('cells.why-empty')) }).click();
    await page.getByRole('option', { name: say('cells.empty-absent') }).click();
    await grid.locator(`td.absent[data-at="${at}"]`).waitFor();
    await grid.focus();
    await until(
      async () => grid.locator(`td[data-at="${at}"]`).getAttribute('aria-label'),
      (label) => label?.endsWith('Said to be absent') === true,
      'what a screen reader says of the cell',
    );

    // What is being written outlives a reload at once.
    const summary = evidence.getByRole('textbox', { name: say('cells.summary') });
    await summary.click();
    await page.keyboard.insertText('They do not say');
    await page.reload();
    await summary.getByText('They do not say').waitFor();

    // Another window stores a summary here meanwhile: neither is lost. The pause of writing does not end by itself.
    await page.evaluate(
      'const later = setTimeout; window.setTimeout = (work, ms) => (ms === 1500 ? 0 : later(work, ms));',
    );
    await summary.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' why');
    const { matrices } = await host.engine.call('matrices.list', {});
    const matrix = must(matrices[0], 'the matrix').uid;
    const { cells } = await host.engine.call('cells.list', { matrix });
    const { row, column } = must(
      cells.find((each) => each.summary),
      'the cell',
    );
    await host.engine.call('cells.summarise', { matrix, row, column, summary: [[{ text: 'Nobody asked' }]] });
    await grid.focus();
    const aside = evidence.getByRole('group', { name: say('cells.aside') });
    await aside.getByText('They do not say why').waitFor();
    await summary.getByText('Nobody asked').waitFor();
    await aside.getByRole('button', { name: say('drafts.take') }).click();
    await summary.getByText('They do not say why').waitFor();
    await aside.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: say('tables.transpose') }).click();
    await page.getByText(say('saved.differs', { name: 'Everything' })).waitFor();
    await page.getByRole('button', { name: say('saved.go-back') }).click();
    await page.getByText(say('saved.differs', { name: 'Everything' })).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: say('screen.more') }).click();
    await page.getByRole('menuitem', { name: say('saved.as-of') }).click();
    await page
      .getByRole('listbox', { name: say('saved.days') })
      .getByRole('option')
      .first()
      .click();
    await page.getByText(/^As the project stood on .* It can be read, not changed/).waitFor();
    await checkAxe(page);
    // The day stays while the table is asked otherwise, and over a reload.
    await page.getByRole('button', { name: say('tables.transpose') }).click();
    await page.reload();
    await page.getByText(/^As the project stood on .* It can be read, not changed/).waitFor();
    await page.getByRole('button', { name: say('tables.transpose') }).click();
    await page.getByRole('button', { name: say('saved.to-now') }).click();

    await page.getByRole('button', { name: say('screen.more') }).click();
    await page.getByRole('menuitem', { name: say('saved.duplicate') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('saved.keep') })
      .click();
    await page.getByRole('option', { name: 'Everything (copy)', selected: true }).waitFor();
    await page.getByRole('button', { name: say('screen.more') }).click();
    await page.getByRole('menuitem', { name: say('saved.remove') }).click();
    await page.getByRole('option', { name: 'Everything (copy)' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByRole('option', { name: 'Everything (copy)' }).waitFor();
  },
);

async function openMatrix({ page, say }: OpenWindow) {
  await page.getByRole('button', { name: say('start.sample') }).click();
  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('option', { name: say('tables.case-code'), exact: true }).click();
  const grid = page.getByRole('grid');
  await row(grid, '(Maple Lane|枫林里)').first().waitFor();
  const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
  return { grid, evidence, quotes: evidence.getByRole('listitem') };
}

async function save({ page, say }: OpenWindow, name: string): Promise<void> {
  await page
    .getByRole('button', { name: say('saved.save-short'), exact: true })
    .first()
    .click();
  const field = page.getByRole('textbox', { name: say('saved.name') });
  await untilFocused(field);
  // The name that is offered gives way to what is typed.
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

function row(grid: Locator, name: string): Locator {
  return grid.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('gridcell');
}
