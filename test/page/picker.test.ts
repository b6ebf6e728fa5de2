// C always leads to the picker, or to the reason why there is nothing to code; what is typed for it is never a command.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../shared/words/say.ts';
import { drag, makeStudy, transcript, untilPainted } from './room.ts';
import { until, untilFocused, windowTest } from './window.ts';

/** Two people whose labels stand on lines of their own. */
const talk = {
  en: { one: 'Ms Orr:', two: 'Mr Vale:', said: 'We swept the yard.', other: 'Nobody had asked us.' },
  zh: { one: '欧大姐：', two: '魏师傅：', said: '我们把院子扫了。', other: '没有人叫我们扫。' },
} as const satisfies Record<Language, unknown>;

for (const language of ['en', 'zh'] as const)
  windowTest(
    `C on a speaker’s label codes the turn, on a blank line it says why not, ${language}`,
    { language },
    async ({ page, host, say }) => {
      const { keyboard } = page;
      const { engine } = host;
      const { one, two, said, other } = talk[language];
      await makeStudy(host, language);
      const path = join(host.folder, 'yard.md');
      const turns = [one, said, two, other, one, '1.', two, '2.'];
      writeFileSync(path, `${turns.join('\n\n')}\n`);
      const files = [{ token: engine.files.grant(path), name: 'yard.md' }];
      const place = { case: null, phase: null, interviewers: [], encoding: null };
      for await (const { outcome } of engine.stream('import.files', { files, ...place }))
        assert.equal(outcome, 'imported');
      await page.locator('.source-tree').getByText('yard', { exact: true }).click();
      await transcript(page).getByText(said).waitFor();
      const field = page.getByRole('combobox', { name: say('texts.part-of-name') });
      const nothing = page.getByRole('dialog', { name: say('texts.code-selection') }).getByRole('alert');
      const codings = async () => (await engine.call('codings.list', { source: 'yard' })).codings;

      await transcript(page).locator('.speaker-label').first().click();
      await keyboard.press('c');
      await untilFocused(field);
      await keyboard.type('N2');
      await keyboard.press('Enter');
      await untilPainted(page, [said]);
      await untilFocused(transcript(page));

      await transcript(page).locator('.line.blank').first().click();
      await keyboard.press('c');
      await nothing.getByText(say('texts.nothing-to-code')).waitFor();
      await keyboard.type('r1v');
      await keyboard.press('Delete');
      await keyboard.press('Escape');
      await untilFocused(transcript(page));
      assert.equal(await nothing.count(), 0);
      assert.equal((await codings()).length, 1, 'no key was a command');

      await drag(page, other);
      await page.evaluate('document.activeElement.blur()');
      await keyboard.press('c');
      await untilFocused(field);
      await keyboard.type('T1');
      await keyboard.press('Enter');
      await until(async () => (await codings()).length, 2, 'the codings');
      await untilPainted(page, [said, other]);
    },
  );
