// Links made in three keystrokes and with the mouse, named at both ends, followed, changed and removed; and their types.
import {
  checkAxe,
  clickInto,
  code,
  gestureTest,
  selected,
  talks,
  until,
  untilFocused,
  untilPainted,
} from './gestures.ts';

gestureTest(
  'L, Enter, 1 links two codings; the link is named at both ends, followed, turned and removed',
  async (gesture) => {
    const { page, words, host, language, say } = gesture;
    const { keyboard } = page;
    await code(host, language, words.start, 'N2');
    await code(host, language, words.later, 'T1');
    await untilPainted(page, [words.start, words.later]);
    const links = async () => {
      const { links: all } = await host.engine.call('links.list', { source: 'shed', coding: null });
      return all.map(({ from, to, type, sign }) => [from.code, to.code, type, sign]);
    };
    await clickInto(page, words.start);
    await keyboard.press('l');
    await checkAxe(page);
    await keyboard.press('Enter');
    await untilFocused(page.getByRole('combobox', { name: say('gestures.link-how') }));
    await checkAxe(page);
    await keyboard.press('1');
    await until(links, [['N2', 'T1', 'influences', null]], 'the link');

    await keyboard.press('Enter');
    const here = page.getByRole('list', { name: say('gestures.links') });
    await here.getByRole('button').first().click();
    await until(() => selected(page), words.later, 'the other end');
    const { codes } = await host.engine.call('codes.list', {});
    const nameOf = (id: string): string => codes.find(({ shortId }) => shortId === id)?.name ?? '';
    await checkAxe(page);
    const back = here.getByRole('button', { name: new RegExp(nameOf('N2')) }).first();
    await back.waitFor();

    await here.getByRole('button', { name: say('gestures.change-link') }).click();
    await page.getByRole('menuitem', { name: say('gestures.set-sign', { sign: '−' }) }).click();
    await until(links, [['N2', 'T1', 'influences', -1]], 'the sign');
    await here.getByRole('button', { name: say('gestures.change-link') }).click();
    await page.getByRole('menuitem', { name: say('gestures.turn-link') }).click();
    await until(links, [['T1', 'N2', 'influences', -1]], 'turned around');
    await here
      .getByRole('button', { name: new RegExp(say('gestures.remove-link', { type: '' }).slice(0, 4)) })
      .click();
    await until(links, [], 'removed');
    await page.getByRole('main').getByRole('textbox').first().focus();
    await keyboard.press('Control+z');
    await until(links, [['T1', 'N2', 'influences', -1]], 'undone');

    // The other end looked for in the text, the sign and the direction by key.
    await clickInto(page, words.later);
    await keyboard.press('l');
    await keyboard.press('End');
    await page.getByRole('option', { name: say('gestures.link-elsewhere') }).click();
    await clickInto(page, words.start);
    await keyboard.press('l');
    await untilFocused(page.getByRole('combobox', { name: say('gestures.link-how') }));
    await keyboard.press('ArrowRight');
    await keyboard.press('+');
    await keyboard.press('Tab');
    const memo = page.getByRole('dialog').getByRole('textbox', { name: say('texts.memo') });
    await untilFocused(memo);
    await keyboard.insertText('因为 because');
    await keyboard.press('Enter');
    await until(
      links,
      [
        ['T1', 'N2', 'influences', -1],
        ['N2', 'T1', 'influences', 1],
      ],
      'the second link',
    );
    const memos = async () =>
      (await host.engine.call('links.list', { source: 'shed', coding: null })).links.map((each) => each.memo);
    await until(memos, [null, '因为 because'], 'the memo of the second link');

    // Memos beside the text: one is written, the other changed.
    await keyboard.press('Enter');
    await until(() => here.getByRole('listitem').count(), 2, 'both links');
    await here
      .getByRole('button', { name: say('gestures.change-link') })
      .first()
      .click();
    await page.getByRole('menuitem', { name: say('gestures.write-link-memo') }).click();
    const written = here.getByRole('textbox', { name: say('gestures.link-memo') });
    await untilFocused(written.first());
    await keyboard.insertText('first');
    await written.nth(1).click();
    await until(memos, ['first', '因为 because'], 'the memo of the first link');
    await written.nth(1).fill('');
    await keyboard.press('Escape');
    await until(memos, ['first', null], 'the memo is taken away');

    // From one text to another, with a type of one's own.
    await clickInto(page, words.later);
    await keyboard.press('l');
    await page.getByRole('option', { name: say('gestures.link-elsewhere') }).click();
    await page.locator('.source-tree').getByText('keys', { exact: true }).click();
    const far = talks[language].docx[1].split(/[:：] ?/)[1] ?? '';
    await clickInto(page, far);
    await keyboard.press('s');
    await keyboard.press('c');
    await keyboard.type('N1');
    await keyboard.press('Enter');
    await until(
      async () => (await host.engine.call('codings.list', { source: 'keys' })).codings.length,
      1,
      'coded',
    );
    await clickInto(page, far);
    await keyboard.press('l');
    await untilFocused(page.getByRole('combobox', { name: say('gestures.link-how') }));
    await keyboard.type('rests on');
    await keyboard.press('Enter');
    const types = async () =>
      (await host.engine.call('relation-types.list', {})).types.map(({ name, links: n }) => [name, n]);
    const across = async () => {
      const { links: all } = await host.engine.call('links.list', { source: 'keys', coding: null });
      return all.map(({ from, to, type }) => [from.source, from.code, to.source, to.code, type]);
    };
    await until(across, [['shed', 'T1', 'keys', 'N1', 'rests-on']], 'the link across texts');
    const [influences, precedes, contradicts] = (await types()).map(([name]) => String(name));
    const own = await types();
    await keyboard.press('Control+z');
    await until(types, own.slice(0, 3), 'the type and its first link are one act');
    await keyboard.press('Control+Shift+z');
    await until(types, own, 'made again');

    // The types: renamed in both languages, without direction, for other codes; removed, the links to another type.
    await keyboard.press('Control+k');
    await untilFocused(page.getByRole('combobox', { name: say('palette.title') }));
    await keyboard.insertText(say('links.types'));
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: say('links.types') });
    await dialog.getByRole('button', { name: say('links.change-type', { type: 'rests on' }) }).click();
    const form = dialog.getByRole('group', { name: say('links.change-type', { type: 'rests on' }) });
    await untilFocused(form.getByRole('textbox', { name: say('links.name'), exact: true }));
    await form.getByRole('textbox', { name: say('links.name'), exact: true }).fill(influences ?? '');
    await keyboard.press('Enter');
    await form.getByRole('alert').waitFor();
    await form.getByRole('textbox', { name: say('links.name'), exact: true }).fill('stands on');
    await form.getByRole('textbox', { name: say('links.also-name') }).fill('立足于');
    await form.getByRole('radio', { name: say('links.both-ways') }).click();
    await form.getByRole('button', { name: say('links.joins-any') }).click();
    await page.getByRole('menuitemcheckbox', { name: /^N / }).click();
    await checkAxe(page);
    await keyboard.press('Escape');
    await form.getByRole('button', { name: say('links.save') }).click();
    const changed = async () => {
      const { types: all } = await host.engine.call('relation-types.list', {});
      return all
        .slice(3)
        .map(({ name, alsoName, directed, between }) => [name, alsoName, directed, between.length]);
    };
    await until(changed, [['stands on', '立足于', false, 1]], 'the changed type');
    // What else changes the codes that it joins shows here too.
    const marks = dialog.getByRole('listitem').filter({ hasText: 'stands on' }).locator('.joined-codes > *');
    await until(() => marks.count(), 1, 'the code that it joins');
    await host.engine.call('relation-types.update', { type: 'stands on', between: ['N', 'T1'] });
    await until(() => marks.count(), 2, 'both codes that it joins');
    await host.engine.call('relation-types.update', { type: 'stands on', between: ['N'] });
    await until(() => marks.count(), 1, 'one code again');
    await dialog.getByRole('button', { name: say('links.remove-type', { type: influences ?? '' }) }).click();
    const fate = dialog.getByRole('group', { name: say('links.remove-type', { type: influences ?? '' }) });
    await checkAxe(page);
    await fate.getByRole('button', { name: say('screen.delete') }).click();
    await until(
      types,
      [
        [precedes, 2],
        [contradicts, 0],
        ['stands on', 1],
      ],
      'removed, its links of another type',
    );
    await untilFocused(dialog.getByRole('textbox', { name: say('links.new-type') }));
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await keyboard.press('Control+z');
    await until(
      types,
      [
        [influences, 2],
        [precedes, 0],
        [contradicts, 0],
        ['stands on', 1],
      ],
      'one undo',
    );

    // Offered first is what joins these codes, both of them norms; what joins any stands behind.
    await clickInto(page, far);
    await keyboard.press('l');
    await page.getByRole('option', { name: say('gestures.link-elsewhere') }).click();
    await page.locator('.source-tree').getByText('shed', { exact: true }).click();
    await clickInto(page, words.start);
    await keyboard.press('l');
    const offered = page.getByRole('listbox', { name: say('gestures.link-how') }).getByRole('option');
    await until(
      () => offered.locator('.t').allTextContents(),
      [influences, precedes, 'stands on', contradicts],
      'offered',
    );
    await keyboard.press('Escape');
  },
);
