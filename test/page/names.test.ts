// Pseudonyms in the window: given to a selection by key, listed in the settings, and what is copied, printed and exported then.
import assert from 'node:assert/strict';
import type { WordKey } from '../../shared/words/say.ts';
import { checkAxe } from './axe.ts';
import { code, drag, makeStudy } from './room.ts';
import { until, windowTest } from './window.ts';

for (const [language, coded, name, pseudonym] of [
  ['en', 'and every ladder came back', 'every ladder', 'each boat'],
  ['zh', '大家互相借梯子', '梯子', '小船'],
] as const)
  windowTest(
    `a name selected in a text gets a pseudonym, which leaves in its place (${language})`,
    { language },
    async ({ page, host, say, written }) => {
      await makeStudy(host, language);
      await code(host, language, coded, 'N2');
      const real = new RegExp(name);
      await drag(page, name);
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog', { name: say('pseudonyms.give') });
      await dialog.getByText(say('pseudonyms.found', { name, places: 1, sources: 1 })).waitFor();
      await checkAxe(page);
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await dialog.getByText(say('refused.name-in-pseudonym', { name, pseudonym: name })).waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(pseudonym);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });

      await page.evaluate('window.print = () => {}');
      await page.keyboard.press('Control+p');
      const paper = page.locator('#sheet');
      await paper.getByText(say('export.pseudonyms', { n: 1 })).waitFor({ state: 'attached' });
      assert.doesNotMatch(await paper.innerHTML(), real);
      assert.match((await paper.textContent()) ?? '', new RegExp(pseudonym));
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");

      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const copied = async (): Promise<Record<string, string>> => {
        await page.keyboard.press('Control+c');
        return page.evaluate<Record<string, string>>(`navigator.clipboard.read().then(async ([item]) =>
          Object.fromEntries(await Promise.all(
            item.types.map(async (type) => [type, await (await item.getType(type)).text()]))))`);
      };
      await drag(page, coded);
      assert.deepEqual(await copied(), { 'text/plain': coded.replace(name, pseudonym) });

      await page.getByRole('link', { name: say('place.settings') }).click();
      const list = page.getByRole('list', { name: say('pseudonyms.title') });
      assert.deepEqual(await list.getByRole('listitem').allInnerTexts(), [`${name}\n${pseudonym}`]);
      await page.getByText(say('pseudonyms.still-personal')).waitFor();
      await checkAxe(page);
      const neutral = {
        case: say('pseudonyms.neutral-case', { n: 1 }),
        speaker: say('pseudonyms.neutral-speaker', { n: 1 }),
      };
      await page.getByRole('button', { name: say('pseudonyms.give-all', neutral) }).click();
      await until(() => list.getByRole('listitem').count(), 4, 'the case and the speakers');

      await page.getByRole('link', { name: say('place.matrices') }).click();
      await page.getByRole('option', { name: say('tables.code-case') }).click();
      await page.getByRole('row', { name: /^N2/ }).waitFor();
      await page.getByRole('button', { name: say('tables.copy'), exact: true }).click();
      await page.getByText(say('export.pseudonyms', { n: 1 })).waitFor();
      assert.match(
        await page.evaluate<string>('navigator.clipboard.readText()'),
        new RegExp(`\t${neutral.case}`),
      );

      const dialogOf = page.getByRole('dialog', { name: say('tables.export') });
      const checkLeaving = async (format: 'md' | 'html' | 'tex', subject?: WordKey): Promise<void> => {
        for (const names of ['pseudonyms', 'real'] as const) {
          await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
          if (subject) await dialogOf.getByText(say(subject), { exact: true }).click();
          await dialogOf.getByRole('button', { name: say('tables.format') }).click();
          await page.getByRole('option', { name: say(`tables.${format}`), exact: true }).click();
          if (names === 'real') await dialogOf.getByText(say('pseudonyms.real')).click();
          const { name: file, bytes } = await written(() =>
            dialogOf.getByRole('button', { name: say('tables.write') }).click(),
          );
          await dialogOf.waitFor({ state: 'detached' });
          assert.ok(file.endsWith(`.${format}`), file);
          assert.equal(real.test(bytes.toString()), names === 'real', bytes.toString());
        }
      };
      await checkLeaving('md', 'tables.export-quotes');
      await page.getByRole('option', { name: say('displays.levels') }).click();
      await page.getByRole('table').getByText(coded).waitFor();
      await checkLeaving('tex');
      await checkLeaving('html');
    },
  );
