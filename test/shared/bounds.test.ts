// What a call may carry: lists and names as long as a project needs them, and no longer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputs, type CallName, type Input } from '../../shared/contract/index.ts';
import { longest, most } from '../../shared/contract/parts.ts';

const things = (n: number): string[] => Array.from({ length: n }, (_, at) => `thing ${at}`);
const headings = (n: number): string[][] => things(n).map((id) => [id]);
const name = (n: number): string => 'n'.repeat(n);

/** Takes the input with `limit`, and with one more refuses it. */
function isBounded<N extends CallName>(call: N, limit: number, inputWith: (n: number) => Input<N>): void {
  const isTaken = (n: number): boolean => inputs[call].safeParse(inputWith(n)).success;
  assert.deepEqual([isTaken(limit), isTaken(limit + 1)], [true, false], call);
}

const question: Pick<Input<'matrices.quotes'>, 'filters' | 'overlap' | 'coders'> = {
  filters: [],
  overlap: 'split',
  coders: null,
};
const table: Input<'matrices.table'> = {
  ...question,
  rows: ['code'],
  columns: ['case'],
  measure: 'presence',
  near: null,
};
const exported = { file: null, format: 'csv', language: 'en' } as const;

test('lists of things, headings, names and ids have an end', () => {
  isBounded('sources.updateMany', most.things, (n) => ({ sources: things(n) }));
  isBounded('sources.updateMany', most.things, (n) => ({ sources: ['1'], cases: things(n) }));
  isBounded('sources.update', most.things, (n) => ({
    source: '1',
    attributes: things(n).map((each) => ({ name: each, value: '' })),
  }));
  isBounded('relation-types.update', most.things, (n) => ({ type: 'causes', between: things(n) }));
  const aCase = { name: 'North', attributes: [], sources: [], speakers: [] };
  isBounded('cases.set', most.things, (n) => ({ ...aCase, sources: things(n) }));
  isBounded('cases.set', most.things, (n) => ({ ...aCase, speakers: things(n) }));
  isBounded('code-sets.update', most.things, (n) => ({ name: 'Ties', add: things(n), drop: [] }));
  isBounded('code-sets.update', most.things, (n) => ({ name: 'Ties', add: [], drop: things(n) }));
  isBounded('codings.list', most.codings, (n) => ({
    source: '1',
    only: Array.from({ length: n }, () => 'a'),
  }));
  isBounded('codings.list', longest.codingId, (n) => ({ source: '1', only: [name(n)] }));
  isBounded('matrices.table', most.things, (n) => ({
    ...table,
    filters: things(n).map((value) => ({ dimension: 'case', value })),
  }));
  isBounded('matrices.table', longest.prose, (n) => ({
    ...table,
    filters: [{ dimension: 'case:Note', value: name(n) }],
  }));
  isBounded('matrices.table', most.things, (n) => ({ ...table, coders: things(n) }));
  isBounded('matrices.table', longest.reference, (n) => ({ ...table, near: name(n) }));
  isBounded('matrices.table', 2 * longest.reference, (n) => ({ ...table, rows: [name(n)] }));
  isBounded('matrices.table', longest.reference, (n) => ({
    ...table,
    rowOrder: { by: 'attribute', attribute: name(n), descending: false },
  }));
  const inCell = { matrix: 'Trust', row: ['T1'], column: ['North'] };
  isBounded('cells.summarise', most.things, (n) => ({ ...inCell, summary: things(n).map(() => []) }));
  isBounded('cells.summarise', most.things, (n) => ({
    ...inCell,
    summary: [things(n).map((text) => ({ text }))],
  }));
  const link = { id: null, type: 'causes', sign: null, memo: null, coder: null };
  isBounded('links.add', longest.codingId, (n) => ({ ...link, from: name(n), to: 'b' }));
  isBounded('links.add', longest.codingId, (n) => ({ ...link, from: 'a', to: name(n) }));
  isBounded('evidence.judge', longest.codingId, (n) => ({
    coding: name(n),
    test: null,
    outcome: null,
    reason: null,
  }));
  const asked = (only: { rows: string[][]; columns: string[][] }): Input<'export.table'> => ({
    ...exported,
    question: table,
    only,
  });
  isBounded('export.table', most.headings, (n) => asked({ rows: headings(n), columns: [] }));
  isBounded('export.table', 3, (n) => asked({ rows: [], columns: [things(n)] }));
  isBounded('export.table', longest.prose, (n) => asked({ rows: [[name(n)]], columns: [] }));
  isBounded('matrices.table', 3, (n) => ({
    ...table,
    rowOrder: { by: 'rating', at: things(n), descending: true },
  }));
  isBounded('matrices.report', 2 * longest.reference, (n) => ({
    kind: 'truth-table',
    ...question,
    conditions: [`code:${name(n - 5)}`],
    outcome: 'code:T1',
    cutoff: 0.8,
  }));
});
