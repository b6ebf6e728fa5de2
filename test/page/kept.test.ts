// What was done is there after a reload, and in the other tab.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../shared/words/say.ts';
import { code, drag, makeStudy, stripes, talks, transcript, untilPainted } from './room.ts';
import { until, windowTest } from './window.ts';

const ladders = 'every ladder came back';
const twice = 'Then we ask twice, kindly.';

windowTest(
  'a reload in the middle loses nothing: project, place, source, codings, table and cell',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    await makeStudy(host, 'en');
    await page.getByRole('row', { name: /keys/ }).click();
    await transcript(page)
      .getByText(talks.en.docx[2].split(': ')[1] ?? '')
      .waitFor();
    await drag(page, 'we still wait');
    await page.keyboard.press('c');
    await page.keyboard.type('T4');
    await page.keyboard.press('Enter');
    await page.reload();
    await untilPainted(page, ['we still wait']);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Study');
    await page.getByRole('heading', { name: 'keys', exact: true }).waitFor();

    await page.getByRole('link', { name: say('place.matrices') }).click();
    await page.getByRole('option', { name: say('tables.code-case') }).click();
    const cell = page.getByRole('row', { name: /^T4/ }).getByRole('gridcell').first();
    await cell.click();
    const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
    await evidence.getByText('we still wait').waitFor();
    await page.reload();
    await until(() => cell.getAttribute('aria-selected'), 'true', 'the chosen cell');
    await evidence.getByText('we still wait').waitFor();
  },
);

const isFew = (rows: number): boolean => rows > 1 && rows < 12;

windowTest(
  'a reload finds the lists as they stood: filter, folds, grouping, order of frequencies',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', ladders, 'N2');
    await transcript(page).getByText(ladders).waitFor();
    await page.getByRole('radio', { name: say('texts.by-phase') }).click();
    await page.getByRole('link', { name: say('place.matrices') }).click();
    await page.getByRole('option', { name: say('tables.frequencies') }).click();
    const sorted = page.getByRole('columnheader', { name: /^Sources/ });
    await sorted.getByRole('button').click();
    await until(() => sorted.getAttribute('aria-sort'), 'descending', 'the order');
    await page.getByRole('link', { name: say('place.codebook') }).click();
    const tree = page.getByRole('treegrid', { name: say('codebook.title') });
    await tree.getByText('Trust', { exact: true }).click();
    await page.keyboard.press('ArrowLeft');
    await until(() => tree.getByText('Trust among residents').count(), 0, 'what is folded');
    await page.reload();
    await tree.getByText('Norms', { exact: true }).waitFor();
    assert.equal(await tree.getByText('Trust among residents').count(), 0);
    const filter = page.getByLabel(say('codebook.filter'));
    await filter.fill('recipro');
    await until(() => tree.getByRole('row').count(), isFew, 'what answers to the filter');
    await page.reload();
    await until(() => filter.inputValue(), 'recipro', 'the filter');
    await until(() => tree.getByRole('row').count(), isFew, 'what answers to the filter');
    await page.getByRole('link', { name: say('place.matrices') }).click();
    await until(() => sorted.getAttribute('aria-sort'), 'descending', 'the order');
    await page.getByRole('link', { name: say('place.texts') }).click();
    await until(
      () => page.getByRole('radio', { name: say('texts.by-phase') }).getAttribute('aria-checked'),
      'true',
      'the grouping',
    );
  },
);

windowTest(
  'a picker that was open when the page was reloaded leaves nothing half done',
  { language: 'en' },
  async (window) => {
    const { page, host } = window;
    await makeStudy(host, 'en');
    await drag(page, ladders);
    await page.keyboard.press('c');
    await page.getByRole('dialog').waitFor();
    await page.reload();
    await transcript(page).getByText(ladders).waitFor();
    await untilPainted(page, []);
    assert.equal(await page.getByRole('dialog').count(), 0);
  },
);

windowTest(
  'two tabs on one project stay in step: coding, undo, redo, another tab closes the project',
  { language: 'en' },
  async (window) => {
    const { page, host, say, another } = window;
    await makeStudy(host, 'en');
    const other = await another();
    await transcript(other).getByText(ladders).waitFor();
    await page.bringToFront();
    await drag(page, ladders);
    await page.keyboard.press('c');
    await page.keyboard.type('N2');
    await page.keyboard.press('Enter');
    await Promise.all([page, other].map((tab) => untilPainted(tab, [ladders])));
    await until(
      () => stripes(other),
      (names) => names.length === 1,
      'the stripe in the other tab',
    );

    await other.bringToFront();
    await drag(other, twice);
    await other.keyboard.press('r');
    await other.getByText(say('texts.nothing-to-repeat')).waitFor();
    await other.keyboard.press('c');
    await other.keyboard.type('N3');
    await other.keyboard.press('Enter');
    await Promise.all([page, other].map((tab) => untilPainted(tab, [ladders, twice])));
    await other.keyboard.press('Control+z');
    await Promise.all([page, other].map((tab) => untilPainted(tab, [ladders])));
    await other.keyboard.press('Control+Shift+z');
    await Promise.all([page, other].map((tab) => untilPainted(tab, [ladders, twice])));

    await page.bringToFront();
    await page.getByRole('link', { name: say('place.settings') }).click();
    await page.getByRole('button', { name: say('screen.close-project') }).click();
    await Promise.all(
      [page, other].map((tab) => tab.getByRole('button', { name: say('start.sample') }).waitFor()),
    );
  },
);

windowTest(
  'a coding that comes from elsewhere is painted without a touch',
  { language: 'zh' },
  async (window) => {
    const { page, host } = window;
    await makeStudy(host, 'zh');
    await transcript(page).getByText('每一把都还回来了').waitFor();
    await code(host, 'zh', '每一把都还回来了', 'T1');
    await untilPainted(page, ['每一把都还回来了']);
  },
);

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
