// Names and pseudonyms at the terminal: their list, and answers in which pseudonyms stand for names.
import type { FoundName } from '../../../shared/contract/pseudonyms.ts';
import { createRenamer } from '../../../shared/pseudonyms.ts';
import { WrongUsage, type Answer, type Args, type Command, type Job } from './command.ts';
import { formOf } from './forms.ts';
import * as options from './options.ts';
import { indent, table, wrap } from './print.ts';
import { telling } from './telling.ts';

export const pseudonymsCommand: Command = {
  name: 'pseudonyms',
  summary: 'help.pseudonyms',
  notes: 'notes.pseudonyms',
  examples: [
    'pseudonyms study',
    'pseudonyms study --set "Ms Lin=Ms Berg" --set 北街=东路',
    'pseudonyms study --find 李阿姨',
  ],
  access: 'read',
  writesWithOptions: true,
  options: [options.pseudonym, options.removedName, options.foundName, options.limit],
  prepare: pseudonyms,
};

function pseudonyms(args: Args): (job: Job) => Promise<Answer> {
  const form = formOf(args, [
    { lead: options.pseudonym, beside: [] },
    { lead: options.removedName, beside: [] },
    { lead: options.foundName, beside: [options.limit] },
  ]);
  if (form === null && args.has(options.limit))
    throw new WrongUsage('usage.only-with', { option: '--limit', other: '--find' });
  const name = args.one(options.removedName);
  const found = args.one(options.foundName);
  const given = args.many(options.pseudonym).map((each) => ({ name: each.name, pseudonym: each.value }));
  const empty = given.find(({ pseudonym }) => pseudonym.trim() === '');
  if (empty) throw new WrongUsage('usage.not-a-pair', { option: '--set', text: `${empty.name}=` });
  if (found !== null) return (job) => findName(job, found, args.one(options.limit) ?? 20);
  if (form === null) return listPseudonyms;
  return (job) =>
    telling(job, ({ engine }) =>
      name === null
        ? engine.call('pseudonyms.set', { pseudonyms: given })
        : engine.call('pseudonyms.remove', { name }),
    );
}

async function listPseudonyms({ engine, say, terminal }: Job): Promise<Answer> {
  const list = await engine.call('pseudonyms.list', {});
  const columns = (['export.name', 'head.pseudonym'] as const).map((key) => ({
    head: say(key),
    align: 'left' as const,
  }));
  const rows = list.pseudonyms.map(({ name, pseudonym }) => [name, pseudonym]);
  const names = list.suggested.map(({ name }) => name);
  const shown =
    rows.length === 0 ? `${say('terminal.no-pseudonyms')}\n` : table(columns, rows, terminal.columns);
  const told = [
    ...(names.length === 0 ? [] : [say('terminal.without-pseudonym', { names })]),
    ...(rows.length === 0 ? [] : [say('pseudonyms.still-personal')]),
  ];
  const width = Math.min(terminal.columns ?? 80, 80);
  return {
    document: list,
    text: () => shown + told.map((each) => `\n${indent(wrap(each, width), 0)}`).join(''),
  };
}

async function findName({ engine, say }: Job, name: string, most: number): Promise<Answer> {
  const found = await engine.call('pseudonyms.find', { name, most });
  const line = (each: FoundName): string =>
    `${each.source} ¶${each.paragraph}: ${each.before}[${each.name}]${each.after}\n`;
  const { places, sources } = found;
  return {
    document: found,
    text: () => found.shown.map(line).join('') + `${say('pseudonyms.found', { name, places, sources })}\n`,
  };
}

/** The answer as it may leave: see `Naming`. `replaced` is null where names stay as they are. */
export async function namedAsAsked<T>({ engine }: Job, args: Args, answer: T) {
  const list =
    args.one(options.names) === 'real' ? [] : (await engine.call('pseudonyms.list', {})).pseudonyms;
  const { all, replaced } = createRenamer(list);
  return { answer: all(answer), replaced: replaced() };
}
