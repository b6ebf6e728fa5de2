// The ports of a process that Electron's main forked, as plain Node sees them, and a Wire over one.
import type { Wire } from '../../shared/wire.ts';

/** Electron's MessagePortMain. What arrives before `start` waits for it. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

export interface ParentPort {
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly Port[] }) => void,
  ): unknown;
}

/** The way to main; null in a process that Electron did not fork. */
export function findParentPort(): ParentPort | null {
  return (process as { readonly parentPort?: ParentPort }).parentPort ?? null;
}

/** A Wire over a port, which is started: listeners must be added at once. */
export function portWire(port: Port): Wire {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (handler) => void port.on('message', ({ data }) => handler(data)),
    onClose: (handler) => void port.on('close', handler),
  };
}
