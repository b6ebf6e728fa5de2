// app: its life from 'ready' to the end of the process, its paths, and the one instance of it.
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { askForLock } from './instance.ts';
import { strict } from './strict.ts';
import { children } from './utility.ts';
import { cancellable, world } from './world.ts';

const about = JSON.parse(readFileSync(join(world.folder, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

class App extends EventEmitter {
  readonly isPackaged = false;
  /** What the About panel was given. */
  aboutPanel: object = {};
  isSandboxed = false;
  readonly #paths = new Map<string, string>();
  readonly #ready = new Promise<void>((resolve) => this.once('ready', () => resolve()));

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return world.isReady;
  }

  getName(): string {
    return about.name;
  }

  getVersion(): string {
    return about.version;
  }

  getLocale(): string {
    return 'en-GB';
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    mkdirSync(path, { recursive: true });
    this.#paths.set(name, path);
  }

  enableSandbox(): void {
    if (world.isReady) throw new Error('app.enableSandbox() after the app was ready');
    this.isSandboxed = true;
  }

  requestSingleInstanceLock(given: unknown = {}): boolean {
    return askForLock(this.#paths.get('userData') ?? world.temporary, given, (told) => {
      this.emit('second-instance', {}, [], '', told);
    });
  }

  setAboutPanelOptions(options: object): void {
    this.aboutPanel = options;
  }

  /** The processes that a test may look for, and end. */
  getAppMetrics(): object[] {
    return [...children].map(({ pid, serviceName }) => ({
      type: 'Utility',
      pid,
      name: serviceName,
      serviceName,
    }));
  }

  quit(): void {
    if (world.isQuitting) return;
    const before = cancellable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    world.isQuitting = true;
    for (const window of Array.from(world.windows)) window.close();
    const will = cancellable({});
    if (world.windows.size === 0) this.emit('will-quit', will);
    if (will.defaultPrevented || world.windows.size > 0) {
      world.isQuitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    this.emit('double-ends');
  }
}

export const app = strict(new App(), 'app');
