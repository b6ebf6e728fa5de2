// Help, made from the table of commands: the first page, the list of commands, and one page for each.
import { say, type Language, type Values, type WordKey } from '../../../shared/words/say.ts';
import type { Command, Option } from './command.ts';
import { commands, groups } from './commands.ts';
import { common } from './options.ts';
import { displayWidth, indent, wrap } from './print.ts';

/** No line of help is wider than this many columns. */
const page = 80;

/** The first page: what this is, a first use, the commands. */
export function overview(language: Language): string {
  const steps = ([1, 2, 3, 4, 5] as const).flatMap((n) => [
    `  ${n}  ${say(language, `help.step-${n}`)}`,
    `       npx crosscase ${say(language, `help.line-${n}`)}`,
  ]);
  return [
    ...wrap(say(language, 'help.what'), page),
    '',
    usageOf(language, say(language, 'help.any-command')),
    '',
    say(language, 'help.first-use'),
    ...steps,
    '',
    commandList(language),
    say(language, 'help.every-command'),
    ...optionLines(language, common),
    '',
    ...wrap(say(language, 'help.exit-codes'), page),
    ...wrap(say(language, 'help.more'), page),
    '',
  ].join('\n');
}

/** What there is, in few lines: how a command is used, or the names of the commands. */
export function shortUsage(language: Language, command: Command | null): string {
  if (command === null) {
    const list = commands.map(({ name }) => name);
    return listed(language, 'help.commands', { list });
  }
  const list = command.options.map(({ name }) => `--${name}`).join(' ');
  return [
    `${usage(language, command)}\n`,
    list === '' ? '' : listed(language, 'help.its-options', { list }),
    `${say(language, 'help.more-of', { command: command.name })}\n`,
  ].join('');
}

function listed(language: Language, key: WordKey, values: Values): string {
  return indent(wrap(say(language, key, values), page), 0);
}

/** The commands in their groups, one line each. */
function commandList(language: Language): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return groups
    .map(({ heading, commands }) => {
      const list = commands.map(({ name, summary }) => ({ head: name, about: say(language, summary) }));
      return [say(language, heading), ...entries(list, width), ''].join('\n');
    })
    .join('\n');
}

/** All about one command. */
export function commandHelp(language: Language, command: Command): string {
  const notes = command.notes ? ['', ...wrap(say(language, command.notes), page)] : [];
  return [
    ...wrap(`${command.name}: ${say(language, command.summary)}`, page),
    '',
    usage(language, command),
    ...notes,
    '',
    ...(command.options.length > 0
      ? [say(language, 'help.options'), ...optionLines(language, command.options), '']
      : []),
    say(language, 'help.every-command'),
    ...optionLines(language, common),
    '',
    say(language, 'help.examples'),
    ...command.examples.map((example) => `  npx crosscase ${example}`),
    '',
  ].join('\n');
}

function usage(language: Language, { name, access, takes, options }: Command): string {
  const taken = takes ? `${say(language, takes.value)}${takes.count === 'some' ? '…' : ''}` : null;
  const needed = options.filter((option) => option.required).map((option) => signature(language, option));
  const parts = [
    name,
    access === 'none' ? null : say(language, 'value.project'),
    taken,
    ...needed,
    options.length > needed.length ? say(language, 'help.options-here') : null,
  ];
  return usageOf(language, parts.filter((part) => part !== null).join(' '));
}

function usageOf(language: Language, rest: string): string {
  return say(language, 'help.usage', { line: `crosscase ${rest}` });
}

function optionLines(language: Language, options: readonly Option<unknown>[]): string[] {
  const list = options.map((option) => ({
    head: signature(language, option),
    about: say(language, option.summary) + (option.repeats ? say(language, 'help.repeats') : ''),
  }));
  const width = Math.max(...list.map(({ head }) => displayWidth(head)));
  return entries(list, Math.min(width, 26));
}

function signature(language: Language, { name, value }: Option<unknown>): string {
  return value === null ? `--${name}` : `--${name} ${say(language, value)}`;
}

/** Names in a column of `width`, what is to be said of them beside it. */
function entries(
  list: readonly { readonly head: string; readonly about: string }[],
  width: number,
): string[] {
  const left = width + 4;
  return list.flatMap(({ head, about }) => {
    const lines = wrap(about, page - left);
    const space = left - 2 - displayWidth(head);
    const first = space >= 2 ? [`  ${head}${' '.repeat(space)}${lines.shift() ?? ''}`] : [`  ${head}`];
    return [...first, ...lines.map((line) => ' '.repeat(left) + line)];
  });
}
