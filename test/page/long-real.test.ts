// The longest real texts that lie beside the project, read, searched and coded to their ends; skipped where they are not there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { makeStudy, painted, selected, stripes, transcript, untilPainted } from './room.ts';
import { until, windowTest } from './window.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');

/** `words` stands only late in the text; `often` many times. */
const texts = [
  {
    path: 'fwp-pd/alabama_1.txt',
    says: '127,000 English words by section',
    language: 'en',
    often: 'master',
    sections: 3,
  },
  {
    path: 'audreyt-cc0/long/2018-04-20-開放政府聯絡人第三十一次協作會議.md',
    says: '65,000 Chinese characters whole',
    language: 'zh',
    often: '我們',
    sections: 1,
  },
] as const;

/** How many lines of the shown text are laid out, and how many wait for that. */
function lines(page: Page): Promise<{ readonly all: number; readonly waiting: number }> {
  return page.evaluate(`({
    all: document.querySelectorAll('.transcript > *').length,
    waiting: document.querySelectorAll('.transcript > .later').length,
  })`);
}

for (const { path, says, language, often, sections } of texts)
  windowTest(
    `${says}: read, searched to the last hit, coded there, and left for its beginning`,
    { language, ...(existsSync(join(corpus, path)) ? {} : { lacking: `${path} is not here` }) },
    async ({ page, host, say }) => {
      const { engine } = host;
      const { keyboard } = page;
      await makeStudy(host, language);
      const name = must(/([^/]+)\.\w+$/.exec(path)?.[1], 'a name');
      const files = [
        { token: engine.files.grant(join(corpus, path)), name: path.slice(path.lastIndexOf('/') + 1) },
      ];
      const place = { case: null, phase: null, interviewers: [], encoding: null };
      for await (const { outcome } of engine.stream('import.files', { files, ...place }))
        assert.equal(outcome, 'imported');
      const { text } = await engine.call('sources.text', { source: name });
      assert.equal(text.length > 500_000, sections > 1);
      assert.ok(readFileSync(join(corpus, path), 'utf8').length >= text.length);

      // The first screen does not wait for the last line.
      await page.evaluate(`new MutationObserver((_, observer) => {
        const all = document.querySelectorAll('.transcript > *').length;
        if (all < 300) return;
        globalThis.atFirst = document.querySelectorAll('.transcript > .later').length / all;
        observer.disconnect();
      }).observe(document.querySelector('.texts-room'), { childList: true, subtree: true })`);
      await page.locator('.source-tree').getByText(name, { exact: true }).click();
      await until(
        () => lines(page),
        ({ all, waiting }) => all > 300 && waiting === 0,
        'all lines laid out',
      );
      assert.ok(
        (await page.evaluate<number>('atFirst')) > 0.5,
        'most lines waited when the first were shown',
      );
      assert.equal(await page.locator('.section-steps').count(), sections > 1 ? 1 : 0);

      await transcript(page).click({ position: { x: 200, y: 60 } });
      await keyboard.press('Control+f');
      await keyboard.type(often);
      const count = text.toLowerCase().split(often).length - 1;
      assert.ok(count > 20);
      const hits = page.locator('.find-bar').getByRole('status');
      await until(
        () => hits.innerText(),
        (told) => told.includes(String(count)),
        'the number of hits',
      );
      await keyboard.press('Shift+Enter');
      await until(
        () => hits.innerText(),
        say('texts.hits', { at: count, n: count }),
        'the last hit, going backwards',
      );
      await keyboard.press('Escape');
      await until(async () => (await selected(page)).toLowerCase(), often, 'the found words');
      await keyboard.press('c');
      await keyboard.type('T1');
      await keyboard.press('Enter');
      const start = text.toLowerCase().lastIndexOf(often);
      const words = text.slice(start, start + often.length);
      await untilPainted(page, [words]);
      const codings = async () => (await engine.call('codings.list', { source: name })).codings;
      const places = async () => (await codings()).map((each) => [each.start, each.end]);
      await until(places, [[start, start + often.length]], 'what is stored');

      // Only what is in sight is painted; the way back is one key.
      await page.getByRole('slider', { name: say('reading.overview') }).focus();
      await keyboard.press('Home');
      await until(() => painted(page), [], 'nothing painted at the beginning');
      await until(async () => (await stripes(page)).length, 0, 'no stripe at the beginning');
      await transcript(page).click({ position: { x: 200, y: 60 } });
      await keyboard.press('Alt+ArrowDown');
      await untilPainted(page, [words]);
      await until(() => selected(page), words, 'the coding far from here');
    },
  );
