// The whole job in the desktop program: the same hands as in the browser, native dialogs in the place of the browser's.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { jobByKeyboard, jobByMouse, type JobWindow } from '../page/job.ts';
import type { WrittenFile } from '../page/window.ts';
import { until } from '../page/window.ts';
import { desktopTest, start, type Program } from './harness.ts';

desktopTest('the whole job by mouse, in English', async (t) => {
  const program = await start(t, { language: 'en' });
  await jobByMouse(await windowOf(program));
  await endsWell(program, 'Sheds.crosscase');
});

desktopTest('the whole job by keyboard alone, in Chinese', async (t) => {
  const program = await start(t, { language: 'zh' });
  await jobByKeyboard(await windowOf(program));
  await endsWell(program, '工具房.crosscase');
});

async function windowOf(program: Program): Promise<JobWindow> {
  const { folder, say } = program;
  const path = join(folder, 'written');
  let count = 0;
  const written = async (press: () => Promise<void>): Promise<WrittenFile> => {
    // The name that the dialog offers tells the format.
    await program.inMain(({ dialog }, given) => {
      const showSaveDialog = (_: unknown, { defaultPath = '' }: { defaultPath?: string }) =>
        Promise.resolve({ canceled: false, filePath: `${given}-${defaultPath}` });
      Object.assign(dialog, { showSaveDialog });
    }, `${path}-${++count}`);
    await press();
    const found = (): string | undefined =>
      readdirSync(folder).find((name) => name.startsWith(`written-${count}-`));
    await until(() => Promise.resolve(found() !== undefined), true, 'a written file');
    const file = join(folder, found() ?? '');
    await until(() => Promise.resolve(existsSync(file)), true, 'a whole file');
    const bytes = readFileSync(file);
    rmSync(file);
    return { name: basename(file), bytes };
  };
  return { page: await program.page(), say, folder, written };
}

/** Nothing went wrong, and one file stays: the project. */
async function endsWell(program: Program, project: string): Promise<void> {
  assert.equal(await program.quit(), 0);
  assert.deepEqual(program.output, []);
  assert.deepEqual(readdirSync(join(program.home, 'Documents', 'Crosscase')), [project]);
}
