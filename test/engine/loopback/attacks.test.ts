// What other pages, other programs and curious addresses try on the browser host, and that it is refused.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { aHost, aToken, aWindow, ask, attempt, exchange, launchCode, openProject } from './host.ts';

const evil = 'http://evil.example';

test('a foreign Host is turned away: a name that was made to point here reaches nothing', async (t) => {
  const host = await aHost(t);
  const port = new URL(host.origin).port;
  for (const name of [
    `evil.example:${port}`,
    'evil.example',
    `localhost:${port}`,
    '127.0.0.1',
    '127.0.0.1:1',
  ]) {
    const { status, body } = await ask(host.origin, '/', { headers: { host: name } });
    assert.equal(status, 421, name);
    assert.ok(!body.includes('A window'));
    assert.equal(await attempt(host, { headers: { host: name, origin: host.origin } }), 421, name);
  }
  assert.equal((await ask(host.origin, '/')).status, 200);
});

test('a foreign or missing Origin is turned away where something would change', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const neighbour = 'http://127.0.0.1:1';
  for (const origin of [
    evil,
    neighbour,
    'null',
    host.origin.replace('http', 'https'),
    `${host.origin}.evil`,
  ]) {
    assert.equal((await exchange(host, launchCode(host), { origin })).status, 403, origin);
    const headers = { origin, authorization: `Bearer ${token}`, 'x-file-name': 'a.txt' };
    assert.equal(
      (await ask(host.origin, '/files', { method: 'POST', headers, body: 'a' })).status,
      403,
      origin,
    );
    assert.equal(await attempt(host, { headers: { origin }, first: JSON.stringify({ token }) }), 403, origin);
  }
  assert.equal(await attempt(host, { first: JSON.stringify({ token }) }), 403);
  const headers = { authorization: `Bearer ${token}`, 'x-file-name': 'a.txt' };
  assert.equal((await ask(host.origin, '/files', { method: 'POST', headers, body: 'a' })).status, 403);
});

test('forms and scripts of other pages are turned away', async (t) => {
  const host = await aHost(t);
  const code = launchCode(host);
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
    assert.equal((await exchange(host, code, { 'content-type': type })).status, 415, type);
    assert.equal((await exchange(host, code, { 'content-type': type, origin: evil })).status, 403, type);
  }
  assert.equal((await exchange(host, code, { 'sec-fetch-site': 'same-site' })).status, 403);
  const script = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
  assert.equal((await ask(host.origin, '/assets/index-1a2b.js', { headers: script })).status, 403);
  const frame = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
  assert.equal((await ask(host.origin, '/', { headers: frame })).status, 403);
  const preflight = { origin: evil, 'access-control-request-method': 'POST' };
  const { status, headers } = await ask(host.origin, '/session', { method: 'OPTIONS', headers: preflight });
  assert.equal(status, 403);
  assert.deepEqual(
    Object.keys(headers).filter((name) => name.startsWith('access-control')),
    [],
  );
  // None of these attempts used the code up.
  assert.equal((await exchange(host, code)).status, 200);
});

test('a launch code works once, for its time, and only as it was given', async (t) => {
  const host = await aHost(t);
  const [first, second] = [launchCode(host), launchCode(host)];
  for (const wrong of ['', 'x', first.slice(1), `${first}A`, 'a'.repeat(5000)])
    assert.equal((await exchange(host, wrong)).status, 401);
  assert.equal((await exchange(host, first)).status, 200);
  assert.equal((await exchange(host, first)).status, 401);
  assert.equal((await exchange(host, second)).status, 200);
  const hasty = await aHost(t, { launchSeconds: 0.05 });
  const late = launchCode(hasty);
  await delay(80);
  assert.equal((await exchange(hasty, late)).status, 401);
});

test('a body that is no code is refused and breaks nothing', async (t) => {
  const host = await aHost(t);
  const headers = { origin: host.origin, 'content-type': 'application/json' };
  for (const body of ['', '{', 'null', '[]', '{"code":{}}', '{"code":null}', '"x"'])
    assert.equal((await ask(host.origin, '/session', { method: 'POST', headers, body })).status, 401, body);
  assert.deepEqual(host.log, []);
});

test('without the session token no socket, upload or download gets anywhere', async (t) => {
  const host = await aHost(t);
  const token = await aToken(host);
  const other = await aToken(await aHost(t));
  const code = launchCode(host);
  const headers = { origin: host.origin };
  for (const wrong of [other, code, '', `${token}A`, token.slice(1), token.toLowerCase()]) {
    assert.equal(await attempt(host, { headers, first: JSON.stringify({ token: wrong }) }), 4401, wrong);
    const bearer = { ...headers, authorization: `Bearer ${wrong}`, 'x-file-name': 'a.txt' };
    assert.equal(
      (await ask(host.origin, '/files', { method: 'POST', headers: bearer, body: 'a' })).status,
      401,
    );
    assert.equal((await ask(host.origin, '/files/x', { headers: bearer })).status, 401);
  }
  for (const first of [
    '',
    'no json',
    'null',
    '[]',
    '{"token":{}}',
    '{"type":"call","id":1,"name":"project.current"}',
  ])
    assert.equal(await attempt(host, { headers, first }), 4401, first);
  for (const path of ['/', '/files', `/engine?token=${token}`])
    assert.equal(await attempt(host, { headers, path, first: JSON.stringify({ token }) }), 404, path);
  assert.equal((await ask(host.origin, `/files/x?token=${token}`)).status, 404);
  assert.equal((await ask(host.origin, '/files/x', { headers: { cookie: `token=${token}` } })).status, 401);
});

test('a page on another port of this computer gets nothing, whatever cookies it rides on', async (t) => {
  const host = await aHost(t);
  const neighbour = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  t.after(() => void neighbour.close());
  await once(neighbour, 'listening');
  await aWindow(t, host);
  const address = neighbour.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  assert.equal(await attempt(host, { headers: { origin, cookie: 'session=1' } }), 403);
  const { headers } = await exchange(host, launchCode(host));
  assert.equal(headers['set-cookie'], undefined);
});

test('no address leads out of the folder of the window', async (t) => {
  const host = await aHost(t);
  symlinkSync(join(host.folder, 'secret.js'), join(host.folder, 'pages', 'linked.js'));
  const linked = await aHost(t, { pages: join(host.folder, 'pages') });
  for (const path of [
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..%5csecret.js',
    '/....//secret.js',
    '//secret.js',
    `/${join(host.folder, 'secret.js')}`,
    '/linked.js',
    '/assets/',
    '/assets',
    '/index.html%00.js',
    '/files/../secret.js',
    `${host.origin}/../secret.js`,
  ]) {
    const { status, body } = await ask(linked.origin, path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes('not for the window'), path);
  }
});

test('every answer keeps the page to itself; only hashed files may be kept', async (t) => {
  const host = await aHost(t);
  const answers = await Promise.all([
    ask(host.origin, '/'),
    ask(host.origin, '/index.html'),
    ask(host.origin, '/assets/index-1a2b.js'),
    ask(host.origin, '/nothing'),
    ask(host.origin, '/', { headers: { host: 'evil.example' } }),
    exchange(host, launchCode(host)),
  ]);
  const nonces = answers.map(({ headers }) => {
    const policy = String(headers['content-security-policy']);
    const nonce = /nonce-[\w-]{22}/.exec(policy)?.[0] ?? '';
    assert.equal(
      policy.replace(nonce, 'NONCE'),
      "default-src 'none'; script-src 'self'; style-src 'self' 'NONCE'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    );
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    return nonce;
  });
  assert.equal(new Set(nonces).size, answers.length);
  const [page, , script, ...others] = answers;
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(script.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.match(script.headers['cache-control'] ?? '', /immutable/);
  for (const { headers } of [page, ...others]) assert.equal(headers['cache-control'], 'no-store');
  const nonce = (nonces[0] ?? '').replace('nonce-', '');
  assert.ok(page.body.includes(`<meta property="csp-nonce" nonce="${nonce}" content="${nonce}">`));
});

test('only this computer can connect', async (t) => {
  const host = await aHost(t);
  const outward = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  if (!outward) return t.skip('this computer has no address but its own');
  const code = await new Promise((resolve) => {
    const socket = connect(Number(new URL(host.origin).port), outward.address);
    socket.on('connect', () => resolve('connected'));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  assert.equal(code, 'ECONNREFUSED');
});

test('no code and no token is kept in a file, told to a log or put into an address', async (t) => {
  const host = await aHost(t);
  const code = launchCode(host);
  const token = (JSON.parse((await exchange(host, code)).body) as { token: string }).token;
  const { client } = await aWindow(t, host, token);
  await client.call('settings.set', { language: 'zh' });
  await openProject(client);
  await assert.rejects(client.call('import.preview', { token: 'unknown', name: 'a.txt', encoding: null }));
  await exchange(host, code);
  assert.equal(host.log.length, 1);
  assert.match(host.log.join(''), /^import\.preview: /);
  const kept = readFileSync(join(host.settings, 'settings.json'), 'utf8') + host.log.join('\n');
  assert.ok(!kept.includes(token) && !kept.includes(code));
  const { pathname, search, hash } = new URL(host.launchUrl());
  assert.deepEqual([pathname, search, hash.length > 40], ['/', '', true]);
});

test('a call that is not in the contract, or is badly made, is answered and harms nothing', async (t) => {
  const host = await aHost(t);
  const { client } = await aWindow(t, host);
  for (const name of ['constructor', '__proto__', 'toString', 'hold', 'host.', ''])
    await assert.rejects(client.call(name, {}), /there is no such call/, name);
  for (const [name, input] of [
    ['host.grant', {}],
    ['host.grant', { path: 'a', more: 1 }],
    ['settings.set', { language: 'fr' }],
    ['settings.set', { note: 'something said in an interview' }],
    ['project.open', null],
    ['import.files', { files: [] }],
  ] as const)
    await assert.rejects(client.call(name, input), { name: 'Refused', message: 'refused.bad-input' }, name);
  assert.equal(await client.call('project.current', {}), null);
});
