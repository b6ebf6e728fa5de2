// What the page asks of the shell beside files: the native menu, printing, and the place of the window.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { canBeReached, keepPlace, readPlace } from '../../electron/window-place.ts';
import { aFolder } from '../helpers/project.ts';
import { until } from '../page/window.ts';
import { desktopTest, start } from './harness.ts';

desktopTest('the window lists its commands in the native menu and hears which was chosen', async (t) => {
  const program = await start(t);
  const page = await program.page();
  const items = [
    { id: 'undo', label: 'Undo: Coded “shed”', key: 'CmdOrCtrl+Z', group: 'Edit', enabled: true },
    { id: 'import', label: 'Import files', key: null, group: 'File', enabled: false },
  ];
  const heard = await page.evaluate(`
    window.chosen = [];
    window.stop = shell.onCommand((id) => chosen.push(id));
    shell.showMenu(${JSON.stringify(items)})`);
  assert.deepEqual(heard, { value: null });
  const shown = await program.inMain(({ Menu }) =>
    ['undo', 'import'].map((id) => {
      const { label, enabled, accelerator } = Menu.getApplicationMenu()?.getMenuItemById(id) ?? {};
      return { label, enabled, accelerator: accelerator ?? null };
    }),
  );
  assert.deepEqual(shown, [
    { label: 'Undo: Coded “shed”', enabled: true, accelerator: 'CmdOrCtrl+Z' },
    { label: 'Import files', enabled: false, accelerator: null },
  ]);
  const choose = (): Promise<void> =>
    program.inMain(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.click());
  await choose();
  await until(() => page.evaluate('chosen'), ['undo'], 'the chosen command');
  await page.evaluate('stop()');
  await choose();
  // What was stopped hears nothing more: a later answer of main comes after the command.
  await page.evaluate('shell.showMenu([])');
  assert.deepEqual(await page.evaluate('chosen'), ['undo']);
});

desktopTest('the window is printed where the person says, or not at all', async (t) => {
  const program = await start(t);
  const page = await program.page();
  await page.getByRole('button', { name: program.say('start.sample') }).waitFor();
  await program.answerDialogs(null);
  assert.deepEqual(await page.evaluate("shell.printToPdf('page.pdf')"), { value: false });
  const path = join(program.folder, 'page.pdf');
  await program.answerDialogs(path);
  assert.deepEqual(await page.evaluate("shell.printToPdf('page.pdf')"), { value: true });
  assert.match(readFileSync(path).subarray(0, 8).toString('latin1'), /^%PDF-1/);
  await program.answerDialogs(join(program.folder, 'nowhere', 'page.pdf'));
  const reply = await page.evaluate<{ refusal: { key: string } }>("shell.printToPdf('page.pdf')");
  assert.equal(reply.refusal.key, 'refused.export-folder-missing');
  assert.ok(!existsSync(join(program.folder, 'nowhere')));
});

test('a kept place is found again; a damaged one is none', (t) => {
  const folder = aFolder(t);
  assert.equal(readPlace(folder), null);
  const place = { x: -1200, y: 40, width: 900, height: 600, isMaximized: true };
  keepPlace(folder, place);
  assert.deepEqual(readPlace(folder), place);
  for (const text of [
    '',
    '{',
    'null',
    '{"x":0}',
    '{"x":1e9,"y":0,"width":900,"height":600,"isMaximized":false}',
  ]) {
    writeFileSync(join(folder, 'window.json'), text);
    assert.equal(readPlace(folder), null, text);
  }
});

test('a window whose title stands on no screen is not put there', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const place = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -3000, max: 3000 }),
    width: fc.integer({ min: 200, max: 3000 }),
    height: fc.constant(600),
    isMaximized: fc.boolean(),
  });
  fc.assert(
    fc.property(place, (at) => {
      const inSight = Array.from({ length: at.width - 100 }, (_, n) => at.x + 51 + n - 1);
      const isSeen = inSight.some((x) => x >= 0 && x < 1920) && at.y >= 0 && at.y < 1060;
      assert.equal(canBeReached(at, [screen]), isSeen);
    }),
  );
  assert.equal(canBeReached({ x: 0, y: 0, width: 900, height: 600, isMaximized: false }, []), false);
});
