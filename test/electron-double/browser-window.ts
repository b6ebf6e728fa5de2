// BrowserWindow: its state is kept here, its page is a real one.
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app } from './app.ts';
import { WebContents } from './contents.ts';
import { strict } from './strict.ts';
import { browser, cancellable, mustBeReady, world } from './world.ts';

let lastId = 0;

export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  readonly #bounds: Rectangle;
  #title: string;
  #isVisible: boolean;
  #isMaximized = false;
  #isMinimized = false;
  #isGone = false;
  #file = '';

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    mustBeReady('new BrowserWindow');
    const { x = 0, y = 0, width = 800, height = 600, show = true, title = app.getName() } = options;
    this.#bounds = { x, y, width, height };
    this.#title = title;
    this.#isVisible = show;
    const contents = new WebContents(options.webPreferences ?? {});
    this.webContents = strict(contents, 'webContents');
    contents.once('ready-to-show', () => this.emit('ready-to-show'));
    world.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    void this.#place();
    return strict(this, 'BrowserWindow');
  }

  static getAllWindows(): BrowserWindow[] {
    return [...world.windows] as BrowserWindow[];
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.#mustBeThere();
    this.#isVisible = true;
    this.emit('show');
    this.focus();
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  /** The last one to be focused. */
  isFocused(): boolean {
    return [...world.windows].at(-1) === this;
  }

  focus(): void {
    this.#mustBeThere();
    world.windows.delete(this);
    world.windows.add(this);
    this.emit('focus');
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  restore(): void {
    this.#isMinimized = false;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setRepresentedFilename(file: string): void {
    this.#file = file;
  }

  getRepresentedFilename(): string {
    return this.#file;
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    Object.assign(this.#bounds, bounds);
    void this.#place();
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  close(): void {
    if (this.#isGone) return;
    const event = cancellable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    world.windows.delete(this);
    this.webContents.isGone = true;
    const { target } = this.webContents;
    // The browser may be gone before its page.
    browser()
      .send('Target.closeTarget', { targetId: target })
      .catch(() => {});
    this.emit('closed');
    if (world.windows.size > 0 || world.isQuitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }

  /** As in Electron, a closed window cannot come back. */
  #mustBeThere(): void {
    if (this.#isGone) throw new TypeError('Object has been destroyed');
  }

  async #place(): Promise<void> {
    const { webContents } = this;
    await webContents.prepared;
    const of = { targetId: webContents.target };
    const { windowId } = await webContents.whileThere(
      browser().send<{ windowId: number }>('Browser.getWindowForTarget', of),
    );
    await webContents.whileThere(
      browser().send('Browser.setWindowBounds', { windowId, bounds: this.#bounds }),
    );
  }
}
