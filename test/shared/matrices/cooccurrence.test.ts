// Pairs of codings against the naive counter, the published coefficients, and a small worked example.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { must } from '../../../shared/must.ts';
import {
  cCoefficient,
  coefficients,
  cooccurrence,
  nearnessName,
  parseNearness,
} from '../../../shared/matrices/cooccurrence.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import type { Dimension, Nearness } from '../../../shared/matrices/question.ts';
import { jaccard, lift, sharedUnits, sharing } from '../../../shared/matrices/shared-units.ts';
import { Refused } from '../../../shared/refused.ts';
import { anyCorpus, anyFilters, makeCorpus } from './made-up.ts';
import { naivePairs, naiveTable, standingAt, turnsAt, turnsOf } from './naive.ts';

const code: Dimension = { kind: 'code', level: null };
const vectors = path.resolve(import.meta.dirname, '../../../../shared/vectors/agreement.json');

const anyNearness: fc.Arbitrary<Nearness> = fc.oneof(
  fc.constantFrom<Nearness>({ kind: 'overlap' }, { kind: 'passage' }, { kind: 'turn' }),
  fc.record({ kind: fc.constantFrom('within', 'followed'), characters: fc.nat(6) }),
  fc.record({ kind: fc.constant('turns'), turns: fc.nat(2) }),
);

/** The codings in scope, by the naive counter: those behind a table of codes without columns. */
function inScope(corpus: Corpus, naive: ReturnType<typeof naiveTable>) {
  const all = corpus.sources.flatMap(({ codings }, source) =>
    [...codings.id.keys()].map((coding) => ({ source, coding })),
  );
  return all.filter(({ source, coding }) => naive.counts(source, coding));
}

test('pairs, references and shared units are what the naive counter says', () => {
  fc.assert(
    fc.property(
      anyCorpus,
      anyNearness,
      anyFilters,
      fc.constantFrom<Dimension>(code, { kind: 'code', level: 1 }, { kind: 'code-set' }),
      (corpus, nearness, filters, columns) => {
        const question = {
          rows: [code],
          columns: [columns],
          filters,
          overlap: 'split',
          coders: null,
          nearness,
        } as const;
        const answer = cooccurrence(corpus, question);
        const naive = naiveTable(corpus, { ...question, columns: [], measures: [], rateUnit: 'words' });
        const codings = inScope(corpus, naive);
        const pairs = naivePairs(corpus, nearness, codings);
        const stands = (
          dimension: Dimension,
          id: string,
          each: { source: number; coding: number },
        ): boolean => {
          const codes = standingAt(corpus, each.source, each.coding);
          if (dimension.kind === 'code') return codes.has(corpus.codes.findIndex((one) => one.id === id));
          return must(
            corpus.codeSets.find((set) => set.id === id),
            'set',
          ).codes.some((one) => codes.has(one));
        };
        const { kind } = nearness;
        const shared =
          kind === 'passage' || kind === 'turn'
            ? sharedUnits(corpus, { ...question, nearness: { kind } })
            : null;
        const units = (test: (each: (typeof codings)[number]) => boolean): Set<string> =>
          new Set(codings.filter(test).flatMap((each) => unitsOf(corpus, kind, each)));
        if (shared) {
          const coded = units(() => true);
          const withText = naive.text.flatMap((positions, source) =>
            kind === 'turn' ? turnsAt(corpus, source, positions).map((turn) => `${source} ${turn}`) : [],
          );
          assert.equal(shared.all, new Set([...coded, ...withText]).size);
        }
        for (const [r, { ids: row }] of answer.rows.entries()) {
          const atRow = (each: (typeof codings)[number]): boolean => stands(code, must(row[0], 'id'), each);
          assert.equal(answer.rowReferences[r], codings.filter(atRow).length);
          for (const [c, { ids: column }] of answer.columns.entries()) {
            const atColumn = (each: (typeof codings)[number]): boolean =>
              stands(columns, must(column[0], 'id'), each);
            const [left, right] = [units(atRow), units(atColumn)];
            if (shared) {
              const both = [...left].filter((unit) => right.has(unit)).length;
              const either = new Set([...left, ...right]).size;
              assert.equal(shared.both[r]?.[c], both);
              assert.equal(sharing(shared, 'jaccard')[r]?.[c], either === 0 ? null : both / either);
              const chance = left.size * right.size;
              const times = chance === 0 ? null : (both * shared.all) / chance;
              assert.equal(sharing(shared, 'lift')[r]?.[c], times);
            }
            const found = pairs.filter(([a, b]) => atRow(a) && atColumn(b));
            const key = ([a, b]: (typeof pairs)[number]): string =>
              nearness.kind === 'followed'
                ? `${a.source} ${a.coding} ${b.coding}`
                : `${a.source} ${Math.min(a.coding, b.coding)} ${Math.max(a.coding, b.coding)}`;
            assert.equal(
              answer.pairs[r]?.[c],
              new Set(found.map(key)).size,
              `${nearness.kind} ${row[0]} ${column[0]}`,
            );
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('passages and turns with both codes, worked by hand', () => {
  // 0-4 and 6-10 are text of two turns, each after a label of two units; the first carries T1 and A, the second A only.
  const corpus = makeCorpus([
    {
      pieces: [
        { label: 2, text: 'aa b', speaker: 0, cases: [] },
        { label: 2, text: 'ab a', speaker: 1, cases: [] },
      ],
      codings: [
        { start: 2, end: 4, code: 1 },
        { start: 2, end: 4, code: 4 },
        { start: 5, end: 9, code: 4 },
        { start: 8, end: 12, code: 4 },
      ],
    },
  ]);
  const question = { rows: [code], columns: [code], filters: [], overlap: 'split', coders: null } as const;
  const at = (list: readonly (readonly (number | null)[])[], row: number, column: number) =>
    list[row]?.[column];

  const passages = sharedUnits(corpus, { ...question, nearness: { kind: 'passage' } });
  assert.equal(at(passages.both, 1, 4), 1);
  assert.equal(at(sharing(passages, 'jaccard'), 1, 4), 1 / 3);
  assert.equal(at(passages.both, 0, 4), 1);
  assert.equal(at(sharing(passages, 'jaccard'), 5, 5), null);

  const turns = sharedUnits(corpus, { ...question, nearness: { kind: 'turn' } });
  assert.equal(at(turns.both, 1, 4), 1);
  assert.equal(at(sharing(turns, 'jaccard'), 1, 4), 1 / 2);
  assert.equal(turns.all, 2);
  assert.equal(at(sharing(turns, 'lift'), 1, 4), 1, 'A is in every turn');
  assert.equal(at(sharing(turns, 'lift'), 5, 4), null, 'a code without codings');

  const pairs = (text: string) => cooccurrence(corpus, { ...question, nearness: parseNearness(text) });
  assert.equal(at(pairs('passage').pairs, 1, 4), 1);
  assert.equal(at(pairs('overlap').pairs, 4, 4), 1);
  assert.equal(at(pairs('turn').pairs, 1, 4), 2, 'the second A begins in the first turn');
  assert.equal(at(pairs('within:0').pairs, 1, 4), 1);
  assert.equal(at(pairs('within:1').pairs, 1, 4), 2);
  assert.equal(at(pairs('followed:1').pairs, 1, 4), 0, 'the gap of one unit is not less than one');
  assert.equal(at(pairs('followed:2').pairs, 1, 4), 1);
  assert.equal(at(pairs('followed:2').pairs, 4, 1), 0, 'followed has a direction');
  const values = (text: string) =>
    coefficients(pairs(text)).map((row) => row.map((each) => each?.value ?? null));
  assert.equal(at(values('overlap'), 4, 4), null, 'no coefficient of a code with itself');
  assert.equal(at(values('turn'), 1, 4), 2 / (1 + 3 - 2));
});

test('the c-coefficient and its warnings', () => {
  assert.deepEqual(cCoefficient(100, 10, 5), { value: 5 / 105, outOfRange: false, unequal: true });
  assert.deepEqual(cCoefficient(4, 3, 6), { value: 6, outOfRange: true, unequal: false });
  assert.deepEqual(cCoefficient(0, 0, 0), { value: null, outOfRange: false, unequal: false });
  assert.deepEqual(cCoefficient(2, 2, 4), { value: null, outOfRange: true, unequal: false });
});

test(
  'the published vectors',
  { skip: existsSync(vectors) ? false : 'the vectors are not beside the repository' },
  () => {
    const file = JSON.parse(readFileSync(vectors, 'utf8')) as { vectors: Vector[] };
    const ofKind = (statistic: string): Vector[] =>
      file.vectors.filter((vector) => vector.statistic === statistic);
    assert.ok(ofKind('cCoefficient').length >= 2);
    for (const { input, expected, tolerance } of ofKind('cCoefficient')) {
      const { value, outOfRange, unequal } = cCoefficient(
        Number(input.n1),
        Number(input.n2),
        Number(input.n12),
      );
      assert.ok(Math.abs(must(value, 'defined') - Number(expected.c)) <= tolerance);
      if ('outOfRange' in expected) assert.equal(outOfRange, expected.outOfRange);
      if ('unequalFrequencyWarning' in expected) assert.equal(unequal, expected.unequalFrequencyWarning);
    }
    assert.ok(ofKind('cooccurrence').length >= 2);
    for (const { input, expected, tolerance } of ofKind('cooccurrence')) {
      const [n1, n2, n12] = [Number(input.n1), Number(input.n2), Number(input.n12)];
      const shared = { n1, n2, n12, all: Number(input.N) };
      for (const [name, value] of Object.entries({ jaccard: jaccard(shared), lift: lift(shared) })) {
        assert.ok(Math.abs(must(value, 'defined') - Number(expected[name])) <= tolerance, name);
      }
    }
    for (const { input, expected } of ofKind('spanCooccurrence')) {
      const spans = (list: unknown, code: number) =>
        (list as [number, number][]).map(([start, end]) => ({ start, end, code }));
      const corpus = makeCorpus([
        {
          pieces: [{ label: 0, text: 'a'.repeat(80), speaker: 0, cases: [] }],
          codings: [...spans(input.codeX, 3), ...spans(input.codeY, 4)],
        },
      ]);
      const answer = cooccurrence(corpus, {
        rows: [code],
        columns: [code],
        filters: [],
        overlap: 'split',
        coders: null,
        nearness: { kind: 'overlap' },
      });
      assert.equal(answer.pairs[3]?.[4], expected.overlappingPairs);
      assert.deepEqual([answer.rowReferences[3], answer.columnReferences[4]], [3, 4]);
    }
  },
);

test('nearness as it is written, and axes that are not codes', () => {
  for (const text of ['overlap', 'passage', 'turn', 'turns:2', 'within:200', 'followed:50']) {
    assert.equal(nearnessName(parseNearness(` ${text.toUpperCase()} `)), text);
  }
  for (const text of ['', 'near', 'within', 'overlap:3', 'within:-1', 'followed:x', 'turns', 'turn:2']) {
    assert.throws(() => parseNearness(text), isRefused('refused.unknown-nearness'));
  }
  const question = { filters: [], overlap: 'split', coders: null, nearness: { kind: 'overlap' } } as const;
  assert.throws(
    () => cooccurrence(makeCorpus([]), { ...question, rows: [code], columns: [{ kind: 'case' }] }),
    isRefused('refused.bad-cooccurrence'),
  );
});

/** The passage of a coding, or the turns of which it has text. */
function unitsOf(
  corpus: Corpus,
  kind: string,
  { source, coding }: { source: number; coding: number },
): string[] {
  const { codings } = must(corpus.sources[source], 'source');
  return kind === 'passage'
    ? [`${source} ${codings.start[coding]} ${codings.end[coding]}`]
    : turnsOf(corpus, source, coding).map((turn) => `${source} ${turn}`);
}

interface Vector {
  statistic: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
  tolerance: number;
}

function isRefused(key: string) {
  return (error: unknown): boolean => error instanceof Refused && error.refusal.key === key;
}
