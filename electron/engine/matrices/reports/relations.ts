// Codes against codes as ordered pairs: links with their signs, co-occurrence beside them, and what lies off the theory's pairs.
import type { Relation, RelationsReport, ReportInput } from '../../../../shared/contract/reports.ts';
import {
  countPairs,
  kindPairs,
  parseNearness,
  type CountedPairs,
  type Kind,
} from '../../../../shared/matrices/cooccurrence.ts';
import { frameworks } from '../../../../shared/frameworks/frameworks.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import { describeCooccurrence } from '../../../../shared/matrices/rule.ts';
import { must } from '../../../../shared/must.ts';
import { findType } from '../../coding/relation-types.ts';
import type { Readable } from '../../store/connection.ts';
import { setting } from '../../text/settings.ts';
import { questionOf } from '../questions.ts';
import { codeHeading, eachCoding, lineOfCode, placeOfCode } from './scope.ts';

type Input = Extract<ReportInput, { kind: 'relations' }>;

export function relations(db: Readable, corpus: Corpus, input: Input): RelationsReport {
  const code = { kind: 'code', level: null } as const;
  const question = questionOf(db, corpus, input, { rows: [code], columns: [code], measures: [] });
  const rows = input.rows.map((each) => placeOfCode(corpus, each));
  const columns = input.columns.map((each) => placeOfCode(corpus, each));
  const claims = new Set(
    (input.claims?.map((pair) => placesOf(corpus, pair)) ?? frameworkClaims(db, corpus)).map(String),
  );
  const lines = new Map([...rows, ...columns].map((each) => [each, new Set(lineOfCode(corpus, each))]));
  const lineOf = (each: number): ReadonlySet<number> => must(lines.get(each), 'the line of a code');
  const nearness = parseNearness(input.near);
  const counted = countPairs(corpus, { ...question, nearness });
  const pairs = pairsBetween(corpus, counted, nearness.kind === 'followed');
  const { counts: together, standing: near } = countLinks(pairs, rows, columns);
  const links = linksInScope(db, corpus, question, input.type);
  const { counts, standing } = countLinks(links, rows, columns);
  const cells = rows.map((row, r) =>
    columns.map((column, c): Relation => {
      const { links: n, positive, negative } = must(counts[r]?.[c], 'a cell');
      const claimed = holds(claims, lineOf(row), lineOf(column));
      const pairsHere = must(together[r]?.[c], 'a cell').links;
      return { links: n, positive, negative, together: pairsHere, claimed };
    }),
  );
  const isHeld = ({ from, to, directed }: Link): boolean =>
    holds(claims, from, to) || (!directed && holds(claims, to, from));
  // Of claims that nobody asked for, only those that the table shows are spoken of.
  const isClaimed = input.claims ? claims.size > 0 : cells.flat().some(({ claimed }) => claimed);
  const sum = (list: readonly { readonly n: number }[]): number => list.reduce((all, { n }) => all + n, 0);
  const off = (part: number, whole: number): number | null =>
    !isClaimed || whole === 0 ? null : part / whole;
  return {
    kind: 'relations',
    rows: rows.map((each) => codeHeading(corpus.codes[each])),
    columns: columns.map((each) => codeHeading(corpus.codes[each])),
    cells,
    offClaims: {
      links: off(standing.filter((link) => !isHeld(link)).length, standing.length),
      together: off(sum(near.filter((pair) => !isHeld(pair))), sum(near)),
    },
    warnings: [],
    rule: [
      ...describeCooccurrence({ ...question, nearness }, corpus, counted.scoped.scope, 'references'),
      { key: 'rule.links', values: {} },
    ],
  };
}

/** The pairs of codings that are together; one is held as a link is that has a direction where the earlier comes first. */
function pairsBetween(corpus: Corpus, counted: CountedPairs, directed: boolean): Link[] {
  const { rows, kinds } = counted.scoped;
  const placeOfId = new Map(corpus.codes.map(({ id }, place) => [id, place]));
  const codeAt = rows.headings.map(({ ids }) => must(placeOfId.get(ids.join()), 'a code'));
  const codes = new Map(
    kinds.map((kind) => [kind, new Set(Array.from(kind.rows, (row) => must(codeAt[row], 'a code')))]),
  );
  const codesOf = (kind: Kind): ReadonlySet<number> => must(codes.get(kind), 'the codes of a kind');
  return kindPairs(counted).map(({ earlier, later, pairs }) => ({
    from: codesOf(earlier),
    to: codesOf(later),
    sign: null,
    directed,
    n: pairs,
  }));
}

type Places = readonly [number, number];

function placesOf(corpus: Corpus, [from, to]: readonly [string, string]): Places {
  return [placeOfCode(corpus, from), placeOfCode(corpus, to)];
}

/** What the ready frameworks claim of codes that the project has of them: by id, in a project of another framework by name too. */
function frameworkClaims(db: Readable, corpus: Corpus): Places[] {
  const own = setting(db, 'framework');
  return frameworks.flatMap(({ id: framework, codes, matrices }) => {
    const place = (code: string): number => {
      const names = codes.filter(({ id }) => id === code).flatMap(({ name }) => Object.values(name));
      return corpus.codes.findIndex(
        ({ id, name }) => id === code && (own === framework || names.includes(name)),
      );
    };
    return matrices
      .flatMap(({ claims = [] }) => claims)
      .map(([from, to]) => [place(from), place(to)] as const)
      .filter((pair) => !pair.includes(-1));
  });
}

/** What is counted of the links at a cell. */
interface Count {
  links: number;
  positive: number;
  negative: number;
}

/** By row, by column, with each link once in a cell; and the links that stand in any. */
function countLinks(
  links: readonly Link[],
  rows: readonly number[],
  columns: readonly number[],
): { readonly counts: Count[][]; readonly standing: Link[] } {
  const counts = rows.map(() => columns.map((): Count => ({ links: 0, positive: 0, negative: 0 })));
  const standing: Link[] = [];
  const placesOf = (axis: readonly number[]) =>
    Map.groupBy(axis.keys(), (place) => must(axis[place], 'a code'));
  const [rowsOf, columnsOf] = [placesOf(rows), placesOf(columns)];
  for (const link of links) {
    const met = new Set<Count>();
    const meet = (from: ReadonlySet<number>, to: ReadonlySet<number>): void => {
      for (const row of [...from].flatMap((code) => rowsOf.get(code) ?? []))
        for (const column of [...to].flatMap((code) => columnsOf.get(code) ?? []))
          met.add(must(counts[row]?.[column], 'a cell'));
    };
    meet(link.from, link.to);
    if (!link.directed) meet(link.to, link.from);
    if (met.size > 0) standing.push(link);
    for (const count of met) {
      count.links += link.n;
      if (link.sign === 1) count.positive += link.n;
      if (link.sign === -1) count.negative += link.n;
    }
  }
  return { counts, standing };
}

/** A claim of the codes or of codes above them; `claims` as "from,to". */
function holds(claims: ReadonlySet<string>, from: ReadonlySet<number>, to: ReadonlySet<number>): boolean {
  return [...from].some((row) => [...to].some((column) => claims.has(`${row},${column}`)));
}

interface Link {
  /** Places of the codes at the end, with all above them. */
  readonly from: ReadonlySet<number>;
  readonly to: ReadonlySet<number>;
  readonly sign: number | null;
  /** One without direction stands both ways round. */
  readonly directed: boolean;
  /** How many there are of it. */
  readonly n: number;
}

/** Links of which both codings count. */
function linksInScope(
  db: Readable,
  corpus: Corpus,
  question: Parameters<typeof eachCoding>[1],
  type: string | null,
): Link[] {
  const wanted = type === null ? null : findType(db, type).id;
  const stored = db.all<{ from: number; to: number; sign: number | null; directed: number }>(
    `SELECT l.from_id AS "from", l.to_id AS "to", l.sign, t.directed FROM links l
     JOIN relation_types t ON t.id = l.type_id WHERE ? IS NULL OR t.id = ?`,
    wanted,
    wanted,
  );
  const ends = new Set(stored.flatMap(({ from, to }) => [from, to]));
  const codesAt = new Map<number, ReadonlySet<number>>();
  eachCoding(corpus, question, (source, coding) => {
    const { codings } = must(corpus.sources[source], 'a source');
    const id = at(codings.id, coding);
    if (ends.has(id)) codesAt.set(id, new Set(lineOfCode(corpus, at(codings.code, coding))));
  });
  return stored.flatMap(({ from: fromId, to: toId, sign, directed }): Link[] => {
    const [from, to] = [codesAt.get(fromId), codesAt.get(toId)];
    if (!from || !to) return [];
    return [{ from, to, sign, directed: directed === 1, n: 1 }];
  });
}
