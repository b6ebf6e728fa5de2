// A Chinese input method in the window: what is composed is neither lost nor doubled, and single keys act while it is on.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { compose, settle, takenKey } from './ime.ts';
import { code, drag, makeStudy, painted, toEnd, transcript, untilPainted } from './room.ts';
import { until, untilFocused, windowTest } from './window.ts';

const words = '每一把都还回来了';

const wholeText = (page: Page): Promise<string> => transcript(page).innerText();

windowTest(
  'what is composed in the picker stands there once; Enter and Escape belong to the input method until it is settled',
  { language: 'zh' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'zh');
    await drag(page, words);
    const ime = await page.context().newCDPSession(page);
    await page.keyboard.press('c');
    const field = page.getByRole('combobox', { name: say('texts.part-of-name') });
    await untilFocused(field);
    await compose(ime, ['h', 'hu', "hu'h", "hu'hui"]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    assert.equal(await field.count(), 1, 'the picker is still open');
    assert.deepEqual(await painted(page), []);
    await settle(ime, '互惠');
    await until(() => field.inputValue(), '互惠', 'the field');
    await compose(ime, ['g', "gui'fan"]);
    await page.keyboard.press('Escape');
    assert.equal(await field.count(), 1, 'Escape takes back a syllable, not the picker');
    await settle(ime, '规范');
    await until(() => field.inputValue(), '互惠规范', 'the field');
    await page.keyboard.press('Enter');
    await untilPainted(page, [words]);
    const stored = async () => (await host.engine.call('codings.list', { source: 'shed' })).codings.length;
    await until(stored, 1, 'what is stored');
  },
);

windowTest(
  'a memo keeps what was composed, also when others change the project meanwhile',
  { language: 'zh' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'zh');
    await code(host, 'zh', words, 'N2');
    await transcript(page).getByText(words).waitFor();
    await untilPainted(page, [words]);
    await page
      .getByRole('group', { name: say('texts.stripes') })
      .getByRole('button')
      .click();
    const memo = page.getByLabel(say('texts.memo'));
    await memo.click();
    const ime = await page.context().newCDPSession(page);
    await page.keyboard.insertText('语气');
    await compose(ime, ['h', "hen'", "hen'qing"]);
    await code(host, 'zh', '工具房是怎么开始的？', 'W5');
    await untilPainted(page, ['工具房是怎么开始的？', words]);
    await settle(ime, '很轻');
    await compose(ime, ['s', "song'"]);
    await settle(ime, '松。');
    await until(() => memo.inputValue(), '语气很轻松。', 'the memo');
    await page.keyboard.press('Tab');
    await until(
      async () => {
        const { codings } = await host.engine.call('codings.list', { source: 'shed' });
        return codings.map((each) => each.memo).filter(Boolean);
      },
      ['语气很轻松。'],
      'the stored memo',
    );
  },
);

windowTest(
  'with an input method on, single keys act and the text stays as it is',
  { language: 'zh' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'zh');
    await transcript(page).getByText(words).waitFor();
    const before = await wholeText(page);
    const ime = await page.context().newCDPSession(page);
    await drag(page, words);
    await takenKey(ime, 'KeyC');
    const field = page.getByRole('combobox', { name: say('texts.part-of-name') });
    await untilFocused(field);
    await page.keyboard.insertText('N2');
    await page.keyboard.press('Enter');
    await untilPainted(page, [words]);
    await untilFocused(transcript(page));
    await drag(page, '再问一次');
    await takenKey(ime, 'KeyR');
    await untilPainted(page, [words, '再问一次']);
    await drag(page, '工具房');
    await takenKey(ime, 'Digit1');
    await untilPainted(page, ['工具房', words, '再问一次']);
    await drag(page, '怎么开始');
    await takenKey(ime, 'KeyV');
    await untilPainted(page, ['工具房', '怎么开始', words, '再问一次']);
    const tree = page.getByRole('treegrid', { name: say('place.codebook') });
    await toEnd(page, tree, '怎么开始');

    await untilFocused(transcript(page));
    await compose(ime, ['w', 'wo']);
    await settle(ime, '我');
    await until(() => wholeText(page), before, 'the text');
    const { text } = await host.engine.call('sources.read', { source: 'shed' });
    assert.ok(!text.includes('我'));
    await drag(page, words);
  },
);
