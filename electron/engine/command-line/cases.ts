// Cases and the codebook: cases, case, codes.
import type { CaseEntry, CodeEntry } from '../../../shared/contract/coding.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import * as options from './options.ts';
import { table } from './print.ts';

export function listCases() {
  return async ({ engine, say, terminal }: Job): Promise<Answer> => {
    const { cases } = await engine.call('cases.list', {});
    const columns = [
      { head: say('head.case'), align: 'left' as const },
      { head: say('head.attributes'), align: 'left' as const },
      { head: say('head.sources'), align: 'left' as const },
      { head: say('head.speakers'), align: 'left' as const },
    ];
    return {
      document: { cases },
      text: () =>
        cases.length === 0
          ? `${say('terminal.no-cases')}\n`
          : table(columns, cases.map(row), terminal.columns),
    };
  };
}

function row({ name, attributes, sources, speakers }: CaseEntry): string[] {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
  return [name, pairs.join('; '), sources.join(', '), speakers.join(', ')];
}

export function setCase(args: Args) {
  return async ({ engine, say }: Job): Promise<Answer> => {
    const entry = await engine.call('cases.set', {
      name: args.rest[0] ?? '',
      attributes: args.many(options.attribute),
      sources: args.many(options.caseSource),
      speakers: args.many(options.caseSpeaker),
    });
    const [name, attributes, sources, speakers] = row(entry);
    const lines = [
      name,
      ...(attributes ? [`  ${say('head.attributes')}: ${attributes}`] : []),
      ...(sources ? [`  ${say('head.sources')}: ${sources}`] : []),
      ...(speakers ? [`  ${say('head.speakers')}: ${speakers}`] : []),
    ];
    return { document: entry, text: () => `${lines.join('\n')}\n` };
  };
}

export function listCodes(args: Args) {
  const name = args.one(options.addedCode);
  if (name !== null) return addCode(args, name);
  const stray = [options.parent, options.shortId, options.definition].find((option) => args.has(option));
  if (stray) throw new WrongUsage('usage.only-with', { option: `--${stray.name}`, other: '--add' });
  return async ({ engine, say, terminal }: Job): Promise<Answer> => {
    const { codes } = await engine.call('codes.list', {});
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
    return {
      document: { codes },
      text: () =>
        codes.length === 0
          ? `${say('terminal.no-codes')}\n`
          : table(columns, codes.map(row), terminal.columns),
    };
  };
}

function addCode(args: Args, name: string) {
  return async ({ engine, say }: Job): Promise<Answer> => {
    const code = await engine.call('codes.add', {
      name,
      parent: args.one(options.parent),
      shortId: args.one(options.shortId),
      definition: args.one(options.definition),
    });
    const made = { id: codeId(code), name: code.name };
    return { document: code, text: () => `${say('terminal.code-added', made)}\n` };
  };
}

/** What a code can be named by on the command line. */
function codeId({ shortId, number }: CodeEntry): string {
  return shortId ?? String(number);
}
