// MessagePortMain and MessageChannelMain, and ports whose other end lives on the far side of a wire.
import { EventEmitter } from 'node:events';

/** As in Electron, messages wait until `start`. `far` is where its own messages go. */
export class MessagePortMain extends EventEmitter {
  far: { deliver(data: unknown, ports: readonly MessagePortMain[]): void; closed(): void } | null = null;
  readonly #waiting: { readonly data: unknown; readonly ports: readonly MessagePortMain[] }[] = [];
  #isStarted = false;
  #isClosed = false;

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    if (!this.#isClosed) this.far?.deliver(structuredClone(data), transfer);
  }

  start(): void {
    this.#isStarted = true;
    for (const event of this.#waiting.splice(0)) this.emit('message', event);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.far?.closed();
  }

  deliver(data: unknown, ports: readonly MessagePortMain[]): void {
    if (this.#isStarted) this.emit('message', { data, ports });
    else this.#waiting.push({ data, ports });
  }

  closed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.emit('close');
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    join(this.port1, this.port2);
    join(this.port2, this.port1);
  }
}

/** Messages never arrive within the call that sends them. */
function join(port: MessagePortMain, other: MessagePortMain): void {
  port.far = {
    deliver: (data, ports) => void setImmediate(() => other.deliver(data, ports)),
    closed: () => void setImmediate(() => other.closed()),
  };
}

/** What ports say to each other over a wire; `ports` are ids of ports that come along. */
export type PortWord =
  | { readonly t: 'port'; readonly id: string; readonly data: unknown; readonly ports: readonly string[] }
  | { readonly t: 'close'; readonly id: string };

/** Ports by id on one side of a wire. `prefix` keeps the ids of the two sides apart. */
export class PortTable {
  readonly #ports = new Map<string, MessagePortMain>();
  readonly #prefix: string;
  readonly #send: (word: PortWord) => void;
  #last = 0;

  constructor(prefix: string, send: (word: PortWord) => void) {
    this.#prefix = prefix;
    this.#send = send;
  }

  /** Hands a port to the far side; what it says from there is passed on here. */
  give(port: MessagePortMain): string {
    const id = `${this.#prefix}${++this.#last}`;
    this.#ports.set(id, port);
    port.on('message', ({ data, ports }: { data: unknown; ports: readonly MessagePortMain[] }) => {
      this.#send({ t: 'port', id, data, ports: ports.map((each) => this.give(each)) });
    });
    port.on('close', () => this.#send({ t: 'close', id }));
    port.start();
    return id;
  }

  /** The port that the far side gave under this id. */
  take(id: string): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.#ports.set(id, port2);
    port2.on('message', ({ data, ports }: { data: unknown; ports: readonly MessagePortMain[] }) => {
      this.#send({ t: 'port', id, data, ports: ports.map((each) => this.give(each)) });
    });
    port2.on('close', () => this.#send({ t: 'close', id }));
    port2.start();
    return port1;
  }

  hear(word: PortWord): void {
    const port = this.#ports.get(word.id);
    if (word.t === 'port') {
      port?.postMessage(
        word.data,
        word.ports.map((id) => this.take(id)),
      );
      return;
    }
    this.#ports.delete(word.id);
    port?.close();
  }

  /** The far side is gone. */
  closeAll(): void {
    for (const port of this.#ports.values()) port.close();
    this.#ports.clear();
  }
}
