// Before → after against the naive counter: which cases are paired, their means, and what a cell opens onto.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { changes, changingMeasures, type ChangeQuestion } from '../../../shared/matrices/change.ts';
import { changeEvidence } from '../../../shared/matrices/change-evidence.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { dimensionName, reachOf } from '../../../shared/matrices/dimensions.ts';
import type { Dimension } from '../../../shared/matrices/question.ts';
import { anyCorpus, anyQuestion, makeCorpus, type MadeSource } from './made-up.ts';
import { naiveTable } from './naive.ts';

const anyChange: fc.Arbitrary<ChangeQuestion> = fc
  .record({
    question: anyQuestion,
    measure: fc.constantFrom(...changingMeasures),
    kind: fc.constantFrom('phase', 'source-phase'),
  })
  .map(({ question, measure, kind }) => {
    const free = [...question.rows, ...question.columns, ...(question.panels ?? [])].filter(
      (each) => each.kind !== kind,
    );
    const [row = { kind: 'code', level: null } as const, column, panel] = free;
    return {
      ...question,
      rows: [row],
      columns: [column ?? []].flat(),
      panels: [panel ?? []].flat(),
      filters: question.filters.filter(({ dimension }) => dimension.kind !== kind),
      measures: [measure],
      phases: { dimension: { kind }, from: 'before', to: 'after' },
    } satisfies ChangeQuestion;
  });

test('a change is what the naive counter says of each case that has material before and after', () => {
  fc.assert(
    fc.property(anyCorpus, anyChange, (corpus, question) => {
      const table = changes(corpus, question);
      const pairedCases = naivelyPaired(corpus, question);
      assert.equal(table.paired, pairedCases.length);
      const withoutRead = naivelyWithMaterial(corpus, question).filter((id) => !pairedCases.includes(id));
      assert.deepEqual(
        table.uncoded.flatMap(({ ids }) => ids),
        withoutRead,
      );
      const panels = question.panels ?? [];
      for (const panel of [null, ...table.panels]) {
        const { cells } = panel ?? table;
        const valueOf = naiveValues(corpus, question, panel === null ? [] : panels);
        for (const [r, row] of [...table.rows, null].entries()) {
          for (const [c, column] of [...table.columns, null].entries()) {
            const pairs = pairedCases.flatMap((id) => {
              const [before, after] = ['h0', 'h1'].map((phase) =>
                valueOf([panel?.heading.ids ?? [], phase, id], row?.ids ?? null, column?.ids ?? null),
              );
              return typeof before === 'number' && typeof after === 'number' ? [{ id, before, after }] : [];
            });
            const cell = must(cells[r]?.[c], 'a cell');
            const n = pairs.length;
            assert.equal(cell.n, n);
            assert.deepEqual(
              cell.cases,
              pairs.map(({ id }) => id),
            );
            assert.equal(cell.rose, pairs.filter(({ before, after }) => before < after).length);
            assert.equal(cell.fell, pairs.filter(({ before, after }) => before > after).length);
            if (n === 0) assert.deepEqual([cell.before, cell.after, cell.change], [null, null, null]);
            else {
              const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / n;
              const [before, after] = [mean(pairs.map((p) => p.before)), mean(pairs.map((p) => p.after))];
              near(cell.before, before);
              near(cell.after, after);
              near(cell.change, after - before);
            }
          }
        }
      }
    }),
    { numRuns: 250 },
  );
});

const code: Dimension = { kind: 'code', level: null };
const question = (rest: Partial<ChangeQuestion>): ChangeQuestion => ({
  rows: [code],
  columns: [],
  measures: ['presence'],
  filters: [],
  overlap: 'split',
  coders: null,
  rateUnit: 'words',
  phases: { dimension: { kind: 'phase' }, from: 'before', to: 'After' },
  ...rest,
});
const said = (cases: number[], phase: number, codings: MadeSource['codings']): MadeSource => ({
  pieces: [{ label: 2, text: 'aa bb', speaker: 0, cases }],
  phase,
  codings,
});

test('a case without an interview after is not compared; one that tells of it in the interview before is', () => {
  const both = [0, 1].map((phase) => said([0], phase, [{ start: 2, end: 4, code: phase === 0 ? 3 : 1 }]));
  const onlyBefore = said([1], 0, [{ start: 2, end: 4, code: 3 }]);
  const tells = said([2], 0, [{ start: 2, end: 4, code: 3, phase: 1 }]);
  const table = changes(makeCorpus([...both, onlyBefore, tells]), question({}));
  const t2 = table.rows.findIndex(({ ids }) => ids[0] === 'T2');
  const cell = must(table.cells[t2]?.[0], 'T2');
  assert.equal(table.paired, 2);
  assert.deepEqual(
    { ...cell },
    { before: 0.5, after: 0.5, change: 0, n: 2, rose: 1, fell: 1, cases: ['c0', 'c2'] },
  );
});

test('a case of which nobody has coded the interview after yet is told apart, not compared', () => {
  const read = said([0], 0, [{ start: 2, end: 4, code: 3 }]);
  const isTold = (after: MadeSource, asked: Partial<ChangeQuestion> = {}): readonly [number, string[]] => {
    const { paired, uncoded } = changes(makeCorpus([read, after]), question(asked));
    return [paired, uncoded.flatMap(({ labels }) => labels)];
  };
  const other = said([0], 1, [{ start: 2, end: 4, code: 1, coder: 1 }]);
  assert.deepEqual(isTold(said([0], 1, [])), [0, ['Elm Street']]);
  assert.deepEqual(isTold(other), [1, []]);
  // What another coder has read is read.
  assert.deepEqual(isTold(other, { coders: ['r0'] }), [1, []]);
  // All that is said in the interview after may be about before: it was read all the same.
  assert.deepEqual(isTold(said([0], 1, [{ start: 2, end: 4, code: 1, phase: 0 }])), [1, []]);
});

/** One case said one thing before and another after; the other cases and codes are there for their number. */
function largeCorpus(cases: number, codes: number): Corpus {
  const made = makeCorpus([
    said([0], 0, [{ start: 2, end: 4, code: 3 }]),
    said([0], 1, [{ start: 2, end: 4, code: 4 }]),
  ]);
  const bare = { parent: -1, depth: 1, setsLevel: null, setsPhase: null };
  return {
    ...made,
    cases: Array.from(
      { length: cases },
      (_, n) => made.cases[n] ?? { id: `c${n}`, name: `Case ${n}`, attributes: new Map() },
    ),
    codes: Array.from(
      { length: codes },
      (_, n) => made.codes[n] ?? { id: `k${n}`, name: `Code ${n}`, ...bare },
    ),
  };
}

test('a change over more cases, phases and codes than a table may have cells is answered, with its quotes', () => {
  const corpus = largeCorpus(2000, 1100);
  const table = changes(corpus, question({}));
  assert.deepEqual([table.rows.length, table.paired], [1100, 1]);
  assert.deepEqual(
    table.cells.slice(3, 6).map(([cell]) => cell?.change),
    [-1, 1, 0],
  );
  assert.deepEqual(
    changeEvidence(corpus, question({}))
      .filter(({ row }) => row === 3 || row === 4)
      .map(({ row, column, source }) => [row, column, source]),
    [
      [3, 0, 0],
      [4, 1, 1],
    ],
  );
});

test('a change that takes too much counting is refused as that, not as too large a table', () => {
  assert.throws(
    () => changes(largeCorpus(9000, 1100), question({})),
    (error) => error instanceof Refused && error.refusal.key === 'refused.too-many-compared',
  );
});

test('phases that are not there, the same phase and nested axes are refused', () => {
  const corpus = makeCorpus([said([0], 0, [])]);
  const refusedAs = (key: string, rest: Partial<ChangeQuestion>): void => {
    assert.throws(
      () => changes(corpus, question(rest)),
      (error) => error instanceof Refused && error.refusal.key === key,
    );
  };
  const phases = question({}).phases;
  refusedAs('refused.no-such-phase', { phases: { ...phases, to: 'long after' } });
  refusedAs('refused.same-phase', { phases: { ...phases, to: 'before' } });
  refusedAs('refused.change-axes', { rows: [code, { kind: 'case' }] });
  refusedAs('refused.change-axes', { columns: [{ kind: 'phase' }] });
});

function naivelyPaired(corpus: Corpus, question: ChangeQuestion): string[] {
  const counts = [{ kind: 'source-phase' } as const, question.phases.dimension].map((column) =>
    naiveTable(corpus, {
      ...question,
      filters: question.filters.filter((filter) => reachOf(filter.dimension) !== 'coding'),
      coders: null,
      rows: [{ kind: 'case' }],
      columns: [column],
      panels: [],
    }),
  );
  const isCoded = (id: string, phase: string): boolean =>
    counts.some(
      ({ columns, value }) =>
        columns.some((ids) => ids.includes(phase)) && value('references', [id], [phase]) !== 0,
    );
  return naivelyWithMaterial(corpus, question).filter((id) =>
    ['h0', 'h1'].every((phase) => isCoded(id, phase)),
  );
}

function naivelyWithMaterial(
  corpus: Corpus,
  { filters, phases: { dimension }, ...question }: ChangeQuestion,
): string[] {
  const material = naiveTable(corpus, {
    ...question,
    filters: filters.filter((filter) => reachOf(filter.dimension) !== 'coding'),
    rows: [{ kind: 'case' }],
    columns: [{ kind: 'source-phase' }],
    panels: [],
  });
  const codings = naiveTable(corpus, {
    ...question,
    filters: filters.filter((filter) => reachOf(filter.dimension) !== 'coding'),
    rows: [{ kind: 'case' }],
    columns: [dimension],
    panels: [],
  });
  const stands = ({ columns }: typeof material, phase: string): boolean =>
    columns.some((ids) => ids.includes(phase));
  const has = (id: string, phase: string): boolean =>
    (stands(material, phase) && material.base('case-share', [id], [phase]) !== 0) ||
    (dimension.kind === 'phase' &&
      stands(codings, phase) &&
      codings.value('references', [id], [phase]) !== 0);
  return material.rows
    .map(([id]) => must(id, 'a case'))
    .filter((id) => ['h0', 'h1'].every((phase) => has(id, phase)));
}

function naiveValues(corpus: Corpus, question: ChangeQuestion, panels: readonly Dimension[]) {
  const { dimension } = question.phases;
  const onRows = question.rows[0]?.kind === 'case';
  const onColumns = question.columns[0]?.kind === 'case';
  const inPanel = panels[0]?.kind === 'case';
  const outer: Dimension[] = onRows || onColumns || inPanel ? [dimension] : [dimension, { kind: 'case' }];
  const all = question.panels ?? [];
  const own = question.filters.map((filter) => dimensionName(filter.dimension));
  const any = panels.length > 0 ? [] : all.filter((panel) => !own.includes(dimensionName(panel)));
  const table = naiveTable(corpus, {
    ...question,
    within: any.map((panel) => ({ dimension: panel, values: idsOf(corpus, question, panel) })),
    panels: [...panels, ...outer],
  });
  const [measure] = question.measures;
  return (
    [panel, phase, id]: readonly [panel: readonly string[], phase: string, id: string],
    row: readonly string[] | null,
    column: readonly string[] | null,
  ): number | null => {
    const here = [...panel, phase];
    const at = [row && [...row], column && [...column]] as const;
    if (inPanel) return panel[0] === id ? table.value(measure, ...at, here) : null;
    if (onRows)
      return row === null || row[0] === id ? table.value(measure, [id], column && [...column], here) : null;
    if (onColumns)
      return column === null || column[0] === id ? table.value(measure, row && [...row], [id], here) : null;
    return table.value(measure, ...at, [...here, id]);
  };
}

/** All values of a dimension. */
function idsOf(corpus: Corpus, question: ChangeQuestion, dimension: Dimension): string[] {
  const { rows } = naiveTable(corpus, {
    ...question,
    filters: [],
    rows: [dimension],
    columns: [],
    panels: [],
  });
  return rows.map(([id]) => must(id, 'a value'));
}

function near(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-9, `${actual} for ${expected}`);
}
