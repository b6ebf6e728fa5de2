// The command line: a door to the engine's calls. From the words after `crosscase` to an exit code.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refused } from '../../shared/refused.ts';
import { say } from '../../shared/words/say.ts';
import { WrongUsage, type Answer, type Args, type Command, type Job } from './command-line/command.ts';
import { commands } from './command-line/commands.ts';
import { commandHelp, overview, shortUsage } from './command-line/help.ts';
import * as options from './command-line/options.ts';
import { checkArgs, findCommand, isGiven, peek, readCommandLine } from './command-line/parse.ts';
import type { CommandLine } from './command-line/parse.ts';
import { sayAtTerminal } from './command-line/refusals.ts';
import { isClosedPipe, openTerminal, systemLanguage } from './command-line/terminal.ts';
import { withEnding } from './project/files.ts';

/** What the process tells its caller when it ends. */
const exit = { done: 0, refused: 1, wrongUsage: 2, bug: 70, interrupted: 130 } as const;

interface Run extends Pick<Job, 'language' | 'json' | 'terminal'> {
  readonly line: CommandLine;
}

/** Runs one command line and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const line = readCommandLine(argv, commands);
  const asked = peek(argv, options.language)?.toLowerCase();
  const language = asked === 'en' || asked === 'zh' ? asked : systemLanguage(process.env);
  const run = { line, language, json: isGiven(line, options.json), terminal: openTerminal() };
  try {
    process.exitCode = await answer(run).catch((error: unknown) => explain(run, error));
  } catch (error) {
    // Whoever read our output has seen enough, as `head` has.
    if (!isClosedPipe(error)) throw error;
  }
}

async function answer(run: Run): Promise<number> {
  const { line } = run;
  if (isGiven(line, options.version)) {
    return print(run, { document: { version: version() }, text: () => `${version()}\n` });
  }
  const help = helpAsked(run);
  if (help !== null) return print(run, { document: { help }, text: () => help });
  const [name] = line.words;
  if (name === undefined) throw new WrongUsage('usage.command-missing');
  const command = findCommand(name, commands);
  const args = checkArgs(line, command);
  return print(run, await perform(run, command, args));
}

/** The help that the command line asks for; null where it asks for something else. */
function helpAsked({ line, language }: Run): string | null {
  const [first, second] = line.words;
  const bare = first === undefined && line.given.every(({ name }) => name === options.language.name);
  if (!bare && first !== 'help' && !isGiven(line, options.help)) return null;
  const name = first === 'help' ? second : first;
  return name === undefined ? overview(language) : commandHelp(language, findCommand(name, commands));
}

function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

/** Opens the project as the command needs it, does what it does, and closes again before anything is printed. */
async function perform(run: Run, command: Command, args: Args): Promise<Answer> {
  const work = command.prepare(args);
  // Help and wrong usage are answered without waiting for the engine to load.
  const { createEngine } = await import('./engine.ts');
  const engine = createEngine();
  try {
    const access = accessOf(command, args);
    if (access !== null) {
      await engine.call('project.open', { file: engine.files.grant(projectPath(args.project)), access });
      const { copies: files } = await engine.call('project.copies', {});
      if (files.length > 0) await run.terminal.warn(`${say(run.language, 'project.copies', { files })}\n`);
    }
    const { language } = run;
    return await work({
      ...run,
      engine,
      say: (key, values) => say(language, key, values),
      sayRefusal: (refusal) => sayAtTerminal(language, refusal, args.project || null),
    });
  } finally {
    await engine.close();
  }
}

/** How the project is opened; null where there is none to open. */
function accessOf({ access, writesWithOptions = false }: Command, args: Args): 'read' | 'write' | null {
  if (access === 'none' || access === 'create') return null;
  return writesWithOptions && args.given().length > 0 ? 'write' : access;
}

/** A project may be named without its ending; a folder of that name is none. */
function projectPath(written: string): string {
  const path = resolve(written);
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? path : withEnding(path);
}

async function print({ json, terminal }: Run, answer: Answer): Promise<number> {
  if (json) await terminal.print(`${JSON.stringify(answer.document)}\n`);
  else if (answer.exact) await terminal.print(answer.text());
  else await terminal.print(withoutControls(answer.text()));
  if (answer.stopped) return exit.interrupted;
  return answer.refused ? exit.refused : exit.done;
}

/** Text from a source must not steer the terminal that shows it. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');
}

/** Says on stderr what went wrong, with --json also as the one document on stdout, and returns the exit code. */
async function explain(run: Run, error: unknown): Promise<number> {
  const { json, terminal } = run;
  if (isClosedPipe(error)) throw error;
  const { kind, key, sentence, more, code } = explanation(run, error);
  await terminal.warn(withoutControls(`${sentence}\n${more}`));
  if (json) await terminal.print(`${JSON.stringify({ error: { kind, key, say: sentence } })}\n`);
  return code;
}

function explanation({ line, language }: Run, error: unknown) {
  if (error instanceof Refused) {
    const { key } = error.refusal;
    const sentence = sayAtTerminal(language, error.refusal, line.words[1] ?? null);
    return { kind: 'refused', key, sentence, more: '', code: exit.refused };
  }
  if (error instanceof WrongUsage) {
    const command = commands.find(({ name }) => name === line.words[0]);
    const sentence = say(language, error.key, error.values);
    const more = `\n${shortUsage(language, command ?? null)}`;
    return { kind: 'usage', key: error.key, sentence, more, code: exit.wrongUsage };
  }
  const detail = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && process.env['CROSSCASE_DEBUG'] ? `${inFull(error)}\n` : '';
  const sentence = say(language, 'terminal.bug', { detail: detail.replace(/\s+/g, ' ') });
  return { kind: 'bug', key: null, sentence, more: stack, code: exit.bug };
}

function inFull(error: Error): string {
  const cause = error.cause instanceof Error ? `\n${inFull(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
