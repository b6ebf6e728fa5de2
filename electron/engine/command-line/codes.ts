// The codebook and its sets: codes.
import type { CodeSetEntry } from '../../../shared/contract/codebook.ts';
import type { CodeEntry } from '../../../shared/contract/coding.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import { formOf } from './forms.ts';
import * as options from './options.ts';
import { indent, table } from './print.ts';
import { telling } from './telling.ts';

const { addedCode, definition, dropped, parent, remove, rename, set, setCode, shortId, top } = options;

export function codebook(args: Args) {
  const form = formOf(args, [
    { lead: addedCode, beside: [parent, shortId, definition] },
    { lead: set, beside: [setCode, dropped, remove] },
    { lead: remove, beside: [setCode, options.withCodings, options.codingsTo] },
    { lead: rename, beside: [setCode, definition] },
    { lead: definition, beside: [setCode] },
    { lead: parent, beside: [setCode] },
    { lead: top, beside: [setCode] },
  ]);
  switch (form) {
    case null:
      return listCodes(args);
    case addedCode:
      return addCode(args);
    case set:
      return changeSet(args);
    case remove:
      return removeCode(args);
    case rename:
    case definition:
      return updateCode(args);
    default:
      return moveCode(args);
  }
}

function listCodes(args: Args) {
  const [stray] = args.given();
  if (stray !== undefined) {
    const leads = { [setCode.name]: '--rename', [dropped.name]: '--set', [shortId.name]: '--add' };
    throw new WrongUsage('usage.only-with', { option: `--${stray}`, other: leads[stray] ?? '--remove' });
  }
  return async ({ engine, say, terminal }: Job): Promise<Answer> => {
    const { codes } = await engine.call('codes.list', {});
    const { sets } = await engine.call('code-sets.list', {});
    const columns = [
      { head: say('head.id'), align: 'left' as const },
      { head: say('head.code'), align: 'left' as const },
      { head: say('head.codings'), align: 'right' as const },
    ];
    const row = (code: CodeEntry): string[] => [
      codeId(code),
      `${'  '.repeat(code.depth - 1)}${code.name}`,
      String(code.codings),
    ];
    const setLine = ({ name, codes }: CodeSetEntry): string => say('terminal.code-set', { name, codes });
    const text = (): string =>
      codes.length === 0
        ? `${say('terminal.no-codes')}\n`
        : table(columns, codes.map(row), terminal.columns) + indent(sets.map(setLine), 0);
    return { document: { codes, sets }, text };
  };
}

function addCode(args: Args) {
  return async ({ engine, say }: Job): Promise<Answer> => {
    const code = await engine.call('codes.add', {
      name: args.need(addedCode),
      parent: args.one(parent),
      shortId: args.one(shortId),
      definition: args.one(definition),
    });
    const made = { id: codeId(code), name: code.name };
    return { document: code, text: () => `${say('terminal.code-added', made)}\n` };
  };
}

function changeSet(args: Args) {
  const name = args.need(set);
  const add = args.many(setCode);
  const drop = args.many(dropped);
  if (args.has(remove)) {
    if (add.length + drop.length > 0)
      throw new WrongUsage('usage.not-with', { option: '--code', other: '--remove' });
    return (job: Job) => telling(job, ({ engine }) => engine.call('code-sets.remove', { name }));
  }
  return (job: Job) => telling(job, ({ engine }) => engine.call('code-sets.update', { name, add, drop }));
}

function removeCode(args: Args) {
  const code = theCode(args);
  const moveTo = args.one(options.codingsTo);
  const codings = args.has(options.withCodings) ? ('remove' as const) : ('refuse' as const);
  if (moveTo !== null && codings === 'remove') {
    throw new WrongUsage('usage.not-with', { option: '--codings-to', other: '--with-codings' });
  }
  return (job: Job) =>
    telling(job, ({ engine }) =>
      engine.call('codes.remove', { code, codings: moveTo === null ? codings : { moveTo } }),
    );
}

function updateCode(args: Args) {
  const code = theCode(args);
  const name = args.one(rename);
  const says = args.one(definition);
  return (job: Job) =>
    telling(job, ({ engine }) =>
      engine.call('codes.update', {
        code,
        ...(name === null ? {} : { name }),
        ...(says === null ? {} : { definition: says }),
      }),
    );
}

function moveCode(args: Args) {
  const code = theCode(args);
  const under = args.one(parent);
  return (job: Job) =>
    telling(job, ({ engine }) => engine.call('codes.move', { code, parent: under, before: null }));
}

/** The one code that is to be changed. */
function theCode(args: Args): string {
  const [code, ...others] = args.many(setCode);
  if (others.length > 0) throw new WrongUsage('usage.given-twice', { option: '--code' });
  if (code !== undefined) return code;
  throw new WrongUsage('usage.only-with', { option: `--${args.given()[0] ?? ''}`, other: '--code' });
}

/** What a code can be named by on the command line. */
function codeId({ shortId, number }: CodeEntry): string {
  return shortId ?? String(number);
}
