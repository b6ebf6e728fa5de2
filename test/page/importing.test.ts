// The import dialog in the window: what would be made is told before, nothing set is lost by a key, a stop tells the truth.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAxe } from './axe.ts';
import { makeStudy, transcript, writeTalks } from './room.ts';
import { holdBack, languages, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

async function choose({ page, say }: OpenWindow, paths: readonly string[]): Promise<void> {
  // As long as no text is shown, the place invites to the same act.
  await transcript(page).waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: say('command.import') }).click(),
  ]);
  await chooser.setFiles([...paths]);
}

windowTest(
  'a slip in a name shows before anything is stored, Escape asks before it throws away what was set, and files are chosen and set together',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    await makeStudy(host, 'en');
    const told = ['Linden-before.txt', 'Linden-after.txt'].map((name) => join(host.folder, name));
    for (const path of told) writeFileSync(path, `Mei: We met in ${path}.\nBo: And spoke.\nMei: Yes.\n`);
    await choose(window, [...(await writeTalks(host, 'en')), ...told]);
    const dialog = page.getByRole('dialog');
    const button = dialog.getByRole('button', { name: say('importing.import', { n: 4 }) });
    await button.waitFor();
    const forAll = dialog.getByRole('group', { name: say('importing.for-all') });
    const name = forAll.getByRole('combobox', { name: say('importing.case') });
    await name.fill('Shef');
    await dialog.getByText(say('importing.new-case-near', { name: 'Shef', near: 'Shed' })).waitFor();
    const interviewers = forAll.getByLabel(say('importing.interviewers'));
    await interviewers.fill('Ms Or');
    await dialog.getByText(say('importing.nobody-called', { name: 'Ms Or' })).waitFor();

    const question = dialog.getByRole('alertdialog', { name: say('importing.would-be-lost', { n: 4 }) });
    await page.keyboard.press('Escape');
    await untilFocused(question.getByRole('button', { name: say('importing.go-on') }));
    await checkAxe(page);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await untilFocused(interviewers);
    assert.equal(await name.inputValue(), 'Shef');
    await interviewers.fill('Ms Orr');

    const rows = dialog.getByRole('option');
    const places = () =>
      rows.evaluateAll((all) =>
        all.map((row) => [...row.children].slice(-2).map((cell) => cell.textContent)),
      );
    await dialog
      .getByText(say('importing.phases-told', { n: 2, file: 'Linden-before.txt', phase: 'Before' }))
      .waitFor();
    await dialog.getByRole('button', { name: say('importing.take-phases') }).click();
    const [shed, keys, ...linden] = [
      ['Shed', ''],
      ['keys', ''],
      ['Linden', 'Before'],
      ['Linden', 'After'],
    ];
    await until(places, [shed, keys, ...linden], 'the places by the names');
    await until(() => dialog.locator('.import-proposal').count(), 0, 'nothing more to offer');
    await rows.first().click();
    await page.keyboard.press('Shift+ArrowDown');
    const together = page.getByRole('complementary', { name: say('importing.chosen', { n: 2 }) });
    await together.getByRole('combobox', { name: say('importing.case') }).fill('Shed');
    await page.keyboard.press('Escape');
    await until(places, [shed, shed, ...linden], 'the case of both');
    await until(
      () => dialog.locator('.import-notes').allInnerTexts(),
      ['The case “Linden” will be made.'],
      'the notes',
    );
    await dialog.getByRole('button', { name: say('importing.choose-all') }).click();
    await page.getByRole('complementary', { name: say('importing.chosen', { n: 4 }) }).waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await untilFocused(transcript(page));
    const { cases } = await host.engine.call('cases.list', {});
    assert.deepEqual(
      cases.map((each) => [each.name, each.sources.length]),
      [
        ['Shed', 4],
        ['Linden', 2],
      ],
    );
    const { sources } = await host.engine.call('sources.list', {});
    assert.deepEqual(
      sources.map(({ phase }) => phase),
      ['After', 'After', null, null, 'Before', 'After'],
    );
  },
);

for (const language of languages('zh'))
  windowTest(
    `how the labels are written is chosen or typed in the preview, which shows the turns at once, ${language}`,
    { language },
    async (window) => {
      const { page, host, say } = window;
      await makeStudy(host, language);
      const path = join(host.folder, 'marked.txt');
      writeFileSync(path, '<<阿桂>> 早。\n<<小何>> 早！\n[Bo] Hello.\n[Bo] Yes.\n<<阿桂>> 好。\n');
      await choose(window, [path]);
      const preview = page.getByRole('complementary', { name: 'marked.txt' });
      await preview.getByText(say('importing.none-found')).waitFor();
      const pattern = preview.getByRole('combobox', { name: say('importing.pattern') });
      const turns = preview.locator('.sp');
      await pattern.fill(language === 'zh' ? '<<姓名>>' : '<<NAME>>');
      await page.keyboard.press('Enter');
      await until(() => turns.allInnerTexts(), ['阿桂', '小何', '阿桂'], 'the turns');
      await pattern.fill('<<>>');
      await page.keyboard.press('Enter');
      await preview.getByText(say('refused.speaker-pattern', { pattern: '<<>>' })).waitFor();
      await preview.getByRole('button', { name: say('importing.patterns') }).click();
      await page.getByRole('option', { name: say('importing.no-labels') }).click();
      await preview.getByText(say('importing.none-found')).waitFor();
      await preview.getByRole('button', { name: say('importing.patterns') }).click();
      await page.getByRole('option', { name: /^\[/ }).click();
      await until(() => turns.allInnerTexts(), ['Bo', 'Bo'], 'the turns');
      await checkAxe(page);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const { speakers, labels } = await host.engine.call('sources.read', { source: 'marked' });
      assert.deepEqual([speakers.map(({ name }) => name), labels.length], [['Bo'], 2]);
      await untilFocused(transcript(page));
      await page.keyboard.press('F2');
      const written = language === 'zh' ? '[姓名]' : '[NAME]';
      await page
        .getByRole('dialog')
        .getByText(say('texts.labels-as', { pattern: written }))
        .waitFor();
    },
  );

windowTest(
  'an import that is stopped lists as stored exactly what the project has',
  { language: 'en' },
  async (window) => {
    const { host, say } = window;
    await makeStudy(host, 'en');
    // The engine waits for the page to take what was stored: with 32 files under way it stands still until it is stopped.
    await holdBack(window.page.context(), /"type":"taken"/);
    const page = await window.another();
    await window.page.close();
    const folder = join(host.folder, 'many');
    mkdirSync(folder);
    const paths = Array.from({ length: 40 }, (_, n) => join(folder, `talk ${n}.txt`));
    for (const [n, path] of paths.entries()) writeFileSync(path, `Mei: This is talk ${n}.\n`);
    await choose({ ...window, page }, paths);
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: say('importing.import', { n: 40 }) })
      .click({ timeout: 180_000 });
    await dialog.getByRole('progressbar').waitFor();
    const count = async (): Promise<number> =>
      (await host.engine.call('sources.list', {})).sources.length - 2;
    await until(count, 32, 'some are stored');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: say('screen.done') }).waitFor();
    const stored = await count();
    assert.equal(stored, 32);
    assert.equal(await dialog.getByRole('img', { name: say('importing.is-stored') }).count(), stored);
    await dialog.getByRole('button', { name: say('importing.import', { n: 40 - stored }) }).click();
    await dialog.waitFor({ state: 'detached', timeout: 180_000 });
    const all = await host.engine.call('sources.list', {});
    assert.equal(new Set(all.sources.map(({ fileName }) => fileName)).size, 42);
    assert.equal(all.sources.length, 42);
  },
);
