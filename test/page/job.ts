// The whole job, as a person does it from the start screen to an exported table, whichever host the window has.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { elementsOf, named, readXlsx, unzip } from '../engine/export/read-xlsx.ts';
import { drag, selected, stripes, transcript, untilPainted, writeTalks } from './room.ts';
import { isFocused, tabTo, until, untilFocused, type OpenWindow } from './window.ts';

/** What the job needs of a window. */
export type JobWindow = Pick<OpenWindow, 'page' | 'say' | 'written'> & { readonly folder: string };

const spoken = 'We lent each other ladders, and every ladder came back.';
const said = '大家互相借梯子，每一把都还回来了。';

/** In English. */
export async function jobByMouse(window: JobWindow): Promise<void> {
  const { page, say } = window;
  await page.getByRole('button', { name: say('start.new') }).click();
  await page.getByLabel(say('start.name')).fill('Sheds');
  await page.getByLabel(say('start.coder')).fill('Ada');
  await page.getByRole('button', { name: say('start.create') }).click();

  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('main')
      .getByRole('button', { name: say('command.import') })
      .click(),
  ]);
  await chooser.setFiles([...(await writeTalks(window, 'en'))]);
  const dialog = page.getByRole('dialog');
  const forAll = dialog.getByRole('group', { name: say('importing.for-all') });
  await forAll.getByRole('combobox', { name: say('importing.case') }).fill('Shed Lane');
  await forAll.getByRole('button', { name: new RegExp(say('importing.phase')) }).click();
  await page.getByRole('option', { name: say('phase.after'), exact: true }).click();
  await dialog.getByRole('button', { name: say('importing.import', { n: 2 }) }).click();

  await transcript(page).getByText(spoken).waitFor();
  await page.getByText(`Shed Lane · ${say('phase.after')}`).waitFor();
  await drag(page, spoken);
  await page.keyboard.press('c');
  await page.keyboard.type('recipro');
  await page.keyboard.press('Enter');
  await untilPainted(page, [spoken]);
  await until(
    async () => (await stripes(page)).map((name) => name.slice(0, 15)),
    ['N2 Reciprocity,'],
    'the stripe',
  );
  await until(() => selected(page), spoken, 'the selection is given back');

  await page.getByRole('link', { name: say('place.matrices') }).click();
  await page.getByRole('option', { name: say('tables.code-case') }).click();
  const cell = page
    .getByRole('row', { name: /N2 Reciprocity/ })
    .getByRole('gridcell')
    .first();
  await until(() => cell.textContent(), '1', 'the number');
  await cell.click();
  const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
  await evidence.getByText(spoken).waitFor();
  assert.match(
    must(await evidence.getByRole('listitem').first().textContent(), 'a quote'),
    /Ms Orr.*Shed Lane.*shed ¶ 2/,
  );
  await evidence.getByRole('button', { name: say('tables.open-in-source') }).click();
  await untilPainted(page, [spoken]);
  await untilBroughtOut(page);
  await page.getByRole('button', { name: say('screen.back', { place: say('place.matrices') }) }).click();
  await until(() => cell.getAttribute('aria-selected'), 'true', 'the same cell');
  await untilFocused(page.getByRole('grid'));
  await evidence.getByText(spoken).waitFor();

  await exportAll(window, (locator) => locator.click());

  await page
    .getByRole('button', { name: /^Undo: Coded “shed” ¶2 with “Reciprocity”/ })
    .first()
    .click();
  await page.getByRole('status').getByText('Undone: Coded “shed” ¶2 with “Reciprocity”').waitFor();
  await page.getByRole('link', { name: say('place.texts') }).click();
  await transcript(page).getByText(spoken).waitFor();
  await untilPainted(page, []);
  await page.getByRole('link', { name: say('place.history') }).click();
  const acts = page.getByRole('region', { name: say('past.acts') }).getByRole('listitem');
  await until(
    async () => (await acts.locator('.act-what').allTextContents()).map((act) => act.slice(0, 40)),
    (told) =>
      told.length === 4 &&
      told[0] === 'Undone: Coded “shed” ¶2 with “Reciprocit' &&
      told[2] === 'Imported “shed” and 1 other file',
    'the history: what was imported together is one act',
  );
  assert.equal(await acts.nth(1).locator('.tag').textContent(), say('past.undone'));
}

/** By keyboard alone, in Chinese. */
export async function jobByKeyboard(window: JobWindow): Promise<void> {
  const { page, say } = window;
  const { keyboard } = page;
  await page.getByRole('button', { name: say('start.new') }).waitFor();
  await keyboard.press('n');
  await untilFocused(page.getByLabel(say('start.name')));
  await keyboard.insertText('工具房');
  await tabTo(page, page.getByLabel(say('start.coder')));
  await keyboard.insertText('小安');
  await keyboard.press('Enter');

  await tabTo(page, page.getByRole('main').getByRole('button', { name: say('command.import') }));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
  await chooser.setFiles([...(await writeTalks(window, 'zh'))]);
  const dialog = page.getByRole('dialog');
  const forAll = dialog.getByRole('group', { name: say('importing.for-all') });
  await tabTo(page, forAll.getByRole('combobox', { name: say('importing.case') }));
  await keyboard.insertText('工具房巷');
  await tabTo(page, forAll.getByRole('button', { name: new RegExp(say('importing.phase')) }));
  await keyboard.press('Enter');
  await page.getByRole('option', { name: say('phase.after'), exact: true }).waitFor();
  await untilInList(page);
  await keyboard.press('End');
  await keyboard.press('Enter');
  await page.getByRole('option', { name: say('phase.after'), exact: true }).waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: say('importing.import', { n: 2 }) }).waitFor();
  await keyboard.press('Control+Enter');

  await transcript(page).getByText(said).waitFor();
  await page.getByText(`工具房巷 · ${say('phase.after')}`).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await tabTo(page, transcript(page));
  await keyboard.press('Control+Home');
  for (let line = 0; line < 8 && !(await pieceAtCaret(page)).includes(said); line++)
    await keyboard.press('ArrowDown');
  await keyboard.press('End');
  for (let n = 0; n < said.length; n++) await keyboard.press('Shift+ArrowLeft');
  assert.equal(await selected(page), said);
  await keyboard.press('c');
  await untilFocused(page.getByRole('combobox', { name: say('texts.part-of-name') }));
  await keyboard.type('hhgf');
  await keyboard.press('Enter');
  await untilPainted(page, [said]);
  await until(
    () => stripes(page),
    ([name]) => name?.startsWith('N2 互惠规范') === true,
    'the stripe',
  );
  await untilFocused(transcript(page));

  await keyboard.press('Alt+4');
  await tabTo(page, page.getByRole('listbox', { name: say('tables.displays') }).getByRole('option'));
  await keyboard.press('Home');
  const display = page.getByRole('option', { name: say('tables.code-case') });
  for (let n = 0; n < 20 && !(await isFocused(display)); n++) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('grid'));
  await keyboard.press('Control+Home');
  const cell = page
    .getByRole('row', { name: /N2 互惠规范/ })
    .getByRole('gridcell')
    .first();
  for (let row = 0; row < 20 && !(await isActive(cell)); row++) await keyboard.press('ArrowDown');
  await until(() => cell.textContent(), '1', 'the number');
  await keyboard.press('Enter');
  const evidence = page.getByRole('complementary', { name: say('tables.evidence') });
  await untilFocused(evidence.getByRole('listitem'));
  await keyboard.press('Enter');
  await untilPainted(page, [said]);
  await untilFocused(transcript(page));
  await untilBroughtOut(page);
  const back = page.getByRole('button', { name: say('screen.back', { place: say('place.matrices') }) });
  await tabTo(page, back, 'Shift+Tab');
  await keyboard.press('Enter');
  await until(() => cell.getAttribute('aria-selected'), 'true', 'the same cell');
  await untilFocused(page.getByRole('grid'));

  await exportAll(window, async (control) => {
    if ((await control.getAttribute('role')) === 'option') {
      await untilInList(page);
      await keyboard.press('Home');
      for (let n = 0; n < 12 && !(await isFocused(control)); n++) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    } else {
      await tabTo(page, control);
      await keyboard.press('Enter');
    }
  });

  await keyboard.press('Control+z');
  await page.getByRole('status').getByText('已撤销：为“shed”¶2 编码“互惠规范”').waitFor();
  await keyboard.press('Alt+1');
  await transcript(page).getByText(said).waitFor();
  await untilPainted(page, []);
  await keyboard.press('Alt+5');
  const acts = page.getByRole('region', { name: say('past.acts') }).locator('.act-what');
  await until(() => acts.first().textContent(), '撤销：为“shed”¶2 编码“互惠规范”', 'the history');
}

/** The piece of text that the caret stands in: a label, or the words after it. */
function pieceAtCaret(page: Page): Promise<string> {
  return page.evaluate("getSelection().focusNode?.textContent ?? ''");
}

/** The grid's active descendant: where its keys are. */
async function isActive(cell: Locator): Promise<boolean> {
  return (await cell.getAttribute('class'))?.includes('is-active') ?? false;
}

/** Waits until the coding that was opened stands out from the others. */
function untilBroughtOut(page: Page): Promise<void> {
  const held = (): Promise<string[]> =>
    page.evaluate(
      '[...CSS.highlights].filter(([name, { size }]) => /^k/.test(name) && size > 0).map(([name]) => name)',
    );
  return until(held, ([name]) => name?.endsWith('-on') === true, 'the coding is brought out');
}

/** Waits until a list that opens has the focus: keys before that are lost. */
function untilInList(page: Page): Promise<void> {
  return until(() => page.locator('[role=option]:focus').count(), 1, 'focus in the list');
}

/** Exports the shown table in each format and looks into the files. `press` is how the person presses a button. */
async function exportAll(
  { page, say, written }: JobWindow,
  press: (button: Locator) => Promise<void>,
): Promise<void> {
  for (const format of ['csv', 'xlsx', 'docx'] as const) {
    const opener = page.getByRole('button', { name: say('tables.export'), exact: true });
    await press(opener);
    const dialog = page.getByRole('dialog');
    const formats = dialog.getByRole('button', { name: say('tables.format') });
    await press(formats);
    const option = page.getByRole('option', { name: say(`tables.${format}`), exact: true });
    await option.waitFor();
    await press(option);
    await option.waitFor({ state: 'detached' });
    await untilFocused(formats);
    const { name, bytes } = await written(() =>
      press(dialog.getByRole('button', { name: say('tables.write'), exact: true })),
    );
    assert.equal(name.split('.').at(-1), format);
    assert.match(await wordsOf(bytes, format), /N2[^]*1/);
    await dialog.waitFor({ state: 'detached' });
    await untilFocused(opener);
  }
}

async function wordsOf(bytes: Buffer, format: 'csv' | 'xlsx' | 'docx'): Promise<string> {
  if (format === 'csv') return bytes.toString('utf8');
  if (format === 'xlsx') return (await readXlsx(bytes)).sheets.flatMap(({ rows }) => rows.flat()).join('\n');
  const part = must((await unzip(bytes)).get('word/document.xml'), 'the text of the document');
  return named(elementsOf(part.toString()), 'w:t')
    .map(({ text }) => text)
    .join('\n');
}
