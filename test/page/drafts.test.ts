// Words that were not stored when the window ended: kept, told, and offered beside what is stored; never put over it.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { code, makeStudy, stripes, transcript, untilPainted } from './room.ts';
import { holdBack, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

const words = 'What is given comes back, sooner or later.';

async function openCode({ page, say }: OpenWindow, name: string): Promise<void> {
  await page.getByRole('link', { name: say('place.codebook') }).click();
  await page
    .getByRole('treegrid', { name: say('codebook.title') })
    .getByText(name, { exact: true })
    .click();
  await page.getByLabel(say('codebook.definition')).waitFor();
}

async function definitionOf({ host }: OpenWindow, name: string): Promise<string | null> {
  const { codes } = await host.engine.call('codes.list', {});
  return must(
    codes.find((each) => each.name === name),
    name,
  ).definition;
}

function untilKept({ host }: OpenWindow, texts: readonly string[]): Promise<void> {
  const kept = async (): Promise<string[]> =>
    (await host.engine.call('drafts.list', {})).drafts.map(({ text }) => text);
  return until(kept, [...texts], 'what is kept');
}

windowTest(
  'words are stored when their field goes away with the place',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    await makeStudy(host, 'en');
    await openCode(window, 'Reciprocity');
    await page.getByLabel(say('codebook.definition')).fill(words);
    await page.keyboard.press('Alt+1');
    await transcript(page).waitFor();
    await until(() => definitionOf(window, 'Reciprocity'), words, 'the definition');
    await untilKept(window, []);
    assert.equal((await host.engine.call('history.undo', {})).name, 'codes.update');
  },
);

windowTest(
  'who leaves a field and writes on at once writes on behind what was just stored',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    await makeStudy(host, 'en');
    await openCode(window, 'Reciprocity');
    const definition = page.getByLabel(say('codebook.definition'));
    await definition.fill('Given');
    await definition.press('Tab');
    for (const letter of ' and taken') {
      await definition.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(letter === ' ' ? '_' : letter);
      await page.keyboard.press('Tab');
    }
    await until(() => definitionOf(window, 'Reciprocity'), 'Given_and_taken', 'the definition');
    await untilKept(window, []);
  },
);

windowTest(
  'a tab that dies in the middle of a sentence keeps it; the next one leads there and puts it in',
  { language: 'en' },
  async (window) => {
    const { page, host, say, another } = window;
    await makeStudy(host, 'en');
    await openCode(window, 'Reciprocity');
    const before = must(await definitionOf(window, 'Reciprocity'), 'a definition');
    await page.getByLabel(say('codebook.definition')).fill(words);
    await untilKept(window, [words]);
    const died = page.waitForEvent('crash');
    void (await page.context().newCDPSession(page)).send('Page.crash').catch(() => {});
    await died;
    await page.close();
    assert.equal(await definitionOf(window, 'Reciprocity'), before);
    const next = await another();
    await next.getByText(say('drafts.are-there', { n: 1 })).waitFor();
    await next.getByRole('button', { name: say('drafts.show') }).click();
    const found = next.getByRole('group', { name: say('drafts.found') });
    await found.getByText(words).waitFor();
    const definition = next.getByLabel(say('codebook.definition'));
    assert.equal(await definition.inputValue(), before, 'never over what is stored');
    await found.getByRole('button', { name: say('drafts.take') }).click();
    await until(() => definition.inputValue(), words, 'the words');
    await definition.focus();
    await next.keyboard.press('Tab');
    await until(() => definitionOf(window, 'Reciprocity'), words, 'the definition');
    await untilKept(window, []);
    await until(() => found.count(), 0, 'nothing is offered any more');
  },
);

windowTest(
  'a memo outlives a reload; words that others have stored meanwhile stand, and it can be dropped',
  { language: 'zh' },
  async (window) => {
    const { page, host, say } = window;
    await makeStudy(host, 'zh');
    await code(host, 'zh', '每一把都还回来了', 'N2');
    const memo = await openMemo(page, '每一把都还回来了', say('texts.memo'));
    await memo.fill('写了一半');
    await page.reload();
    await untilKept(window, ['写了一半']);
    const { sources } = await host.engine.call('sources.list', {});
    const source = must(
      sources.find(({ name }) => name === 'shed'),
      'the source',
    ).uid;
    const { codings } = await host.engine.call('codings.list', { source });
    await host.engine.call('codings.update', { id: must(codings[0], 'a coding').id, memo: '已存的话' });
    await page.getByRole('button', { name: say('drafts.show') }).click();
    const found = page.getByRole('group', { name: say('drafts.found') });
    await found.getByText('写了一半').waitFor();
    await until(() => memo.inputValue(), '已存的话', 'what is stored');
    await found.getByRole('button', { name: say('drafts.drop') }).click();
    await untilKept(window, []);
    await until(() => found.count(), 0, 'nothing is offered any more');
    assert.equal(await memo.inputValue(), '已存的话');
  },
);

windowTest('what is refused stays in its field and is kept', { language: 'en' }, async (window) => {
  const { page, host, say } = window;
  await makeStudy(host, 'en');
  await host.engine.call('attributes.add', { owner: 'case', name: 'Founded', type: 'number', choices: [] });
  await page.getByRole('link', { name: say('place.cases') }).click();
  await page.getByText('Shed', { exact: true }).first().click();
  const founded = page.getByLabel('Founded', { exact: true });
  await founded.fill('after the flood');
  await founded.press('Enter');
  await page.getByRole('alert').first().waitFor();
  assert.equal(await founded.inputValue(), 'after the flood');
  await untilKept(window, ['after the flood']);
  await founded.fill('1998');
  await founded.press('Enter');
  await untilKept(window, []);
  await until(() => page.getByRole('alert').count(), 0, 'the refusal');
});

windowTest(
  'no words are typed into a text that is being stored; where it is not stored, they are typed on and kept',
  { language: 'en' },
  async ({ page: first, host, say, another }) => {
    await makeStudy(host, 'en');
    await transcript(first).getByText('ask twice').waitFor();
    const stored = async (): Promise<string> =>
      (await host.engine.call('sources.text', { source: 'shed' })).text;
    const before = await stored();
    const letGo = await holdBack(first.context(), /"name":"sources\.(previewEdit|edit)"/);
    await first.close();
    const page = await another();
    await transcript(page).getByText('ask twice').waitFor();
    await page.getByRole('button', { name: say('editing.edit') }).click();
    const area = page.getByRole('textbox', { name: say('editing.text-of', { source: 'shed' }) });
    const finish = async (): Promise<void> => {
      await page.keyboard.press('Control+Enter');
      await page.getByText(say('editing.storing')).waitFor();
      await page.keyboard.type('lost');
      await untilFocused(area);
    };
    await untilFocused(area);
    await page.keyboard.type('First. ');
    await finish();
    // The text moves on meanwhile: this one is not stored, and is written on when both are joined.
    const { content } = await host.engine.call('sources.read', { source: 'shed' });
    const end = before.length - 1;
    await host.engine.call('sources.edit', {
      source: 'shed',
      base: content,
      change: { kind: 'splices', splices: [{ start: end, end, text: ' Always.' }] },
      decisions: [],
      leaveOut: false,
      draft: null,
    });
    await letGo();
    await page.getByRole('button', { name: say('editing.join') }).click();
    await transcript(page).getByText('kindly. Always.').waitFor();
    await untilFocused(area);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Then. ');
    const drafts = async (): Promise<unknown> =>
      (await host.engine.call('sources.drafts', { source: 'shed' })).drafts.length;
    await finish();
    await until(drafts, 1, 'the draft while nothing is stored');
    await letGo();
    await letGo();
    const after = `Then. First. ${before.slice(0, -1)} Always.\n`;
    await until(stored, after, 'the stored text');
    await until(() => area.count(), 0, 'reading again');
    await until(drafts, 0, 'the draft');
  },
);

/** Chooses the coding on these words; returns the field of its memo. */
async function openMemo(page: Page, passage: string, label: string) {
  await transcript(page).getByText(passage).waitFor();
  await untilPainted(page, [passage]);
  await until(
    () => stripes(page),
    (names) => names.length === 1,
    'the stripe',
  );
  await page.locator('.stripes button').first().click();
  const memo = page.getByRole('textbox', { name: label });
  await memo.waitFor();
  return memo;
}
