// Where an answer goes: to the screen, to standard output in a format of text, or into a file that is there once it is whole.
import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { ExportedFile } from '../../../shared/contract/matrices.ts';
import {
  isDocumentFormat,
  isTextFormat,
  tableFormats,
  type TableFormat,
} from '../../../shared/export/formats.ts';
import { Refused } from '../../../shared/refused.ts';
import { writeFileWhole } from '../export/write-file.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import * as options from './options.ts';
import { indent } from './print.ts';

type OutFormat = TableFormat | 'json';

interface Output<F extends OutFormat> {
  readonly format: F | null;
  /** The file, or null for standard output. */
  readonly out: string | null;
}

/** Where the arguments send the answer, in one of `formats`; without a format it is for the screen. Wrong usage is told. */
export function outputOf<F extends OutFormat>(args: Args, formats: readonly F[]): Output<F> {
  const out = args.one(options.out);
  const format = formatOf(args, out, formats);
  if (out === null && format !== null && format !== 'json' && !isTextFormat(format))
    throw new WrongUsage('usage.needs-out', { format });
  if (out === null && format !== null && format !== 'json' && args.has(options.json))
    throw new WrongUsage('usage.text-or-json', { format });
  if (out === null && args.has(options.force))
    throw new WrongUsage('usage.only-with', { option: '--force', other: '--out' });
  const isDocument = format !== null && isDocumentFormat(format);
  if (args.has(options.appendix) && !isDocument) throw new WrongUsage('usage.appendix-in-document');
  if (args.has(options.written) && format === 'tidy') throw new WrongUsage('usage.written-not-tidy');
  return { format, out };
}

/** Without --format the ending of --out says it; null: for the screen. */
function formatOf<F extends OutFormat>(args: Args, out: string | null, formats: readonly F[]): F | null {
  const given = args.one(options.format);
  const ending = out === null ? null : extname(out).slice(1).toLowerCase();
  const wanted = given ?? (ending === 'htm' ? 'html' : ending);
  if (wanted === null) return null;
  // What ends in .csv is a table; tidy data is asked for by its name.
  const format = formats.find((each) => each === wanted && (given !== null || each !== 'tidy'));
  if (format !== undefined) return format;
  if (given !== null) throw new WrongUsage('usage.not-a-format', { format: given, known: [...formats] });
  const endings = formats.filter((each) => each !== 'tidy').map((each) => `.${each}`);
  throw new WrongUsage('usage.unknown-ending', { file: basename(out ?? ''), endings });
}

export const everyFormat: readonly OutFormat[] = [...tableFormats, 'json'];

/** Writes what `save` exports, by its token, or the document of `json`; never over a file unless it is asked for. */
export async function writeOut<F extends OutFormat>(
  job: Job,
  args: Args,
  { out, format }: { readonly out: string; readonly format: F },
  {
    save,
    json,
  }: {
    readonly save: (file: string, format: Exclude<F, 'json'>) => Promise<ExportedFile>;
    readonly json: () => Promise<object>;
  },
): Promise<Answer> {
  if (existsSync(out) && !args.has(options.force))
    throw new Refused('refused.out-exists', { file: basename(out) });
  const isExport = (each: F): each is Exclude<F, 'json'> => each !== 'json';
  const { bytes, cut, replaced } = isExport(format)
    ? await save(job.engine.files.grant(resolve(out)), format)
    : { bytes: await writeJson(out, await json()), cut: 0, replaced: null };
  const lines = [job.say('terminal.written', { file: out })];
  if (replaced !== null) lines.push(job.say('terminal.pseudonyms', { n: replaced }));
  if (cut > 0) lines.push(job.say('export.cut', { n: cut }));
  return { document: { file: out, format, bytes, cut, replaced }, text: () => indent(lines, 0) };
}

async function writeJson(out: string, document: object): Promise<number> {
  const bytes = Buffer.from(`${JSON.stringify(document)}\n`);
  await writeFileWhole(resolve(out), bytes);
  return bytes.length;
}
