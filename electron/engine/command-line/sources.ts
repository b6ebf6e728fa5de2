// What a source is called and where it belongs, and taking it away: source.
import type { SourceEntry } from '../../../shared/contract/import.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import { formOf } from './forms.ts';
import { madeLines } from './made.ts';
import * as options from './options.ts';
import { indent } from './print.ts';
import { replaceText } from './replace-text.ts';
import { telling } from './telling.ts';

export function changeSource(args: Args) {
  const source = args.rest[0] ?? '';
  const forms = [
    { lead: options.remove, beside: [] },
    { lead: options.replace, beside: [options.leaveOut] },
  ];
  const form = formOf(args, forms);
  const file = args.one(options.replace);
  if (form === options.replace && file !== null)
    return (job: Job) => replaceText(job, { source, file, leaveOut: args.has(options.leaveOut) });
  if (args.has(options.leaveOut))
    throw new WrongUsage('usage.only-with', { option: '--leave-out', other: '--replace' });
  if (form !== null) {
    return (job: Job): Promise<Answer> =>
      telling(job, ({ engine }) => engine.call('sources.remove', { source }));
  }
  if (args.given().length === 0) throw new WrongUsage('usage.nothing-to-do');
  const name = args.one(options.renamed);
  const phase = args.one(options.sourcePhase);
  const cases = args.many(options.sourceCase);
  const change = {
    source,
    attributes: args.many(options.sourceAttribute),
    ...(name === null ? {} : { name }),
    ...(phase === null ? {} : { phase }),
    ...(cases.length === 0 ? {} : { cases }),
  };
  return async (job: Job): Promise<Answer> => {
    const entry = await job.engine.call('sources.update', change);
    const lines = [...factsOf(entry, job), ...madeLines(entry.made, job)];
    return { document: entry, text: () => `${entry.number} ${entry.name}\n${indent(lines, 2)}` };
  };
}

function factsOf({ attributes, cases, phase }: SourceEntry, { say }: Job): string[] {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
  return [
    ...(pairs.length > 0 ? [say('terminal.attributes', { list: pairs.join('; ') })] : []),
    ...(cases.length > 0 ? [say('terminal.cases', { list: cases })] : []),
    ...(phase === null ? [] : [say('terminal.phase', { name: phase })]),
  ];
}
