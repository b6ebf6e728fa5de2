// The WebSocket of a window: its first message must be the session's token, then it is a wire like any other.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { serve, type Handler, type Wire } from '../../../shared/wire.ts';
import type { Sessions } from './sessions.ts';

/** The close code that tells a page that its token is not known here: it need not try again. */
const tokenUnknown = 4401;
const secondsToShowToken = 5;
/** The largest message, in bytes: more than the longest memo. */
const maxPayload = 16_000_000;

export interface Sockets {
  /** Takes over an upgrade whose Host and Origin were checked. */
  take(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  close(): void;
}

export function createSockets(sessions: Sessions, find: (name: string) => Handler | undefined): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  server.on('connection', (socket: WebSocket) => {
    // What is wrong with the connection ends it; 'close' follows.
    socket.on('error', () => {});
    const refuse = (): void => socket.close(tokenUnknown);
    const timer = setTimeout(refuse, secondsToShowToken * 1000);
    socket.once('close', () => clearTimeout(timer));
    socket.once('message', (data: Buffer) => {
      clearTimeout(timer);
      if (!sessions.isToken(tokenIn(data))) return refuse();
      serve(socketWire(socket), find);
      socket.send(JSON.stringify({ ready: true }));
    });
  });
  return {
    take: (request, stream, head) => {
      server.handleUpgrade(request, stream, head, (socket) => server.emit('connection', socket, request));
    },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function tokenIn(data: Buffer): string {
  const { token } = Object(parsed(data)) as { token?: unknown };
  return typeof token === 'string' ? token : '';
}

function socketWire(socket: WebSocket): Wire {
  return {
    post: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (handler) => socket.on('message', (data: Buffer) => handler(parsed(data))),
    onClose: (handler) => socket.on('close', handler),
  };
}

/** Null for what is no JSON: the wire passes it over. */
function parsed(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return null;
  }
}
