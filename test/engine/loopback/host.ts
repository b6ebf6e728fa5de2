// A running browser host on folders of its own, and clients that speak to it as browsers and attackers do.
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import {
  serveLoopback,
  type LoopbackHost,
  type LoopbackOptions,
} from '../../../electron/engine/serve-loopback.ts';
import type { ProjectChange } from '../../../shared/contract/project.ts';
import { must } from '../../../shared/must.ts';
import { connect, type WireClient } from '../../../shared/wire.ts';
import { aFolder } from '../../helpers/project.ts';

interface Ending {
  after(work: () => void | Promise<void>): void;
}

export interface RunningHost extends LoopbackHost {
  readonly engine: Engine;
  readonly folder: string;
  readonly projects: string;
  readonly settings: string;
  /** What it told of bugs. */
  readonly log: string[];
}

const page = `<!doctype html><meta property="csp-nonce" nonce="" content="" /><title>A window</title>`;

/** A host that ends with the test. */
export async function aHost(t: Ending, given: Partial<LoopbackOptions> = {}): Promise<RunningHost> {
  const folder = aFolder(t);
  const [pages, projects, settings] = [
    join(folder, 'pages'),
    join(folder, 'projects'),
    join(folder, 'config'),
  ];
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), page);
  writeFileSync(join(pages, 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'not for the window');
  const engine = createEngine();
  const log: string[] = [];
  const host = await serveLoopback({
    engine,
    pages,
    projects,
    settings,
    port: 0,
    log: (line) => log.push(line),
    launchSeconds: 30,
    uploadMegabytes: 1,
    ...given,
  });
  t.after(async () => {
    await host.close();
    await engine.close();
  });
  return { ...host, engine, folder, projects, settings, log };
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request with exactly these headers (besides Host), as no browser would let a page send it. */
export function ask(origin: string, path: string, asked: Asked = {}): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  const { method = 'GET', headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ status: must(response.statusCode, 'a status'), headers: response.headers, body });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export function launchCode(host: LoopbackHost): string {
  return must(new URL(host.launchUrl()).hash.split('=')[1], 'a code');
}

/** Swaps a code as the page does. */
export function exchange(
  host: LoopbackHost,
  code: string,
  headers: Asked['headers'] = {},
): Promise<Answered> {
  const own = { origin: host.origin, 'content-type': 'application/json' };
  return ask(host.origin, '/session', {
    method: 'POST',
    headers: { ...own, ...headers },
    body: JSON.stringify({ code }),
  });
}

/** The token of a new window. */
export async function aToken(host: LoopbackHost): Promise<string> {
  const { status, body } = await exchange(host, launchCode(host));
  if (status !== 200) throw new Error(`No token: ${status}`);
  return (JSON.parse(body) as { token: string }).token;
}

export interface OpenWindow {
  readonly client: WireClient;
  readonly socket: WebSocket;
}

/** A window's socket, with the wire on it. */
export async function aWindow(t: Ending, host: LoopbackHost, token?: string): Promise<OpenWindow> {
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/engine`, { origin: host.origin });
  t.after(() => socket.terminate());
  socket.once('open', () => void shown());
  const shown = async (): Promise<void> =>
    socket.send(JSON.stringify({ token: token ?? (await aToken(host)) }));
  await new Promise<void>((resolve, reject) => {
    socket.once('message', () => resolve());
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed: ${code}`)));
  });
  const client = connect({
    post: (message) => socket.send(JSON.stringify(message)),
    onMessage: (handler) =>
      socket.on('message', (data: Buffer) => handler(JSON.parse(data.toString('utf8')))),
    onClose: (handler) => socket.on('close', handler),
  });
  return { client, socket };
}

/** How an attempt to open a socket ended: its close code, or the status of a refused upgrade. */
export function attempt(
  host: Pick<LoopbackHost, 'origin'>,
  options: { readonly headers?: Record<string, string>; readonly path?: string; readonly first?: string },
): Promise<number> {
  const { headers = {}, path = '/engine', first } = options;
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => resolve(must(response.statusCode, 'a status')));
    socket.on('error', () => {});
    socket.on('close', (code) => resolve(code));
    socket.on('open', () => {
      if (first !== undefined) socket.send(first);
    });
  });
}

/** Makes a project in the folder of projects and leaves it open. */
export async function openProject(client: WireClient, name = 'Study'): Promise<void> {
  await client.call('host.places', {});
  const { token } = (await client.call('host.grant', { path: name })) as { token: string };
  await client.call('project.create', {
    file: token,
    name,
    language: 'en',
    framework: 'community-social-capital',
    coder: 'Ada',
  });
}

/** The changes that a window hears of. `next` waits for one. */
export function changesOf({ client }: OpenWindow): () => Promise<ProjectChange> {
  const items = client.stream('project.changed', {});
  return async () => {
    const step = await items.next();
    if (step.done === true) throw new Error('The stream ended');
    return step.value as ProjectChange;
  };
}
