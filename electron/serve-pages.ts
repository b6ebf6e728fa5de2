// The built window under app://workbench: the files that were found when the program started, and nothing else.
import { randomBytes } from 'node:crypto';
import { findPages } from './engine/window/pages.ts';
import { protection } from './engine/window/protection.ts';

/** Answers requests for the files of `folder`, each with the headers that keep the page to itself. */
export function servePages(folder: string): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  const pages = findPages(folder);
  return async ({ url, method }) => {
    const nonce = randomBytes(16).toString('base64url');
    const headers = protection(nonce);
    const { host, pathname } = new URL(url);
    const page = host === 'workbench' ? pages.get(pathname) : undefined;
    if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers });
    if (!page) return new Response(null, { status: 404, headers });
    const bytes = new Uint8Array(await page.read(nonce));
    return new Response(method === 'HEAD' ? null : bytes, {
      headers: { ...headers, 'Content-Type': page.type, 'Content-Length': String(bytes.length) },
    });
  };
}
