// Every act of the reading room is within reach: in the sheet of keys, in the palette, at 200 % zoom, in forced colours, and
// with a Chinese input method on.
import type { Page } from 'playwright-core';
import type { WordKey } from '../../shared/words/say.ts';
import {
  assert,
  boxOf,
  clickInto,
  code,
  gestureTest,
  transcript,
  until,
  untilFocused,
  untilPainted,
} from './gestures.ts';
import { compose, settle, takenKey } from './ime.ts';

const groups: readonly WordKey[] = [
  'texts.keys',
  'gestures.keys-select',
  'gestures.keys-go',
  'gestures.keys-coding',
];

gestureTest(
  'what the sheet of keys lists the palette offers, with the same keys',
  async ({ page, words, say }) => {
    const { keyboard } = page;
    await clickInto(page, words.start);
    await keyboard.press('Shift+?');
    const sheet = page.getByRole('dialog', { name: say('shortcuts.title') });
    await sheet.waitFor();
    const listed: { what: string; keys: string }[] = [];
    for (const group of groups) {
      const rows = sheet.getByRole('region', { name: say(group), exact: true }).locator('dl > div');
      for (const row of await rows.all())
        listed.push({
          what: (await row.locator('dt').textContent()) ?? '',
          keys: (await row.locator('dd').textContent()) ?? '',
        });
    }
    await keyboard.press('Escape');
    const acts = listed.filter(({ what }) => what !== say('texts.key-recent'));
    assert.ok(acts.length > 40, `${acts.length} acts`);
    assert.deepEqual(
      acts.filter(({ keys }) => keys === ''),
      [],
    );
    assert.equal(new Set(acts.map(({ keys }) => keys)).size, acts.length, 'no key twice');
    await keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: say('palette.title') });
    await untilFocused(field);
    const missing: string[] = [];
    for (const { what, keys } of acts) {
      await field.fill(what);
      const rows = page.locator('[role=option]').filter({ hasText: what });
      const found = (await rows.count()) > 0 ? await rows.locator('.keys').allTextContents() : [];
      if (!found.includes(keys)) missing.push(`${what} (${keys}; ${found.join('; ')})`);
    }
    assert.deepEqual(missing, []);
  },
);

/** Controls that reach out of the window, or whose words are cut without being told in full. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, input, textarea, [role=option], [role=dialog], .seg')]
    .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden, .stripes'))
    .filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    })
    .map((each) => each.outerHTML.slice(0, 120))`);

gestureTest('at 200 % zoom everything is in the window and works', async (gesture) => {
  const { page, words, host, language, say } = gesture;
  const { keyboard } = page;
  await code(host, language, words.start, 'N2');
  // A window of 1440 × 900 at 200 %.
  await page.setViewportSize({ width: 720, height: 450 });
  await untilPainted(page, [words.start]);
  const nothing = async (what: string): Promise<void> => {
    assert.deepEqual(await clipped(page), [], what);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, what);
  };
  await nothing('the text');
  await clickInto(page, words.end);
  await keyboard.press('c');
  const field = page.getByRole('combobox', { name: say('texts.part-of-name') });
  await untilFocused(field);
  await nothing('the picker');
  await keyboard.type('T1');
  await keyboard.press('Enter');
  await until(async () => (await gesture.stored()).length, 2, 'coded');
  await untilFocused(transcript(page));
  await clickInto(page, words.start);
  await keyboard.press('l');
  await page.getByRole('dialog', { name: say('gestures.link') }).waitFor();
  await nothing('the link');
  await keyboard.press('Escape');
  await untilFocused(transcript(page));
  await keyboard.press('i');
  const definition = page.getByRole('dialog').getByText(say('texts.use-when'));
  await definition.waitFor();
  await nothing('the definition');
  await keyboard.press('Escape');
  await definition.waitFor({ state: 'detached' });
  const { left, first } = await boxOf(page, words.start);
  await page.mouse.click(left + 9, first, { button: 'right' });
  const menu = page.getByRole('menu', { name: say('here.title') });
  await menu.getByRole('menuitem', { name: say('here.link') }).waitFor();
  await nothing('the menu at the pointer');
  await until(
    () => menu.boundingBox(),
    (box) => box !== null && box.y >= 0 && box.y + box.height <= 450,
    'all of the menu',
  );
  await keyboard.press('Escape');
  await untilFocused(transcript(page));
  await keyboard.press('Control+k');
  await untilFocused(page.getByRole('combobox', { name: say('palette.title') }));
  await keyboard.insertText(say('links.types'));
  await keyboard.press('Enter');
  const types = page.getByRole('dialog', { name: say('links.types') });
  const change = types.getByRole('listitem').first().getByRole('button').first();
  await change.click();
  await types.getByRole('button', { name: say('links.save') }).waitFor();
  await nothing('a type of links');
  await keyboard.press('Escape');
  await untilFocused(change);
  // The first one is for the name of the button, where that is shown.
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await types.waitFor({ state: 'detached' });
  await clickInto(page, words.start);
  await keyboard.press('a');
  const list = page.getByRole('grid', { name: say('gestures.codings') });
  await list.waitFor();
  await nothing('the list of codings');
});

gestureTest(
  'in forced colours codes are told by their names, and what is ticked by its box',
  async (gesture) => {
    const { page, words, host, language, say } = gesture;
    const { keyboard } = page;
    await code(host, language, words.start, 'N2');
    await code(host, language, words.end, 'T1');
    await page.emulateMedia({ forcedColors: 'active' });
    await untilPainted(page, [words.start, words.end]);
    await until(
      () => page.locator('.stripes .tip b').allTextContents(),
      ['N2', 'T1'],
      'the ids beside the stripes',
    );
    await clickInto(page, words.start);
    await keyboard.press('a');
    const list = page.getByRole('grid', { name: say('gestures.codings') });
    await until(
      () =>
        list
          .locator(':focus')
          .or(list.and(page.locator(':focus')))
          .count(),
      (n) => n > 0,
      'the list has the focus',
    );
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    const colourOf = (selector: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`);
    await until(() => page.locator('.tick-box[data-selected]').count(), 1, 'a ticked box');
    assert.notEqual(await colourOf('.tick-box[data-selected]'), await colourOf('body'), 'the box is filled');
    for (const chosen of ['.codings-item[data-selected]', '.seg button[data-selected]']) {
      const [ground, ink] = await page.evaluate<
        string[]
      >(`(({ backgroundColor, color }) => [backgroundColor, color])(
        getComputedStyle(document.querySelector('${chosen}')))`);
      assert.notEqual(ground, ink, `${chosen}: words that can be read`);
      assert.notEqual(ground, await colourOf('body'), `${chosen}: told from what is not chosen`);
    }
    await page.getByRole('button', { name: say('gestures.remove-ticked') }).waitFor();
  },
);

gestureTest(
  'an input method on: what is composed in the memo of the picker stands there once, keys of the text act',
  async (gesture) => {
    const { page, words, host, language, say, stored } = gesture;
    const { keyboard } = page;
    const ime = await page.context().newCDPSession(page);
    await clickInto(page, words.start);
    await takenKey(ime, 'KeyS');
    await until(() => page.evaluate('getSelection().toString()'), words.turn, 'the sentence');
    await takenKey(ime, 'KeyC');
    await untilFocused(page.getByRole('combobox', { name: say('texts.part-of-name') }));
    await keyboard.insertText('N2');
    await keyboard.press('Tab');
    const memo = page.getByRole('dialog').getByRole('textbox', { name: say('texts.memo') });
    await untilFocused(memo);
    await compose(ime, ['h', "hen'", "hen'qing"]);
    await keyboard.press('Enter');
    assert.equal((await stored()).length, 0, 'Enter belongs to the input method');
    await settle(ime, '很轻松');
    await keyboard.press('Enter');
    await until(async () => (await stored()).map(({ coding }) => coding.memo), ['很轻松'], 'the memo');
    await untilFocused(transcript(page));

    await code(host, language, words.later, 'T1');
    await untilPainted(page, [words.turn, words.later]);
    await clickInto(page, words.start);
    await takenKey(ime, 'KeyL');
    const link = page.getByRole('combobox', { name: say('gestures.link-with') });
    await untilFocused(link);
    const name = (await page.getByRole('option').first().locator('.t').textContent()) ?? '';
    await compose(ime, ['x', 'xin']);
    await keyboard.press('Enter');
    assert.equal(await link.count(), 1, 'nothing was chosen yet');
    await settle(ime, name);
    await until(() => link.inputValue(), name, 'the field');
    await keyboard.press('Enter');
    await untilFocused(page.getByRole('combobox', { name: say('gestures.link-how') }));
  },
);
