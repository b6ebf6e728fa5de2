// Cases: cases, case.
import type { CaseEntry } from '../../../shared/contract/coding.ts';
import { listed, type Language } from '../../../shared/words/say.ts';
import type { Answer, Args, Job } from './command.ts';
import { formOf } from './forms.ts';
import { madeLines } from './made.ts';
import * as options from './options.ts';
import { table } from './print.ts';
import { telling } from './telling.ts';

export function listCases() {
  return async ({ engine, language, say, terminal }: Job): Promise<Answer> => {
    const { cases } = await engine.call('cases.list', {});
    const columns = [
      { head: say('head.case'), align: 'left' as const },
      { head: say('head.attributes'), align: 'left' as const },
      { head: say('head.sources'), align: 'left' as const },
      { head: say('head.speakers'), align: 'left' as const },
    ];
    return {
      document: { cases },
      text: () =>
        cases.length === 0
          ? `${say('terminal.no-cases')}\n`
          : table(
              columns,
              cases.map((each) => row(language, each)),
              terminal.columns,
            ),
    };
  };
}

function row(language: Language, { name, attributes, sources, speakers }: CaseEntry): string[] {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
  return [name, pairs.join('; '), listed(language, sources), listed(language, speakers)];
}

export function setCase(args: Args) {
  const reference = args.rest[0] ?? '';
  const form = formOf(args, [
    { lead: options.remove, beside: [] },
    { lead: options.rename, beside: [] },
    { lead: options.detachSource, beside: [options.detachSpeaker] },
    { lead: options.detachSpeaker, beside: [] },
  ]);
  if (form === null) return (job: Job) => fillCase(args, job);
  return (job: Job): Promise<Answer> =>
    telling(job, ({ engine }) => {
      if (form === options.remove) return engine.call('cases.remove', { case: reference });
      const name = args.one(options.rename);
      if (name !== null) return engine.call('cases.rename', { case: reference, name });
      const source = args.one(options.detachSource);
      const speaker = args.one(options.detachSpeaker);
      return engine.call('cases.detach', { case: reference, source, speaker });
    });
}

async function fillCase(args: Args, job: Job): Promise<Answer> {
  const { engine, say } = job;
  const entry = await engine.call('cases.set', {
    name: args.rest[0] ?? '',
    attributes: args.many(options.attribute),
    sources: args.many(options.caseSource),
    speakers: args.many(options.caseSpeaker),
  });
  const [name, attributes, sources, speakers] = row(job.language, entry);
  const lines = [
    name,
    ...(attributes ? [`  ${say('terminal.attributes', { list: attributes })}`] : []),
    ...(sources ? [`  ${say('terminal.sources', { list: sources })}`] : []),
    ...(speakers ? [`  ${say('terminal.speakers', { list: speakers })}`] : []),
    ...madeLines(entry.made, job).map((line) => `  ${line}`),
  ];
  return { document: entry, text: () => `${lines.join('\n')}\n` };
}
