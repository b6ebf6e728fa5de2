// Evidence of process tracing: judge.
import { judgementText } from '../../../shared/matrices/tracing-sheets.ts';
import { WrongUsage, type Answer, type Args, type Command, type Job } from './command.ts';
import * as options from './options.ts';

export const judgeCommand: Command = {
  name: 'judge',
  summary: 'help.judge',
  notes: 'notes.judge',
  examples: [
    'judge study 6f1c2a4e --test hoop --outcome passes',
    'judge study 0b7d9031 --test hoop --reason "Others knew"',
  ],
  access: 'write',
  takes: { value: 'value.id', count: 'one', read: options.bareName },
  options: [options.test, options.testOutcome, options.testReason, options.removeTest],
  prepare: judge,
};

function judge(args: Args) {
  const coding = args.rest[0] ?? '';
  const test = args.one(options.test);
  const isRemoved = args.has(options.removeTest);
  if (isRemoved && test !== null)
    throw new WrongUsage('usage.not-with', { option: '--test', other: '--remove' });
  if (!isRemoved && test === null) throw new WrongUsage('usage.option-missing', { option: '--test' });
  const judged = { test, outcome: args.one(options.testOutcome), reason: args.one(options.testReason) };
  return async ({ engine, language, say }: Job): Promise<Answer> => {
    const judgement = await engine.call('evidence.judge', { coding, ...judged });
    const place = `[${coding}]`;
    const text =
      judgement === null
        ? say('tracing.taken-away', { place })
        : say('tracing.judged', { place, judgement: judgementText(language, judgement) });
    return { document: { coding, judgement }, text: () => `${text}\n` };
  };
}
