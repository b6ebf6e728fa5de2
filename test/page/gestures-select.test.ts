// What keys select in the reading room: sentence, paragraph, turn, more and less of them; and what is coded by that.
import { assert, clickInto, gestureTest, selected, transcript, until, untilFocused } from './gestures.ts';

gestureTest('sentence, paragraph and turn are selected, grown, shrunk and coded by key', async (gesture) => {
  const { page, words, untilStored, host } = gesture;
  const { keyboard } = page;
  const is = (wanted: string, what: string): Promise<void> => until(() => selected(page), wanted, what);
  await clickInto(page, words.middle);
  await keyboard.press('s');
  await is(words.turn, 'the sentence');
  await keyboard.press('s');
  await until(
    () => selected(page),
    (now) => now.length > words.turn.length,
    'one more sentence',
  );
  await keyboard.press('j');
  await keyboard.press('k');
  await clickInto(page, words.middle);
  await keyboard.press('.');
  await until(
    () => selected(page),
    (now) => now.length > 0 && now.length < words.turn.length && words.turn.includes(now),
    'a word',
  );
  const word = await selected(page);
  await keyboard.press('.');
  await is(words.turn, 'grown to the sentence');
  await keyboard.press(',');
  await is(word, 'shrunk to the word');
  await keyboard.press('p');
  await is(words.turn, 'the paragraph');
  await clickInto(page, words.question);
  await keyboard.press('t');
  await is(words.question, 'the turn');
  await keyboard.press('j');
  await is(words.turn, 'the next sentence');
  await keyboard.press('k');
  await is(words.question, 'the sentence before');
  await keyboard.press('j');
  await keyboard.press('c');
  await keyboard.type('N2');
  await keyboard.press('Enter');
  await untilStored([`N2 ${words.turn}`]);
  await untilFocused(transcript(page));
  await clickInto(page, words.later);
  await keyboard.press('s');
  await keyboard.press('1');
  await untilStored([`N2 ${words.turn}`, `N2 ${words.later}`]);
  const { text } = await host.engine.call('sources.read', { source: 'shed' });
  assert.ok((await transcript(page).innerText()).length > 0 && text.includes(words.turn), 'the text stays');
});
