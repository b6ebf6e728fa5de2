// The codings behind a cell of pairs against the naive counter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { must } from '../../../shared/must.ts';
import { cooccurrence } from '../../../shared/matrices/cooccurrence.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { pairEvidence } from '../../../shared/matrices/pair-evidence.ts';
import type { Dimension, Filter, Nearness } from '../../../shared/matrices/question.ts';
import { sharedUnits } from '../../../shared/matrices/shared-units.ts';
import { Refused } from '../../../shared/refused.ts';
import { anyCorpus, anyFilters } from './made-up.ts';
import { naivePairs, naiveTable, standingAt, turnsOf } from './naive.ts';

interface Place {
  readonly source: number;
  readonly coding: number;
}

const code: Dimension = { kind: 'code', level: null };

const anyNearness: fc.Arbitrary<Nearness> = fc.oneof(
  fc.constantFrom<Nearness>({ kind: 'overlap' }, { kind: 'passage' }, { kind: 'turn' }),
  fc.record({ kind: fc.constantFrom('within', 'followed'), characters: fc.nat(6) }),
  fc.record({ kind: fc.constant('turns'), turns: fc.nat(2) }),
);

const questionOf = (nearness: Nearness, filters: readonly Filter[]) =>
  ({ rows: [code], columns: [code], filters, overlap: 'split', coders: null, nearness }) as const;

/** Codings in scope by the naive counter, and which of them stand at a code. */
function naiveScope(corpus: Corpus, question: ReturnType<typeof questionOf>) {
  const naive = naiveTable(corpus, { ...question, columns: [], measures: [], rateUnit: 'words' });
  const inScope = corpus.sources
    .flatMap(({ codings }, source) => [...codings.id.keys()].map((coding) => ({ source, coding })))
    .filter(({ source, coding }) => naive.counts(source, coding));
  const stands = (id: string | undefined, { source, coding }: Place): boolean =>
    standingAt(corpus, source, coding).has(corpus.codes.findIndex((each) => each.id === id));
  return { inScope, stands };
}

const listed = (places: readonly Place[]): string[] =>
  places.map(({ source, coding }) => `${source} ${coding}`);

/** In the order of the sources and of their codings, each once. */
const inOrder = (places: readonly Place[]): string[] => [
  ...new Set(listed(places.toSorted((a, b) => a.source - b.source || a.coding - b.coding))),
];

test('a cell opens onto the codings of its pairs, a total onto the codings that it counts', () => {
  fc.assert(
    fc.property(anyCorpus, anyNearness, anyFilters, (corpus, nearness, filters) => {
      const question = questionOf(nearness, filters);
      const answer = cooccurrence(corpus, question);
      const { inScope, stands } = naiveScope(corpus, question);
      const pairs = naivePairs(corpus, nearness, inScope);
      const open = (row: number | null, column: number | null): string[] =>
        listed(pairEvidence(corpus, question, 'pairs', { row, column }));
      for (const [r, { ids: row }] of answer.rows.entries()) {
        const atRow = (each: Place): boolean => stands(row[0], each);
        assert.deepEqual(open(r, null), inOrder(inScope.filter(atRow)));
        assert.equal(open(r, null).length, answer.rowReferences[r]);
        assert.deepEqual(open(null, r), open(r, null));
        for (const [c, { ids: column }] of answer.columns.entries()) {
          const together = pairs.filter(([a, b]) => atRow(a) && stands(column[0], b));
          const found = open(r, c);
          assert.deepEqual(found, inOrder(together.flat()));
          assert.equal(found.length > 0, must(answer.pairs[r]?.[c], 'a cell') > 0);
        }
      }
      assert.equal(open(null, null).length, answer.scope.references);
    }),
    { numRuns: 60 },
  );
});

test('a cell of shared passages or turns opens onto the codings that stand there', () => {
  fc.assert(
    fc.property(anyCorpus, fc.constantFrom('passage', 'turn'), anyFilters, (corpus, kind, filters) => {
      const question = { ...questionOf({ kind }, filters), nearness: { kind } } as const;
      const answer = cooccurrence(corpus, question);
      const { both } = sharedUnits(corpus, question);
      const { inScope, stands } = naiveScope(corpus, question);
      const unitsOf = ({ source, coding }: Place): string[] => {
        const { codings } = must(corpus.sources[source], 'the source');
        return kind === 'passage'
          ? [`${source} ${codings.start[coding]} ${codings.end[coding]}`]
          : turnsOf(corpus, source, coding).map((turn) => `${source} ${turn}`);
      };
      const unitsAt = (id: string | undefined): Set<string> =>
        new Set(inScope.filter((each) => stands(id, each)).flatMap(unitsOf));
      for (const [r, { ids: row }] of answer.rows.entries()) {
        for (const [c, { ids: column }] of answer.columns.entries()) {
          const across = unitsAt(column[0]);
          const shared = new Set([...unitsAt(row[0])].filter((unit) => across.has(unit)));
          const expected = inScope.filter(
            (each) =>
              (stands(row[0], each) || stands(column[0], each)) &&
              unitsOf(each).some((unit) => shared.has(unit)),
          );
          const found = listed(pairEvidence(corpus, question, 'units', { row: r, column: c }));
          assert.deepEqual(found, inOrder(expected));
          assert.equal(found.length > 0, must(both[r]?.[c], 'a cell') > 0);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('a heading that the table does not have is refused', () => {
  fc.assert(
    fc.property(anyCorpus, fc.constantFrom('row', 'column'), (corpus, side) => {
      const cell = { row: null, column: null, [side]: corpus.codes.length };
      assert.throws(
        () => pairEvidence(corpus, questionOf({ kind: 'overlap' }, []), 'pairs', cell),
        (error) => error instanceof Refused && error.refusal.key === 'refused.no-such-heading',
      );
    }),
    { numRuns: 10 },
  );
});
