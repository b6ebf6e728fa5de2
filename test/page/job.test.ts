// The whole job in the window: from the start screen to an exported table, by mouse in English, by keyboard alone in Chinese.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../shared/must.ts';
import { jobByKeyboard, jobByMouse } from './job.ts';
import { drag, transcript, untilPainted } from './room.ts';
import { windowTest } from './window.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus/sheffield-nc');
const ofCorpus = {
  language: 'en',
  lacking: existsSync(corpus) ? undefined : 'no corpus beside this repository',
} as const;

windowTest('the whole job by mouse, in English', { language: 'en' }, (window) =>
  jobByMouse({ ...window, folder: window.host.folder }),
);

windowTest('the whole job by keyboard alone, in Chinese', { language: 'zh' }, (window) =>
  jobByKeyboard({ ...window, folder: window.host.folder }),
);

windowTest('interviews of a real study are imported, read, coded and counted', ofCorpus, async (window) => {
  const { page, say } = window;
  await page.getByRole('button', { name: say('start.new') }).click();
  await page.getByLabel(say('start.name')).fill('Study');
  await page.getByRole('button', { name: say('start.create') }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('main')
      .getByRole('button', { name: say('command.import') })
      .click(),
  ]);
  await chooser.setFiles(['Ana.docx', 'David.txt'].map((name) => join(corpus, name)));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('importing.import', { n: 2 }) })
    .click();
  const line = transcript(page)
    .locator('.line')
    .filter({ hasText: /\w.{40,90}$/ })
    .first();
  const words = must(
    /\b\w+ \w+ \w+\b/.exec(
      must(await line.textContent(), 'a line')
        .split(':')
        .at(-1) ?? '',
    ),
    'words',
  )[0];
  await drag(page, words);
  await page.keyboard.press('c');
  await page.keyboard.type('T1');
  await page.keyboard.press('Enter');
  await untilPainted(page, [words]);
  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('row', { name: /T1/ }).getByRole('gridcell').getByText('1').first().click();
  await page
    .getByRole('complementary', { name: say('tables.evidence') })
    .getByText(words)
    .waitFor();
});
