// protocol.handle: app://host/path is served as http://host--app.localhost:PORT/path, with the handler's own headers.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { strict } from './strict.ts';
import { mustBeReady, world } from './world.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();
const privileged = new Set<string>();
const server = createServer((request, response) => void respond(request, response));
let port = 0;

export const protocol = strict(
  {
    registerSchemesAsPrivileged: (schemes: readonly { scheme: string; privileges: object }[]) => {
      if (world.isReady) throw new Error('protocol.registerSchemesAsPrivileged after the app was ready');
      for (const { scheme } of schemes) privileged.add(scheme);
    },
    handle: (scheme: string, handler: SchemeHandler) => {
      mustBeReady('protocol.handle');
      // Only a privileged scheme has what the double's http has: an origin, fetch, a secure context.
      if (!privileged.has(scheme))
        throw new Error(`electron double: ${scheme} was not registered as privileged`);
      handlers.set(scheme, handler);
    },
  },
  'protocol',
);

/** Listens on this computer alone. */
export async function serveSchemes(): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
}

export function stopServing(): void {
  server.close();
  server.closeAllConnections();
}

/** The address in the browser of an address of the program. */
export function realAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/.exec(address) ?? [];
  return handlers.has(scheme) ? `http://${host}--${scheme}.localhost:${port}${rest || '/'}` : address;
}

/** The address that the program knows of an address in the browser. */
export function ownAddress(address: string): string {
  const [, host = '', scheme = '', at = '', rest = ''] =
    /^http:\/\/([^/]*?)--([a-z0-9+.-]+)\.localhost:(\d+)(.*)$/.exec(address) ?? [];
  return Number(at) === port && handlers.has(scheme) ? `${scheme}://${host}${rest}` : address;
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const address = ownAddress(`http://${headers.host ?? ''}${url}`);
  const handler = handlers.get(new URL(address).protocol.slice(0, -1));
  if (!handler) {
    response.writeHead(404).end();
    return;
  }
  try {
    const answer = await handler(new Request(address, { method }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) Readable.fromWeb(answer.body as ReadableStream).pipe(response);
    else response.end();
  } catch (error) {
    process.stderr.write(`electron double: the handler of ${address} failed: ${String(error)}\n`);
    response.destroy();
  }
}
