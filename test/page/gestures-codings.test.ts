// Codings changed by key and by mouse: several codes at once, memo, borders, split, merge, properties, many at once.
import { isDeepStrictEqual } from 'node:util';
import { say } from '../../shared/words/say.ts';
import {
  checkAxe,
  aloud,
  assert,
  boxOf,
  clickInto,
  code,
  drag,
  gestureTest,
  transcript,
  until,
  untilFocused,
  untilPainted,
} from './gestures.ts';

gestureTest(
  'several codes and a memo in one go, one act; found by name, letters, and definition',
  async (gesture) => {
    const { page, words, stored, untilStored, host, say: tell, language } = gesture;
    const { keyboard } = page;
    await drag(page, words.end);
    await keyboard.press('c');
    const field = page.getByRole('combobox', { name: tell('texts.part-of-name') });
    await untilFocused(field);
    await keyboard.type(words.definition);
    await page.getByRole('option', { name: /^T2/ }).waitFor();
    await keyboard.press('Shift+Enter');
    await until(() => field.inputValue(), '', 'the field, free for the next code');
    await keyboard.type('N2');
    await keyboard.press('Shift+Enter');
    await keyboard.type('W1');
    await keyboard.press('Shift+Enter');
    await keyboard.press('Backspace');
    await keyboard.press('Tab');
    await untilFocused(page.getByRole('textbox', { name: tell('texts.memo') }));
    await keyboard.insertText('二 softly');
    await keyboard.press('Enter');
    await untilStored([`T2 ${words.end}`, `N2 ${words.end}`]);
    assert.deepEqual(
      (await stored()).map(({ coding }) => coding.memo),
      ['二 softly', '二 softly'],
    );
    await untilFocused(transcript(page));
    const names = await Promise.all(
      ['T2', 'N2'].map(async (id) => {
        const { codes } = await host.engine.call('codes.list', {});
        return codes.find(({ shortId }) => shortId === id)?.name ?? '';
      }),
    );
    await until(
      () => aloud(page),
      (heard) => heard.includes(say(language, 'gestures.coded', { codes: names, quote: words.end })),
      'what is heard',
    );
    await keyboard.press('Control+z');
    await untilStored([]);

    // With the mouse: Ctrl and a click tick, a click codes.
    await drag(page, words.middle);
    await keyboard.press('c');
    await keyboard.type('N');
    await page.getByRole('option', { name: /^N2/ }).click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('option', { name: /^T1/ }).click();
    await untilStored([`N2 ${words.middle}`, `T1 ${words.middle}`]);
    await untilFocused(transcript(page));

    // The passage is still selected: keys say more about what it was just coded with.
    await keyboard.press('Shift+Digit2');
    await keyboard.press('-');
    await until(
      async () => (await stored()).map(({ coding }) => [coding.level, coding.direction].join()),
      ['2,-1', ','],
      'level and direction of the first',
    );
  },
);

gestureTest('borders move by word and sentence, however fast the keys; by handles too', async (gesture) => {
  const { page, words, untilStored, host, language } = gesture;
  const { keyboard } = page;
  await code(host, language, words.middle, 'N2');
  await untilPainted(page, [words.middle]);
  await clickInto(page, words.middle);
  await keyboard.press('Enter');
  await keyboard.press('Alt+]');
  await keyboard.press('Alt+[');
  await untilStored([`N2 ${words.turn}`]);
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await untilStored([`N2 ${words.middle}`]);
  await untilPainted(page, [words.middle]);
  await clickInto(page, words.middle);
  await keyboard.press('Enter');
  // Faster than any list can follow: all of these are one word each.
  for (const key of [']', ']', ']', ']', 'Shift+]', 'Shift+]', ']', 'Shift+]']) await keyboard.press(key);
  const { text } = await host.engine.call('sources.read', { source: 'shed' });
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(words.turn)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const at = segments.findIndex(
    ({ segment, index }) => index + segment.length >= words.turn.indexOf(words.middle) + words.middle.length,
  );
  const last = segments[at + 2];
  const wanted = words.turn.slice(
    words.turn.indexOf(words.middle),
    (last?.index ?? 0) + (last?.segment.length ?? 0),
  );
  await untilStored([`N2 ${wanted}`]);
  assert.ok(text.includes(wanted));
  await untilPainted(page, [wanted]);

  // The handle at the end, dragged to the end of the words.
  const handle = page.locator('.border-handle.is-end');
  const to = await boxOf(page, words.end);
  let from = await handle.boundingBox();
  const stands = async (): Promise<boolean> => {
    const before = from;
    await page.waitForTimeout(100);
    from = await handle.boundingBox();
    return from !== null && isDeepStrictEqual(from, before);
  };
  await until(stands, true, 'the handle stands still');
  assert.ok(from);
  await page.mouse.move(from.x + 5, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.right - 3, to.last, { steps: 4 });
  await page.mouse.move(to.right, to.last);
  await page.mouse.up();
  await untilStored([
    `N2 ${words.turn.slice(words.turn.indexOf(words.middle), words.turn.indexOf(words.end) + words.end.length)}`,
  ]);
});

gestureTest(
  'a coding is split at the caret and merged again; its code and properties change by key',
  async (gesture) => {
    const { page, words, stored, untilStored, host, language, say: tell } = gesture;
    const { keyboard } = page;
    await code(host, language, words.turn, 'N2');
    await untilPainted(page, [words.turn]);
    const { left, first } = await boxOf(page, words.end);
    await page.mouse.click(left, first);
    await untilFocused(transcript(page));
    await keyboard.press('x');
    const head = words.turn.slice(0, words.turn.indexOf(words.end)).trim();
    const tail = words.turn.slice(words.turn.indexOf(words.end));
    await untilStored([`N2 ${head}`, `N2 ${tail}`]);
    await untilPainted(page, [head, tail]);
    await clickInto(page, words.start);
    await keyboard.press('Enter');
    await keyboard.press('Shift+X');
    await untilStored([`N2 ${words.turn}`]);
    await untilPainted(page, [words.turn]);

    const properties = async () =>
      (await stored()).map(({ coding: { level, direction, weight } }) => [level, direction, weight]);
    await keyboard.press('Shift+Digit2');
    await keyboard.press('-');
    await until(properties, [[2, -1, null]], 'level and direction');
    await keyboard.press('Shift+Digit2');
    await keyboard.press('+');
    await until(properties, [[null, 1, null]], 'the level is taken away again');
    await keyboard.press('Escape');
    await clickInto(page, words.start);
    // Typed before the field stands there: it is for the memo, and no command.
    for (const key of ['m', 'x', 't', '1']) await keyboard.press(key);
    await until(
      () => page.getByRole('textbox', { name: tell('texts.memo') }).inputValue(),
      'xt1',
      'the memo',
    );
    // Escape leads back to the text; what was written is stored.
    await keyboard.press('Escape');
    await untilFocused(transcript(page));
    await until(async () => (await stored()).map(({ coding }) => coding.memo), ['xt1'], 'the stored memo');
    await keyboard.press('w');
    await untilFocused(page.getByRole('textbox', { name: tell('texts.weight') }));
    await keyboard.type('2');
    await keyboard.press('Enter');
    // Written on before the first number is read back.
    await keyboard.type('.5');
    await keyboard.press('Enter');
    await until(properties, [[null, 1, 2.5]], 'the weight');
    await keyboard.press('Escape');
    await untilFocused(transcript(page));
    await keyboard.press('m');
    const memo = page.getByRole('textbox', { name: tell('texts.memo') });
    await untilFocused(memo);
    await keyboard.type('2');
    await until(() => memo.inputValue(), 'xt12', 'the memo, written on behind its last word');
    await keyboard.press('Escape');
    await untilFocused(transcript(page));
    await keyboard.press('Shift+C');
    await untilFocused(page.getByRole('combobox', { name: tell('texts.part-of-name') }));
    await keyboard.type('T1');
    await keyboard.press('Enter');
    await untilStored([`T1 ${words.turn}`]);
    await untilFocused(transcript(page));
    await keyboard.press('i');
    await page.getByRole('dialog').getByText(tell('texts.use-when')).waitFor();
    await checkAxe(page);
    await keyboard.press('Escape');
    await untilFocused(transcript(page));
  },
);

gestureTest(
  'ticked codings get a code and a level, and go, each in one act; by key and by mouse',
  async (gesture) => {
    const { page, words, stored, untilStored, host, language, say: tell } = gesture;
    const { keyboard } = page;
    await code(host, language, words.start, 'N2');
    await code(host, language, words.end, 'N1');
    await code(host, language, words.later, 'T1');
    await untilPainted(page, [words.start, words.end, words.later]);
    const acts = async () =>
      (await host.engine.call('history.list', { limit: 1000, before: null })).acts.length;
    await clickInto(page, words.start);
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await keyboard.press('Alt+ArrowDown');
    await keyboard.press('Space');
    await page.getByRole('group', { name: tell('gestures.ticked-n', { n: 2 }) }).waitFor();
    const before = await acts();
    await keyboard.press('Shift+Digit3');
    await until(async () => (await stored()).map(({ coding }) => coding.level), [3, 3, null], 'the levels');
    await keyboard.press('Shift+C');
    await untilFocused(page.getByRole('combobox', { name: tell('texts.part-of-name') }));
    await keyboard.type('W1');
    await keyboard.press('Enter');
    await untilStored([`W1 ${words.start}`, `W1 ${words.end}`, `T1 ${words.later}`]);
    assert.equal(await acts(), before + 2);
    await untilFocused(transcript(page));
    await keyboard.press('w');
    await untilFocused(page.getByRole('textbox', { name: tell('texts.weight') }));
    await keyboard.type('4');
    await keyboard.press('Enter');
    await until(async () => (await stored()).map(({ coding }) => coding.weight), [4, 4, null], 'the weights');
    assert.equal(await acts(), before + 3);
    await transcript(page).focus();
    await keyboard.press('Delete');
    await untilStored([`T1 ${words.later}`]);
    assert.equal(await acts(), before + 4);
    await keyboard.press('Control+z');
    await untilStored([`W1 ${words.start}`, `W1 ${words.end}`, `T1 ${words.later}`]);

    // In the list of the text, with the mouse.
    await page.getByRole('radio', { name: tell('gestures.scope-text') }).click();
    const list = page.getByRole('grid', { name: tell('gestures.codings') });
    await until(() => list.getByRole('row').count(), 3, 'the rows');
    await list.getByRole('row').nth(0).locator('.tick-box').click();
    await list.getByRole('row').nth(2).locator('.tick-box').click();
    await checkAxe(page);
    await page.getByRole('button', { name: tell('gestures.remove-ticked') }).click();
    await untilStored([`W1 ${words.end}`]);
  },
);

gestureTest(
  'a pinned code keeps its digit; A lists the codings of the paragraph, and what begins and ends is heard',
  async (gesture) => {
    const { page, words, untilStored, host, language, say: tell } = gesture;
    const { keyboard } = page;
    await code(host, language, words.start, 'N2');
    await code(host, language, words.end, 'T1');
    await untilPainted(page, [words.start, words.end]);
    await clickInto(page, words.start);
    const { codes } = await host.engine.call('codes.list', {});
    const nameOf = (id: string): string => codes.find(({ shortId }) => shortId === id)?.name ?? '';
    await until(
      () => aloud(page),
      (heard) => heard.includes(tell('gestures.spoken-start', { names: [nameOf('N2')] })),
      'N2 begins',
    );
    await keyboard.press('d');
    await page.getByText(tell('gestures.pinned', { code: nameOf('N2'), digit: 1 })).waitFor();
    await clickInto(page, words.end);
    await until(
      () => aloud(page),
      (heard) => heard.includes(tell('gestures.spoken-end', { names: [nameOf('N2')] })),
      'N2 ends',
    );
    await keyboard.press('a');
    const list = page.getByRole('grid', { name: tell('gestures.codings') });
    await until(() => list.getByRole('row').count(), 2, 'the codings of the paragraph');
    await until(
      () => aloud(page),
      (heard) => heard.includes(nameOf('N2')) && heard.includes(nameOf('T1')),
      'the list is heard',
    );
    await transcript(page).focus();
    await clickInto(page, words.later);
    await keyboard.press('s');
    await keyboard.press('1');
    await untilStored([`N2 ${words.start}`, `T1 ${words.end}`, `N2 ${words.later}`]);
  },
);
