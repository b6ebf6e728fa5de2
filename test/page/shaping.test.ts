// The study takes shape in the window: texts find their cases, codes their colours and ids, the project its name and coder.
import assert from 'node:assert/strict';
import { checkAxe } from './axe.ts';
import { makeStudy, transcript, untilPainted, code } from './room.ts';
import { isFocused, languages, tabTo, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

const ladders = 'every ladder came back';

async function casesOf({ host }: OpenWindow): Promise<unknown> {
  const { cases } = await host.engine.call('cases.list', {});
  return cases.map(({ name, sources }) => [name, sources]);
}

windowTest(
  'files dropped on the start screen wait for a project; with a case for each file they are one act to undo',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    await page.getByRole('button', { name: say('start.new') }).waitFor();
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      for (const name of ['Lin.txt', 'Lin 2.txt', 'Bo.md'])
        dataTransfer.items.add(new File(['Mei: This is ' + name], name));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    })()`);
    await page.getByRole('status').getByText('3 files wait to be imported (“Lin.txt” and others)').waitFor();
    await page.getByLabel(say('start.name')).fill('Dropped');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('importing.import', { n: 3 }) }).waitFor();
    await dialog.getByRole('button', { name: say('importing.by-name') }).click();
    await dialog.getByText('2 cases will be made: Lin, Bo.').waitFor();
    await page.keyboard.press('Control+Enter');
    await transcript(page).getByText('This is Lin.txt').waitFor();
    assert.deepEqual(await casesOf(window), [
      ['Lin', ['Lin', 'Lin 2']],
      ['Bo', ['Bo']],
    ]);
    await page
      .getByRole('button', { name: /^Undo: Imported “Lin” and 2 other files/ })
      .first()
      .click();
    await until(() => casesOf(window), [], 'nothing is imported');
    assert.equal((await host.engine.call('sources.list', {})).sources.length, 0);
  },
);

windowTest(
  'where a text belongs is changed from the text itself: name, case, phase, who asks; removed and brought back',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    await makeStudy(host, 'en');
    await code(host, 'en', ladders, 'N2');
    await untilPainted(page, [ladders]);
    await page.getByRole('button', { name: /^Shed · After/ }).click();
    const dialog = page.getByRole('dialog');
    const name = dialog.getByLabel(say('about.name'), { exact: true });
    await untilFocused(name);
    await name.fill('keys');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await name.fill('The shed');
    const inCase = dialog.getByRole('combobox', { name: say('importing.case') });
    await inCase.fill('Shed Lane');
    await dialog.getByRole('button', { name: new RegExp(say('importing.phase')) }).click();
    await page.getByRole('option', { name: say('phase.before'), exact: true }).click();
    await dialog.getByRole('button', { name: say('importing.asks-name', { name: 'Ms Orr' }) }).click();
    const about = async () => {
      const { sources } = await host.engine.call('sources.list', {});
      const source = sources.find(({ number }) => number === 1);
      return (
        source && [
          source.name,
          source.cases,
          source.phase,
          source.speakers.map(({ role }) => role),
          source.codings,
        ]
      );
    };
    const changed = ['The shed', ['Shed Lane'], say('phase.before'), ['interviewer', 'interviewer'], 1];
    await until(about, changed, 'what was set');
    await dialog.getByRole('button', { name: say('about.remove-coded', { n: 1 }) }).click();
    await until(about, undefined, 'the text is gone');
    await page
      .getByRole('status')
      .getByRole('button', { name: say('command.undo') })
      .click();
    await until(about, changed, 'the text is back with its coding');
  },
);

for (const language of languages('zh'))
  windowTest(
    `texts chosen together get phase and case, each as one act; a text gets an attribute that is made beside it, ${language}`,
    { language },
    async (window) => {
      const { page, host, say } = window;
      const { keyboard } = page;
      await makeStudy(host, language);
      const placed = async (): Promise<unknown> =>
        (await host.engine.call('sources.list', {})).sources.map(({ cases, phase }) => [...cases, phase]);
      const before = await placed();
      await transcript(page).waitFor();
      await page.locator('.source-row').first().click();
      await keyboard.press('Shift+ArrowDown');
      const bar = page.getByRole('group', { name: say('texts.sources-chosen', { n: 2 }) });
      await tabTo(page, bar.getByRole('combobox', { name: say('importing.case') }));
      await keyboard.type('Yard');
      await keyboard.press('Enter');
      const after = before as string[][];
      const moved = after.map(([, phase]) => ['Yard', phase]);
      await until(placed, moved, 'the case of both');
      await tabTo(page, bar.getByRole('button', { name: say('texts.set-phase') }));
      await keyboard.press('Enter');
      await page.getByRole('option', { name: say('texts.no-phase') }).click();
      const without = after.map(() => ['Yard', null]);
      await until(placed, without, 'no phase of both');
      await page
        .getByRole('status')
        .getByRole('button', { name: say('command.undo') })
        .click();
      await until(placed, moved, 'one step back is both');
      await checkAxe(page);
      await bar.getByRole('button', { name: say('texts.choose-one') }).click();
      await until(() => bar.count(), 0, 'one text again');
      await transcript(page).click();
      await keyboard.press('F2');
      await page.getByRole('button', { name: say('cases.new-attribute') }).click();
      await page.getByLabel(say('cases.attribute-name')).fill('Kind');
      await keyboard.press('Enter');
      await page.getByLabel('Kind', { exact: true }).fill('walk');
      await keyboard.press('Tab');
      const kinds = async (): Promise<unknown> =>
        (await host.engine.call('sources.list', {})).sources.map(
          ({ attributes }) => attributes['Kind'] ?? null,
        );
      await until(kinds, ['walk', null], 'the value');
    },
  );

windowTest(
  'by keyboard alone, in Chinese: each text its case, then one text moved to another case',
  { language: 'zh' },
  async (window) => {
    const { page, host, say } = window;
    const { keyboard } = page;
    await makeStudy(host, 'zh');
    const { sources } = await host.engine.call('sources.list', {});
    for (const { uid } of sources) await host.engine.call('sources.update', { source: uid, cases: [] });
    await host.engine.call('cases.remove', { case: 'Shed' });
    await transcript(page).waitFor();
    await keyboard.press('Alt+3');
    await untilFocused(page.getByRole('button', { name: say('cases.for-sources') }));
    await keyboard.press('Enter');
    await until(
      () => casesOf(window),
      [
        ['shed', ['shed']],
        ['keys', ['keys']],
      ],
      'a case for each text',
    );
    await tabTo(page, page.getByRole('listbox', { name: say('cases.title') }).getByRole('option'));
    await keyboard.press('Home');
    const choose = page.getByRole('button', { name: say('cases.choose-sources') });
    await keyboard.press('Enter');
    await tabTo(page, choose);
    await keyboard.press('Enter');
    const item = page.getByRole('menuitemcheckbox', { name: 'keys' });
    await until(() => page.locator('[role=menuitemcheckbox]:focus').count(), 1, 'focus in the menu');
    for (let n = 0; n < 3 && !(await isFocused(item)); n++) await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await until(
      () => casesOf(window),
      [
        ['shed', ['shed', 'keys']],
        ['keys', ['keys']],
      ],
      'both texts',
    );
    await keyboard.press('Escape');
    await keyboard.press('Alt+1');
    await tabTo(page, transcript(page));
    await keyboard.press('F2');
    await untilFocused(page.getByRole('dialog').getByLabel(say('about.name'), { exact: true }));
    await keyboard.press('Escape');
    await untilFocused(transcript(page));
  },
);

windowTest(
  'a code gets another colour, which the codes beneath take, and another id; a wrong one is refused at its field',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    await makeStudy(host, 'en');
    await page.getByRole('link', { name: say('place.codebook') }).click();
    const tree = page.getByRole('treegrid', { name: say('codebook.title') });
    await tree.getByText('Trust', { exact: true }).click();
    const dots = () =>
      tree
        .getByRole('row', { name: /^T1? / })
        .locator('.dot')
        .evaluateAll((all) => all.map(({ className }) => className.split(' ').at(2)));
    await until(dots, ['blue', 'blue'], 'the family’s hue');
    const hue = page.getByRole('radiogroup', { name: say('codebook.color') });
    await tabTo(page, hue.getByRole('radio'));
    await page.keyboard.press('ArrowRight');
    await until(dots, ['amber', 'amber'], 'the next hue');
    await page.getByRole('button', { name: say('codebook.to-place') }).click();
    await until(dots, ['blue', 'blue'], 'the family’s hue again');
    await tree.getByText('Reciprocity', { exact: true }).click();
    const id = page.getByLabel(say('codebook.id'), { exact: true });
    await id.fill('t1');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('alert').waitFor();
    await id.fill('not an id');
    await page.keyboard.press('Enter');
    await page.getByText(say('codebook.id-form')).waitFor();
    await id.fill('R1');
    await page.keyboard.press('Enter');
    await tree.getByRole('row', { name: /^R1 Reciprocity/ }).waitFor();
  },
);

for (const language of languages('en'))
  windowTest(
    `the project gets another name; its coder another one, or gives way to somebody else, ${language}`,
    { language },
    async (window) => {
      const { page, host, say } = window;
      await makeStudy(host, language);
      await page.getByRole('link', { name: say('place.settings') }).click();
      const name = page.getByLabel(say('preferences.name'), { exact: true });
      await name.fill('Sheds');
      await page.keyboard.press('Enter');
      // Written on while the first words are stored: they are stored, too.
      await name.fill('Sheds 工具房');
      await page.keyboard.press('Tab');
      await page.getByRole('heading', { level: 1, name: 'Sheds 工具房' }).waitFor();
      // Pressed twice at once, a phase moves by two places.
      const [first = '', ...others] = (await host.engine.call('phases.list', {})).phases.map(
        (phase) => phase.name,
      );
      const down = page.getByRole('button', { name: say('preferences.phase-down', { phase: first }) });
      await down.focus();
      for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
      const phases = () => page.locator('.phase-row .med').allTextContents();
      await until(phases, [...others, first], 'the first phase is the last');
      await untilFocused(page.getByRole('button', { name: say('preferences.phase-up', { phase: first }) }));
      const coder = page.getByLabel(say('preferences.coder'), { exact: true });
      await coder.fill('Ada Lin');
      const rename = say('preferences.coder-rename', { coder: 'Ada', name: 'Ada Lin' });
      await page.getByRole('button', { name: rename }).click();
      const coders = async () => (await host.engine.call('coders.list', {})).coders.map((each) => each.name);
      await until(coders, ['Ada Lin'], 'the renamed coder');
      // What it offers goes once the name is read back.
      await page.getByRole('button', { name: rename }).waitFor({ state: 'detached' });
      assert.equal(await coder.inputValue(), 'Ada Lin');
      await coder.fill('Bo');
      await page.getByRole('button', { name: say('preferences.coder-become', { name: 'Bo' }) }).click();
      await page.locator('.top .who', { hasText: 'B' }).waitFor();
      await page.reload();
      await until(() => coder.inputValue(), 'Bo', 'the coder after a reload');
      await until(() => name.inputValue(), 'Sheds 工具房', 'the name after a reload');
    },
  );

windowTest(
  'a project file dropped on a page is told where to be opened',
  { language: 'en' },
  async ({ page, say }) => {
    await page.getByRole('button', { name: say('start.new') }).waitFor();
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([''], 'Study.crosscase'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    })()`);
    await page.getByRole('alert').getByText(say('start.dropped-project')).waitFor();
  },
);
