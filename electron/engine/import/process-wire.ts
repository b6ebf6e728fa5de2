// A Wire over the channel between a process and the child it forked.
import type { ChildProcess, Serializable } from 'node:child_process';
import type { Wire } from '../../../shared/wire.ts';

/** The parent's end: `child`; the child's end: its own `process`. A message to an end that is gone is dropped. */
export function processWire(end: ChildProcess | NodeJS.Process): Wire {
  return {
    post(message) {
      if (end.connected) end.send?.(message as Serializable, undefined, undefined, () => {});
    },
    onMessage: (handler) => void end.on('message', handler),
    onClose: (handler) => void end.once('disconnect', handler),
  };
}
