// What the page asks of the shell beside files: the native menu, printing, and the place of the window.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { canBeReached, keepPlace, readPlace } from '../../electron/window-place.ts';
import { say as sayIn, type WordKey } from '../../shared/words/say.ts';
import { aFolder } from '../helpers/project.ts';
import { until } from '../page/window.ts';
import { reachesItsEngine } from './checks.ts';
import { desktopTest, kind, start, type Program } from './harness.ts';

const chinese = (key: WordKey): string => sayIn('zh', key);

interface ShownItem {
  readonly label: string;
  readonly enabled: boolean;
  readonly accelerator: string | null;
}

function menuOf(program: Program): Promise<Readonly<Record<string, ShownItem>>> {
  return program.inMain(({ Menu }) =>
    Object.fromEntries(
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
        (menu.submenu?.items ?? [])
          .filter(({ id }) => id !== '')
          .map(({ id, label, enabled, accelerator }) => [
            id,
            { label, enabled, accelerator: (accelerator as string | undefined) ?? null },
          ]),
      ),
    ),
  );
}

function choose(program: Program, id: string): Promise<void> {
  return program.inMain(({ Menu }, given) => Menu.getApplicationMenu()?.getMenuItemById(given)?.click(), id);
}

desktopTest('the page lists commands in the native menu and hears which was chosen', async (t) => {
  const program = await start(t);
  const page = await program.page();
  await until(async () => 'new' in (await menuOf(program)), true, "the page's own menu");
  const items = [
    { id: 'undo', label: 'Undo: Coded “R&D”', key: 'CmdOrCtrl+Z', group: 'edit', enabled: true },
    { id: 'import', label: 'Import files', key: null, group: 'file', enabled: false },
  ];
  const heard = await page.evaluate(`
    window.chosen = [];
    window.stop = shell.onCommand((id) => chosen.push(id));
    shell.showMenu({ language: 'en', items: ${JSON.stringify(items)} })`);
  assert.deepEqual(heard, { value: null });
  assert.deepEqual(await menuOf(program), {
    undo: { label: 'Undo: Coded “R&&D”', enabled: true, accelerator: 'CmdOrCtrl+Z' },
    import: { label: 'Import files', enabled: false, accelerator: null },
  });
  await choose(program, 'undo');
  await until(() => page.evaluate('chosen'), ['undo'], 'the chosen command');
  await page.evaluate('stop()');
  await choose(program, 'undo');
  // What was stopped hears nothing more: a later answer of main comes after the command.
  await page.evaluate("shell.showMenu({ language: 'en', items: [] })");
  assert.deepEqual(await page.evaluate('chosen'), ['undo']);
});

desktopTest('every command stands in the native menu as it stands in the window', async (t) => {
  const program = await start(t);
  const page = await program.page();
  const { say } = program;
  const enabled = async (): Promise<string[]> =>
    Object.entries(await menuOf(program)).flatMap(([id, item]) => (item.enabled ? [id] : []));
  await until(enabled, ['new', 'open', 'sample', 'language', 'theme'], 'what can be done at the start');
  await choose(program, 'sample');
  await page.getByRole('link', { name: say('place.codebook') }).waitFor();
  await until(async () => (await menuOf(program))['code']?.enabled, true, 'coding');
  assert.equal((await menuOf(program))['new']?.enabled, false);
  assert.deepEqual((await menuOf(program))['undo'], {
    label: say('screen.nothing-to-undo'),
    enabled: false,
    accelerator: 'CmdOrCtrl+Z',
  });
  await choose(program, 'place-codebook');
  const definition = page.getByLabel(say('codebook.definition'));
  await page.getByRole('treegrid').getByText('Reciprocity', { exact: true }).click();
  const before = await definition.inputValue();
  await definition.fill('What comes back.');
  await definition.press('Tab');
  await until(async () => (await menuOf(program))['undo']?.enabled, true, 'undo');
  const undo = await menuOf(program);
  assert.match(undo['undo']?.label ?? '', /^Undo: .*Reciprocity/);
  assert.equal(undo['code']?.enabled, false);
  await choose(program, 'undo');
  await until(() => definition.inputValue(), before, 'what was undone');
  await choose(program, 'language');
  const wanted = chinese('place.codebook');
  await until(async () => (await menuOf(program))['place-codebook']?.label, wanted, 'the language');
  const titles = await program.inMain(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  for (const key of ['menu.file', 'menu.edit', 'menu.view', 'menu.go', 'menu.code', 'menu.help'] as const)
    assert.ok(titles?.includes(chinese(key)), key);
  const taken = await program.inMain(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap(({ submenu }) => submenu?.items ?? [])
      .filter(({ id, accelerator, registerAccelerator }) => id !== '' && accelerator && registerAccelerator)
      .map(({ id }) => id),
  );
  if (process.platform !== 'darwin') assert.deepEqual(taken, [], 'keys that the menu takes from typing');
});

desktopTest(
  'projects opened lately stand in the menu and come into a window; About tells the versions',
  async (t) => {
    const first = await start(t, { language: 'zh' });
    await reachesItsEngine(first);
    await first.quit();
    const program = await start(t, { beside: first, language: 'zh' });
    const page = await program.page();
    const recent = (): Promise<string[] | undefined> =>
      program.inMain(
        ({ Menu }, label) =>
          (Menu.getApplicationMenu()?.items ?? [])
            .flatMap(({ submenu }) => submenu?.items ?? [])
            .find((item) => item.label === label)
            ?.submenu?.items.map((item) => item.label),
        chinese('menu.recent'),
      );
    const name = program.say('sample.name');
    await until(recent, [name], 'the projects in the menu');
    await program.inMain(({ Menu }, label) => {
      const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
      items
        .flatMap(({ submenu }) => submenu?.items ?? [])
        .find((item) => item.label === label)
        ?.click();
    }, name);
    await page.getByRole('link', { name: program.say('place.matrices') }).waitFor();
    // A file that the system opens, as a Mac tells it, comes forward where it lies open.
    const path = join(program.home, 'Documents', 'Crosscase', `${name}.crosscase`);
    await program.inMain(
      ({ app }, given) => void app.emit('open-file', { preventDefault: () => {} }, given),
      path,
    );
    await program.inMain(({ app }) => void app.emit('activate'));
    const count = (): Promise<number> =>
      program.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    assert.equal(await count(), 1);
    if (kind === 'Electron') return;
    const about = await program.inMain(
      ({ app }) => (app as unknown as { aboutPanel: Electron.AboutPanelOptionsOptions }).aboutPanel,
    );
    assert.equal(about.applicationName, 'Crosscase');
    assert.match(about.version ?? '', /^Electron \S+ · Chromium \S+ · Node \d+/);
  },
);

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
