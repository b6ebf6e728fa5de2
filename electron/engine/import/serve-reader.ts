// The import worker's side of its wire, in whatever process it runs: one file is read, or two texts compared, per call.
import { z } from 'zod';
import { textDifferences } from '../../../shared/text/differences.ts';
import { serve, type Handler, type Wire } from '../../../shared/wire.ts';
import { readDocument } from './document.ts';
import { readWhole } from './limits.ts';

const request = z.object({
  path: z.string(),
  fileName: z.string(),
  encoding: z.string().optional(),
  speakers: z.string().nullable().optional(),
});

const compared = z.object({ before: z.string(), after: z.string() });

const calls: Readonly<Record<string, Handler>> = { read, compare };

/** Answers 'read', with the document that a ReadRequest leads to, and 'compare', with the splices between two texts. */
export function serveReader(wire: Wire): void {
  serve(wire, (name) => (Object.hasOwn(calls, name) ? calls[name] : undefined));
}

async function read(input: unknown): Promise<unknown> {
  const { path, fileName, encoding = '', speakers = null } = request.parse(input);
  return readDocument(await readWhole(path, fileName), fileName, { encoding, speakers });
}

function compare(input: unknown): unknown {
  const { before, after } = compared.parse(input);
  return textDifferences(before, after);
}
