// The door for a browser: the built window and the engine's calls on this computer's own address, for this person alone.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Refused } from '../../shared/refused.ts';
import type { Engine } from './engine.ts';
import { answer, bearerToken, faultOf } from './loopback/guard.ts';
import { createSessions, type Sessions } from './loopback/sessions.ts';
import { createSockets } from './loopback/sockets.ts';
import { createTransfers, type Transfers } from './loopback/transfers.ts';
import { windowCalls } from './window/calls.ts';
import { findPages, type Page } from './window/pages.ts';
import { protection } from './window/protection.ts';
import { createRemembered } from './window/remembered.ts';

export interface LoopbackOptions {
  readonly engine: Engine;
  /** The folder of the built window. */
  readonly pages: string;
  /** The folder of projects that the window offers. */
  readonly projects: string;
  /** The folder where settings are kept. */
  readonly settings: string;
  /** 0: any free one. */
  readonly port: number;
  /** Is told of every bug. */
  readonly log: (line: string) => void;
  /** How long an address that opens the window may wait to be used. */
  readonly launchSeconds: number;
  /** The largest upload. */
  readonly uploadMegabytes: number;
  /** The token of every page: pages of an earlier host that had the same go on. None: a new one for each page. */
  readonly session?: string;
}

export interface LoopbackHost {
  readonly origin: string;
  /** An address that opens the window once. */
  launchUrl(): string;
  /** Ends every connection; the engine is left to its owner. */
  close(): Promise<void>;
}

interface Door {
  readonly authority: string;
  readonly pages: ReadonlyMap<string, Page>;
  readonly sessions: Sessions;
  readonly transfers: Transfers;
}

/** Listens on 127.0.0.1 only. Refuses when the port is taken. */
export async function serveLoopback(options: LoopbackOptions): Promise<LoopbackHost> {
  const { engine, log } = options;
  const pages = findPages(options.pages);
  const sessions = createSessions(options.launchSeconds, options.session);
  const server = createServer();
  const authority = `127.0.0.1:${await listen(server, options.port)}`;
  const transfers = createTransfers(engine.files, options.uploadMegabytes);
  const door = { authority, pages, sessions, transfers };
  const remembered = createRemembered(options.settings);
  const find = windowCalls({ engine, transfers, remembered, folder: options.projects, log });
  const sockets = createSockets(sessions, find);

  server.on('request', (request, response) => {
    void respond(door, request, response).catch((error: unknown) => {
      // Whoever broke off in the middle hears no answer, and that is no fault.
      if (request.destroyed && !request.complete) return;
      if (!(error instanceof Refused)) log(inWords(error));
      if (response.headersSent) response.destroy();
      else if (error instanceof Refused) answer(response, 413, { refusal: error.refusal });
      else answer(response, 500);
    });
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const fault = request.headers.origin === undefined ? 403 : faultOf(request, authority);
    if (fault === null && request.url === '/engine') sockets.take(request, stream, head);
    else stream.end(`HTTP/1.1 ${fault ?? 404} Refused\r\nConnection: close\r\n\r\n`);
  });

  const origin = `http://${authority}`;
  return {
    origin,
    launchUrl: () => `${origin}/#launch=${sessions.launchCode()}`,
    close: async () => {
      sockets.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      transfers.close();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Refused('refused.port-taken', { port }) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function respond(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = randomBytes(16).toString('base64url');
  for (const [name, value] of Object.entries(protection(nonce))) response.setHeader(name, value);
  const fault = faultOf(request, door.authority);
  if (fault !== null) return answer(response, fault);
  const { method, url = '' } = request;
  const fetched = /^\/files\/([\w-]{1,100})$/.exec(url)?.[1];
  if (method === 'POST' && url === '/session') return exchange(door, request, response);
  if (method === 'POST' && url === '/files') return upload(door, request, response);
  if (method !== 'GET' && method !== 'HEAD') return answer(response, 405);
  if (fetched !== undefined) return download(door, fetched, request, response);
  const page = door.pages.get(url);
  if (!page) return answer(response, 404);
  const bytes = await page.read(nonce);
  if (page.isImmutable) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.writeHead(200, { 'Content-Type': page.type, 'Content-Length': bytes.length });
  response.end(bytes);
}

/** Swaps a launch code for a token. JSON only: a form of another page cannot send it. */
async function exchange(
  { sessions }: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') return answer(response, 415);
  const token = sessions.exchange(codeIn(await readShort(request)));
  if (token === null) answer(response, 401);
  else answer(response, 200, { token });
}

async function upload(
  { sessions, transfers }: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = decoded(request.headers['x-file-name']);
  if (!sessions.isToken(bearerToken(request))) return answer(response, 401);
  if (name === null) return answer(response, 400);
  answer(response, 200, { token: await transfers.take(request, name) });
}

async function download(
  { sessions, transfers }: Door,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!sessions.isToken(bearerToken(request))) return answer(response, 401);
  if (!(await transfers.send(token, response))) answer(response, 404);
}

function inWords(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A body of at most 1,000 bytes; a longer one is no code and reads as ''. */
async function readShort(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > 1000) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function codeIn(body: string): string {
  try {
    const { code } = Object(JSON.parse(body)) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}

/** A percent-encoded name; null where it is none. */
function decoded(header: string | string[] | undefined): string | null {
  try {
    return typeof header === 'string' ? decodeURIComponent(header).slice(0, 500) : null;
  } catch {
    return null;
  }
}
