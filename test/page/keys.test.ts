// Everything by key, and the ways to code a passage: each control can be reached and shows its focus; Escape goes back.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { boxOf, code, drag, makeStudy, selected, stripes, toEnd, transcript, untilPainted } from './room.ts';
import { isFocused, tabTo, until, untilFocused, windowTest } from './window.ts';

const ladders = 'every ladder came back';
const twice = 'Then we ask twice, kindly.';

/** Roles in which one element takes Tab and the others are reached by arrows. */
const composites = ['grid', 'treegrid', 'listbox', 'radiogroup', 'menu', 'tablist', 'toolbar'];

/** To be run in the page once: remembers where Tab came along, and how each of these looked with and without focus. */
const watch = `
  globalThis.tabbed = new Map();
  globalThis.look = (it) => {
    const within = document.getElementById(it.getAttribute('aria-activedescendant') ?? '');
    const near = [it, within, ...(within?.querySelectorAll('.row') ?? []), it.parentElement, it.parentElement?.parentElement, ...it.children].filter(Boolean);
    return near.map((each) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(each);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor].join();
    }).join(';');
  };
  globalThis.arrive = async () => {
    // What the focus sets off is done after this; what it changes is asked of the styles, not of a picture.
    await new Promise((done) => setTimeout(done));
    for (const [it, looks] of tabbed) if (it !== document.activeElement) looks.without ??= look(it);
    const it = document.activeElement;
    if (it === document.body || tabbed.has(it)) return false;
    tabbed.set(it, { with: look(it) });
    return true;
  };`;

/** What Tab does not lead to, and what does not show that it has the focus. */
async function tabThrough(page: Page): Promise<string[]> {
  await page.evaluate(watch);
  await page.evaluate('document.activeElement.blur()');
  let misses = 0;
  for (let presses = 0; presses < 150 && misses < 2; presses++) {
    await page.keyboard.press('Tab');
    misses = (await page.evaluate<boolean>('arrive()')) ? 0 : misses + 1;
  }
  return page.evaluate(`(() => {
    const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
    const controls = [...document.querySelectorAll('a[href], button, input, textarea, select, [tabindex], [contenteditable="true"]')]
      .filter((it) => isShown(it) && !it.disabled && !it.closest('[inert], [aria-hidden="true"]'));
    const inComposite = (it) => it.parentElement?.closest('${composites.map((role) => `[role=${role}]`).join()}, .stripes, ul[aria-label]');
    const told = (it, what) => what + ': ' + it.outerHTML.slice(0, 120);
    return [
      ...controls.filter((it) => it.tabIndex >= 0 && !tabbed.has(it) && !inComposite(it)).map((it) => told(it, 'Tab does not lead to')),
      ...controls.filter((it) => it.tabIndex < 0 && !tabbed.has(it) && !inComposite(it) && !it.querySelector('[tabindex="0"]')).map((it) => told(it, 'no key leads to')),
      // The caret shows where the focus is in the transcript.
      ...[...tabbed].filter(([it, looks]) => it.className !== 'transcript' && looks.without === looks.with).map(([it]) => told(it, 'focus cannot be seen on')),
    ];
  })()`);
}

windowTest(
  'on every place Tab leads to each control, and the focus can be seen',
  { language: 'en' },
  async ({ page, host, say }) => {
    await page.getByRole('button', { name: say('start.new') }).click();
    await page.getByLabel(say('start.name')).waitFor();
    const faults: Record<string, string[]> = { start: await tabThrough(page) };
    await makeStudy(host, 'en');
    await code(host, 'en', ladders, 'N2');
    await untilPainted(page, [ladders]);
    const places = ['texts', 'codebook', 'cases', 'matrices', 'history', 'settings'] as const;
    for (const [n, place] of places.entries()) {
      await page.keyboard.press(`Alt+${n + 1}`);
      await page
        .locator(`.rail [aria-current=page]`)
        .getByText(say(`place.${place}`))
        .waitFor();
      await page.locator('.room button, .room table, .room li').first().waitFor();
      faults[place] = await tabThrough(page);
    }
    assert.deepEqual(Object.fromEntries(Object.entries(faults).filter(([, each]) => each.length > 0)), {});
  },
);

windowTest(
  'Escape closes what floats and gives the focus back',
  { language: 'en' },
  async ({ page, host, say }) => {
    const { keyboard } = page;
    await makeStudy(host, 'en');
    await code(host, 'en', ladders, 'N2');
    await untilPainted(page, [ladders]);
    const text = transcript(page);
    await drag(page, twice);
    for (const [chord, title] of [
      ['Control+k', 'palette.title'],
      ['Shift+Slash', 'shortcuts.title'],
    ] as const) {
      await keyboard.press(chord);
      const dialog = page.getByRole('dialog', { name: say(title) });
      await dialog.waitFor();
      await keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await untilFocused(text);
      assert.equal(await selected(page), twice, `the selection after ${title}`);
    }
    await keyboard.press('c');
    await page.getByRole('dialog', { name: say('texts.code-selection') }).waitFor();
    await keyboard.press('Escape');
    await untilFocused(text);
    assert.equal(await selected(page), twice);
    await page.getByRole('link', { name: say('place.matrices') }).click();
    const opener = page.getByRole('button', { name: say('tables.export'), exact: true });
    await tabTo(page, opener);
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await untilFocused(opener);
    const chip = page
      .getByRole('group', { name: say('tables.question') })
      .getByRole('button')
      .first();
    await tabTo(page, chip, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await untilFocused(chip);
  },
);

windowTest(
  'a code dragged onto the selection codes it; onto other words, their paragraph; the last of the list is clicked',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await drag(page, ladders);
    const tree = page.getByRole('treegrid', { name: say('place.codebook') });
    const drop = async (name: string, words: string): Promise<void> => {
      const box = await boxOf(page, words);
      await tree.getByText(name, { exact: true }).hover();
      await page.mouse.down();
      await page.mouse.move((box.left + box.right) / 2, box.first - 4, { steps: 4 });
      await page.mouse.move((box.left + box.right) / 2, box.first, { steps: 2 });
      await page.mouse.up();
    };
    await drop('Reciprocity', ladders);
    await untilPainted(page, [ladders]);
    await drop('Formal institutions', 'ask twice');
    await untilPainted(page, [ladders, twice]);
    await drag(page, 'We lent each other');
    await page.evaluate("document.querySelector('.codebook-tree').scrollTop = 1e6");
    const count = must(await tree.getAttribute('aria-rowcount'), 'the number of codes');
    const last = tree.locator(`[aria-rowindex="${count}"]`);
    const name = must(await last.getAttribute('aria-label'), 'the code');
    await last.click();
    await untilPainted(page, ['We lent each other', ladders, twice]);
    await until(
      async () => (await stripes(page)).map((name) => name.split(',')[0]),
      [name, 'N2 Reciprocity', 'N1 Formal institutions'],
      'the stripes',
    );
  },
);

windowTest(
  'keys of the reading room: digits, r, v, borders, next coding, remove, undo',
  { language: 'en' },
  async ({ page, host, say }) => {
    const { keyboard } = page;
    await makeStudy(host, 'en');
    const pick = async (id: string): Promise<void> => {
      await keyboard.press('c');
      await untilFocused(page.getByRole('combobox', { name: say('texts.part-of-name') }));
      await keyboard.type(id);
      await keyboard.press('Enter');
      await untilFocused(transcript(page));
    };
    await drag(page, 'ladders');
    await pick('N2');
    await untilPainted(page, ['ladders']);
    await drag(page, 'We lent');
    await pick('W1');
    await untilPainted(page, ['We lent', 'ladders']);
    await drag(page, 'came back');
    await keyboard.press('r');
    await untilPainted(page, ['We lent', 'ladders', 'came back']);
    await drag(page, 'kindly');
    await keyboard.press('1');
    await untilPainted(page, ['We lent', 'ladders', 'came back', 'kindly']);
    const marks = async (): Promise<string[]> => (await stripes(page)).map((name) => name.slice(0, 2));
    await until(marks, ['W1', 'N2', 'W1', 'N2'], 'the stripes');
    await drag(page, 'ask twice');
    await keyboard.press('v');
    await untilPainted(page, ['We lent', 'ladders', 'came back', 'ask twice', 'kindly']);
    await until(
      () => stripes(page),
      (names) => /ask twice/.test(names[3] ?? ''),
      'the stripe of the new code',
    );
    const tree = page.getByRole('treegrid', { name: say('place.codebook') });
    await toEnd(page, tree, 'ask twice');
    const inTree = tree.getByText('ask twice');
    await keyboard.press('Control+z');
    await untilPainted(page, ['We lent', 'ladders', 'came back', 'kindly']);
    await until(() => inTree.count(), 0, 'one undo takes the code back, too');
    await keyboard.press('Control+Shift+z');
    await untilPainted(page, ['We lent', 'ladders', 'came back', 'ask twice', 'kindly']);

    await keyboard.press('Alt+ArrowUp');
    await until(() => selected(page), 'came back', 'the coding before');
    await keyboard.press('[');
    await untilPainted(page, ['We lent', 'ladders', 'ladder came back', 'ask twice', 'kindly']);
    await keyboard.press('Delete');
    await untilPainted(page, ['We lent', 'ladders', 'ask twice', 'kindly']);
    await keyboard.press('Control+z');
    await untilPainted(page, ['We lent', 'ladders', 'ladder came back', 'ask twice', 'kindly']);
  },
);

windowTest(
  'the find bar finds, steps, and leaves the found words selected',
  { language: 'en' },
  async ({ page, host, say }) => {
    const { keyboard } = page;
    await makeStudy(host, 'en');
    await transcript(page).getByText(ladders).waitFor();
    await keyboard.press('Control+f');
    const field = page.getByRole('search').getByRole('textbox', { name: say('texts.find') });
    await untilFocused(field);
    await keyboard.type('LADDER');
    const count = page.getByRole('search').getByRole('status');
    await until(() => count.textContent(), say('texts.hits', { at: 1, n: 2 }), 'the count');
    await keyboard.press('Enter');
    await until(() => count.textContent(), say('texts.hits', { at: 2, n: 2 }), 'the count');
    await keyboard.press('Enter');
    await keyboard.press('Shift+Enter');
    await until(() => count.textContent(), say('texts.hits', { at: 2, n: 2 }), 'the count');
    await keyboard.press('Escape');
    await untilFocused(transcript(page));
    assert.equal(await selected(page), 'ladder');
    assert.equal(await isFocused(field), false);
    await keyboard.press('c');
    await keyboard.type('N2');
    await keyboard.press('Enter');
    await untilPainted(page, ['ladder']);
  },
);

for (const [language, typed] of [
  ['en', 'case'],
  ['zh', '案例'],
] as const)
  windowTest(
    `the best answer to what is typed stands first in the palette, and no act is undone by its own words, ${language}`,
    { language },
    async ({ page, host, say }) => {
      await makeStudy(host, language);
      await host.engine.call('cases.set', { name: 'Case 1 案例', attributes: [], sources: [], speakers: [] });
      await transcript(page).waitFor();
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: say('palette.title') });
      const options = page.getByRole('dialog').getByRole('option');
      await field.fill(typed);
      await until(
        async () => (await options.first().textContent())?.startsWith(say('place.cases')),
        true,
        'the place',
      );
      assert.deepEqual(await options.getByText(/Undo|撤销/).allTextContents(), []);
      await field.fill(say('command.undo'));
      await until(async () => /^(Undo|撤销)/.test((await options.first().textContent()) ?? ''), true, 'undo');
      await field.fill('T1');
      await page.keyboard.press('Enter');
      await page
        .getByRole('treegrid', { name: say('codebook.title') })
        .getByText('T1')
        .waitFor();
    },
  );

windowTest(
  'keys and the palette lead to every place, and its keys work at once; Enter goes on with the project that was closed',
  { language: 'en' },
  async ({ page, host, say }) => {
    const { keyboard } = page;
    mkdirSync(host.projects, { recursive: true });
    await makeStudy({ engine: host.engine, folder: host.projects }, 'en');
    await transcript(page).getByText(ladders).waitFor();
    await keyboard.press('Alt+4');
    await untilFocused(page.getByRole('button', { name: say('tables.to-texts') }));
    await code(host, 'en', ladders, 'N2');
    const choose = async (words: string): Promise<void> => {
      await keyboard.press('Control+k');
      await untilFocused(page.getByRole('combobox', { name: say('palette.title') }));
      await keyboard.type(words);
      await keyboard.press('Enter');
    };
    const acts = page.getByRole('region', { name: say('past.acts') });
    const things = [
      ['place.codebook', page.getByRole('treegrid').getByRole('row', { name: /^T Trust/ })],
      ['place.cases', page.getByRole('option', { name: /^Shed/ })],
      ['place.matrices', page.getByRole('grid')],
      ['place.history', acts],
      ['place.settings', page.locator('.scroll', { has: page.locator('.settings-page') })],
      ['place.texts', transcript(page)],
    ] as const;
    for (const [n, [, thing]] of things.entries()) {
      await keyboard.press(`Alt+${((n + 1) % things.length) + 1}`);
      await untilFocused(thing);
    }
    for (const [place, thing] of things) {
      await choose(say(place).slice(0, 5));
      await page.locator('.rail [aria-current=page]').getByText(say(place)).waitFor();
      await untilFocused(thing);
    }
    const latest = page.getByRole('button', { name: /^study/ });
    await keyboard.press('Alt+5');
    await untilFocused(acts);
    await choose(say('screen.close-project'));
    await untilFocused(latest);

    await keyboard.press('o');
    await untilFocused(page.getByLabel(say('start.path')));
    await keyboard.type('/nowhere.crosscase');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByRole('main').getByRole('alert').waitFor();
    await untilFocused(page.getByRole('button', { name: say('start.open-act'), exact: true }));

    await tabTo(page, latest);
    await keyboard.press('Enter');
    await untilFocused(acts);
  },
);
