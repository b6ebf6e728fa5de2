// The files of the built window. Only what was found in the folder is served, so no address can lead out of it.
import { lstatSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface Page {
  readonly type: string;
  /** Files below assets/ carry their content's hash in their name and never change. */
  readonly isImmutable: boolean;
  /** The bytes; of a page with a place for the nonce, with the nonce in it. */
  read(nonce: string): Promise<Buffer>;
}

/** Address (as '/assets/a.js') → file of `folder`; '/' is index.html. */
export function findPages(folder: string): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  for (const address of addressesIn(folder, '')) {
    const type = types[extname(address)];
    if (type === undefined) continue;
    const path = join(folder, address);
    const isImmutable = address.startsWith('/assets/') && extname(address) !== '.html';
    const page = { type, isImmutable, read: (nonce: string) => readPage(path, nonce) };
    pages.set(address, page);
    if (address === '/index.html') pages.set('/', page);
  }
  return pages;
}

/** Folder by folder: a packed program's archive gives no more than names and kinds. A link is no file of ours. */
function addressesIn(folder: string, address: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const kind = lstatSync(path);
    if (kind.isDirectory()) return addressesIn(path, `${address}/${name}`);
    return kind.isFile() ? [`${address}/${name}`] : [];
  });
}

async function readPage(path: string, nonce: string): Promise<Buffer> {
  const bytes = await readFile(path);
  if (extname(path) !== '.html') return bytes;
  const place = /<meta property="csp-nonce"[^>]*>/;
  const meta = `<meta property="csp-nonce" nonce="${nonce}" content="${nonce}">`;
  return Buffer.from(bytes.toString('utf8').replace(place, meta));
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
