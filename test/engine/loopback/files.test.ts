// Files through the browser host: up into an import, down from an export, and nothing left behind.
import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { ImportOutcome } from '../../../shared/contract/import.ts';
import type { WireClient } from '../../../shared/wire.ts';
import { aHost, aToken, aWindow, ask, openProject, type Answered, type RunningHost } from './host.ts';

const text = 'Interviewer: Who bakes?\nMara: We all bake, 每个星期天。\n';

async function upload(
  host: RunningHost,
  token: string,
  name: string,
  body: string | Buffer,
): Promise<Answered> {
  const authorization = `Bearer ${token}`;
  const headers = { origin: host.origin, authorization, 'x-file-name': encodeURIComponent(name) };
  return ask(host.origin, '/files', { method: 'POST', headers, body });
}

const tokenIn = ({ body }: Answered): string => (JSON.parse(body) as { token: string }).token;
const kept = (): string[] => globSync(`crosscase-files-${process.pid}-*/**/*`, { cwd: tmpdir() });

async function importOne(client: WireClient, token: string, name: string): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  const place = { case: null, phase: null, interviewers: [], encoding: null };
  for await (const item of client.stream('import.files', { files: [{ token, name }], ...place }))
    outcomes.push(item as ImportOutcome);
  return outcomes;
}

test('an uploaded file is imported, for this person alone, and then removed', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const { client } = await aWindow(t, host, token);
  await openProject(client);
  const file = tokenIn(await upload(host, token, '面谈 1.txt', text));
  const path = host.engine.files.path(file);
  if (process.platform !== 'win32') {
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(join(path, '../..')).mode & 0o777, 0o700);
  }
  const preview = (await client.call('import.preview', {
    token: file,
    name: '面谈 1.txt',
    encoding: null,
  })) as {
    glance: string;
  };
  assert.equal(preview.glance, text);
  assert.ok(existsSync(path));
  const [outcome] = await importOne(client, file, '面谈 1.txt');
  assert.equal(outcome?.outcome, 'imported');
  assert.ok(!existsSync(path));
  const { sources } = (await client.call('sources.list', {})) as { sources: { name: string }[] };
  assert.deepEqual(
    sources.map(({ name }) => name),
    ['面谈 1'],
  );
});

test('an upload that is not wanted any more can be thrown away; the project and others cannot', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const { client } = await aWindow(t, host, token);
  await openProject(client);
  const [wanted, unwanted] = [
    tokenIn(await upload(host, token, 'a.txt', text)),
    tokenIn(await upload(host, token, 'b.txt', text)),
  ];
  const project = join(host.projects, 'Study.crosscase');
  await client.call('host.discard', { tokens: [unwanted, host.engine.files.grant(project), 'unknown'] });
  assert.ok(!existsSync(host.engine.files.path(unwanted)));
  assert.ok(existsSync(host.engine.files.path(wanted)) && existsSync(project));
});

test('an upload over the cap is refused in words, told its size or not, and leaves nothing', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const before = kept().length;
  const said = await upload(host, token, 'wide.txt', Buffer.alloc(1_000_001, 'a'));
  assert.equal(said.status, 413);
  assert.deepEqual(JSON.parse(said.body), {
    refusal: { key: 'refused.upload-too-large', values: { file: 'wide.txt', megabytes: 1 } },
  });
  const inChunks = {
    method: 'POST',
    headers: { origin: host.origin, authorization: `Bearer ${token}`, 'x-file-name': 'wide.txt' },
    body: new Blob([Buffer.alloc(1_500_000, 'a')]).stream(),
    duplex: 'half',
  };
  const chunked = await fetch(`${host.origin}/files`, inChunks);
  assert.equal(chunked.status, 413);
  assert.equal(kept().length, before);
  assert.equal((await upload(host, token, 'fits.txt', Buffer.alloc(1_000_000, 'a'))).status, 200);
  assert.equal((await upload(host, token, 'empty.txt', '')).status, 200);
  assert.deepEqual(host.log, []);
});

test('an upload without a name that can be read is refused', async (t) => {
  const host = await aHost(t);
  const headers = { origin: host.origin, authorization: `Bearer ${await aToken(host)}` };
  for (const name of [{}, { 'x-file-name': '%E9' }])
    assert.equal(
      (await ask(host.origin, '/files', { method: 'POST', headers: { ...headers, ...name }, body: 'a' }))
        .status,
      400,
    );
});

test('an export is fetched once, by its token, under its name', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const { client } = await aWindow(t, host, token);
  await openProject(client);
  const name = '../表 1: "codes".csv';
  const { token: file } = (await client.call('host.download', { name })) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  assert.equal((await ask(host.origin, `/files/${file}`, { headers })).status, 404);
  const question = { by: 'code', filters: [], overlap: 'split', coders: null };
  const { bytes } = (await client.call('export.frequencies', {
    file,
    format: 'csv',
    language: 'en',
    question,
  })) as { bytes: number };
  assert.equal((await ask(host.origin, `/files/${file}`)).status, 401);
  const got = await ask(host.origin, `/files/${file}`, { headers });
  assert.equal(got.status, 200);
  assert.equal(Buffer.byteLength(got.body), bytes);
  assert.match(got.body, /Trust among residents/);
  const disposition = /^attachment; filename\*=UTF-8''(.*)$/.exec(got.headers['content-disposition'] ?? '');
  assert.equal(decodeURIComponent(disposition?.[1] ?? ''), '__表 1_ _codes_.csv');
  assert.equal((await ask(host.origin, `/files/${file}`, { headers })).status, 404);
  const written = host.engine.files.path(file);
  for (let n = 0; n < 3000 && existsSync(written); n++) await delay(20);
  assert.ok(!existsSync(written));
});

test('an uploaded file cannot be fetched, nor a project', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const { client } = await aWindow(t, host, token);
  await openProject(client);
  const headers = { authorization: `Bearer ${token}` };
  const { projects } = (await client.call('host.places', {})) as { projects: { token: string }[] };
  for (const file of [tokenIn(await upload(host, token, 'a.txt', text)), projects[0]?.token ?? ''])
    assert.equal((await ask(host.origin, `/files/${file}`, { headers })).status, 404);
});

test('the host leaves no file behind, and removes what a killed one left', async (t) => {
  const deadPid = 2 ** 22 + 1;
  const left = join(tmpdir(), `crosscase-files-${deadPid}-abcdef`);
  mkdirSync(left);
  writeFileSync(join(left, 'upload'), text);
  const host = await aHost(t);
  assert.ok(!existsSync(left));
  const token = await aToken(host);
  const path = host.engine.files.path(tokenIn(await upload(host, token, 'a.txt', text)));
  await host.close();
  assert.ok(!existsSync(path));
  assert.deepEqual(readdirSync(tmpdir()).includes(path.split(/[/\\]/).at(-3) ?? ''), false);
});
