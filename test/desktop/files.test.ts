// Files in and out of the desktop program: by native dialogs, by dropping, by the words of a start; one window for a project.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createEngine } from '../../electron/engine/engine.ts';
import { code, makeStudy, transcript, writeTalks } from '../page/room.ts';
import { until } from '../page/window.ts';
import { desktopTest, start, type Program } from './harness.ts';

/** A project with two interviews in `folder`, made without any window. */
async function aStudy(folder: string): Promise<string> {
  const engine = createEngine();
  await makeStudy({ engine, folder }, 'en');
  await code({ engine }, 'en', 'every ladder came back', 'N2');
  await engine.close();
  return join(folder, 'study.crosscase');
}

function titles(program: Program): Promise<string[]> {
  return program.inMain(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .toSorted((a, b) => a.id - b.id)
      .map((window) => window.getTitle()),
  );
}

async function showsStudy(page: Page): Promise<void> {
  await page.getByText('shed', { exact: true }).first().click();
  await transcript(page).getByText('We lent each other ladders').waitFor();
}

desktopTest('a project is chosen in the native dialog; thinking better of it changes nothing', async (t) => {
  const program = await start(t);
  const path = await aStudy(program.folder);
  const page = await program.page();
  const card = page.getByRole('button', { name: program.say('start.open') });
  await program.answerDialogs(null);
  await card.click();
  await program.untilAnswered(page);
  const text = join(program.folder, 'shed.txt');
  await program.answerDialogs(text);
  await card.click();
  await page.getByText(program.say('refused.not-a-project', { file: 'shed.txt' })).waitFor();
  await program.answerDialogs(path);
  await page.keyboard.press('o');
  await showsStudy(page);
  await until(() => titles(program), ['study – Crosscase'], 'the title');
});

desktopTest('a project named at the start is shown at once; another start comes forward', async (t) => {
  const first = await start(t);
  const path = await aStudy(first.folder);
  assert.equal(await first.quit(), 0);
  const program = await start(t, { beside: first, project: path });
  await showsStudy(await program.page());
  // A second start hands its project to the first and ends.
  await assert.rejects(start(t, { beside: program, project: path }), /ended/);
  assert.equal((await titles(program)).length, 1, 'a project has one window');
  await assert.rejects(
    start(t, { beside: program, project: join(first.folder, 'other.crosscase') }),
    /ended/,
  );
  await until(() => titles(program), ['study – Crosscase', 'Crosscase'], 'a window for another project');
  const other = await program.page(1);
  await other.getByRole('button', { name: first.say('start.sample') }).waitFor();
});

desktopTest(
  'files are dropped on the window by their paths; a table is not written where nobody wants it',
  async (t) => {
    const first = await start(t);
    const path = await aStudy(first.folder);
    await first.quit();
    const program = await start(t, { beside: first, project: path });
    const page = await program.page();
    await showsStudy(page);
    const dropped = join(program.folder, 'third.txt');
    writeFileSync(dropped, 'Interviewer: And then?\nMs Orr: Then we painted the door.\n');
    await drop(page, dropped);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: program.say('importing.import', { n: 1 }) })
      .click();
    await page.getByText('third', { exact: true }).first().click();
    await transcript(page).getByText('Then we painted the door.').waitFor();
    await page.getByRole('link', { name: program.say('place.matrices') }).click();
    await page.getByRole('option', { name: program.say('tables.code-case') }).click();
    await page.getByRole('button', { name: program.say('tables.export'), exact: true }).click();
    const write = page
      .getByRole('dialog')
      .getByRole('button', { name: program.say('tables.write'), exact: true });
    await program.answerDialogs(null);
    await write.click();
    await program.untilAnswered(page);
    await until(() => write.isEnabled(), true, 'the dialog is still there');
    const table = join(program.folder, 'table.xlsx');
    await program.answerDialogs(table);
    await write.click();
    await until(() => Promise.resolve(existsSync(table)), true, 'the table');
    assert.equal(readFileSync(table).subarray(0, 2).toString(), 'PK');
    assert.deepEqual(program.output, []);
  },
);

desktopTest('a recent project that lies open in another window comes forward there', async (t) => {
  const first = await start(t);
  const path = await aStudy(first.folder);
  await first.quit();
  const program = await start(t, { beside: first, project: path });
  await showsStudy(await program.page());
  const other = `${path}.other.crosscase`;
  copyFileSync(path, other);
  await program.inMain(
    ({ app }, given) => void app.emit('second-instance', {}, [], '', { project: given }),
    other,
  );
  const page = await program.page(1);
  await page.getByRole('link', { name: program.say('place.settings') }).click();
  await page.getByRole('button', { name: program.say('screen.close-project') }).click();
  await page.getByRole('button', { name: /^study\s/ }).click();
  const focused = (): Promise<string | undefined> =>
    program.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.isFocused())
        ?.getTitle(),
    );
  await until(focused, 'study – Crosscase', 'the window in front');
  assert.deepEqual(await titles(program), ['study – Crosscase', 'Crosscase']);
  assert.equal(await page.getByRole('dialog').count(), 0);
});

desktopTest('a file that has no path is refused, and told', async (t) => {
  const program = await start(t);
  await writeTalks(program, 'en');
  const page = await program.page();
  const reply = await page.evaluate(
    "window.shell.grantFile(new File(['said'], 'made-up.txt'), 'made-up.txt')",
  );
  const refusal = { key: 'refused.file-without-path', values: { file: 'made-up.txt' } };
  assert.deepEqual(reply, { refusal });
  await assert.rejects(page.evaluate(`window.shell.grantFile('/etc/hosts', 'hosts')`));
});

/** Drops the file as the system does: the browser itself tells the page. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await session.send('Input.dispatchDragEvent', { type: type as 'drop', x: 400, y: 300, data });
  await session.detach();
}
