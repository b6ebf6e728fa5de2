// Links made in three keystrokes and with the mouse, named at both ends, followed, changed and removed.
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
    await keyboard.press('Enter');
    await until(
      links,
      [
        ['T1', 'N2', 'influences', -1],
        ['N2', 'T1', 'influences', 1],
      ],
      'the second link',
    );

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
    const across = async () => {
      const { links: all } = await host.engine.call('links.list', { source: 'keys', coding: null });
      return all.map(({ from, to, type }) => [from.source, from.code, to.source, to.code, type]);
    };
    await until(across, [['shed', 'T1', 'keys', 'N1', 'rests-on']], 'the link across texts');
  },
);
