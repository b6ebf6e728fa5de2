// What was done is there after a reload, and in the other tab.
import assert from 'node:assert/strict';
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
