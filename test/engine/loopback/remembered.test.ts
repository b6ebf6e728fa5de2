// What the host remembers, and the places where it finds projects.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { settingsFolder } from '../../../electron/engine/window/remembered.ts';
import type { Granted, Places } from '../../../shared/contract/host.ts';
import { aFolder } from '../../helpers/project.ts';
import { aHost, aWindow, openProject } from './host.ts';

test('settings survive a restart; what is left out of a choice stays', async (t) => {
  const settings = join(aFolder(t), 'deep', 'config');
  const first = await aWindow(t, await aHost(t, { settings }));
  assert.deepEqual(await first.client.call('settings.get', {}), {});
  await first.client.call('settings.set', { language: 'zh', theme: 'dark' });
  await first.client.call('settings.set', { theme: 'contrast', readSize: 19 });
  const second = await aWindow(t, await aHost(t, { settings }));
  const chosen = { language: 'zh', theme: 'contrast', readSize: 19 };
  assert.deepEqual(await second.client.call('settings.get', {}), chosen);
  if (process.platform !== 'win32')
    assert.equal(statSync(join(settings, 'settings.json')).mode & 0o777, 0o600);
});

test('a damaged or strange file of settings costs no more than what is wrong in it', async (t) => {
  const settings = aFolder(t);
  const { client } = await aWindow(t, await aHost(t, { settings }));
  const path = join(settings, 'settings.json');
  for (const content of ['', '{', 'null', '7', '{"settings":7,"recent":{"a":1}}']) {
    writeFileSync(path, content);
    assert.deepEqual(await client.call('settings.get', {}), {}, content);
    assert.deepEqual(((await client.call('host.places', {})) as Places).recent, []);
  }
  writeFileSync(path, '{"settings":{"language":"fr","readSize":20,"later":true},"recent":[1]}');
  assert.deepEqual(await client.call('settings.get', {}), { readSize: 20 });
  assert.deepEqual(await client.call('settings.set', { theme: 'dark' }), { readSize: 20, theme: 'dark' });
});

test('projects are offered from their folder, made on first use, and as they were opened', async (t) => {
  const host = await aHost(t);
  const { client } = await aWindow(t, host);
  const places = async (): Promise<Places> => (await client.call('host.places', {})) as Places;
  assert.deepEqual(await places(), { folder: host.projects, projects: [], recent: [] });
  await openProject(client, 'Beta');
  await openProject(client, 'Alpha');
  writeFileSync(join(host.projects, 'notes.txt'), 'no project');
  const { projects, recent } = await places();
  assert.deepEqual(
    [projects.map(({ name }) => name), recent.map(({ name }) => name)],
    [
      ['Alpha', 'Beta'],
      ['Alpha', 'Beta'],
    ],
  );
  const [beta] = recent.filter(({ name }) => name === 'Beta');
  assert.equal(beta?.folder, host.projects);
  await client.call('project.open', { file: beta?.token, access: 'write' });
  assert.deepEqual(
    (await places()).recent.map(({ name }) => name),
    ['Beta', 'Alpha'],
  );
  rmSync(join(host.projects, 'Alpha.crosscase'));
  assert.deepEqual(
    (await places()).recent.map(({ name }) => name),
    ['Beta'],
  );
  const file = readFileSync(join(host.settings, 'settings.json'), 'utf8');
  assert.ok(!file.includes('Ada'));
});

test('a typed path leads to a project file, in a folder that exists', async (t) => {
  const host = await aHost(t);
  const { client } = await aWindow(t, host);
  await openProject(client);
  mkdirSync(join(host.folder, 'elsewhere'));
  const grant = async (path: string): Promise<string> => {
    const { token, name, exists } = (await client.call('host.grant', { path })) as Granted;
    return `${exists ? 'there' : 'new'} ${name} ${host.engine.files.path(token)}`;
  };
  const study = join(host.projects, 'Study.crosscase');
  for (const typed of ['Study', 'Study.crosscase', ` ${study} `, study.replace('.crosscase', '')])
    assert.equal(await grant(typed), `there Study ${study}`);
  const other = join(host.folder, 'elsewhere', 'v1.2');
  assert.equal(await grant(other), `new v1.2 ${other}.crosscase`);
  for (const typed of ['nowhere/Study', join(host.folder, 'secret.js', 'Study')])
    await assert.rejects(grant(typed), { message: 'refused.no-folder' });
  for (const typed of [`${host.folder}/`, '/', '   ', 'Study\0'])
    await assert.rejects(grant(typed), { message: 'refused.not-in-a-folder' }, typed);
  // A page reaches no file but projects: the ending is added to any other name.
  assert.match(await grant(join(host.folder, 'secret.js')), /^new secret\.js .*secret\.js\.crosscase$/);
});

test('settings have their place on each system', () => {
  assert.match(settingsFolder('linux', { XDG_CONFIG_HOME: '/x' }), /^[/\\]x[/\\]crosscase$/);
  assert.match(settingsFolder('linux', {}), /[/\\]\.config[/\\]crosscase$/);
  assert.match(settingsFolder('darwin', {}), /Library[/\\]Application Support[/\\]Crosscase$/);
  assert.match(settingsFolder('win32', { APPDATA: 'C:\\A' }), /^C:\\A[/\\]Crosscase$/);
});
