// A way to the host as on a slow computer: whatever passes, in either direction, arrives late, in its order; also the last words of a tab that closes.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

/** A SOCKS5 proxy without sign-on. Every piece waits up to `most` milliseconds. Returns its address; ends with the test. */
export async function slowProxy(t: TestContext, most: number): Promise<string> {
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    tunnel(client, most).catch(() => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** RFC 1928: the greeting, the request for an IPv4 address or a name, and then what the two sides say. */
async function tunnel(client: Socket, most: number): Promise<void> {
  await once(client, 'data');
  client.write(Uint8Array.of(5, 0));
  const [request] = (await once(client, 'data')) as [Buffer];
  const host = connect(request.readUInt16BE(request.length - 2), '127.0.0.1');
  host.on('error', () => client.destroy());
  await once(host, 'connect');
  pass(client, host, most);
  pass(host, client, most);
  client.write(Uint8Array.of(5, 0, 0, 1, 0, 0, 0, 0, 0, 0));
}

function pass(from: Socket, to: Socket, most: number): void {
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = (work: () => unknown): void => {
    last = Promise.all([last, delay(Math.random() * most)]).then(work);
  };
  from.on('data', (piece: Buffer) => inOrder(() => to.write(piece)));
  from.on('end', () => inOrder(() => to.end()));
  from.on('close', () => inOrder(() => to.destroy()));
}
