// The versions of a source's text, the latest first: versions.
import type { VersionEntry } from '../../../shared/contract/editing.ts';
import { isWordKey } from '../../../shared/words/say.ts';
import type { Answer, Args, Job } from './command.ts';
import { localTime } from './history.ts';
import * as options from './options.ts';
import { table } from './print.ts';

export function listVersions(args: Args) {
  const source = args.one(options.source) ?? '';
  return async (job: Job): Promise<Answer> => {
    const { engine, say, terminal } = job;
    const { versions } = await engine.call('sources.versions', { source });
    const columns = [
      { head: say('head.when'), align: 'left' as const },
      { head: say('head.who'), align: 'left' as const },
      { head: say('head.what'), align: 'left' as const },
      { head: say('head.characters'), align: 'right' as const },
      { head: say('head.codings'), align: 'right' as const },
    ];
    const row = ({ at, coder, how, characters, codings }: VersionEntry): string[] => {
      const key = `editing.how-${how.replace('.', '-')}`;
      return [
        localTime(at),
        coder ?? '',
        isWordKey(key) ? say(key) : how,
        String(characters),
        String(codings),
      ];
    };
    return { document: { versions }, text: () => table(columns, versions.map(row), terminal.columns) };
  };
}
