// The codebook's tree: only rows in sight are drawn, and keys, filter and dragging reach the others all the same.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { createProject } from '../../electron/engine/project/open.ts';
import { must } from '../../shared/must.ts';
import { makeStudy } from './room.ts';
import { until, windowTest, type OpenWindow } from './window.ts';

async function openCodebook({ page, host, say }: OpenWindow): Promise<Locator> {
  await makeStudy(host, 'en');
  await page.getByRole('link', { name: say('place.codebook') }).click();
  const tree = page.getByRole('treegrid', { name: say('codebook.title') });
  await tree.getByText('Trust', { exact: true }).waitFor();
  return tree;
}

windowTest(
  'a row out of sight is drawn once keys or the filter lead to it',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    const tree = await openCodebook(window);
    const { codes } = await host.engine.call('codes.list', {});
    const last = must(codes.at(-1), 'a code');
    assert.ok((await tree.getByRole('row').count()) < codes.length);
    assert.equal(await tree.getByText(last.name, { exact: true }).count(), 0);
    await tree.getByText('Trust', { exact: true }).click();
    await page.keyboard.press('End');
    await until(
      () => tree.locator(':focus').getByText(last.name, { exact: true }).count(),
      1,
      'focus on the last code',
    );
    await page.keyboard.press('Home');
    await tree.getByText('Trust', { exact: true }).waitFor();
    await page.getByLabel(say('codebook.filter')).fill(last.name);
    await tree.getByText(last.name, { exact: true }).waitFor();
    await until(() => tree.getByText('Trust', { exact: true }).count(), 0, 'codes that do not answer');
    await page.getByLabel(say('codebook.filter')).fill('');
    await tree.getByText('Trust', { exact: true }).waitFor();
  },
);

windowTest(
  'a code is moved by dragging it onto another one, and by Alt and the arrows',
  { language: 'en' },
  async (window) => {
    const { page, host } = window;
    const tree = await openCodebook(window);
    const above = async (shortId: string): Promise<string | null> => {
      const { codes } = await host.engine.call('codes.list', {});
      const parent = codes.find((code) => code.shortId === shortId)?.parent;
      return codes.find(({ uid }) => uid === parent)?.shortId ?? null;
    };
    const order = async (): Promise<string> => {
      const { codes } = await host.engine.call('codes.list', {});
      return codes
        .flatMap(({ shortId }) => (shortId !== null && /^T\d$/.test(shortId) ? [shortId] : []))
        .join(' ');
    };
    await tree.getByText('Reciprocity', { exact: true }).hover();
    await page.mouse.down();
    const box = must(await tree.getByText('Trust', { exact: true }).boundingBox(), 'a box');
    await page.mouse.move(box.x + 8, box.y + box.height, { steps: 4 });
    await page.mouse.move(box.x + 8, box.y + box.height / 2, { steps: 2 });
    await page.mouse.up();
    await until(() => above('N2'), 'T', 'the code above N2');
    const topOf = async (name: string): Promise<number> =>
      (await tree.getByText(name, { exact: true }).boundingBox())?.y ?? 0;
    const isDrawn = async (): Promise<boolean> => (await topOf('Reciprocity')) < (await topOf('Norms'));
    await until(isDrawn, true, 'N2 among the codes of trust');
    await tree.getByText('Institutional trust', { exact: true }).click();
    assert.equal(await order(), 'T1 T2 T3 T4 T5');
    await page.keyboard.press('Alt+ArrowUp');
    await until(order, 'T1 T2 T4 T3 T5', 'the order');
  },
);

windowTest(
  'a codebook of 5,000 codes: few rows are drawn, the filter finds the last one, Alt and the arrows move it, undo puts it back',
  { language: 'zh' },
  async (window) => {
    const { page, host, say } = window;
    const path = join(host.folder, 'large.crosscase');
    const project = createProject({ path, name: '大', language: 'zh', framework: null, coder: '安' });
    must(project.changes, 'writable').change({ name: 'codes.add', coder: '安' }, (db) => {
      for (let n = 0; n < 5000; n++)
        db.insert('codes', {
          uid: randomUUID(),
          name: `编码 ${n}`,
          short_id: `K${n}`,
          position: n,
          applicable: 1,
          derived: 0,
        });
    });
    project.close();
    await host.engine.call('project.open', { file: host.engine.files.grant(path), access: 'write' });
    await page.getByRole('link', { name: say('place.codebook') }).click();
    const tree = page.getByRole('treegrid', { name: say('codebook.title') });
    await tree.getByText('编码 0', { exact: true }).waitFor();
    assert.ok((await tree.getByRole('row').count()) < 100);
    await page.getByLabel(say('codebook.filter')).fill('k4999');
    await tree.getByText('编码 4999', { exact: true }).click();
    await page.keyboard.press('Alt+ArrowUp');
    const last = async () => (await host.engine.call('codes.list', {})).codes.at(-1)?.shortId;
    await until(last, 'K4998', 'the last code');
    await page.keyboard.press('Control+z');
    await until(last, 'K4999', 'the last code');
  },
);
