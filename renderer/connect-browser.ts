// The wire to the browser host: a WebSocket that begins with the session's token; files travel by HTTP.
import { must } from '../shared/must.ts';
import { Refused, type Refusal } from '../shared/refused.ts';
import { connect, type Wire } from '../shared/wire.ts';
import type { Connection, Link } from './connect.ts';
import { keepUp, type Opened } from './keep-up.ts';

const tokenKey = 'crosscase-session';
const tokenUnknown = 4401;

export function connectToBrowserHost(): Connection {
  let token: string | null = null;
  const kept = keepUp(async () => {
    token ??= await sessionToken();
    const opened = token === null ? 'refused' : await openLink(token);
    if (opened === 'refused') sessionStorage.removeItem(tokenKey);
    return opened;
  });
  const authorized = async (): Promise<{ readonly authorization: string }> => {
    await kept.link();
    return { authorization: `Bearer ${must(token, 'an open link has a token')}` };
  };
  return {
    ...kept,
    desktop: null,
    upload: async (file, name, progress) =>
      upload(file, { ...(await authorized()), 'x-file-name': encodeURIComponent(name) }, progress),
    destination: async (name) => {
      const { token: file } = await offered(await kept.link(), name);
      return { token: file, deliver: async () => fetchFile(file, name, await authorized()) };
    },
  };
}

async function offered({ client }: Link, name: string): Promise<{ readonly token: string }> {
  return (await client.call('host.download', { name })) as { readonly token: string };
}

/** Fetches what a call wrote, which works once, and gives it to the person as a download. */
async function fetchFile(
  file: string,
  name: string,
  headers: { readonly authorization: string },
): Promise<void> {
  const answer = await fetch(`/files/${file}`, { headers });
  if (!answer.ok) throw new Error(`The file could not be fetched: ${answer.status}`);
  const address = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
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
