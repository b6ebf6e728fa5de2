// Commands on a project that is open here, without a process for each.
import { join } from 'node:path';
import { WrongUsage, type Answer, type Job } from '../../../electron/engine/command-line/command.ts';
import { commands } from '../../../electron/engine/command-line/commands.ts';
import { checkArgs, findCommand, readCommandLine } from '../../../electron/engine/command-line/parse.ts';
import { sayAtTerminal } from '../../../electron/engine/command-line/refusals.ts';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { Refused } from '../../../shared/refused.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import { aFolder } from '../../helpers/project.ts';

interface Ending {
  after(work: () => unknown): void;
}

export interface Told {
  readonly kind: 'done' | 'refused' | 'usage';
  /** The sentence of a refusal or of wrong usage, else what a person reads. */
  readonly text: string;
  readonly document: object | null;
}

export interface Study {
  readonly folder: string;
  readonly engine: Engine;
  /** What the terminal says to `crosscase` with these words; the project is called study. */
  readonly tell: (words: readonly string[], language?: Language) => Promise<Told>;
}

/** A project with the codebook of social capital, closed when the test ends. */
export function aStudy(t: Ending): Promise<Study> {
  const framework = 'community-social-capital';
  return opened(t, (engine, file) =>
    engine.call('project.create', { file, name: 'Study', language: 'en', framework, coder: 'Ada' }),
  );
}

/** The sample project, closed when the test ends. */
export function aSample(t: Ending): Promise<Study> {
  return opened(t, (engine, file) => engine.call('project.sample', { file, language: 'en', coder: 'Ada' }));
}

async function opened(t: Ending, open: (engine: Engine, file: string) => Promise<unknown>): Promise<Study> {
  const folder = aFolder(t);
  const engine = createEngine();
  t.after(() => engine.close());
  await open(engine, engine.files.grant(join(folder, 'study.crosscase')));
  return { folder, engine, tell: (words, language = 'en') => tell(engine, words, language) };
}

async function tell(engine: Engine, words: readonly string[], language: Language): Promise<Told> {
  const line = readCommandLine(words, commands);
  try {
    const command = findCommand(line.words[0] ?? '', commands);
    const job = jobOn(engine, language);
    const answer: Answer = await command.prepare(checkArgs(line, command))(job.job);
    return { kind: 'done', text: job.printed() + answer.text(), document: answer.document };
  } catch (error) {
    if (error instanceof Refused)
      return { kind: 'refused', text: sayAtTerminal(language, error.refusal, 'study'), document: null };
    if (error instanceof WrongUsage)
      return { kind: 'usage', text: say(language, error.key, error.values), document: null };
    throw error;
  }
}

function jobOn(engine: Engine, language: Language): { readonly job: Job; readonly printed: () => string } {
  let printed = '';
  const print = (text: string): Promise<void> => {
    printed += text;
    return Promise.resolve();
  };
  const job: Job = {
    engine,
    language,
    json: false,
    terminal: { columns: null, print, warn: print, progress: () => undefined },
    say: (key, values) => say(language, key, values),
    sayRefusal: (refusal) => sayAtTerminal(language, refusal, 'study'),
  };
  return { job, printed: () => printed };
}
