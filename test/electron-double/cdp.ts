// Chromium by its own protocol: commands, and the events of one attached page.
import { EventEmitter } from 'node:events';
import { must } from '../../shared/must.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Received {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export class Cdp {
  readonly #socket: WebSocket;
  readonly #events = new EventEmitter();
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#events.setMaxListeners(0);
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Received));
  }

  static async connect(address: string): Promise<Cdp> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return new Cdp(socket);
  }

  /** Sends a command; its answer is believed to be a T. A browser that has closed gives none: launcher.ts ends then. */
  send<T>(method: string, params: object = {}, session?: string): Promise<T> {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, params, sessionId: session }));
    return new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    ) as Promise<T>;
  }

  /** Hears an event of a session; its parameters are believed to be a T. */
  on<T>(session: string, method: string, heed: (params: T) => void): void {
    this.#events.on(`${session} ${method}`, heed);
  }

  #receive({ id, method, params, sessionId = '', result, error }: Received): void {
    if (id === undefined) {
      this.#events.emit(`${sessionId} ${method}`, params);
      return;
    }
    const { resolve, reject } = must(this.#waiting.get(id), 'the command of an answer');
    this.#waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }
}
