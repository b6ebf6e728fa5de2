// When the window is not alone: the host that stops and comes back, a project that another process holds or copied.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createProject, openProject } from '../../electron/engine/project/open.ts';
import { addText, refusedWith } from '../helpers/project.ts';
import { aHost } from '../engine/loopback/host.ts';
import { makeStudy, transcript } from './room.ts';
import { until, windowTest, type OpenWindow } from './window.ts';

const connections = /WebSocket connection|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE/;

windowTest(
  'while the host is away the window says so and keeps what is shown; a host that does not know it ends the page',
  { language: 'en', complaints: connections },
  async ({ page, host, say }) => {
    const closing: (() => void | Promise<void>)[] = [];
    await makeStudy(host, 'en');
    await transcript(page).getByText('ladders').waitFor();
    await host.close();
    await page.getByRole('alert').getByText(say('screen.lost')).waitFor();
    assert.equal(await transcript(page).getByText('ladders').count(), 1);
    await aHost({ after: (work) => closing.push(work) }, { port: Number(new URL(host.origin).port) });
    try {
      await page.getByRole('heading', { name: say('start.ended-title') }).waitFor();
      await page.getByText(say('refused.session-ended')).waitFor();
      await until(
        () => page.evaluate<string | null>("sessionStorage.getItem('crosscase-session')"),
        null,
        'no token is left',
      );
    } finally {
      for (const close of closing.splice(0)) await close();
    }
  },
);

windowTest(
  'a project that another process holds can be read, and opened for writing once it is free',
  { language: 'en' },
  async (window) => {
    const { page, host, say } = window;
    mkdirSync(host.projects, { recursive: true });
    const path = join(host.projects, 'held.crosscase');
    const held = createProject({ path, name: 'Held', language: 'en', framework: null, coder: 'Bo' });
    addText(held, 'Lin', 'Ms Lin: Hello.');
    held.close();
    const holder = await hold(path);
    try {
      await page.reload();
      const dialog = await openHeld(window);
      await dialog.getByRole('button', { name: say('start.again') }).click();
      await dialog.waitFor();
      await dialog.getByRole('button', { name: say('start.read') }).click();
      await until(() => named(page), 'Held', 'the project');
      await page.getByText(say('screen.read-only'), { exact: true }).waitFor();
      await page.getByRole('button', { name: say('editing.edit') }).click();
      await page.getByText(say('editing.read-only')).waitFor();
      assert.equal(await page.locator('.edit-bar').count(), 0);
      const code = { name: 'Bread', parent: null, shortId: null, definition: null };
      await assert.rejects(host.engine.call('codes.add', code), refusedWith('refused.held'));
      await page.getByRole('link', { name: say('place.settings') }).click();
      await page.getByRole('button', { name: say('screen.close-project') }).click();
      const again = await openHeld(window);
      holder.kill('SIGKILL');
      await once(holder, 'exit');
      await again.getByRole('button', { name: say('start.again') }).click();
      await until(() => named(page), 'Held', 'the project');
      await page.getByText(say('screen.all-saved'), { exact: true }).waitFor();
      assert.equal((await host.engine.call('codes.add', code)).name, 'Bread');
    } finally {
      holder.kill('SIGKILL');
    }
  },
);

windowTest(
  'a copy of the project in which work went on elsewhere is told when the project is opened',
  { language: 'zh' },
  async ({ page, host, say }) => {
    mkdirSync(host.projects, { recursive: true });
    const path = join(host.projects, 'held.crosscase');
    const copy = 'held-PC.crosscase';
    createProject({ path, name: 'Held', language: 'en', framework: null, coder: 'Bo' }).close();
    copyFileSync(path, join(host.projects, copy));
    const elsewhere = openProject(join(host.projects, copy), 'write');
    addText(elsewhere, 'Lin', 'Ms Lin: Hello.');
    elsewhere.close();
    await page.reload();
    await page.getByRole('button', { name: /^held(?!-)/ }).click();
    await page
      .getByRole('alert')
      .getByText(say('project.copies', { files: [copy] }))
      .waitFor();
    assert.equal(await named(page), 'Held');
  },
);

async function hold(path: string): Promise<ChildProcess> {
  const program = join(import.meta.dirname, '../helpers/hold.ts');
  const holder = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

async function openHeld({ page, say }: OpenWindow) {
  await page.getByRole('button', { name: /^held/ }).click();
  const dialog = page.getByRole('dialog', { name: say('start.held-title', { name: 'held' }) });
  await dialog.waitFor();
  return dialog;
}

async function named(page: Page): Promise<string | null> {
  const heading = page.locator('.top').getByRole('heading', { level: 1 });
  return (await heading.count()) === 0 ? null : heading.textContent();
}
