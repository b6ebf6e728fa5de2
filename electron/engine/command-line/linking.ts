// Links between codings: link, links, unlink.
import { codeText } from '../../../shared/code-text.ts';
import type { LinkEnd, LinkEntry, RelationTypeEntry } from '../../../shared/contract/links.ts';
import { typeText } from '../../../shared/link-text.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import * as options from './options.ts';
import { cut, indent, shortIds, table } from './print.ts';

export function linkCodings(args: Args) {
  const [from = '', to = ''] = args.rest;
  const link = {
    id: null,
    from,
    to,
    type: args.need(options.linkBy),
    sign: args.one(options.sign),
    memo: args.one(options.linkMemo),
    coder: args.one(options.coder),
  };
  return async (job: Job): Promise<Answer> => {
    const added = args.has(options.newType)
      ? await job.engine.call('links.addNew', { ...link, directed: true, signed: true })
      : await job.engine.call('links.add', link);
    const key = added.outcome === 'added' ? 'linking.added' : 'coding.already-there';
    const line = headOf(added, added.id);
    return {
      document: added,
      text: () =>
        `${job.say(key, { link: line, place: line })}\n${indent(
          endsOf(added, job, (id) => id),
          2,
        )}`,
    };
  };
}

export function listLinks(args: Args) {
  if (args.has(options.listTypes)) {
    if (args.has(options.linksSource))
      throw new WrongUsage('usage.not-with', { option: '--source', other: '--types' });
    return listTypes;
  }
  const source = args.one(options.linksSource);
  return async (job: Job): Promise<Answer> => {
    const { links } = await job.engine.call('links.list', { source, coding: null });
    const idOf = shortIds(links.map(({ id }) => id));
    const endId = shortIds([...new Set(links.flatMap(({ from, to }) => [from.id, to.id]))]);
    const block = (link: LinkEntry): string =>
      `${headOf(link, idOf(link.id))}\n${indent(endsOf(link, job, endId), 4)}`;
    const none = `${job.say('linking.none')}\n`;
    return { document: { links }, text: () => (links.length === 0 ? none : links.map(block).join('\n')) };
  };
}

export function unlinkCodings(args: Args) {
  return async ({ engine, say }: Job): Promise<Answer> => {
    const removed = await engine.call('links.remove', { id: args.rest[0] ?? '' });
    return {
      document: { outcome: 'removed', ...removed },
      text: () => `${say('coding.removed', { place: headOf(removed, removed.id) })}\n`,
    };
  };
}

/** "T2 Trust in neighbours → N2 Mutual help · influences + · Ada · [4e8a21c9]" */
function headOf(link: LinkEntry, id: string): string {
  const codes = `${codeText(link.from)} ${link.directed ? '→' : '↔'} ${codeText(link.to)}`;
  return [codes, typeText(link), link.coder, `[${id}]`].join(' · ');
}

/** A line for each end, with where it stands and what it says, and the memo. */
function endsOf({ from, to, memo }: LinkEntry, { say }: Job, idOf: (id: string) => string): string[] {
  const line = ({ source, paragraph, speaker, id, quote }: LinkEnd): string => {
    const place = [`${source} ¶${paragraph}`, ...(speaker === null ? [] : [speaker]), `[${idOf(id)}]`];
    return `${place.join(' · ')}: ${cut(quote.replace(/\s+/g, ' '), 76)}`;
  };
  return [line(from), line(to), ...(memo === null ? [] : [say('terminal.memo', { memo })])];
}

async function listTypes({ engine, say, terminal }: Job): Promise<Answer> {
  const { types } = await engine.call('relation-types.list', {});
  const { codes } = await engine.call('codes.list', {});
  const columns = [
    { head: say('linking.type'), align: 'left' as const },
    { head: say('linking.key'), align: 'left' as const },
    { head: say('linking.also'), align: 'left' as const },
    { head: say('linking.direction'), align: 'left' as const },
    { head: say('linking.signs'), align: 'left' as const },
    { head: say('linking.between'), align: 'left' as const },
    { head: say('linking.number'), align: 'right' as const },
  ];
  const row = ({ name, key, alsoName, directed, signed, between, links }: RelationTypeEntry): string[] => {
    const joined = codes.filter(({ uid }) => between.includes(uid)).map((code) => code.shortId ?? code.name);
    return [
      name,
      key,
      alsoName ?? '',
      directed ? '→' : '↔',
      signed ? '+ − 0' : '',
      joined.length === 0 ? say('linking.any') : joined.join(' '),
      String(links),
    ];
  };
  return { document: { types }, text: () => table(columns, types.map(row), terminal.columns) };
}
