// The single instance of a program: the first one with a folder of user data holds it; later ones tell it and end.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Settles when a later instance has told the first one what it was given. */
export let told: Promise<void> = Promise.resolve();

/** True for the first instance, which hears from later ones by `heed`. */
export function askForLock(folder: string, given: unknown, heed: (given: unknown) => void): boolean {
  const path = join(folder, 'double-instance');
  const first = portIn(path);
  if (first !== null) {
    told = tell(first, given);
    return false;
  }
  writeFileSync(path, `${process.pid} 0`);
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (text += part));
    socket.on('end', () => {
      heed(JSON.parse(text));
      socket.end();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    writeFileSync(path, `${process.pid} ${(server.address() as AddressInfo).port}`);
  });
  server.unref();
  process.once('exit', () => rmSync(path, { force: true }));
  return true;
}

/** The port of a living first instance. */
function portIn(path: string): number | null {
  try {
    const [pid = 0, port = 0] = readFileSync(path, 'utf8').split(' ').map(Number);
    process.kill(pid, 0);
    return port;
  } catch {
    return null;
  }
}

function tell(port: number, given: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(JSON.stringify(given)));
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.resume();
  });
}
