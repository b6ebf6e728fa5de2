// The panes: handles by pointer and by key, widths that are found again, F6 from pane to pane, panes in a narrow window.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { code, makeStudy, transcript, untilPainted } from './room.ts';
import { until, untilFocused, windowTest } from './window.ts';

const ladders = 'every ladder came back';

function handle(page: Page, side: 'list' | 'inspector'): Locator {
  return page.locator(`.room > .pane.${side}`).getByRole('separator');
}

async function width(page: Page, part: string): Promise<number> {
  return Math.round(must(await page.locator(`.room > ${part}`).boundingBox(), 'a box').width);
}

/** Moves the middle of the handle by so many px with the mouse. */
async function pull(page: Page, grip: Locator, px: number): Promise<void> {
  const box = must(await grip.boundingBox(), 'a box');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + px / 2, y, { steps: 3 });
  await page.mouse.move(x + px, y, { steps: 3 });
  await page.mouse.up();
}

windowTest(
  'a pane is made wider by pointer and by key, within bounds, in every place at once, and is found so after a reload',
  { language: 'en' },
  async ({ page, host, say }) => {
    const { keyboard } = page;
    await makeStudy(host, 'en');
    await transcript(page).getByText(ladders).waitFor();
    const list = handle(page, 'list');
    await until(() => width(page, '.pane.list'), 248, 'the list');
    await pull(page, list, 60);
    await until(() => width(page, '.pane.list'), 308, 'the list');
    await until(() => list.getAttribute('aria-valuenow'), '308', 'what is told of it');
    await list.focus();
    await keyboard.press('ArrowRight');
    await until(() => width(page, '.pane.list'), 324, 'the list');
    await keyboard.press('Home');
    await until(
      () => width(page, '.pane.list'),
      Number(await list.getAttribute('aria-valuemin')),
      'the list',
    );
    await keyboard.press('End');
    await until(
      () => width(page, '.pane.list'),
      Number(await list.getAttribute('aria-valuemax')),
      'the list',
    );
    await pull(page, list, 500);
    await until(() => width(page, '.pane.list'), 432, 'no more than three tenths of the window');
    await list.dblclick();
    await until(() => width(page, '.pane.list'), 248, 'the list as it was');

    const inspector = handle(page, 'inspector');
    await inspector.focus();
    await keyboard.press('ArrowLeft');
    await until(() => width(page, '.pane.inspector'), 340, 'the inspector');
    await pull(page, list, 32);
    await page.getByRole('link', { name: say('place.matrices') }).click();
    await page.getByRole('link', { name: say('place.codebook') }).click();
    await until(() => width(page, '.pane.list'), 280 + 88, 'the codebook');
    await until(() => width(page, '.pane.inspector'), 340, 'the inspector');
    await until(
      async () => /"listWidth": 280/.test(readFileSync(join(host.settings, 'settings.json'), 'utf8')),
      true,
      'the width is kept',
    );
    await page.reload();
    await until(() => width(page, '.pane.list'), 280 + 88, 'the codebook');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('link', { name: say('place.texts') }).click();
    await until(() => width(page, '.pane.list'), 280, 'the list');
    assert.ok((await width(page, '.desk')) >= 544, 'the text keeps its measure');
  },
);

windowTest(
  'F6 goes from pane to pane, and back with Shift; arrows fold the codebook there, letters lead through it',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await transcript(page).getByText(ladders).waitFor();
    // A project that is opened gives the focus to its text.
    await untilFocused(transcript(page));
    await page.keyboard.press('Shift+F6');
    const sources = page.getByRole('treegrid', { name: say('texts.sources') });
    await untilFocused(sources);
    await page.keyboard.press('F6');
    await untilFocused(transcript(page));
    await page.keyboard.press('F6');
    const codes = page.getByRole('treegrid', { name: say('place.codebook') });
    await untilFocused(codes);
    const first = codes.getByRole('row', { name: /^T1 / });
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await until(() => first.count(), 0, 'the family is folded');
    await page.keyboard.press('ArrowRight');
    await first.waitFor();
    await page.keyboard.type('n2');
    const at = codes.locator('.is-active');
    await until(() => at.getAttribute('aria-label'), 'N2 Reciprocity', 'the code that is typed');
    await until(
      () => codes.getAttribute('aria-activedescendant'),
      (await at.getAttribute('id')) ?? '',
      'told',
    );
    await page.keyboard.press('Shift+F6');
    await untilFocused(transcript(page));
    await page.keyboard.press('c');
    await untilFocused(page.getByRole('combobox', { name: say('texts.part-of-name') }));
  },
);

windowTest(
  'at 200 % zoom the panes open over the desk from the top bar, and give way to what is chosen in them',
  { language: 'en' },
  async ({ page, host, say }) => {
    await page.setViewportSize({ width: 720, height: 450 });
    await makeStudy(host, 'en');
    await code(host, 'en', ladders, 'N2');
    await untilPainted(page, [ladders]);
    const list = page.locator('.room > .pane.list');
    const inspector = page.locator('.room > .pane.inspector');
    await list.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: say('screen.left-pane') }).click();
    await list.getByText('keys').click();
    await transcript(page).getByText('we still wait').waitFor();
    await list.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: say('screen.right-pane') }).click();
    await inspector.waitFor();
    await page.keyboard.press('Escape');
    await inspector.waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: say('place.matrices') }).click();
    await page.getByRole('button', { name: say('screen.left-pane') }).click();
    await page.getByRole('option', { name: say('tables.frequencies') }).click();
    await list.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: say('screen.left-pane') }).click();
    await page.getByRole('option', { name: say('tables.code-case') }).click();
    await list.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: /N2/ }).getByRole('gridcell').first().click();
    await inspector.getByText(ladders).waitFor();
  },
);
