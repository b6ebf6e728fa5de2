// The import worker, a process of its own: reads one file per call, and ends with its parent.
import { serve } from '../../../shared/wire.ts';
import { readDocument } from './document.ts';
import { readWhole } from './limits.ts';
import { processWire } from './process-wire.ts';
import type { ReadRequest } from './reader.ts';

serve(processWire(process), (name) => (name === 'read' ? (input) => read(input as ReadRequest) : undefined));
process.once('disconnect', () => process.exit());

async function read({ path, fileName, encoding = '' }: ReadRequest): Promise<unknown> {
  return readDocument(await readWhole(path, fileName), fileName, { encoding });
}
