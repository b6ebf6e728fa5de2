// From the words of a command line to a command with checked arguments.
import { parseArgs } from 'node:util';
import { must } from '../../../shared/must.ts';
import { nearest } from '../../../shared/nearest.ts';
import { WrongUsage, type Args, type Command, type Option } from './command.ts';
import { common } from './options.ts';

/** A command line as it was written: read without judging, so that even a wrong one has a language. */
export interface CommandLine {
  readonly given: readonly GivenOption[];
  /** The command's name first. */
  readonly words: readonly string[];
}

interface GivenOption {
  readonly name: string;
  /** As it was typed: '--case', '-h'. */
  readonly typed: string;
  readonly value: string | null;
  /** '--name=value' rather than '--name value'. */
  readonly inline: boolean;
}

/** Reads the words after the program's name; options may stand anywhere. */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): CommandLine {
  const known = new Map(
    [...common, ...commands.flatMap((command) => command.options)].map((option) => [option.name, option]),
  );
  const types = [...known.values()].map(({ name, value }) => {
    const type = value === null ? ('boolean' as const) : ('string' as const);
    return [name, { type }] as const;
  });
  const { tokens } = parseArgs({
    // Only a whole -h asks for help: a file called -dash.txt does not.
    args: argv.map((arg) => (arg === '-h' ? '--help' : arg)),
    options: Object.fromEntries(types),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return {
    words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    given: tokens.flatMap((token) => {
      if (token.kind !== 'option') return [];
      const { name, rawName: typed, value = null, inlineValue: inline = false } = token;
      return [{ name, typed, value, inline }];
    }),
  };
}

/** The word last given to an option, whatever the command, even where another option took it for its value. */
export function peek(argv: readonly string[], { name }: Option<unknown>): string | null {
  const at = argv.findLastIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return (argv[at]?.includes('=') ? argv[at].replace(/^[^=]*=/, '') : argv[at + 1]) ?? null;
}

export function isGiven(line: CommandLine, option: Option<unknown>): boolean {
  return line.given.some((each) => each.name === option.name);
}

/** The command called `name`; wrong usage, with the nearest name, where there is none. */
export function findCommand(name: string, commands: readonly Command[]): Command {
  const command = commands.find((each) => each.name === name);
  if (command) return command;
  const names = commands.map((each) => each.name);
  throw unknown('command', name, names);
}

/** The arguments of `command`, every value checked. */
export function checkArgs(line: CommandLine, command: Command): Args {
  const options = [...common, ...command.options];
  checkOptions(line.given, new Map(options.map((option) => [option.name, option])));
  const missing = options.find((option) => option.required && !isGiven(line, option));
  if (missing) throw new WrongUsage('usage.option-missing', { option: `--${missing.name}` });
  const many = <T>({ name, read }: Option<T>): T[] =>
    line.given.flatMap((given) => (given.name === name && given.value !== null ? [read(given.value)] : []));
  return {
    ...checkPositionals(line.words.slice(1), command),
    many,
    one: (option) => many(option)[0] ?? null,
    need: (option) => must(many(option)[0], `--${option.name} is checked to be there`),
    has: (option) => isGiven(line, option),
    given: () => command.options.flatMap((option) => (isGiven(line, option) ? [option.name] : [])),
  };
}

function checkOptions(all: readonly GivenOption[], known: ReadonlyMap<string, Option<unknown>>): void {
  const seen = new Set<string>();
  for (const { name, typed: option, value, inline } of all) {
    const spec = known.get(name);
    if (!spec) throw unknown('option', option, [...known.keys()].map(dashed));
    if (spec.value === null) {
      if (value !== null) throw new WrongUsage('usage.takes-no-value', { option });
      continue;
    }
    if (value === null || (!inline && isOption(value, known)))
      throw new WrongUsage('usage.needs-value', { option });
    if (!spec.repeats && seen.has(name)) throw new WrongUsage('usage.given-twice', { option });
    seen.add(name);
    spec.read(value);
  }
}

const dashed = (name: string): string => `--${name}`;

/** A value may begin with a dash (a negative number, a quote); the name of an option is none. */
function isOption(value: string, known: ReadonlyMap<string, unknown>): boolean {
  return value.startsWith('--') && known.has(value.slice(2).replace(/=.*/s, ''));
}

/** How many words may follow the project. */
const numbers = {
  one: { least: 1, most: 1 },
  two: { least: 2, most: 2 },
  some: { least: 1, most: Infinity },
} as const;

function checkPositionals(
  words: readonly string[],
  { access, takes }: Command,
): { readonly project: string; readonly rest: readonly string[] } {
  const project = access === 'none' ? '' : words[0];
  if (project === undefined || (access !== 'none' && project.trim() === '')) {
    throw new WrongUsage('usage.project-missing');
  }
  const rest = words.slice(access === 'none' ? 0 : 1);
  const { least, most } = takes ? numbers[takes.count] : { least: 0, most: 0 };
  const extra = rest[most];
  if (extra !== undefined) throw new WrongUsage('usage.too-many', { text: extra });
  if (rest.length < least || rest.includes('')) throw new WrongUsage('usage.argument-missing');
  return { project, rest: rest.map((word) => takes?.read(word) ?? word) };
}

function unknown(what: 'command' | 'option', typed: string, known: readonly string[]): WrongUsage {
  const near = nearest(typed, known);
  if (near === null) return new WrongUsage(`usage.unknown-${what}`, { typed });
  return new WrongUsage(`usage.unknown-${what}-near`, { typed, near });
}
