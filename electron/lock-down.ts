// What a window may not do, whatever its page tries: the whole of Electron's security checklist that is code.
import { app, session, type IpcMainInvokeEvent, type WebPreferences } from 'electron';

/** The one address of our own pages. */
export const origin = 'app://workbench';

/** The preferences of every window. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    enableWebSQL: false,
  };
}

/** Once, before the first window. */
export function lockDown(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_, permission, answer) => answer(permission === copying));
  defaultSession.setPermissionCheckHandler((_, permission) => permission === copying);
  defaultSession.setSpellCheckerEnabled(false);
  // The program makes no connection: whatever asks for another address than ours is cut off.
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }));
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => stay(event));
    contents.on('will-redirect', (event) => stay(event));
    contents.on('will-frame-navigate', (event) => stay(event));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** True when the message comes from the top frame of one of our own pages. */
export function isTrusted({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
}

/** The page copies tables and reports of faults; it asks for nothing else. */
const copying = 'clipboard-sanitized-write';

function isOurs(url: string): boolean {
  return url.startsWith(`${origin}/`);
}

/** Developer tools read their own pages; blob and data never leave the page. */
function isLocal(url: string): boolean {
  return isOurs(url) || /^(?:blob|data|devtools):/.test(url);
}

function stay(event: { readonly url: string; preventDefault(): void }): void {
  if (!isOurs(event.url)) event.preventDefault();
}
