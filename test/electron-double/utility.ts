// utilityProcess: a real child process, so that a crash of it is a real crash.
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { ForkOptions } from 'electron';
import { PortTable, type MessagePortMain, type PortWord } from './ports.ts';
import { strict } from './strict.ts';
import { mustBeReady } from './world.ts';

/** What a utility process and its main say to each other. */
export type UtilityWord =
  PortWord | { readonly t: 'message'; readonly data: unknown; readonly ports: readonly string[] };

const preparation = new URL('./utility-register.ts', import.meta.url).href;

class UtilityProcess extends EventEmitter {
  readonly serviceName: string;
  pid: number | undefined;
  readonly #child: ChildProcess;
  readonly #ports: PortTable;

  constructor(module: string, words: readonly string[], { serviceName = '', execArgv = [] }: ForkOptions) {
    super();
    mustBeReady('utilityProcess.fork');
    this.serviceName = serviceName;
    this.#child = fork(module, words, {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [...execArgv, '--disable-warning=ExperimentalWarning', '--import', preparation],
    });
    this.#ports = new PortTable('main', (word) => this.#send(word));
    children.add(this);
    this.#child.on('spawn', () => {
      this.pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (word: UtilityWord) => {
      if (word.t === 'message') this.emit('message', word.data);
      else this.#ports.hear(word);
    });
    this.#child.on('exit', (code, signal) => {
      this.pid = undefined;
      children.delete(this);
      this.#ports.closeAll();
      this.emit('exit', code ?? (signal === 'SIGABRT' ? 134 : 1));
    });
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    this.#send({
      t: 'message',
      data: structuredClone(data),
      ports: transfer.map((port) => this.#ports.give(port)),
    });
  }

  kill(): boolean {
    return this.#child.kill();
  }

  #send(word: UtilityWord): void {
    if (this.#child.connected) this.#child.send(word, () => {});
  }
}

export const children = new Set<UtilityProcess>();

export const utilityProcess = strict(
  {
    fork: (module: string, words: readonly string[] = [], options: ForkOptions = {}) =>
      strict(new UtilityProcess(module, words, options), 'UtilityProcess'),
  },
  'utilityProcess',
);
