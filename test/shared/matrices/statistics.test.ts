// Association, saturation and QCA: every published or cross-checked figure of vectors.json, and what is undefined.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { cCoefficient } from '../../../shared/matrices/cooccurrence.ts';
import { association } from '../../../shared/matrices/statistics/association.ts';
import { contingency } from '../../../shared/matrices/statistics/contingency.ts';
import { chiSquaredTail } from '../../../shared/matrices/statistics/distributions.ts';
import { hasTerm, minimise, termText } from '../../../shared/matrices/statistics/minimise.ts';
import {
  accumulation,
  discovery,
  guestSaturation,
  heldBack,
} from '../../../shared/matrices/statistics/saturation.ts';
import {
  meeting,
  unionLength,
  untouched,
  type Span,
  type Stretch,
} from '../../../shared/matrices/statistics/spans.ts';
import {
  fit,
  needsCases,
  truthTable,
  type RatedCase,
} from '../../../shared/matrices/statistics/truth-table.ts';
import { must } from '../../../shared/must.ts';

interface Vector<I, E> {
  id: string;
  statistic: string;
  input: I;
  expected: E;
  tolerance: number | 'exact';
}
const all = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vector<
  unknown,
  unknown
>[];

/** Runs `check` on every vector of a statistic; there is at least one. */
function vectors<I, E>(statistic: string, check: (input: I, expected: E, near: Near) => void): void {
  const chosen = all.filter((each) => each.statistic === statistic) as Vector<I, E>[];
  assert.ok(chosen.length > 0, statistic);
  for (const { id, input, expected, tolerance } of chosen) {
    const most = tolerance === 'exact' ? 0 : Math.max(1e-6, tolerance);
    check(input, expected, (actual, wanted, what = '') => {
      const isNear = actual !== null && Math.abs(actual - wanted) <= most;
      assert.ok(isNear, `${id} ${what}: ${actual} for ${wanted}`);
    });
  }
}
type Near = (actual: number | null, wanted: number, what?: string) => void;

test('the c-coefficient and its two warnings', () => {
  interface Expected {
    c: number;
    unequalFrequencyWarning?: boolean;
    outOfRange?: boolean;
  }
  vectors<{ n1: number; n2: number; n12: number }, Expected>('cCoefficient', (input, expected, near) => {
    const found = cCoefficient(input.n1, input.n2, input.n12);
    near(found.value, expected.c);
    assert.equal(found.unequal, expected.unequalFrequencyWarning ?? false);
    assert.equal(found.outOfRange, expected.outOfRange ?? false);
  });
});

test('Jaccard, Dice, overlap, lift, PMI, chi-squared with and without Yates, Fisher and phi', () => {
  type Expected = Record<string, number> & { table: number[][] };
  interface Input {
    n1: number;
    n2: number;
    n12: number;
    N: number;
  }
  vectors<Input, Expected>('cooccurrence', ({ N, ...counts }, expected, near) => {
    const { table, test: tested, ...found } = association({ ...counts, all: N });
    assert.deepEqual(table, expected.table);
    const values: Record<string, number | null> = {
      jaccard: found.jaccard.value,
      dice: found.dice.value,
      overlapCoefficient: found.overlap.value,
      lift: found.lift.value,
      pmi_bits: found.pmi.value,
      npmi: found.npmi.value,
      phi: found.phi.value,
      chi2: tested.chiSquared.value,
      chi2Yates: tested.yates.value,
      p_chi2: tested.p.value,
      p_chi2Yates: tested.pYates.value,
      fisherTwoSided: tested.exact.value,
      fisherGreater: tested.exactGreater.value,
    };
    for (const [name, value] of Object.entries(values)) near(value, expected[name] ?? NaN, name);
  });
});

test('what is undefined is null and says why', () => {
  const nothing = association({ n1: 0, n2: 3, n12: 0, all: 10 });
  assert.deepEqual(nothing.lift, { value: null, reason: 'never-there' });
  assert.deepEqual(nothing.overlap, { value: null, reason: 'never-there' });
  assert.deepEqual(nothing.test.p, { value: null, reason: 'no-variation' });
  assert.deepEqual(nothing.phi, { value: null, reason: 'no-variation' });
  const apart = association({ n1: 2, n2: 3, n12: 0, all: 10 });
  assert.deepEqual(apart.lift, { value: 0, reason: null });
  assert.deepEqual(apart.pmi, { value: null, reason: 'never-together' });
  assert.deepEqual(apart.npmi, { value: null, reason: 'never-together' });
  assert.deepEqual(association({ n1: 0, n2: 0, n12: 0, all: 0 }).jaccard, {
    value: null,
    reason: 'no-units',
  });
  assert.deepEqual(association({ n1: 4, n2: 4, n12: 4, all: 4 }).npmi, { value: 1, reason: null });
});

test('the tail of chi-squared is that of the tables for one to thirty degrees', () => {
  // Critical values of 5 % and 0.1 %, as every textbook has them.
  for (const [x, degrees, p] of [
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [18.307, 10, 0.05],
    [43.773, 30, 0.05],
    [10.828, 1, 0.001],
    [29.588, 10, 0.001],
  ] as const) {
    assert.ok(Math.abs(chiSquaredTail(x, degrees) - p) < 2e-5, `${x} ${degrees}`);
  }
});

test('the exact test is the sum over all tables of the same margins, also with more rows', () => {
  const row = fc.tuple(fc.nat(6), fc.nat(6));
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (table) => {
      const { exact } = contingency(table);
      if (exact.value === null) return;
      assert.ok(Math.abs(exact.value - naiveExact(table)) < 1e-9, `${exact.value}`);
    }),
    { numRuns: 60 },
  );
});

test('overlapping pairs, the spans that meet, and the text that both cover', () => {
  interface Expected {
    overlappingPairs: number;
    segmentsOfXTouchingY: number;
    segmentsOfYTouchingX: number;
    overlapCharacters: number;
  }
  vectors<{ codeX: Span[]; codeY: Span[] }, Expected>('spanCooccurrence', ({ codeX, codeY }, expected) => {
    assert.deepEqual(meeting(codeX, codeY), {
      pairs: expected.overlappingPairs,
      first: expected.segmentsOfXTouchingY,
      second: expected.segmentsOfYTouchingX,
      shared: expected.overlapCharacters,
    });
  });
  interface Coverage {
    unionLength: number;
    coverage: number;
  }
  vectors<{ length: number; spans: Span[] }, Coverage>(
    'codeCoverage',
    ({ length, spans }, expected, near) => {
      assert.equal(unionLength(spans), expected.unionLength);
      near(unionLength(spans) / length, expected.coverage);
    },
  );
});

test('Guest, Namey and Chen: base, overlapping runs and threshold', () => {
  interface Input {
    interviews: string[][];
    baseSize: number;
    runLength: number;
    newInformationThreshold: number;
  }
  interface Expected {
    newPerInterview: number[];
    cumulative: number[];
    baseThemes: number;
    runs: { runEnds: number; newInRun: number; ratio: number }[];
    saturatedAt: string;
  }
  vectors<Input, Expected>('saturationGuest', (input, expected, near) => {
    const found = guestSaturation(input.interviews, {
      base: input.baseSize,
      run: input.runLength,
      threshold: input.newInformationThreshold,
    });
    const { fresh, cumulative } = discovery(input.interviews);
    assert.deepEqual(
      fresh.map((codes) => codes.length),
      expected.newPerInterview,
    );
    assert.deepEqual(cumulative, expected.cumulative);
    assert.equal(found.baseCodes, expected.baseThemes);
    assert.deepEqual(
      found.runs.map(({ ends, fresh: count }) => [ends, count]),
      expected.runs.map(({ runEnds, newInRun }) => [runEnds, newInRun]),
    );
    for (const [place, run] of expected.runs.entries())
      near(found.runs[place]?.ratio.value ?? null, run.ratio);
    assert.equal(`${found.reachedAt}+${found.run}`, expected.saturatedAt);
  });
  vectors<{ baseThemes: number; newInRun: number[] }, { ratios: number[] }>(
    'saturationRatio',
    ({ baseThemes, newInRun }, { ratios }, near) => {
      const codes = (from: number, count: number): string[] =>
        Array.from({ length: count }, (_, place) => `k${from + place}`);
      let known = baseThemes;
      const units = [
        codes(0, baseThemes),
        ...newInRun.map((count) => {
          known += count;
          return codes(known - count, count);
        }),
      ];
      const { runs } = guestSaturation(units, { base: 1, run: 1, threshold: 0.05 });
      for (const [place, ratio] of ratios.entries()) near(runs[place]?.ratio.value ?? null, ratio);
    },
  );
  const none = guestSaturation([[], [], ['a']], { base: 2, run: 1, threshold: 0.05 });
  assert.deepEqual(none.runs[0]?.ratio, { value: null, reason: 'no-units' });
  assert.equal(none.reachedAt, null);
});

test('accumulation without regard to order, Chao2 and coverage', () => {
  interface Expected {
    expectedCodes: number[];
    observed: number;
    Q1: number;
    Q2: number;
    chao2_classic: number;
    chao2_biasCorrected: number;
    turingCoverage: number;
  }
  vectors<{ interviews: string[][] }, Expected>('codeAccumulation', ({ interviews }, expected, near) => {
    const found = accumulation(interviews);
    for (const [place, value] of expected.expectedCodes.entries()) near(found.expected[place] ?? null, value);
    assert.deepEqual(
      [found.observed, found.singles, found.doubles],
      [expected.observed, expected.Q1, expected.Q2],
    );
    near(found.chao2.value, expected.chao2_classic);
    near(found.chao2Corrected.value, expected.chao2_biasCorrected);
    near(found.coverage.value, expected.turingCoverage);
  });
  assert.deepEqual(accumulation([['a'], ['b']]).chao2, { value: null, reason: 'no-doubles' });
  assert.deepEqual(accumulation([]).coverage, { value: null, reason: 'no-units' });
  assert.deepEqual(accumulation([['A', 'B']]).coverage, { value: null, reason: 'one-unit' });
  assert.deepEqual(
    heldBack([['a'], ['a', 'b'], ['b', 'c']], (place) => place === 2),
    { known: 2, fresh: ['c'] },
  );
});

test('the truth table of Lipset’s data and its two solutions', () => {
  interface Input {
    conditions: string[];
    cases: { case: string; values: (0 | 1)[]; outcome: 0 | 1 }[];
  }
  interface Expected {
    rows: { row: string; n: number; out: number; incl: number; cases: string[] }[];
    conservative: string[][];
    parsimonious: string[][];
    contradictoryRows: number;
    logicalRemainders: number;
  }
  vectors<Input, Expected>('qcaTruthTable', ({ conditions, cases }, expected) => {
    const rated = cases.map((each) => ({ name: each.case, values: each.values, outcome: each.outcome }));
    const table = truthTable(rated, conditions.length);
    assert.deepEqual(
      table.rows.map((row) => ({
        row: row.key,
        n: row.cases.length,
        out: row.outcome,
        incl: row.inclusion,
        cases: row.cases,
      })),
      expected.rows,
    );
    assert.equal(table.contradictions, expected.contradictoryRows);
    assert.equal(table.remainders, expected.logicalRemainders);
    for (const kind of ['conservative', 'parsimonious'] as const) {
      const models = must(minimise(table, kind), 'a solution').map((model) =>
        model.map((term) => termText(term, conditions)),
      );
      assert.deepEqual(
        models.map((model) => model.toSorted()),
        expected[kind].map((model) => model.toSorted()),
      );
    }
  });
  interface FitExpected {
    sufficiencyConsistency: number;
    sufficiencyCoverage: number;
    necessityConsistency: number;
    necessityCoverage: number;
  }
  vectors<{ x: number[]; y: number[] }, FitExpected>('qcaFit', ({ x, y }, expected, near) => {
    const found = fit(x, y);
    near(found.sufficiency.value, expected.sufficiencyConsistency);
    near(found.sufficiencyCoverage.value, expected.sufficiencyCoverage);
    near(found.necessity.value, expected.necessityConsistency);
    near(found.necessityCoverage.value, expected.necessityCoverage);
  });
});

const anyCases = fc.integer({ min: 1, max: 5 }).chain((conditions) =>
  fc.record({
    conditions: fc.constant(conditions),
    cases: fc.array(
      fc.record({
        name: fc.string(),
        values: fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: conditions, maxLength: conditions }),
        outcome: fc.constantFrom<0 | 1>(0, 1),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);

test('a solution has every configuration with the outcome and none without; no term can lose a condition', () => {
  fc.assert(
    fc.property(anyCases, fc.constantFrom('conservative', 'parsimonious'), ({ conditions, cases }, kind) => {
      const table = truthTable(cases, conditions);
      const values = (key: string): (0 | 1)[] => Array.from(key, (digit) => (digit === '1' ? 1 : 0));
      const positive = table.rows.filter(({ outcome }) => outcome === 1).map(({ key }) => values(key));
      const observed = new Map(table.rows.map(({ key, outcome }) => [key, outcome]));
      const everything = Array.from({ length: 2 ** conditions }, (_, row) =>
        row.toString(2).padStart(conditions, '0'),
      );
      const isFree = (key: string): boolean => {
        const outcome = observed.get(key);
        return outcome === 1 || (outcome === undefined && kind === 'parsimonious');
      };
      const models = must(minimise(table, kind), 'a solution');
      assert.equal(models.length > 0, positive.length > 0);
      for (const model of models) {
        for (const row of positive) assert.ok(model.some((term) => hasTerm(term, row)));
        for (const term of model) {
          const has = (shorter: typeof term): string[] =>
            everything.filter((key) => hasTerm(shorter, values(key)));
          assert.ok(has(term).every(isFree));
          for (const [place, value] of term.entries()) {
            if (value === null) continue;
            const shorter = term.with(place, null);
            assert.ok(!has(shorter).every(isFree), termText(term, ['A', 'B', 'C', 'D', 'E']));
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a contradiction is neither outcome, and few cases for many conditions are told', () => {
  const cases: RatedCase[] = [
    { name: 'A', values: [1, 1, 0, 0], outcome: 1 },
    { name: 'B', values: [1, 1, 0, 0], outcome: 0 },
    { name: 'C', values: [1, 1, 1, 1], outcome: 1 },
  ];
  const table = truthTable(cases, 4);
  assert.deepEqual(
    table.rows.map(({ key, outcome, inclusion }) => [key, outcome, inclusion]),
    [
      ['1100', null, 0.5],
      ['1111', 1, 1],
    ],
  );
  assert.deepEqual([table.contradictions, table.remainders, table.tooFewCases], [1, 14, true]);
  assert.equal(needsCases(4), 12);
  assert.deepEqual(minimise(truthTable([], 2), 'parsimonious'), []);
});

test('an exact test stops where it has more tables to go through than it may', () => {
  const table = [
    [3, 2],
    [1, 4],
    [2, 2],
  ];
  assert.equal(contingency(table, 1000).exact.reason, null);
  assert.equal(contingency(table, 10).exact.reason, 'too-large');
});

test('the stretches that no span touches are those of the plain search, also of very many', () => {
  const anySpans = fc.array(
    fc.tuple(fc.nat(40), fc.nat(6)).map(([start, length]): Stretch => ({ start, end: start + length })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anySpans, anySpans, (stretches, spans) => {
      const plain = stretches.filter(
        (turn) => !spans.some((span) => span.start < turn.end && span.end > turn.start),
      );
      assert.deepEqual(untouched(stretches, spans), plain);
    }),
  );
  const many = Array.from({ length: 200_000 }, (_, place): Stretch => ({ start: place, end: place + 1 }));
  assert.equal(untouched(many, many.slice(1)).length, 1);
});

/** So many cases, dealt without pattern but always the same. */
function dealt(conditions: number, count: number): RatedCase[] {
  let state = 7;
  const digit = (): 0 | 1 => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state < 2 ** 30 ? 0 : 1;
  };
  return Array.from({ length: count }, (_, row) => ({
    name: String(row),
    values: Array.from({ length: conditions }, digit),
    outcome: digit(),
  }));
}

test('many conditions are answered in seconds, where there is too much to go through by saying so', () => {
  const started = process.cpuUsage();
  const many = truthTable(dealt(9, 60), 9);
  assert.ok(must(minimise(many, 'conservative'), 'a solution').length > 0);
  assert.equal(minimise(many, 'parsimonious'), null);
  const [model = []] = must(minimise(truthTable(dealt(8, 40), 8), 'parsimonious'), 'a solution');
  assert.ok(model.length > 1);
  assert.ok(process.cpuUsage(started).user < 20_000_000);
});

/** Every table of the same margins, counted with whole numbers. */
function naiveExact(table: readonly (readonly [number, number])[]): number {
  const choose = (n: number, k: number): number => {
    let value = 1;
    for (let step = 1; step <= k; step++) value = (value * (n - k + step)) / step;
    return Math.round(value);
  };
  const sizes = table.map(([a, b]) => a + b);
  const first = table.reduce((sum, [a]) => sum + a, 0);
  const weight = (column: readonly number[]): number =>
    column.reduce((product, k, place) => product * choose(sizes[place] ?? 0, k), 1);
  let columns: number[][] = [[]];
  for (const size of sizes)
    columns = columns.flatMap((column) => Array.from({ length: size + 1 }, (_, k) => [...column, k]));
  const same = columns.filter((column) => column.reduce((a, b) => a + b, 0) === first);
  const own = weight(table.map(([a]) => a));
  const total = same.reduce((sum, column) => sum + weight(column), 0);
  return same.reduce((sum, column) => sum + (weight(column) <= own ? weight(column) : 0), 0) / total;
}
