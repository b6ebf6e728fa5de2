// Saved matrices: their list, and the table or report of one of them, as it stands or stood.
import type { SavedTable } from '../../../shared/contract/saved-matrices.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { momentText } from '../../../shared/matrices/rule.ts';
import { findNamed } from '../../../shared/find-named.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import * as options from './options.ts';
import { everyFormat, outputOf } from './out.ts';
import { table } from './print.ts';
import { answerReport } from './report.ts';
import { answerMatrix } from './tables.ts';

export function savedMatrices(args: Args): (job: Job) => Promise<Answer> {
  const name = args.one(options.show);
  if (name !== null) return showMatrix(args, name);
  const others = [options.at, options.format, options.out, options.appendix, options.written].filter(
    (option) => args.has(option),
  );
  if (others[0]) throw new WrongUsage('usage.only-with', { option: `--${others[0].name}`, other: '--show' });
  return listMatrices;
}

async function listMatrices({ engine, language, say, terminal }: Job): Promise<Answer> {
  const { matrices } = await engine.call('matrices.list', {});
  const columns = [
    { head: say('head.matrix'), align: 'left' as const },
    { head: say('head.question'), align: 'left' as const },
    { head: say('head.summaries'), align: 'right' as const },
    { head: say('head.changed'), align: 'left' as const },
  ];
  const rows = matrices.map(({ name, question, summaries, changed }) => [
    name,
    isReport(question) ? say(`report.${question.kind}`) : axesOf(question),
    String(summaries),
    momentText(language, changed),
  ]);
  return {
    document: { matrices },
    text: () =>
      rows.length === 0 ? `${say('terminal.no-matrices')}\n` : table(columns, rows, terminal.columns),
  };
}

function axesOf({ rows, columns }: SavedTable): string {
  const named = [rows, columns].filter((names) => names.length > 0);
  return named.map((names) => names.join(',')).join(' × ');
}

function showMatrix(args: Args, name: string) {
  const at = args.one(options.at);
  const moment = at === null ? {} : { at };
  outputOf(args, everyFormat);
  return async (job: Job): Promise<Answer> => {
    const { matrices } = await job.engine.call('matrices.list', {});
    const things = matrices.map(({ name: called, ...rest }) => ({ ...rest, names: [called] }));
    const { uid, question, display } = findNamed(things, name, 'refused.unknown-matrix');
    const show = isReport(question)
      ? answerReport(args, { ...question, ...moment })
      : answerMatrix(
          args,
          { ...question, matrix: uid, ...moment },
          args.has(options.written) || display === 'written',
        );
    return show(job);
  };
}
