// What components and acts use of the engine: calls, streams, files, and reads that stay fresh.
import {
  askAhead,
  call,
  desktop,
  onChanged,
  refresh,
  saveFile,
  settled,
  stream,
  uploadFile,
} from './engine-client.ts';

export { useCall, useConnected, useValue } from './use-call.ts';

export const engine = {
  call,
  stream,
  askAhead,
  refresh,
  onChanged,
  settled,
  saveFile,
  uploadFile,
  desktop,
} as const;
