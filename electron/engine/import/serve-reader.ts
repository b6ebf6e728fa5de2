// The import worker's side of its wire, in whatever process it runs: one file is read per call.
import { z } from 'zod';
import { serve, type Wire } from '../../../shared/wire.ts';
import { readDocument } from './document.ts';
import { readWhole } from './limits.ts';

const request = z.object({ path: z.string(), fileName: z.string(), encoding: z.string().optional() });

/** Answers 'read', with the document that a ReadRequest leads to. */
export function serveReader(wire: Wire): void {
  serve(wire, (name) => (name === 'read' ? read : undefined));
}

async function read(input: unknown): Promise<unknown> {
  const { path, fileName, encoding = '' } = request.parse(input);
  return readDocument(await readWhole(path, fileName), fileName, { encoding });
}
