// Everything with the mouse: units selected, the menu at the pointer, properties and many codings beside the text; and the keys
// that go from coding to coding.
import type { Locator } from 'playwright-core';
import { aCoding } from '../helpers/project.ts';
import {
  assert,
  boxOf,
  checkAxe,
  clickInto,
  code,
  drag,
  gestureTest,
  selected,
  talks,
  transcript,
  until,
  untilFocused,
  untilPainted,
} from './gestures.ts';

gestureTest('words are selected, coded, split, merged and named by the mouse alone', async (gesture) => {
  const { page, words, untilStored, stored, host, say } = gesture;
  const { mouse } = page;
  const is = (wanted: string, what: string): Promise<void> => until(() => selected(page), wanted, what);
  const beside = async (quote: string) => {
    const { first } = await boxOf(page, quote);
    const { left } = await page.evaluate<DOMRect>(
      `document.querySelector('.margin').getBoundingClientRect()`,
    );
    return [left + 20, first] as const;
  };
  const ask = async (entry: string, quote: string): Promise<void> => {
    const { left, right, first } = await boxOf(page, quote);
    await mouse.click((left + right) / 2, first, { button: 'right' });
    await page.getByRole('menu', { name: say('here.title') }).waitFor();
    await page.getByRole('menuitem', { name: entry }).click();
  };

  await mouse.click(...(await beside(words.turn)));
  await is(words.turn, 'the paragraph');
  await mouse.click(...(await beside(words.question)));
  await page.keyboard.down('Shift');
  await mouse.click(...(await beside(words.turn)));
  await page.keyboard.up('Shift');
  await until(
    () => selected(page),
    (now) => now.startsWith(words.question) && now.endsWith(words.turn),
    'both paragraphs',
  );
  await mouse.move(...(await beside(words.turn)));
  await mouse.down();
  await mouse.move(...(await beside(words.later)));
  await mouse.up();
  await until(
    () => selected(page),
    (now) => now.startsWith(words.turn) && now.endsWith(words.later),
    'drawn along the margin',
  );
  await mouse.dblclick(...(await beside(words.later)));
  await is(words.later, 'the turn');
  const middle = await boxOf(page, words.middle);
  const at = [(middle.left + middle.right) / 2, middle.first] as const;
  await mouse.click(...at);
  await page.keyboard.down('ControlOrMeta');
  await mouse.click(...at);
  await page.keyboard.up('ControlOrMeta');
  await is(words.turn, 'the sentence');
  await transcript(page).locator('.speaker-label').nth(3).dblclick();
  await is(words.later, 'the turn of the speaker');
  await mouse.click(...at, { clickCount: 3 });
  await is(words.turn, 'the paragraph');

  // The menu at the pointer, on what is selected.
  await mouse.click(...at, { button: 'right' });
  const menu = page.getByRole('menu', { name: say('here.title') });
  await menu.waitFor();
  assert.equal(await menu.getByRole('menuitem', { name: say('here.split') }).count(), 0);
  await checkAxe(page);
  await menu.getByRole('menuitem', { name: say('here.code') }).click();
  await untilFocused(page.getByRole('combobox', { name: say('texts.part-of-name') }));
  await page.keyboard.insertText('N2');
  await page.getByRole('option', { name: /^N2/ }).click();
  await untilStored([`N2 ${words.turn}`]);
  await untilPainted(page, [words.turn]);

  // On a coding: split where the pointer is, merged, pinned.
  const end = await boxOf(page, words.end);
  await mouse.click(end.left, end.first);
  await mouse.click(end.left, end.first, { button: 'right' });
  await menu.getByRole('menuitem', { name: say('here.split') }).click();
  const head = words.turn.slice(0, words.turn.indexOf(words.end)).trim();
  const tail = words.turn.slice(words.turn.indexOf(words.end));
  await untilStored([`N2 ${head}`, `N2 ${tail}`]);
  await untilPainted(page, [head, tail]);
  await ask(say('here.merge'), words.start);
  await untilStored([`N2 ${words.turn}`]);
  await untilPainted(page, [words.turn]);
  await ask(say('here.pin'), words.start);
  await page.locator('.codebook-tree .pin-code.is-pinned').waitFor();

  // In vivo, in either language without an input method.
  await clickInto(page, words.question);
  await drag(page, words.end);
  await ask(say('here.in-vivo'), words.end);
  await until(
    async () => (await stored()).map((each) => each.code).toSorted(),
    ['N2', words.end].toSorted(),
    'in vivo',
  );
  await untilFocused(transcript(page));
  await drag(page, words.later);
  await page.keyboard.press('v');
  await until(
    async () => (await stored()).some((each) => each.quote === words.later),
    true,
    'in vivo by key',
  );

  // What is set on a coding, beside the text.
  const stripe = (name: RegExp): Locator =>
    page.getByRole('group', { name: say('texts.stripes') }).getByRole('button', { name });
  await stripe(/^N2/).click();
  const properties = async () =>
    (await stored())
      .filter((each) => each.code === 'N2')
      .map(({ coding: { level, direction, phase, weight } }) => [level, direction, phase, weight]);
  await page.getByRole('radio', { name: say('texts.level-2') }).click();
  await page.getByRole('radio', { name: '+1' }).click();
  const { phases } = await host.engine.call('phases.list', {});
  const phase = phases[0]?.name ?? '';
  await page.locator('.coding-phase button').click();
  await page.getByRole('option', { name: phase, exact: true }).click();
  const weight = page.getByRole('textbox', { name: say('texts.weight') });
  await weight.click();
  await page.keyboard.insertText('2.5');
  await page.getByRole('textbox', { name: say('texts.memo') }).click();
  await until(properties, [[2, 1, phase, 2.5]], 'what is set on it');
});

gestureTest(
  'many codings get a code and properties from the bar, by mouse; O, U and F go and lead by key',
  async (gesture) => {
    const { page, words, untilStored, stored, host, language, say } = gesture;
    const { keyboard } = page;
    await code(host, language, words.start, 'N2');
    await code(host, language, words.end, 'N1');
    await code(host, language, words.later, 'T1');
    await untilPainted(page, [words.start, words.end, words.later]);
    // By key from stretch to stretch without code.
    const isGap = (now: string): boolean => now.startsWith(words.middle) && now.length < words.turn.length;
    await clickInto(page, words.question);
    await keyboard.press('u');
    await until(() => selected(page), isGap, 'the next stretch without code');
    await clickInto(page, words.later);
    await keyboard.press('Shift+U');
    await until(() => selected(page), isGap, 'the stretch before');

    // In the list of the text, and in the bar above it.
    await page.getByRole('radio', { name: say('gestures.scope-text') }).click();
    const list = page.getByRole('grid', { name: say('gestures.codings') });
    await until(() => list.getByRole('row').count(), 3, 'the rows');
    await list.getByRole('row').nth(0).locator('.tick-box').click();
    await list.getByRole('row').nth(1).locator('.tick-box').click();
    const bar = page.getByRole('group', { name: say('gestures.ticked-n', { n: 2 }) });
    const choose = async (label: string, option: string): Promise<void> => {
      await bar.getByRole('button', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    const { phases } = await host.engine.call('phases.list', {});
    const phase = phases[1]?.name ?? '';
    await choose(say('texts.level'), say('texts.level-3'));
    await choose(say('texts.direction'), '−1');
    await choose(say('texts.phase'), phase);
    const properties = async () =>
      (await stored()).map(({ coding: { level, direction, phase: set } }) => [level, direction, set]);
    await until(
      properties,
      [
        [3, -1, phase],
        [3, -1, phase],
        [null, null, null],
      ],
      'set in two',
    );
    await bar.getByRole('button', { name: say('texts.change-code') }).click();
    await untilFocused(page.getByRole('combobox', { name: say('texts.part-of-name') }));
    await keyboard.insertText('W1');
    await page.getByRole('option', { name: /^W1/ }).click();
    await untilStored([`W1 ${words.start}`, `W1 ${words.end}`, `T1 ${words.later}`]);
    await bar.getByRole('button', { name: say('gestures.key-merge') }).click();
    const merged = words.turn.slice(0, words.turn.indexOf(words.end) + words.end.length);
    await untilStored([`W1 ${merged}`, `T1 ${words.later}`]);
    await untilPainted(page, [merged, words.later]);

    // By key: from coding to coding of this coder, from gap to gap, into the field of the phase.
    await clickInto(page, words.question);
    await keyboard.press('o');
    await until(() => selected(page), merged, 'the next coding of the coder');
    await keyboard.press('o');
    await until(() => selected(page), words.later, 'the one after it');
    await keyboard.press('Shift+O');
    await until(() => selected(page), merged, 'the one before');
    await clickInto(page, words.later);
    await keyboard.press('f');
    await untilFocused(page.locator('.coding-phase button'));
    await keyboard.press('Enter');
    await page.getByRole('option', { name: phase, exact: true }).click();
    await until(async () => (await properties())[1], [null, null, phase], 'the phase');
    await untilFocused(page.locator('.coding-phase button'));
    await keyboard.press('Escape');
    await untilFocused(transcript(page));

    // Ticks reach across texts: one act for codings of both.
    await page.getByRole('radio', { name: say('gestures.scope-text') }).click();
    await list.getByRole('row').nth(1).locator('.tick-box').click();
    const far = talks[language].docx[1].split(/[:：] ?/)[1] ?? '';
    const passage = { find: far, nth: null };
    await host.engine.call('codings.add', aCoding({ source: 'keys', code: 'N1', passage }));
    await page.locator('.source-tree').getByText('keys', { exact: true }).click();
    await until(
      () =>
        list
          .getByRole('row')
          .filter({ hasText: far.slice(0, 8) })
          .count(),
      1,
      'the coding of the other text',
    );
    await list.getByRole('row').locator('.tick-box').click();
    await bar.getByText(say('gestures.ticked-elsewhere', { n: 1 })).waitFor();
    await transcript(page).focus();
    await keyboard.press('Shift+Digit1');
    const levels = async () => {
      const there = await host.engine.call('codings.list', { source: 'keys' });
      return [
        ...(await stored()).map(({ coding }) => coding.level),
        ...there.codings.map(({ level: set }) => set),
      ];
    };
    await until(levels, [3, 1, 1], 'the level in both texts');
    await keyboard.press('Control+z');
    await until(levels, [3, null, null], 'taken back in both');
    await page.locator('.source-tree').getByText('shed', { exact: true }).click();
    await bar.getByText(say('gestures.ticked-elsewhere', { n: 1 })).waitFor();
    await bar.getByRole('button', { name: say('gestures.remove-ticked') }).click();
    await until(levels, [3], 'removed in both');

    // Where nothing is ticked in the open text a key acts on what is in sight; what is gone elsewhere stops no act.
    await transcript(page).focus();
    await keyboard.press('Control+z');
    await until(levels, [3, null, null], 'both back');
    await page.locator('.source-tree').getByText('keys', { exact: true }).click();
    const inKeys = list.getByRole('row').filter({ hasText: far.slice(0, 8) });
    await until(() => inKeys.count(), 1, 'the other text');
    await inKeys.locator('.tick-box').click();
    await page.locator('.source-tree').getByText('shed', { exact: true }).click();
    const one = page.getByRole('group', { name: say('gestures.ticked-n', { n: 1 }) });
    await one.getByText(say('gestures.ticked-elsewhere', { n: 1 })).waitFor();
    await clickInto(page, words.later);
    await keyboard.press('Shift+Digit2');
    await until(levels, [3, 2, null], 'the level of the active coding alone');
    const { codings: away } = await host.engine.call('codings.list', { source: 'keys' });
    for (const { id } of away) await host.engine.call('codings.remove', { id });
    await list.getByRole('row').nth(1).locator('.tick-box').click();
    await bar.getByRole('button', { name: say('gestures.remove-ticked') }).click();
    await until(levels, [3], 'what is there is removed');
    await until(() => page.locator('.bulk-bar').count(), 0, 'nothing ticked any more');
  },
);
