// An import worker that goes wrong in the way that the file's name says, and reads every other file as it should.
import { readDocument } from '../../../electron/engine/import/document.ts';
import { readWhole } from '../../../electron/engine/import/limits.ts';
import { processWire } from '../../../electron/engine/import/process-wire.ts';
import type { ReadRequest } from '../../../electron/engine/import/reader.ts';
import { serve } from '../../../shared/wire.ts';

const kept: unknown[] = [];

const faults: Readonly<Record<string, () => void>> = {
  'loop.txt': () => {
    for (;;) kept.length = 0;
  },
  'crash.txt': () => process.kill(process.pid, 'SIGSEGV'),
  'exit.txt': () => process.exit(3),
  'heap.txt': () => {
    for (;;) kept.push(Array.from({ length: 1_000_000 }, (_, index) => `${index}`));
  },
  'buffers.txt': () => {
    for (;;) kept.push(Buffer.alloc(10_000_000, 1));
  },
  'bug.txt': () => {
    throw new TypeError('a bug in a reader');
  },
};

serve(processWire(process), (name) => async (input) => {
  if (name === 'compare') faults['loop.txt']?.();
  const { path, fileName } = input as ReadRequest;
  faults[fileName]?.();
  return readDocument(await readWhole(path, fileName), fileName);
});
process.once('disconnect', () => process.exit());
