// WebContents: a page of the real browser with the program's own preload in a world of its own.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import { makeCodec } from './codec.ts';
import { invoke } from './ipc.ts';
import { bridgeSide, isolatedWorld } from './page-side.js';
import { PortTable, type MessagePortMain, type PortWord } from './ports.ts';
import { ownAddress, realAddress } from './scheme.ts';
import { isCutOff, session } from './session.ts';
import { browser, cancellable } from './world.ts';

const { encode, decode } = makeCodec();
const preloadWorld = 'Electron Isolated Context';

type PageWord =
  | { readonly t: 'invoke'; readonly id: number; readonly channel: string; readonly given: string }
  | { readonly t: 'preload-error'; readonly error: string }
  | (PortWord & { readonly data?: string });

/** A page that another one has opened. */
interface Opened {
  readonly targetId: string;
  readonly openerId?: string;
}

/** Closes a page that was opened against the program's will. One that waits for a debugger would hold up its opener. */
async function closeOpened(targetId: string): Promise<void> {
  const { sessionId } = await browser().send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  await browser().send('Runtime.runIfWaitingForDebugger', {}, sessionId);
  await browser().send('Target.closeTarget', { targetId });
}

interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: { readonly url: string };
}

let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session = session.defaultSession;
  readonly mainFrame: object;
  /** Settles when the page can be navigated. */
  readonly prepared: Promise<void>;
  target = '';
  isGone = false;
  readonly #preferences: WebPreferences;
  readonly #secret = `double${Math.random().toString(36).slice(2)}`;
  readonly #ports: PortTable;
  readonly #waiting: object[] = [];
  #session = '';
  #frame = '';
  #context: number | null = null;
  #address = '';
  #loading = '';
  #mayOpen = false;
  #openHandler: (details: { readonly url: string }) => { readonly action: string } = () => ({
    action: 'allow',
  });

  constructor(preferences: WebPreferences) {
    super();
    this.#preferences = preferences;
    this.#ports = new PortTable(`main-${this.#secret}`, (word) => {
      this.#hear(word.t === 'port' ? { ...word, data: encode(word.data) } : word);
    });
    const address = (): string => ownAddress(this.#address);
    this.mainFrame = {
      parent: null,
      get url() {
        return address();
      },
    };
    this.prepared = this.#prepare();
  }

  async loadURL(address: string): Promise<void> {
    await this.prepared;
    this.#loading = realAddress(address);
    if (/^(?!https?:|data:)/.test(this.#loading))
      throw new Error(`ERR_UNKNOWN_URL_SCHEME loading '${address}'`);
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    await this.#send('Page.navigate', { url: this.#loading });
    await loaded;
  }

  getURL(): string {
    return ownAddress(this.#address);
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  reload(): void {
    this.#loading = this.#address;
    void this.#send('Page.reload', {});
  }

  /** The renderer dies, as it would of a fault of its own. */
  forcefullyCrashRenderer(): void {
    void this.#send('Page.crash', {}).catch(() => {});
  }

  getLastWebPreferences(): WebPreferences {
    return this.#preferences;
  }

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...given: unknown[]): void {
    this.#hear({ t: 'event', channel, given: encode(given), ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.#ports.give(port));
    this.#hear({ t: 'event', channel, given: encode([message]), ports });
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const given = { expression, awaitPromise: true, returnByValue: true };
    const { result } = await this.#send<{ result: { value: unknown } }>('Runtime.evaluate', given);
    return result.value;
  }

  async printToPDF({ printBackground = false, preferCSSPageSize = false } = {}): Promise<Buffer> {
    const { data } = await this.#send<{ data: string }>('Page.printToPDF', {
      printBackground,
      preferCSSPageSize,
    });
    return Buffer.from(data, 'base64');
  }

  /** What the browser refuses a window that has been closed meanwhile is no fault: it is never answered. */
  whileThere<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      if (!this.isGone) throw error;
      return new Promise<never>(() => {});
    });
  }

  async #prepare(): Promise<void> {
    const { sandbox, contextIsolation, nodeIntegration } = this.#preferences;
    if (sandbox === false || contextIsolation === false || nodeIntegration === true)
      throw new Error('electron double: only sandboxed windows with an isolated preload are modelled');
    const { targetId } = await browser().send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    this.target = targetId;
    const attached = await this.whileThere(
      browser().send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true }),
    );
    this.#session = attached.sessionId;
    this.#listen();
    await Promise.all([
      this.#send('Page.enable'),
      this.#send('Runtime.enable'),
      this.#send('Inspector.enable'),
      this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]);
    const { frameTree } = await this.#send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
    this.#frame = frameTree.frame.id;
    await this.#injectPreload();
  }

  async #injectPreload(): Promise<void> {
    const { preload } = this.#preferences;
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
    const [own, page] = [`${this.#secret}i`, `${this.#secret}m`].map((name) => JSON.stringify(name));
    const about = JSON.stringify({
      platform: process.platform,
      versions: { electron: process.versions['electron'] },
    });
    await this.#send('Runtime.addBinding', {
      name: `${this.#secret}send`,
      executionContextName: preloadWorld,
    });
    await this.#send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${String(bridgeSide)})(${page},${own},(${String(makeCodec)})())`,
    });
    await this.#send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: preloadWorld,
      source: `(${String(isolatedWorld)})({secret:${JSON.stringify(this.#secret)},about:${about},
        runPreload(require,module,exports,process){${source}\n},
        makeCodec:${String(makeCodec)},bridgeSide:${String(bridgeSide)}})`,
    });
  }

  #listen(): void {
    interface Context {
      readonly id: number;
      readonly name: string;
      readonly auxData: { readonly frameId: string };
    }
    interface Frame {
      readonly id: string;
      readonly parentId?: string;
      readonly url: string;
    }
    this.#on('Runtime.executionContextCreated', ({ context }: { context: Context }) => {
      if (context.name !== preloadWorld || context.auxData.frameId !== this.#frame) return;
      this.#context = context.id;
      for (const word of this.#waiting.splice(0)) this.#hear(word);
    });
    this.#on('Runtime.executionContextsCleared', () => {
      this.#context = null;
      this.#ports.closeAll();
    });
    this.#on('Runtime.bindingCalled', (called: { name: string; payload: string }) => {
      if (called.name === `${this.#secret}send`) void this.#take(JSON.parse(called.payload) as PageWord);
    });
    this.#on('Page.frameNavigated', ({ frame }: { frame: Frame }) => {
      if (frame.parentId === undefined) this.#address = frame.url;
    });
    this.#on('Page.loadEventFired', () => {
      if (this.isGone || this.#address === 'about:blank') return;
      this.emit('did-finish-load', {});
      this.emit('ready-to-show');
    });
    this.#on('Fetch.requestPaused', (paused: Paused) => void this.#request(paused));
    this.#on('Inspector.targetCrashed', () => {
      this.#context = null;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    this.#on('Page.windowOpen', ({ url }: { url: string }) => {
      this.#mayOpen = this.#openHandler({ url: ownAddress(url) }).action !== 'deny';
    });
    browser().on('', 'Target.targetCreated', ({ targetInfo }: { targetInfo: Opened }) => {
      if (targetInfo.openerId !== this.target || this.#mayOpen) return;
      // The browser may be gone before its page.
      closeOpened(targetInfo.targetId).catch(() => {});
    });
  }

  /** Navigations that the page began are asked about; then every request, as webRequest does. */
  async #request({ requestId, frameId, resourceType, redirectedRequestId, request }: Paused): Promise<void> {
    const isNavigation = resourceType === 'Document' && request.url !== this.#loading;
    const isRedirect = redirectedRequestId !== undefined;
    const isPrevented = isNavigation && this.#isPrevented(request.url, frameId === this.#frame, isRedirect);
    const answer = isPrevented
      ? this.#send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : isCutOff(request.url)
        ? this.#send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
        : this.#send('Fetch.continueRequest', { requestId });
    // The request may have ended by itself meanwhile.
    await answer.catch(() => {});
  }

  #isPrevented(address: string, isMainFrame: boolean, isRedirect: boolean): boolean {
    const names = [...(isMainFrame ? ['will-navigate'] : []), 'will-frame-navigate'];
    return [...names, ...(isRedirect ? ['will-redirect'] : [])].some((name) => {
      const event = cancellable({ url: ownAddress(address), isMainFrame });
      this.emit(name, event);
      return event.defaultPrevented;
    });
  }

  async #take(word: PageWord): Promise<void> {
    if (word.t === 'port') return this.#ports.hear({ ...word, data: decode(word.data ?? '') });
    if (word.t === 'close') return this.#ports.hear(word);
    if (word.t === 'preload-error') {
      process.stderr.write(`Unable to load preload script: ${word.error}\n`);
      return;
    }
    const { id, channel } = word;
    const event = { sender: this, senderFrame: this.mainFrame, type: 'frame' };
    try {
      const given = decode(await this.#withPaths(word.given)) as unknown[];
      this.#hear({ t: 'reply', id, v: encode(await invoke(channel, event, given)) });
    } catch (error) {
      this.#hear({ t: 'reply', id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Puts the paths of files in the place of what the page's side of webUtils gave for them; '' where a file has none. */
  async #withPaths(text: string): Promise<string> {
    let whole = text;
    for (const [marker = '', id = ''] of text.matchAll(/"double-file:(\d+)"/g)) {
      const expression = `globalThis[${JSON.stringify(`${this.#secret}file`)}](${id})`;
      const { result } = await this.#evaluate<{ result: { objectId: string } }>(expression);
      const told = await this.#send<{ path: string }>('DOM.getFileInfo', { objectId: result.objectId }).catch(
        () => null,
      );
      whole = whole.replaceAll(marker, JSON.stringify(told?.path ?? ''));
    }
    return whole;
  }

  #hear(word: object): void {
    if (this.isGone) return;
    if (this.#context === null) {
      this.#waiting.push(word);
      return;
    }
    const expression = `globalThis[${JSON.stringify(`${this.#secret}hear`)}](${JSON.stringify(word)})`;
    // A page that goes away in this moment hears nothing any more.
    this.#evaluate(expression).catch(() => {});
  }

  #evaluate<T>(expression: string): Promise<T> {
    return this.#send<T>('Runtime.evaluate', { contextId: this.#context, expression });
  }

  #send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return this.whileThere(browser().send<T>(method, params, this.#session));
  }

  #on<T>(method: string, heed: (params: T) => void): void {
    browser().on(this.#session, method, heed);
  }
}
