// A process of the desktop program dies: the person is told, loses nothing that they wrote, and goes on.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createEngine } from '../../electron/engine/engine.ts';
import { must } from '../../shared/must.ts';
import { code, drag, makeStudy, transcript, untilPainted } from '../page/room.ts';
import { until } from '../page/window.ts';
import { desktopTest, start, type Program } from './harness.ts';

/** The process that a test ends as the system would. */
async function pidOf(program: Program, name: string): Promise<number | undefined> {
  const metrics = await program.inMain(({ app }) =>
    app.getAppMetrics().map(({ pid, serviceName, name: title }) => ({ pid, name: title ?? serviceName })),
  );
  return metrics.find((each) => each.name === name)?.pid;
}

async function endProcess(program: Program, name: string): Promise<number> {
  await until(async () => (await pidOf(program, name)) !== undefined, true, name);
  const pid = must(await pidOf(program, name), name);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Ends the engine, and waits for the next one and for what is told of it. */
async function endEngine(program: Program, page: Page): Promise<void> {
  const name = 'Crosscase engine';
  const ended = await endProcess(program, name);
  await until(
    () => pidOf(program, name),
    (pid) => pid !== undefined && pid !== ended,
    'another engine',
  );
  await page.getByText(program.say('desktop.engine-back')).waitFor();
}

async function codesOf(path: string): Promise<readonly { readonly definition: string | null }[]> {
  const engine = createEngine();
  await engine.call('project.open', { file: engine.files.grant(path), access: 'read' });
  const { codes } = await engine.call('codes.list', {});
  await engine.close();
  return codes;
}

async function draftsOf(path: string): Promise<readonly string[]> {
  const engine = createEngine();
  await engine.call('project.open', { file: engine.files.grant(path), access: 'read' });
  const { drafts } = await engine.call('drafts.list', {});
  await engine.close();
  return drafts.map(({ text }) => text);
}

async function textsOf(path: string): Promise<readonly string[]> {
  const engine = createEngine();
  await engine.call('project.open', { file: engine.files.grant(path), access: 'read' });
  const { sources } = await engine.call('sources.list', {});
  const texts = await Promise.all(sources.map(({ uid }) => engine.call('sources.text', { source: uid })));
  await engine.close();
  return texts.map(({ text }) => text.trimEnd());
}

/** The file of the sample project. */
function studyOf(program: Program): string {
  return join(program.home, 'Documents', 'Crosscase', `${program.say('sample.name')}.crosscase`);
}

const words = 'What is given comes back, sooner or later.';

async function openSample(program: Program): Promise<Page> {
  const page = await program.page();
  await page.getByRole('button', { name: program.say('start.sample') }).click();
  await page.getByRole('link', { name: program.say('place.codebook') }).click();
  await page.getByRole('treegrid').getByText('Reciprocity', { exact: true }).click();
  return page;
}

desktopTest(
  'the engine is killed: the words on the screen stay, and are kept by the next engine',
  async (t) => {
    const program = await start(t);
    const page = await openSample(program);
    const definition = page.getByLabel(program.say('codebook.definition'));
    await definition.fill(words);
    await endEngine(program, page);
    assert.equal(await definition.inputValue(), words);
    await definition.press('Tab');
    const path = studyOf(program);
    await until(
      async () => (await codesOf(path)).some((each) => each.definition === words),
      true,
      'the definition',
    );
    assert.equal(await program.quit(), 0);
    assert.ok(!existsSync(`${path}.lock`));
  },
);

desktopTest(
  'the engine is killed while a text is edited: what was typed stays, and is stored by the next one',
  async (t) => {
    const program = await start(t);
    const page = await program.page();
    await page.getByRole('button', { name: program.say('start.sample') }).click();
    await transcript(page).waitFor();
    await page.getByRole('button', { name: program.say('editing.edit') }).click();
    await transcript(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' And once more.');
    await endEngine(program, page);
    await page.keyboard.type(' And again.');
    await transcript(page).getByText('And once more. And again.').waitFor();
    await page.keyboard.press('Control+Enter');
    const path = studyOf(program);
    const isStored = async (): Promise<boolean> =>
      (await textsOf(path)).some((text) => text.endsWith(' And once more. And again.'));
    await until(isStored, true, 'the text');
  },
);

desktopTest('a window that is closed stores what is being written in it first', async (t) => {
  const program = await start(t);
  const page = await openSample(program);
  await page.getByLabel(program.say('codebook.definition')).fill(words);
  await program.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const isStored = async (): Promise<boolean> =>
    (await codesOf(studyOf(program))).some((each) => each.definition === words);
  await until(isStored, true, 'the definition');
  assert.deepEqual(await draftsOf(studyOf(program)), []);
});

desktopTest(
  'a page that does not answer keeps its window open for a while only; its words are kept',
  async (t) => {
    const program = await start(t);
    const page = await openSample(program);
    await page.getByLabel(program.say('codebook.definition')).fill(words);
    const kept = async (): Promise<boolean> => (await draftsOf(studyOf(program))).includes(words);
    await until(kept, true, 'what is kept of the words');
    await page.evaluate('setTimeout(() => { for (;;); })');
    assert.equal(await program.quit(), 0);
    assert.ok(await kept());
    const next = await start(t, { beside: program, project: studyOf(program) });
    const again = await next.page();
    await again.getByText(next.say('drafts.are-there', { n: 1 })).waitFor();
  },
);

desktopTest(
  'the engine is killed while a project is read: what it held is let go and held again',
  async (t) => {
    const first = await start(t);
    const engine = createEngine();
    await makeStudy({ engine, folder: first.folder }, 'en');
    await code({ engine }, 'en', 'every ladder came back', 'N2');
    await engine.close();
    await first.quit();
    const program = await start(t, { beside: first, project: join(first.folder, 'study.crosscase') });
    const page = await program.page();
    await transcript(page).getByText('every ladder came back').waitFor();
    await untilPainted(page, ['every ladder came back']);
    for (let n = 0; n < 2; n++) await endEngine(program, page);
    await drag(page, 'kindly');
    await page.keyboard.press('c');
    await page.keyboard.type('T1');
    await page.keyboard.press('Enter');
    await untilPainted(page, ['every ladder came back', 'kindly']);
  },
);

desktopTest(
  'the import worker is killed: the file is refused in one sentence, the next one goes in',
  async (t) => {
    const program = await start(t);
    const page = await program.page();
    await page.getByRole('button', { name: program.say('start.sample') }).click();
    await page.getByRole('link', { name: program.say('place.matrices') }).waitFor();
    const folder = join(program.folder, 'talks');
    mkdirSync(folder);
    // So long that it is still being read when its reader is ended.
    const line = 'Ms Orr: We lent each other ladders, and every ladder came back, and nobody counted.\n';
    writeFileSync(join(folder, 'long.txt'), line.repeat(9_000_000 / line.length));
    writeFileSync(join(folder, 'short.txt'), line);
    const preview = async (name: string): Promise<unknown> => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, program)]);
      await chooser.setFiles([join(folder, name)]);
      return page.getByRole('dialog').waitFor();
    };
    await preview('long.txt');
    await endProcess(program, 'Crosscase import');
    const refused = program.say('refused.import-could-not-be-read', { file: 'long.txt' });
    await page.getByText(refused).first().waitFor();
    await page.keyboard.press('Escape');
    await preview('short.txt');
    await page.getByRole('dialog').getByText('Ms Orr').first().waitFor();
    assert.deepEqual(program.output, []);
  },
);

desktopTest(
  'the page crashes: it is there again, in the same place, with the words not stored',
  async (t) => {
    const program = await start(t);
    const page = await openSample(program);
    await page.getByLabel(program.say('codebook.definition')).fill(words);
    const kept = async (): Promise<boolean> => (await draftsOf(studyOf(program))).includes(words);
    await until(kept, true, 'what is kept of the words');
    const loads = program.inMain(
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.webContents.once('did-finish-load', () => resolve(window.webContents.getURL()));
          window?.webContents.forcefullyCrashRenderer();
        }),
    );
    assert.equal(await loads, 'app://workbench/index.html');
    // A page that has crashed is beyond Playwright; main can still look into it.
    const label = program.say('drafts.found');
    const found = (): Promise<unknown> =>
      program.inMain(
        ({ BrowserWindow }, source) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(source),
        `document.querySelector('[role=group][aria-label=${JSON.stringify(label)}] .read')?.textContent ?? null`,
      );
    await until(found, words, 'the words beside the definition of the code');
  },
);

desktopTest('a window stands where the last one stood, and the theme is followed', async (t) => {
  const first = await start(t, { theme: 'dark' });
  await first.page();
  assert.equal(await first.inMain(({ nativeTheme }) => nativeTheme.themeSource), 'dark');
  const place = { x: 120, y: 80, width: 1000, height: 700 };
  await first.inMain(({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.setBounds(given), place);
  await first.quit();
  const program = await start(t, { beside: first });
  const page = await program.page();
  const bounds = await program.inMain(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  assert.deepEqual(bounds, place);
  await page.getByRole('radio', { name: program.say('preferences.light') }).click();
  await until(() => program.inMain(({ nativeTheme }) => nativeTheme.themeSource), 'light', 'the theme');
});

/** The command of the palette: it is there in every place. */
async function choose(page: Page, program: Program): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(program.say('command.import'));
  await page.keyboard.press('Enter');
}
