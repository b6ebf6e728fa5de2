// Editing a text with its codings kept, as a person does it: by mouse and by key, in both languages, with an input method, through a crash.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import type { RunningHost } from '../engine/loopback/host.ts';
import { aCoding } from '../helpers/project.ts';
import { checkAxe } from './axe.ts';
import { boxOf, code, drag, makeStudy, painted, selected, talks, transcript, untilPainted } from './room.ts';
import { languages, until, untilFocused, windowTest, type OpenWindow } from './window.ts';

/** Puts the caret behind these words in the text that is edited. */
async function caretBehind(page: Page, words: string): Promise<void> {
  const box = await boxOf(page, words);
  await page.mouse.click(box.right - 1, box.last);
  await page.keyboard.press('End');
}

/** Opens "shed" for editing with the mouse, until the caret stands in it: what is done before would be done to the text that is read. */
async function beginEditing(page: Page, say: OpenWindow['say']): Promise<void> {
  await page.getByRole('button', { name: say('editing.edit') }).click();
  await untilFocused(page.getByRole('textbox', { name: say('editing.text-of', { source: 'shed' }) }));
}

async function openPalette(page: Page, say: OpenWindow['say']): Promise<void> {
  await page.keyboard.press('Control+k');
  await untilFocused(page.getByRole('combobox', { name: say('palette.title') }));
}

/** The text as the engine has it. */
async function stored(host: RunningHost): Promise<string> {
  return (await host.engine.call('sources.text', { source: 'shed' })).text;
}

async function quotes(host: RunningHost): Promise<string[]> {
  const text = await stored(host);
  const { codings } = await host.engine.call('codings.list', { source: 'shed' });
  return codings.map(({ start, end }) => text.slice(start, end));
}

windowTest(
  'a text is edited with keys alone; codings are shown where they stand, follow, and one undo takes all back',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', 'every ladder came back', 'N2');
    await code(host, 'en', 'ask twice', 'T1');
    await untilPainted(page, ['every ladder came back', 'ask twice']);
    const before = await stored(host);
    await drag(page, 'each other');
    await page.keyboard.press('e');
    const area = page.getByRole('textbox', { name: say('editing.text-of', { source: 'shed' }) });
    await untilFocused(area);
    await until(() => selected(page), 'each other', 'the selection is kept');
    await untilPainted(page, ['every ladder came back', 'ask twice']);
    await page.keyboard.type('all of us');
    await untilPainted(page, ['every ladder came back', 'ask twice']);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ms Orr: Nearly every one.');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Enter');
    const after = before
      .replace('each other', 'all of us')
      .replace('came back.', 'came back.\nMs Orr: Nearly every one.');
    await until(() => stored(host), after, 'the stored text');
    assert.deepEqual(await quotes(host), ['every ladder came back', 'ask twice']);
    await until(() => area.count(), 0, 'reading again');
    await untilPainted(page, ['every ladder came back', 'ask twice']);
    const { labels } = await host.engine.call('sources.read', { source: 'shed' });
    assert.equal(labels.length, 5);
    await page.keyboard.press('Control+z');
    await until(() => stored(host), before, 'the text after undo');
    assert.deepEqual((await host.engine.call('project.verify', {})).faults, []);
  },
);

windowTest(
  'codings that lose words are listed with a choice for each: kept, placed by hand, left out',
  { language: 'zh' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'zh');
    await code(host, 'zh', '每一把都还回来了', 'N2');
    await code(host, 'zh', '互相借梯子', 'T1');
    await code(host, 'zh', '再问一次', 'T2');
    await untilPainted(page, ['互相借梯子', '每一把都还回来了', '再问一次']);
    await beginEditing(page, say);
    await drag(page, '每一把都还回来了');
    await page.keyboard.press('Delete');
    await drag(page, '借');
    await page.keyboard.type('赠');
    await untilPainted(page, ['互相赠梯子', '再问一次']);
    await page.getByRole('button', { name: say('editing.done') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('editing.what-lost')).waitFor();
    await checkAxe(page);
    assert.equal(await dialog.getByRole('listitem').count(), 2);
    assert.equal(await stored(host), `${talks.zh.txt.join('\n')}\n`, 'nothing is stored before the choice');
    const lost = dialog.getByRole('listitem').filter({ hasText: say('editing.what-lost') });
    await lost.getByRole('radio', { name: say('editing.place') }).click();
    const words = lost.getByRole('textbox');
    await words.evaluate((area) => {
      const field = area as unknown as { value: string; setSelectionRange: (a: number, b: number) => void };
      const at = field.value.indexOf('好好地');
      field.setSelectionRange(at, at + 3);
    });
    await lost.getByText('“好好地”').waitFor();
    await dialog.getByRole('button', { name: say('editing.store-splices') }).click();
    await until(() => quotes(host), ['互相赠梯子', '好好地', '再问一次'], 'the codings');
    assert.deepEqual((await host.engine.call('project.verify', {})).faults, []);
  },
);

windowTest(
  'pasting several lines, joining lines and replacing everywhere keep text and codings; each is one step back',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', 'ask twice', 'T1');
    await untilPainted(page, ['ask twice']);
    const before = await stored(host);
    await beginEditing(page, say);
    await caretBehind(page, 'came back.');
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', ' First\\r\\nsecond 😀𠀀');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await transcript(page).getByText('second 😀𠀀').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await transcript(page).getByText('came back. Firstsecond').waitFor();
    await page.keyboard.press('Control+h');
    await untilFocused(page.getByRole('textbox', { name: say('texts.find') }));
    await page.keyboard.type('ladder');
    await page.getByLabel(say('editing.instead')).fill('pump');
    await checkAxe(page);
    await page.getByRole('button', { name: say('editing.replace-all', { n: 2 }) }).click();
    await transcript(page).getByText('pumps, and every pump came back').waitFor();
    await caretBehind(page, 'kindly.');
    await page.keyboard.press('Control+z');
    await transcript(page).getByText('ladders, and every ladder').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await transcript(page).getByText('pumps, and every pump').waitFor();
    await page.keyboard.press('Control+Enter');
    const after = before.replace('came back.', 'came back. Firstsecond ').replaceAll('ladder', 'pump');
    await until(() => stored(host), after, 'the stored text');
    assert.deepEqual(await quotes(host), ['ask twice']);
  },
);

windowTest(
  'an input method neither loses nor doubles what is composed in the edited text',
  { language: 'zh' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'zh');
    await code(host, 'zh', '每一把都还回来了', 'N2');
    await untilPainted(page, ['每一把都还回来了']);
    const before = await stored(host);
    await beginEditing(page, say);
    await drag(page, '都还');
    const ime = await page.context().newCDPSession(page);
    for (const text of ['y', 'ya', "ya'o", "yao'hui"])
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await ime.send('Input.insertText', { text: '要' });
    for (const text of ['h', 'hu', 'hui'])
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await ime.send('Input.insertText', { text: '回𠀀' });
    await untilPainted(page, ['每一把要回𠀀回来了']);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: say('editing.store-splices') }).click();
    await until(() => stored(host), before.replace('都还回', '要回𠀀回'), 'the stored text');
    assert.deepEqual(await quotes(host), ['每一把要回𠀀回来了']);
  },
);

windowTest(
  'a window that dies while a text is edited loses a second at most: its draft is offered beside the stored text',
  { language: 'en' },
  async ({ page, host, say, another }) => {
    await makeStudy(host, 'en');
    await transcript(page).getByText('ask twice').waitFor();
    const before = await stored(host);
    await beginEditing(page, say);
    await caretBehind(page, 'kindly.');
    await page.keyboard.type(' And once more.');
    const other = await another();
    await other.getByText(say('editing.edited-elsewhere')).waitFor();
    const kept = async (): Promise<string> =>
      JSON.stringify((await host.engine.call('sources.drafts', { source: 'shed' })).drafts);
    await until(kept, (drafts) => drafts.includes('And once more.'), 'the draft');
    await page.close();
    const draft = other.getByRole('group', { name: say('editing.draft') });
    await draft.waitFor();
    assert.equal(await stored(host), before);
    await draft.getByRole('button', { name: say('editing.show') }).click();
    await other.getByRole('dialog').getByText('And once more.').waitFor();
    await other.keyboard.press('Escape');
    // The stored text moves on elsewhere: the draft is joined with it, never put over it.
    const { content } = await host.engine.call('sources.read', { source: 'shed' });
    const splices = [{ start: 0, end: 0, text: 'Checked. ' }];
    const change = { kind: 'splices' as const, splices };
    const input = { source: 'shed', base: content, change, decisions: [], leaveOut: false, draft: null };
    await host.engine.call('sources.edit', input);
    await draft.getByText(/newer/).waitFor();
    await draft.getByRole('button', { name: say('editing.go-on') }).click();
    await transcript(other).getByText('kindly. And once more.').waitFor();
    await other.keyboard.press('Control+Enter');
    await until(
      () => stored(host),
      `Checked. ${before.replace('kindly.', 'kindly. And once more.')}`,
      'both',
    );
    assert.deepEqual((await host.engine.call('sources.drafts', { source: 'shed' })).drafts, []);
  },
);

windowTest(
  'a text that was changed elsewhere while it is edited is shown beside what was typed; both are joined',
  { language: 'zh' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'zh');
    await code(host, 'zh', '再问一次', 'T1');
    await untilPainted(page, ['再问一次']);
    const before = await stored(host);
    await beginEditing(page, say);
    await drag(page, '大家');
    await page.keyboard.type('邻居们');
    const { content } = await host.engine.call('sources.read', { source: 'shed' });
    const start = before.indexOf('好好地');
    const splices = [{ start, end: start + 3, text: '客气地' }];
    const change = { kind: 'splices' as const, splices };
    await host.engine.call('sources.edit', {
      source: 'shed',
      base: content,
      change,
      decisions: [],
      leaveOut: false,
      draft: null,
    });
    await page.getByText(say('editing.changed-elsewhere')).waitFor();
    await page.getByRole('button', { name: say('editing.show-both') }).click();
    await page.getByRole('button', { name: say('editing.join') }).click();
    await transcript(page).getByText('那就客气地再问一次').waitFor();
    await untilPainted(page, ['再问一次']);
    await page.getByRole('button', { name: say('editing.done') }).click();
    await until(() => stored(host), before.replace('大家', '邻居们').replace('好好地', '客气地'), 'both');
  },
);

windowTest(
  'versions are read, compared and brought back; a turn gets another speaker; a corrected file takes the place of the text',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', 'ask twice', 'T1');
    await untilPainted(page, ['ask twice']);
    const before = await stored(host);
    await drag(page, 'kindly');
    await openPalette(page, say);
    await page.keyboard.type(say('editing.change-speaker'));
    await page.keyboard.press('Enter');
    await page.getByLabel(say('editing.somebody-else')).fill('Mr Vale');
    await page.keyboard.press('Enter');
    await until(() => stored(host), before.replace('Ms Orr: Then', 'Mr Vale: Then'), 'the label');
    await openPalette(page, say);
    await page.keyboard.type(say('editing.replace-by-file'));
    await page.keyboard.press('Enter');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('editing.choose-file') }).click();
    const corrected = before.replace('Then we ask twice', 'Then we ask three times');
    await (
      await chooser
    ).setFiles({ name: 'right.txt', mimeType: 'text/plain', buffer: Buffer.from(corrected) });
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('editing.what-changed')).waitFor();
    await dialog.getByRole('button', { name: say('editing.store-file') }).click();
    await until(() => stored(host), corrected, 'the corrected text');
    await untilPainted(page, ['ask three times']);
    await openPalette(page, say);
    await page.keyboard.type(say('editing.versions'));
    await page.keyboard.press('Enter');
    await dialog.getByText(say('editing.how-import-files')).click();
    await dialog.locator('ins').first().waitFor();
    await checkAxe(page);
    await dialog.getByRole('button', { name: say('editing.restore') }).click();
    await dialog.getByRole('button', { name: say('editing.store-version') }).click();
    await until(() => stored(host), before, 'the first version');
    await untilPainted(page, ['ask twice']);
    assert.deepEqual(await painted(page), ['ask twice']);
    assert.deepEqual((await host.engine.call('project.verify', {})).faults, []);
  },
);

/** Where each line stands on screen, px. */
function linesAt(page: Page): Promise<number[]> {
  return page.evaluate(
    "[...document.querySelectorAll('.transcript .line')].map((line) => line.getBoundingClientRect().top)",
  );
}

/** The same, once what is out of sight is laid out too, a piece in each frame. */
async function linesAtRest(page: Page): Promise<number[]> {
  let lines: number[] = [];
  const stay = async (): Promise<boolean> => {
    const before = lines;
    await page.evaluate('new Promise((done) => setTimeout(() => requestAnimationFrame(done), 300))');
    lines = await linesAt(page);
    return isDeepStrictEqual(lines, before);
  };
  await until(stay, true, 'the lines stand still');
  return lines;
}

for (const language of languages('zh'))
  windowTest(
    `the page looks the same and stays in its place when an edit begins, ends and is cancelled; the strip beside it stays, ${language}`,
    { language },
    async ({ page, host, say }) => {
      const { engine } = host;
      await makeStudy(host, language);
      const path = join(host.folder, 'headed.txt');
      const turns = Array.from(
        { length: 60 },
        (_, n) =>
          `### ${n % 2 === 0 ? '访谈者' : '欧大姐'}：\n\n${talks[language].txt[1].repeat(3)} ${n}.\n\n`,
      );
      writeFileSync(path, `# ${talks[language].docx[0]}\n\n${turns.join('')}`);
      const files = [{ token: engine.files.grant(path), name: 'headed.txt' }];
      const place = { case: null, phase: null, interviewers: [], encoding: null };
      for await (const { outcome } of engine.stream('import.files', { files, ...place }))
        assert.equal(outcome, 'imported');
      await page.locator('.source-tree').getByText('headed', { exact: true }).click();
      await transcript(page).getByText(' 59.').waitFor();
      const slider = page.getByRole('slider', { name: say('reading.overview') });
      await slider.focus();
      for (let n = 0; n < 4; n++) await page.keyboard.press('PageDown');
      await until(() => slider.getAttribute('aria-valuenow'), '41', 'the place');
      await page.locator('.reader').click();
      const before = await linesAtRest(page);
      const area = page.getByRole('textbox', { name: say('editing.text-of', { source: 'headed' }) });
      await page.keyboard.press('e');
      await untilFocused(area);
      await until(() => linesAt(page), before, 'while it is edited');
      assert.equal(await slider.getAttribute('aria-valuenow'), '41');
      await page.keyboard.press('Escape');
      await until(() => area.count(), 0, 'reading again');
      await until(() => linesAt(page), before, 'after an edit without a change');
      await page.keyboard.press('e');
      await untilFocused(area);
      await page.keyboard.type('+ ');
      await page.keyboard.press('Control+Enter');
      await until(() => area.count(), 0, 'reading again');
      await until(() => linesAt(page), before, 'after an edit with one');
      const { text } = await engine.call('sources.text', { source: 'headed' });
      assert.match(text, /\+ /, 'typed where the caret stood');
    },
  );

windowTest(
  'words are dragged to another place of the edited text, which is one step back',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', 'ask twice', 'T1');
    await untilPainted(page, ['ask twice']);
    const before = await stored(host);
    await beginEditing(page, say);
    await drag(page, 'kindly');
    const from = await boxOf(page, 'kindly');
    const to = await boxOf(page, 'we ask');
    await page.mouse.move((from.left + from.right) / 2, from.first);
    await page.mouse.down();
    await page.mouse.move(to.left + 40, to.first, { steps: 4 });
    await page.mouse.move(to.left, to.first, { steps: 4 });
    await page.mouse.up();
    await transcript(page).getByText('Then kindlywe ask twice, .').waitFor();
    await page.keyboard.press('Control+z');
    await transcript(page).getByText('Then we ask twice, kindly.').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Enter');
    await until(
      () => stored(host),
      before.replace('we ask twice, kindly', 'kindlywe ask twice, '),
      'the text',
    );
    await untilPainted(page, ['ask twice']);
  },
);

/** Texts above the length that is shown at once: one made up here, and the longest ones of the corpus where that is. */
const longTexts = [
  {
    name: 'made up',
    text: Array.from({ length: 2600 }, (_, n) =>
      n % 2 === 0
        ? `Interviewer: And then? ${n}`
        : `Ms Orr: Turn ${n}. ${'We kept the key at the gate and swept the yard after every flood. '.repeat(6)}`,
    ).join('\n'),
  },
  { name: 'alabama_1.txt', text: readCorpus('fwp-pd/alabama_1.txt') },
];

function readCorpus(path: string): string | null {
  const whole = join(import.meta.dirname, '../../../shared/corpus', path);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : null;
}

for (const { name, text } of longTexts)
  windowTest(
    `a long text (${name}) is edited in the section that is open; codings in the others follow`,
    { language: 'en', lacking: text === null ? `${name} is not on this computer` : undefined },
    async ({ page, host, say }) => {
      const { engine } = host;
      await makeStudy(host, 'en');
      const path = join(host.folder, 'long.txt');
      writeFileSync(path, text ?? '');
      const files = [{ token: engine.files.grant(path), name: 'long.txt' }];
      const place = { case: null, phase: null, interviewers: [], encoding: null };
      for await (const { outcome } of engine.stream('import.files', { files, ...place }))
        assert.equal(outcome, 'imported');
      const before = (await engine.call('sources.text', { source: 'long' })).text;
      for (const share of [0.02, 0.5, 0.98]) {
        const start = before.indexOf(' ', Math.floor(before.length * share)) + 1;
        const passage = { start, end: before.indexOf('\n', start) };
        await engine.call('codings.add', aCoding({ source: 'long', code: 'N2', passage }));
      }
      await page.locator('.source-tree').getByText('long', { exact: true }).click();
      await page.locator('.section-steps').waitFor();
      await transcript(page).click({ position: { x: 200, y: 60 } });
      await page.keyboard.press('Alt+PageDown');
      await page
        .locator('.section-steps')
        .getByText(/^Section 2/)
        .waitFor();
      await untilFocused(transcript(page));
      await page.keyboard.press('e');
      await page.locator('.is-edited').waitFor();
      await untilFocused(transcript(page));
      await page.keyboard.type('Begun here. ');
      await page.keyboard.press('Control+Enter');
      await page.locator('.is-edited').waitFor({ state: 'detached' });
      const after = (await engine.call('sources.text', { source: 'long' })).text;
      const at = after.indexOf('Begun here. ');
      assert.ok(at > before.length / 5, 'the edit stands in the second section');
      assert.equal(after, `${before.slice(0, at)}Begun here. ${before.slice(at)}`);
      const { codings } = await engine.call('codings.list', { source: 'long' });
      assert.equal(codings.length, 3);
      assert.deepEqual((await engine.call('project.verify', {})).faults, []);
      await page.getByRole('button', { name: say('editing.edit') }).waitFor();
    },
  );
