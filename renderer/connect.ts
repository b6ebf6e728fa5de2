// Picks the wire to the engine and keeps it up: the only file that knows which host this window has.
import { Refused, type Refusal } from '../shared/refused.ts';
import { connect, type Wire, type WireClient } from '../shared/wire.ts';
import { createStore, type Store } from './store.ts';

/** 'lost' is mended by itself as soon as the host answers; 'ended' is not: the page must be opened anew. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'ended';

/** One wire from its opening to its end. */
export interface Link {
  readonly client: WireClient;
  /** False once the wire has closed. */
  readonly isOpen: () => boolean;
}

export interface Connection {
  readonly status: Store<{ readonly state: ConnectionState }>;
  /** The open link; waits while there is none. Throws Refused when there will be none any more. */
  link(): Promise<Link>;
  /** Calls `listener` with each link as it opens. */
  onLink(listener: (link: Link) => void): void;
  /** Hands a file over; returns its token. `progress` is told the share sent, 0 to 1. */
  upload(file: Blob, name: string, progress?: (share: number) => void): Promise<string>;
  /** Takes the file that a call wrote under this token (see 'host.download'). Works once. */
  fetchFile(token: string): Promise<Blob>;
}

/** The desktop shell's own connection gets its place here; until then every window is a page of the browser host. */
export function connectToHost(): Connection {
  return connectToBrowserHost();
}

const tokenKey = 'crosscase-session';
const tokenUnknown = 4401;
const longestPause = 5000;

function connectToBrowserHost(): Connection {
  const status = createStore<{ readonly state: ConnectionState }>({ state: 'connecting' });
  const listeners = new Set<(link: Link) => void>();
  let token: string | null = null;
  let awaited = Promise.withResolvers<Link>();
  void keepUp();

  async function keepUp(): Promise<void> {
    token = await sessionToken();
    for (let pause = 0; ; pause = Math.min(longestPause, pause * 2 + 100)) {
      const opened = token === null ? 'refused' : await openLink(token);
      if (opened === 'refused') return end();
      if (opened !== 'failed') {
        pause = 0;
        status.set({ state: 'open' });
        awaited.resolve(opened.link);
        for (const listener of listeners) listener(opened.link);
        await opened.closed;
        awaited = Promise.withResolvers<Link>();
      }
      status.set({ state: 'lost' });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  function end(): void {
    sessionStorage.removeItem(tokenKey);
    status.set({ state: 'ended' });
    // Nobody may be waiting, and then nobody hears it.
    awaited.promise.catch(() => {});
    awaited.reject(new Refused('refused.session-ended'));
  }

  const authorization = (): string => `Bearer ${token ?? ''}`;

  return {
    status,
    link: () => awaited.promise,
    onLink: (listener) => void listeners.add(listener),
    upload: async (file, name, progress) => {
      await awaited.promise;
      return upload(
        file,
        { authorization: authorization(), 'x-file-name': encodeURIComponent(name) },
        progress,
      );
    },
    fetchFile: async (token) => {
      await awaited.promise;
      const answer = await fetch(`/files/${token}`, { headers: { authorization: authorization() } });
      if (!answer.ok) throw new Error(`The file could not be fetched: ${answer.status}`);
      return answer.blob();
    },
  };
}

/** Swaps the launch code in the address for a token; a reload finds the token again. Null where there is neither. */
async function sessionToken(): Promise<string | null> {
  const code = new URLSearchParams(location.hash.slice(1)).get('launch');
  if (code === null) return sessionStorage.getItem(tokenKey);
  history.replaceState(null, '', location.pathname);
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => null);
  // A code that was used up does not end a session that this tab has already.
  if (answer?.ok !== true) return sessionStorage.getItem(tokenKey);
  const { token } = (await answer.json()) as { token: string };
  sessionStorage.setItem(tokenKey, token);
  return token;
}

type Opened = { readonly link: Link; readonly closed: Promise<void> } | 'refused' | 'failed';

/** Opens a socket and shows the token; the host's first word says that it was accepted. */
function openLink(token: string): Promise<Opened> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${location.host}/engine`);
    const closed = new Promise<void>((close) => {
      socket.addEventListener('close', ({ code }) => {
        close();
        resolve(code === tokenUnknown ? 'refused' : 'failed');
      });
    });
    const isOpen = (): boolean => socket.readyState === WebSocket.OPEN;
    const accept = (): void => resolve({ link: { client: connect(socketWire(socket)), isOpen }, closed });
    socket.addEventListener('open', () => socket.send(JSON.stringify({ token })));
    socket.addEventListener('message', accept, { once: true });
  });
}

function socketWire(socket: WebSocket): Wire {
  return {
    post: (message) => socket.send(JSON.stringify(message)),
    onMessage: (handler) => {
      socket.addEventListener('message', ({ data }) => handler(JSON.parse(String(data))));
    },
    onClose: (handler) => socket.addEventListener('close', handler),
  };
}

/** By XMLHttpRequest, because fetch tells nothing of how far a body was sent. */
function upload(
  file: Blob,
  headers: Readonly<Record<string, string>>,
  progress: ((share: number) => void) | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress?.(total === 0 ? 1 : loaded / total);
    });
    request.addEventListener('error', () => reject(new Refused('refused.connection-lost')));
    request.addEventListener('load', () => {
      const answer = JSON.parse(request.responseText || '{}') as { token?: string; refusal?: Refusal };
      if (answer.token !== undefined) resolve(answer.token);
      else if (answer.refusal) reject(new Refused(answer.refusal.key, answer.refusal.values));
      else reject(new Error(`The file was not taken: ${request.status}`));
    });
    request.send(file);
  });
}
