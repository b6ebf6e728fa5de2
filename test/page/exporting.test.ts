// Export in the window: what a spreadsheet cannot hold is told, and a table that goes on at the right says so.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDocumentFormat, tableFormats } from '../../shared/export/formats.ts';
import { aCoding } from '../helpers/project.ts';
import { code, makeStudy } from './room.ts';
import { until, windowTest } from './window.ts';

windowTest(
  'a quote that is longer than a spreadsheet cell holds is told until it is closed; a Word file holds it whole',
  { language: 'en' },
  async ({ page, host, say, written }) => {
    await makeStudy(host, 'en');
    const path = join(host.folder, 'long.txt');
    const text = 'Mei: ' + 'and then we waited '.repeat(2000);
    writeFileSync(path, text);
    const files = [{ token: host.engine.files.grant(path), name: 'long.txt' }];
    const place = { case: 'Shed', phase: null, interviewers: [], encoding: null };
    for await (const { outcome } of host.engine.stream('import.files', { files, ...place }))
      assert.equal(outcome, 'imported');
    const passage = { start: 5, end: text.trimEnd().length };
    await host.engine.call('codings.add', aCoding({ source: 'long', code: 'N2', passage }));
    await page.getByRole('link', { name: say('place.matrices') }).click();
    for (const format of ['xlsx', 'docx'] as const) {
      await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: say('tables.export') });
      await dialog.getByText(say('tables.export-quotes'), { exact: true }).click();
      await dialog.getByRole('button', { name: say('tables.format') }).click();
      await page.getByRole('option', { name: say(`tables.${format}`), exact: true }).click();
      await written(() => dialog.getByRole('button', { name: say('tables.write') }).click());
      const cut = format === 'xlsx' ? 1 : 0;
      await until(() => page.getByText(say('tables.cut', { n: 1 })).count(), cut, `what ${format} cuts`);
      await page.getByText(/was written/).waitFor();
    }
  },
);

windowTest(
  'every format is offered; documents take the quotes along, the methods appendix is one',
  { language: 'en' },
  async ({ page, host, say, written }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', 'every ladder came back', 'N2');
    await page.getByRole('link', { name: say('place.matrices') }).click();
    const dialog = page.getByRole('dialog', { name: say('tables.export') });
    const choose = async (format: (typeof tableFormats)[number]) => {
      await dialog.getByRole('button', { name: say('tables.format') }).click();
      await page.getByRole('option', { name: say(`tables.${format}`), exact: true }).click();
    };
    const write = async (): Promise<string> => {
      const { bytes } = await written(() =>
        dialog.getByRole('button', { name: say('tables.write') }).click(),
      );
      await dialog.waitFor({ state: 'detached' });
      return bytes.toString();
    };
    const open = () => page.getByRole('button', { name: say('tables.export'), exact: true }).click();
    for (const format of tableFormats) {
      await open();
      await choose(format);
      const takesQuotes = dialog.getByText(say('tables.appendix-with'));
      await until(() => takesQuotes.count(), isDocumentFormat(format) ? 1 : 0, format);
      if (isDocumentFormat(format)) await takesQuotes.click();
      const text = await write();
      if (format !== 'xlsx' && format !== 'docx')
        assert.match(text, /every ladder came back|Reciprocity/, format);
      if (format === 'html') assert.match(text, /<h1>Quotes<\/h1>[^]*every ladder came back/);
    }
    await open();
    await dialog.getByText(say('tables.export-methods')).click();
    await choose('md');
    assert.match(await write(), /^# Methods appendix: [^]*\| N2 Reciprocity \|/);
  },
);

windowTest(
  'a table wider than its place shows that more columns follow, until the last one is reached',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', 'every ladder came back', 'N2');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('link', { name: say('place.matrices') }).click();
    await page.getByRole('option', { name: say('tables.case-code') }).click();
    await page.getByRole('row', { name: /Shed/ }).waitFor();
    const frame = page.locator('.matrix-frame');
    const grid = page.getByRole('grid');
    const more = () => frame.getAttribute('data-more');
    // The evidence of a cell leaves the table less room.
    await grid.locator('tbody td').first().click();
    await until(more, 'true', 'the mark of more columns');
    await page.evaluate("document.querySelector('.matrix-scroll').scrollLeft = 100000");
    await until(more, null, 'no more columns');
  },
);
