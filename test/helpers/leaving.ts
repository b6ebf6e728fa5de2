// What every export is told of its project and its way out, as the door tells it.
import { namingOf } from '../../electron/engine/export/naming.ts';
import type { Leaving } from '../../electron/engine/export/provenance.ts';
import { projectState } from '../../electron/engine/store/state.ts';
import type { Readable } from '../../electron/engine/store/connection.ts';

export function leaving(db: Readable, path: string | null): Leaving {
  return { path, naming: namingOf(db, undefined), state: projectState(db) };
}
