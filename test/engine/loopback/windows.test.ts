// Windows on one engine: they reconnect, stay in step, and a slow one holds nobody up.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CodeEntry } from '../../../shared/contract/coding.ts';
import { must } from '../../../shared/must.ts';
import { aHost, aToken, aWindow, attempt, changesOf, openProject, type OpenWindow } from './host.ts';

async function addCode({ client }: OpenWindow, name: string): Promise<CodeEntry> {
  return (await client.call('codes.add', {
    name,
    parent: null,
    shortId: null,
    definition: null,
  })) as CodeEntry;
}

test('a token opens sockets again and again: reload and reconnect find the same project', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const before = await aWindow(t, host, token);
  await openProject(before.client);
  before.socket.terminate();
  const after = await aWindow(t, host, token);
  const { name } = (await after.client.call('project.current', {})) as { name: string };
  assert.equal(name, 'Study');
});

test('two windows on one project stay in step', async (t) => {
  const host = await aHost(t);
  const [one, other] = [await aWindow(t, host), await aWindow(t, host)];
  await openProject(one.client);
  const [atOne, atOther] = [changesOf(one), changesOf(other)];
  const stand = await atOne();
  assert.deepEqual(await atOther(), stand);
  assert.deepEqual(stand.tables, []);
  await addCode(one, 'Bread');
  const [heard, alsoHeard] = [await atOne(), await atOther()];
  assert.deepEqual(heard, alsoHeard);
  assert.deepEqual(heard.tables, ['codes']);
  assert.ok(must(heard.act, 'an act') > must(stand.act, 'an act'));
  await other.client.call('history.undo', {});
  assert.deepEqual((await atOne()).tables, ['codes']);
  const { codes } = (await one.client.call('codes.list', {})) as { codes: CodeEntry[] };
  assert.ok(codes.every((code) => code.name !== 'Bread'));
});

test('opening and closing a project is heard by every window', async (t) => {
  const host = await aHost(t);
  const [one, other] = [await aWindow(t, host), await aWindow(t, host)];
  const heard = changesOf(other);
  assert.equal((await heard()).act, null);
  await openProject(one.client);
  assert.equal((await heard()).act, null);
  await one.client.call('project.close', {});
  assert.equal((await heard()).act, null);
  assert.equal(await other.client.call('project.current', {}), null);
  await assert.rejects(other.client.call('codes.list', {}), { message: 'refused.no-project' });
});

test('a project that is open here already can be opened from a second window', async (t) => {
  const host = await aHost(t);
  const [one, other] = [await aWindow(t, host), await aWindow(t, host)];
  await openProject(one.client);
  const file = host.engine.files.grant(join(host.projects, 'Study.crosscase'));
  const began = performance.now();
  const { name } = (await other.client.call('project.open', { file, access: 'write' })) as { name: string };
  assert.equal(name, 'Study');
  assert.ok(performance.now() - began < 1000, 'it does not wait for the lock that it holds itself');
  await addCode(one, 'Bread');
});

test('a window that takes nothing holds nobody up, and hears of all in one', async (t) => {
  const host = await aHost(t);
  const [slow, quick] = [await aWindow(t, host), await aWindow(t, host)];
  await openProject(quick.client);
  const heard = changesOf(slow);
  await heard();
  slow.socket.pause();
  for (let n = 0; n < 100; n++) await addCode(quick, `Code ${n}`);
  await quick.client.call('cases.set', { name: 'Mill Lane', attributes: [], sources: [], speakers: [] });
  const { acts } = (await quick.client.call('history.list', { limit: 1, before: null })) as {
    acts: { id: number }[];
  };
  slow.socket.resume();
  const latest = must(acts[0], 'an act').id;
  const tables = new Set<string>();
  let items = 0;
  for (let act = 0; act < latest; items += 1) {
    const change = await heard();
    for (const table of change.tables) tables.add(table);
    act = must(change.act, 'an act');
  }
  assert.deepEqual([...tables].toSorted(), ['cases', 'codes']);
  assert.ok(items < 60, `${items} items for 101 acts`);
});

test('a socket that shows no token is closed, and the end of a socket ends its streams', async (t) => {
  const host = await aHost(t);
  const window = await aWindow(t, host);
  await changesOf(window)();
  window.socket.terminate();
  await once(window.socket, 'close');
  // A stream that went on would be told of this, and fail.
  await openProject((await aWindow(t, host)).client);
  assert.deepEqual(host.log, []);
  assert.equal(await attempt(host, { headers: { origin: host.origin } }), 4401);
});
