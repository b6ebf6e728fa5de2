// Tables that are read: the framework matrix, cases side by side, before and after, in both languages and by keys.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCoding } from '../helpers/project.ts';
import { checkAxe } from './axe.ts';
import { pictured } from './pictured.ts';
import { transcript } from './room.ts';
import { languages, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

for (const language of languages('zh'))
  windowTest(
    `summaries and quotes stand in the cells, cases that differ are marked, language ${language}`,
    { language },
    async (window) => {
      const { page, say } = window;
      await openDisplay(window, 'tables.side-by-side');
      const grid = page.getByRole('grid');
      const street = language === 'en' ? 'Station Road' : '站前路';
      await grid.getByRole('columnheader', { name: street }).waitFor();
      const marked = grid.getByText(say('written.differs-contrary'));
      await marked.first().waitFor();
      const rows = await grid.getByRole('row').count();
      await page.getByRole('button', { name: say('written.only-different') }).click();
      await until(
        () => grid.getByRole('row').count(),
        (n) => n > 1 && n < rows,
        'only rows that differ',
      );
      await page.getByRole('button', { name: say('written.only-different') }).click();
      await checkAxe(page);

      // By keys: to a cell, into its evidence, a summary, which then stands in the cell.
      await page.getByRole('button', { name: say('saved.save-short'), exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('saved.keep') })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await untilFocused(grid);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
      await untilFocused(evidence.getByRole('listitem').first());
      await evidence.getByRole('textbox', { name: say('cells.summary') }).click();
      const words = language === 'en' ? 'The office is not trusted.' : '居民不信任办事处。';
      await page.keyboard.insertText(words);
      await evidence.getByRole('radio', { name: say('cells.rated', { n: 2 }) }).click();
      const cell = grid.getByRole('gridcell', { selected: true });
      await cell.getByText(words).waitFor();
      await cell.getByRole('img', { name: say('cells.rated', { n: 2 }) }).waitFor();
    },
  );

windowTest(
  'before and after show level, quote and paired cases, and each side opens its own quotes',
  { language: 'en' },
  async (window) => {
    const { page, say } = window;
    await openDisplay(window, 'tables.before-change-after');
    const row = page.getByRole('grid').getByRole('row', { name: /^C1 Resource integration/ });
    // The table before this one has such a row too.
    const shown = [
      /^weak, 1\.00(\d+) references?/,
      /^\+1\.333\/3 cases/,
      /^emerging to strong, 2\.33\d+ references?/,
    ];
    let cells: string[] = [];
    await until(
      async () => (cells = await row.getByRole('gridcell').allTextContents()),
      (texts) => shown.every((cell, at) => cell.test(texts[at] ?? '')),
      'both sides and the change',
    );
    await checkAxe(page);
    const n = shown[0]?.exec(cells[0] ?? '')?.[1];
    await row.getByRole('gridcell').first().click();
    const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
    await until(() => evidence.getByRole('listitem').count(), Number(n), 'the quotes before');
    await evidence.getByText(say('written.paired', { n: 3 })).waitFor();
    for (const text of await evidence.getByRole('listitem').allTextContents()) assert.match(text, /Before/);

    // A case of which nobody has coded the interview after yet is told apart: it did not fall silent.
    await halfCoded(window, 'New Lane');
    await page.getByText(`· ${say('written.uncoded', { n: 1 })}`).waitFor();
    await page.getByRole('button', { name: new RegExp(`^${say('tables.rows')}`) }).click();
    await page.getByRole('option', { name: 'Case', exact: true }).first().click();
    await page.keyboard.press('Escape');
    const lane = page.getByRole('grid').getByRole('row', { name: /^New Lane/ });
    const uncoded = say('cells.empty-uncoded');
    await until(() => lane.getByRole('gridcell').allTextContents(), [uncoded, uncoded, uncoded], 'its cells');
    await page.getByText(/Not compared, as nobody has coded .*: New Lane[.]/).waitFor();
  },
);

/** A case with a text of each phase, of which the one before is coded. */
async function halfCoded({ host: { engine, folder } }: OpenWindow, name: string): Promise<void> {
  for (const phase of ['before', 'after']) {
    const path = join(folder, `lane-${phase}.txt`);
    writeFileSync(path, 'Mr Day: We mend the lamps.');
    const files = [{ token: engine.files.grant(path), name: `lane-${phase}.txt` }];
    const place = { case: name, phase, interviewers: [], encoding: null };
    for await (const { outcome } of engine.stream('import.files', { files, ...place }))
      assert.equal(outcome, 'imported');
  }
  const passage = { start: 8, end: 26 };
  await engine.call('codings.add', aCoding({ source: 'lane-before', code: 'C1', level: 2, passage }));
}

windowTest(
  'every preset opens with something to see, and rows come in another order',
  { language: 'en' },
  async (window) => {
    const { page, say } = window;
    await openDisplay(window, 'tables.framework-matrix');
    const presets = page
      .getByRole('listbox', { name: say('tables.displays') })
      .getByRole('group', { name: say('tables.new-preset') })
      .getByRole('option');
    for (const preset of await presets.all()) {
      if ((await preset.getAttribute('aria-disabled')) === 'true') continue;
      await preset.click();
      await until(() => preset.getAttribute('aria-selected'), 'true', 'the preset is open');
      await until(() => page.locator('.matrices [aria-busy=true]').count(), 0, 'it is answered');
      await page
        .locator('.matrices')
        .locator('[role=grid] :is(td, [role=gridcell]), .fq tbody td, .chart canvas')
        .first()
        .waitFor();
      assert.equal(await page.getByRole('alert').count(), 0);
    }
    await page.getByRole('option', { name: say('tables.code-case'), exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`^${say('tables.order')}`) }).click();
    await page
      .getByRole('option', { name: say('tables.order-total-down') })
      .first()
      .click();
    const totals = page.locator('.heat tbody td.sum.last');
    await until(
      async () => (await totals.allTextContents()).map(Number),
      (all) => all.length > 3 && all.every((value, i) => i === 0 || value <= (all[i - 1] ?? 0)),
      'totals from most to least',
    );
  },
);

windowTest(
  'headings are put in order by hand in every table: dragged, by keys, by the palette',
  { language: 'en' },
  async (window) => {
    const { page, say } = window;
    await openDisplay(window, 'tables.framework-matrix');
    const open = (key: Parameters<typeof say>[0]) =>
      page.getByRole('option', { name: say(key), exact: true }).click();
    const grid = page.getByRole('grid').or(page.getByRole('treegrid'));
    const heads = grid.getByRole('rowheader');
    const untilHeads = (names: readonly RegExp[], what: string) =>
      until(
        () => heads.allInnerTexts(),
        (texts) => names.every((name, at) => name.test(texts[at] ?? '')),
        what,
      );
    // Read: cases in words.
    await untilHeads([/Maple Lane/, /Ferry Street/], 'as in the project');
    await grid.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await untilHeads([/Ferry Street/, /Maple Lane/], 'the first case moved down');
    // Numbers: a case dragged to the end of the columns, its numbers with it.
    await open('tables.code-case');
    const columns = grid.getByRole('columnheader');
    await columns.filter({ hasText: 'Maple Lane' }).waitFor();
    await columns.filter({ hasText: 'Maple Lane' }).dragTo(columns.filter({ hasText: 'Station Road' }));
    await until(
      () => columns.allInnerTexts(),
      (texts) =>
        texts.findIndex((text) => /Maple/.test(text)) > texts.findIndex((text) => /Station/.test(text)),
      'the dragged column',
    );
    await page
      .getByRole('button', { name: new RegExp(`^${say('tables.order')}.*${say('tables.order-hand')}`) })
      .waitFor();
    // Frequencies stay frequencies; a family moves with its codes.
    await open('tables.frequencies');
    await page.locator('.fq .bar1').first().waitFor();
    await untilHeads([/Trust/], 'as in the codebook');
    await grid.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await untilHeads([/^\W*N\W*Norms/], 'the family of norms first');
    assert.ok((await page.locator('.fq .bar1').count()) > 0, 'still frequencies');
    // Before and after; the palette moves what the keys are at.
    await open('tables.before-change-after');
    await untilHeads([/^C\W/, /^C1/, /^C2/, /^C2a/, /^C2b/], 'as in the codebook');
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+k');
    await untilFocused(page.getByRole('combobox', { name: say('palette.title') }));
    await page.keyboard.type(say('tables.move-down'));
    await page.keyboard.press('Enter');
    await untilHeads([/^C\W/, /^C2/, /^C2a/, /^C2b/, /^C1/], 'past its neighbour and all beneath it');
  },
);

windowTest(
  'cells, rows and rectangles are copied with their headings',
  { language: 'en' },
  async (window) => {
    const { page, say } = window;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: say('start.sample') }).click();
    await page.getByRole('link', { name: say('place.matrices') }).click();
    await page.getByRole('option', { name: say('tables.case-code'), exact: true }).click();
    const grid = page.getByRole('grid');
    const row = grid.getByRole('row', { name: /^Maple Lane/ }).getByRole('gridcell');
    await row.first().waitFor();
    const [trust = '', norms = ''] = await row.allTextContents();
    const copied = async (...keys: string[]): Promise<string> => {
      for (const key of keys) await page.keyboard.press(key);
      await page.keyboard.press('Control+c');
      await until(
        () => page.evaluate<string>('navigator.clipboard.readText()'),
        (text) => text !== '' && text !== last,
        'something else was copied',
      );
      return (last = await page.evaluate<string>('navigator.clipboard.readText()'));
    };
    let last = '';
    await grid.focus();
    assert.equal(await copied(), trust);
    const names = 'case\tT Trust\tN Norms';
    assert.equal(await copied('Shift+ArrowRight'), `${names}\nMaple Lane\t${trust}\t${norms}`);
    const lines = (await copied('Shift+ArrowDown')).split('\n');
    assert.deepEqual([lines.length, lines[2]?.split('\t')[0]], [3, 'Ferry Street']);
    const whole = (await copied('ArrowUp', 'Home', 'ArrowLeft')).split('\n');
    assert.equal(whole.length, 2);
    assert.ok(whole[1]?.startsWith(`Maple Lane\t${trust}\t${norms}\t`));
    const html = await page.evaluate<string>(
      `navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())`,
    );
    assert.match(html, /<table>/);
  },
);

for (const language of languages('en'))
  windowTest(
    `every report opens, is clean to axe, and leads to quotes and texts, language ${language}`,
    { language },
    async (window) => {
      const { host, page, say } = window;
      const saveRelations = async (name: string, codes: readonly string[]): Promise<void> => {
        const scope = { filters: [], overlap: 'split' as const, coders: null };
        const axes = { rows: [...codes], columns: [...codes], type: null, near: 'turn', claims: null };
        const question = { kind: 'relations' as const, ...scope, ...axes };
        await host.engine.call('matrices.save', { name, description: '', question, display: 'values' });
      };
      await openDisplay(window, 'tables.framework-matrix');
      const list = page.getByRole('listbox', { name: say('tables.displays') });
      const open = (key: ReportName) => list.getByRole('option', { name: say(key), exact: true }).click();
      const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
      const crosstab = list.getByRole('option', { name: say('displays.crosstab'), exact: true });
      await crosstab.focus();
      await page.keyboard.press('Enter');
      await untilFocused(crosstab.and(page.locator('[aria-selected="true"]')));
      await page.getByRole('table').getByRole('row').nth(2).getByRole('cell').first().click();
      await evidence.getByRole('listitem').first().waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await evidence.getByRole('heading', { name: / × .+: / }).waitFor();
      await checkAxe(page);

      // Filtered and saved, it comes back with its filter as a chip; what is changed then is told.
      const onlyAfter = say('phase.after');
      await addFilter(window, say('dimension.phase'), onlyAfter);
      await page.getByRole('button', { name: say('saved.save-short'), exact: true }).click();
      await page.getByRole('textbox', { name: say('saved.name') }).fill('Tested');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await untilFocused(page.locator('.report-table tr[tabindex="0"]'));
      await open('displays.coverage');
      await page.getByText(say('report.uncoded'), { exact: true }).waitFor();
      await list.getByRole('option', { name: 'Tested', exact: true }).click();
      const chips = page.getByRole('group', { name: say('tables.question') });
      const chip = chips.getByRole('button', { name: new RegExp(`${onlyAfter}$`) });
      await chip.click();
      const differs = page.getByText(say('saved.differs', { name: 'Tested' }));
      assert.equal(await differs.count(), 0);
      await page.getByRole('button', { name: say('tables.remove-filter') }).click();
      await differs.waitFor();
      await checkAxe(page);
      await page.getByRole('button', { name: say('saved.go-back') }).click();
      await chip.waitFor();

      await open('tables.moves-capacities');
      const grid = page.getByRole('grid', { name: say('report.relations') });
      await grid.waitFor();
      await until(() => grid.locator('td.claimed').count(), 5, 'what the framework claims');
      await grid.focus();
      await page.keyboard.press('Enter');
      await evidence.getByRole('listitem').first().waitFor();
      await page.getByText(/33[.]3%/).waitFor();
      await checkAxe(page);
      const { words: heat } = await pictured(window);
      assert.ok(heat.includes(say('report.relations')));
      for (const id of ['M1', 'C2a']) assert.ok(heat.includes(`${id} `), id);

      // More columns than a sheet has room for: the grid stays, a picture is not offered, and it is said why.
      const { codes } = await host.engine.call('codes.list', {});
      const all = codes.flatMap(({ shortId }) => shortId ?? []);
      await saveRelations('Wide', all.slice(0, 17));
      await list.getByRole('option', { name: 'Wide', exact: true }).click();
      const tooWide = page.getByText(say('displays.relations-no-picture', { columns: 16, cells: 1200 }));
      await tooWide.waitFor();
      await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
      const leaves = page.getByRole('dialog', { name: say('tables.export') });
      await leaves.getByRole('button', { name: say('tables.write') }).waitFor();
      assert.equal(await leaves.getByText(say('charts.export-picture'), { exact: true }).count(), 0);
      await page.keyboard.press('Escape');
      await leaves.waitFor({ state: 'detached' });
      await saveRelations('Narrow', all.slice(0, 16));
      await list.getByRole('option', { name: 'Narrow', exact: true }).click();
      await tooWide.waitFor({ state: 'detached' });
      const { words: turned } = await pictured(window);
      for (const id of all.slice(0, 16)) assert.ok(turned.includes(`${id} `), id);

      await open('displays.saturation');
      await page.locator('.report-chart canvas').waitFor();
      await page.getByText(say('report.head.fresh-codes'), { exact: true }).waitFor();
      await page
        .getByRole('group', {
          name: say('charts.of', { kind: say('charts.slopes'), title: say('report.saturation') }),
        })
        .focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      await evidence.getByRole('listitem').first().waitFor();
      const { words: curve } = await pictured(window);
      for (const axis of [say('report.axis-sources'), say('report.axis-codes')])
        assert.ok(curve.includes(axis), axis);
      assert.match(curve, new RegExp(`${say('report.saturation')}.*Guest`, 's'));
      await open('displays.truth-table');
      await page.getByText(say('report.warning.draft-ratings')).waitFor();
      await checkAxe(page);
      await open('displays.levels');
      await page.getByRole('table').getByRole('row').nth(1).waitFor();
      await open('displays.coverage');
      await page.getByText(say('report.uncoded'), { exact: true }).waitFor();
      const turns = page.getByRole('table').nth(1);
      await turns.getByRole('row').nth(1).waitFor();
      await checkAxe(page);
      await turns.getByRole('row').nth(1).focus();
      await page.keyboard.press('Enter');
      const back = say('screen.back', { place: say('place.matrices') });
      await page.getByRole('button', { name: back }).waitFor();
      await untilFocused(transcript(page));
      await page.keyboard.press('Control+k');
      await untilFocused(page.getByRole('combobox', { name: say('palette.title') }));
      await page.keyboard.type(back);
      await page.keyboard.press('Enter');
      await page.getByText(say('report.uncoded'), { exact: true }).waitFor();
    },
  );

/** With the chips of the question, by keys once the first is open. */
async function addFilter({ page, say }: OpenWindow, dimension: string, value: string): Promise<void> {
  await page.getByRole('button', { name: say('tables.filter'), exact: true }).click();
  await page.getByRole('option', { name: new RegExp(`^${dimension}$`, 'i') }).click();
  await page.getByRole('option', { name: new RegExp(`^${value}`) }).click();
  await page.keyboard.press('Escape');
}

type ReportName =
  | 'displays.crosstab'
  | 'tables.moves-capacities'
  | 'displays.saturation'
  | 'displays.truth-table'
  | 'displays.levels'
  | 'displays.coverage';

async function openDisplay(
  { page, say }: OpenWindow,
  name: 'tables.side-by-side' | 'tables.before-change-after' | 'tables.framework-matrix',
): Promise<void> {
  await page.getByRole('button', { name: say('start.sample') }).click();
  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('option', { name: say(name), exact: true }).click();
}
