// The window's sources served as they are, changes pushed to the open pages; calls go on to the engine's own door.
import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import {
  createLogger,
  createServer,
  type Logger,
  type Plugin,
  type ProxyOptions,
  type ViteDevServer,
} from 'vite';
import { must } from '../../shared/must.ts';
import { faultOf } from '../engine/loopback/guard.ts';
import { protection } from '../engine/window/protection.ts';

export interface Pages {
  readonly origin: string;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const served = ['renderer', 'shared', 'node_modules'];
/** A save often touches several files: so long is waited for the others, in milliseconds. */
const calm = 50;

/** Listens on 127.0.0.1 only. `onEngineChange` is called when code of the engine has changed. */
export async function servePages(engine: string, onEngineChange: () => void): Promise<Pages> {
  const nonce = randomBytes(16).toString('base64url');
  let authority = '';
  const isRefused = (request: IncomingMessage): boolean => faultOf(request, authority) !== null;
  const server = await createServer({
    configFile: join(root, 'renderer/vite.config.ts'),
    base: '/',
    cacheDir: join(root, 'dist/dev'),
    customLogger: quietLogger(),
    clearScreen: false,
    html: { cspNonce: nonce },
    plugins: [guard(nonce, isRefused)],
    server: {
      host: '127.0.0.1',
      port: 0,
      cors: false,
      fs: { allow: served.map((folder) => realpathSync(join(root, folder))) },
      // Names of modules begin like these paths: each is meant whole.
      proxy: {
        '^/session$': through(engine, isRefused),
        '^/files(?:/[^/]*)?$': through(engine, isRefused),
        '^/engine$': through(engine, isRefused),
      },
    },
  });
  await server.listen();
  authority = `127.0.0.1:${(must(server.httpServer, 'it listens').address() as AddressInfo).port}`;
  watch(server, onEngineChange);
  return { origin: `http://${authority}`, close: () => server.close() };
}

/** While the engine starts again pages knock in vain, and go on knocking: nothing to be told of. */
function quietLogger(): Logger {
  const logger = createLogger('warn');
  const { error } = logger;
  logger.error = (told, options) => {
    if (!told.includes('ws proxy error')) error(told, options);
  };
  return logger;
}

/** What the browser host asks of a request is asked here, and its policy holds; Vite's own script may stand inline. */
function guard(nonce: string, isRefused: (request: IncomingMessage) => boolean): Plugin {
  const { 'Cache-Control': _, ...headers } = protection(nonce);
  return {
    name: 'guard',
    // The host puts its nonce into the same place of the page.
    transformIndexHtml: {
      order: 'pre',
      handler: (page) => page.replace('nonce="" content=""', `nonce="${nonce}" content="${nonce}"`),
    },
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(headers))
          response.setHeader(name, value.replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`));
        if (isRefused(request)) response.writeHead(403).end();
        else next();
      });
    },
  };
}

/** The engine's door asks for its own address in Host and Origin: what stood there is looked at here. */
function through(engine: string, isRefused: (request: IncomingMessage) => boolean): ProxyOptions {
  return {
    target: engine,
    changeOrigin: true,
    headers: { origin: engine },
    ws: true,
    // The guard does not see a WebSocket, which comes without a response.
    bypass: (request, response?: ServerResponse) =>
      response === undefined && (request.headers.origin === undefined || isRefused(request)) ? false : null,
  };
}

function watch({ watcher }: ViteDevServer, onEngineChange: () => void): void {
  const folders = ['electron/engine', 'electron/dev', 'shared'].map((folder) => join(root, folder));
  let timer: NodeJS.Timeout | undefined;
  watcher.add(folders);
  watcher.on('all', (_, file) => {
    if (!folders.some((folder) => file.startsWith(folder + sep))) return;
    clearTimeout(timer);
    timer = setTimeout(onEngineChange, calm);
  });
}
