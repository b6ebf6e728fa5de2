// ipcMain: one handler for a channel, and the answer as Electron words it.
import { strict } from './strict.ts';

type IpcHandler = (event: unknown, ...given: unknown[]) => unknown;

const handlers = new Map<string, IpcHandler>();

export const ipcMain = strict(
  {
    handle: (channel: string, handler: IpcHandler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
  },
  'ipcMain',
);

/** What the handler gives; its error becomes the one that ipcRenderer.invoke throws. */
export async function invoke(channel: string, event: unknown, given: readonly unknown[]): Promise<unknown> {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event, ...given);
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
}
