// Saved matrices: their list, and the table of one of them, as it stands or stood.
import { momentText } from '../../../shared/matrices/rule.ts';
import { findNamed } from '../../../shared/find-named.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import * as options from './options.ts';
import { table } from './print.ts';
import { answerTable, matrixDocument, printMatrix } from './tables.ts';

export function savedMatrices(args: Args): (job: Job) => Promise<Answer> {
  const name = args.one(options.show);
  if (name !== null) return showMatrix(args, name);
  const others = [options.at, options.format, options.out, options.appendix].filter((option) =>
    args.has(option),
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
    [question.rows, question.columns]
      .filter((names) => names.length > 0)
      .map((names) => names.join(','))
      .join(' × '),
    String(summaries),
    momentText(language, changed),
  ]);
  return {
    document: { matrices },
    text: () =>
      rows.length === 0 ? `${say('terminal.no-matrices')}\n` : table(columns, rows, terminal.columns),
  };
}

function showMatrix(args: Args, name: string) {
  const at = args.one(options.at);
  const asked = async ({ engine }: Job) => {
    const { matrices } = await engine.call('matrices.list', {});
    const things = matrices.map((matrix) => ({ uid: matrix.uid, names: [matrix.name], matrix }));
    const { matrix } = findNamed(things, name, 'refused.unknown-matrix');
    return { ...matrix.question, matrix: matrix.uid, ...(at === null ? {} : { at }) };
  };
  return answerTable(args, {
    ask: async (job) => job.engine.call('matrices.table', await asked(job)),
    save: async (job, file) =>
      job.engine.call('export.table', {
        ...file,
        language: job.language,
        appendix: args.has(options.appendix),
        question: await asked(job),
      }),
    document: matrixDocument,
    print: printMatrix,
  });
}
