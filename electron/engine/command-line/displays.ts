// The ready displays and reports by name, with the questions that the window asks for them.
import type { SavedQuestion } from '../../../shared/contract/saved-matrices.ts';
import { findNamed } from '../../../shared/find-named.ts';
import { frequenciesBy, frequenciesQuestion } from '../../../shared/matrices/frequencies-question.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { materialOf } from '../../../shared/matrices/preset-material.ts';
import { presetName, presetsOf, type Preset } from '../../../shared/matrices/presets.ts';
import { WrongUsage, type Answer, type Args, type Command, type Job } from './command.ts';
import * as options from './options.ts';
import { everyFormat, outputOf } from './out.ts';
import { table } from './print.ts';
import { answerReport } from './report.ts';
import { answerFrequencies, answerMatrix, questionOf } from './tables.ts';

type AnyPreset = Preset<SavedQuestion>;

const languages = ['en', 'zh'] as const;

export const displaysCommand: Command = {
  name: 'displays',
  summary: 'help.displays',
  notes: 'notes.displays',
  examples: [
    'displays study',
    'displays study --show before-change-after',
    'displays study --show "Code × case" --out codes.docx',
  ],
  access: 'read',
  options: [
    options.showDisplay,
    options.filter,
    options.coders,
    options.overlap,
    options.format,
    options.out,
    options.force,
    options.names,
    options.appendix,
    options.written,
  ],
  prepare: displays,
};

function displays(args: Args): (job: Job) => Promise<Answer> {
  const name = args.one(options.showDisplay);
  if (name !== null) return showDisplay(args, name);
  const [other] = args.given();
  if (other !== undefined) throw new WrongUsage('usage.only-with', { option: `--${other}`, other: '--show' });
  return listDisplays;
}

async function listDisplays(job: Job): Promise<Answer> {
  const { language, say, terminal } = job;
  const all = (await presetsIn(job)).map((preset) => ({ ...preset, name: presetName(language, preset) }));
  const columns = [
    { head: say('head.short-name'), align: 'left' as const },
    { head: say('head.display'), align: 'left' as const },
  ];
  return {
    document: { displays: all.map(({ id, name, question }) => ({ id, name, question })) },
    text: () =>
      table(
        columns,
        all.map(({ id, name }) => [id, name]),
        terminal.columns,
      ),
  };
}

function showDisplay(args: Args, name: string) {
  outputOf(args, everyFormat);
  const { filters, overlap, coders } = questionOf(args);
  return async (job: Job): Promise<Answer> => {
    const things = (await presetsIn(job)).map((preset) => ({
      uid: preset.id,
      names: [preset.id, ...languages.map((language) => presetName(language, preset))],
      preset,
    }));
    const { question, drawn } = findNamed(things, name, 'refused.unknown-display').preset;
    const asked = { ...question, filters: [...question.filters, ...filters], overlap, coders };
    return answer(args, asked, drawn === 'written')(job);
  };
}

/** With the columns that fit the question, as in the window. */
function answer(args: Args, question: SavedQuestion, isWritten: boolean) {
  if (isReport(question)) return answerReport(args, question);
  const by = frequenciesBy(question);
  return by === null
    ? answerMatrix(args, question, isWritten || args.has(options.written))
    : answerFrequencies(args, frequenciesQuestion(question, by));
}

async function presetsIn({ engine }: Job): Promise<readonly AnyPreset[]> {
  const { ready, reports, framework } = presetsOf(
    materialOf({
      codes: (await engine.call('codes.list', {})).codes,
      phases: (await engine.call('phases.list', {})).phases,
      cases: (await engine.call('cases.list', {})).cases,
      attributes: (await engine.call('attributes.list', {})).attributes,
      framework: (await engine.call('project.current', {}))?.framework ?? null,
    }),
  );
  return [...ready, ...reports, ...framework];
}
