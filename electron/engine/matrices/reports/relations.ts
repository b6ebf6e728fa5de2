// Codes against codes as ordered pairs: links with their signs, co-occurrence beside them, and what lies off the theory's pairs.
import type { Relation, RelationsReport, ReportInput } from '../../../../shared/contract/reports.ts';
import { cooccurrence, parseNearness } from '../../../../shared/matrices/cooccurrence.ts';
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
  const claims = input.claims?.map((pair) => placesOf(corpus, pair)) ?? frameworkClaims(db, corpus);
  const nearness = parseNearness(input.near);
  const together = cooccurrence(corpus, { ...question, filters: question.filters, nearness });
  const place = new Map(together.rows.map(({ ids }, index) => [ids.join(), index]));
  const pairsOf = (row: number, column: number): number => {
    const [r, c] = [row, column].map((each) => place.get(must(corpus.codes[each], 'a code').id));
    return r === undefined || c === undefined ? 0 : (together.pairs[r]?.[c] ?? 0);
  };
  const links = linksInScope(db, corpus, question, input.type);
  const cells = rows.map((row) =>
    columns.map((column): Relation => {
      const here = links.filter(({ from, to }) => from.has(row) && to.has(column));
      return {
        links: here.length,
        positive: here.filter(({ sign }) => sign === 1).length,
        negative: here.filter(({ sign }) => sign === -1).length,
        together: pairsOf(row, column),
        claimed: claims.some(([from, to]) => isWithin(corpus, row, from) && isWithin(corpus, column, to)),
      };
    }),
  );
  // Of claims that nobody asked for, only those that the table shows are spoken of.
  const isClaimed = input.claims ? claims.length > 0 : cells.flat().some(({ claimed }) => claimed);
  const off = (count: (cell: Relation) => number): number | null => {
    const all = cells.flat().reduce((sum, cell) => sum + count(cell), 0);
    const held = cells.flat().reduce((sum, cell) => sum + (cell.claimed ? count(cell) : 0), 0);
    return !isClaimed || all === 0 ? null : (all - held) / all;
  };
  return {
    kind: 'relations',
    rows: rows.map((each) => codeHeading(corpus.codes[each])),
    columns: columns.map((each) => codeHeading(corpus.codes[each])),
    cells,
    offClaims: { links: off((cell) => cell.links), together: off((cell) => cell.together) },
    warnings: [],
    rule: [
      ...describeCooccurrence({ ...question, nearness }, corpus, together.scope, 'references'),
      { key: 'rule.links', values: {} },
    ],
  };
}

type Places = readonly [number, number];

function placesOf(corpus: Corpus, [from, to]: readonly [string, string]): Places {
  return [placeOfCode(corpus, from), placeOfCode(corpus, to)];
}

const isWithin = (corpus: Corpus, code: number, above: number): boolean =>
  lineOfCode(corpus, code).includes(above);

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

interface Link {
  /** Places of the codes at the end, with all above them. */
  readonly from: ReadonlySet<number>;
  readonly to: ReadonlySet<number>;
  readonly sign: number | null;
}

/** Links of which both codings count; one without direction stands both ways round. */
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
    return directed === 1
      ? [{ from, to, sign }]
      : [
          { from, to, sign },
          { from: to, to: from, sign },
        ];
  });
}
