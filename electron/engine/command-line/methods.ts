// The methods appendix, from the audit trail: as a document, or as Markdown on standard output.
import { documentFormats } from '../../../shared/export/formats.ts';
import type { Answer, Args, Job } from './command.ts';
import * as options from './options.ts';
import { outputOf, writeOut } from './out.ts';

export function methods(args: Args) {
  const { out, format } = outputOf(args, documentFormats);
  return async (job: Job): Promise<Answer> => {
    const { engine, language } = job;
    const said = { language, names: args.one(options.names) ?? undefined };
    if (out !== null && format !== null)
      return writeOut(
        job,
        args,
        { out, format },
        {
          save: (file, as) => engine.call('export.methods', { file, format: as, ...said }),
          json: async () => ({}),
        },
      );
    const { text } = await engine.call('export.methods', { file: null, format: format ?? 'md', ...said });
    return { document: { text }, text: () => text ?? '', exact: true };
  };
}
