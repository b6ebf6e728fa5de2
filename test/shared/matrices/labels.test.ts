// Entries of one name are told apart wherever they stand side by side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { labelOf, toldApart } from '../../../shared/matrices/labels.ts';
import { describe, ruleText } from '../../../shared/matrices/rule.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import { makeCorpus } from './made-up.ts';

test('only those that share a name are labelled, with what tells them apart, else their number, else their id', () => {
  const entries = [
    { id: 'a', name: 'Trust', in: 'Norms' },
    { id: 'b', name: 'trust', in: 'Ties' },
    { id: 'c', name: 'Keys', in: 'Norms' },
    { id: 'd', name: 'Yard', in: 'Ties', number: 7 },
    { id: 'e', name: 'Yard', in: 'ties', number: 8 },
    { id: 'f', name: 'Hall', in: '' },
    { id: 'g', name: 'Hall', in: 'Ties' },
  ];
  assert.deepEqual(toldApart(entries, (entry) => entry.in).map(labelOf), [
    'Trust (Norms)',
    'trust (Ties)',
    'Keys',
    'Yard (7)',
    'Yard (8)',
    'Hall (f)',
    'Hall (Ties)',
  ]);
});

test('a label stands on the axis and in the rule, and a filter finds the value by it', () => {
  const made = makeCorpus([
    { pieces: [{ label: 2, text: 'aa', speaker: 0, cases: [0] }], codings: [{ start: 2, end: 4, code: 1 }] },
  ]);
  const sameNames = made.speakers.map((speaker, index) =>
    index < 2 ? { ...speaker, name: 'Ana' } : speaker,
  );
  const corpus = { ...made, speakers: toldApart(sameNames, ({ id }) => `Street ${id}`) };
  const [first, second] = corpus.speakers.map(labelOf);
  const question = {
    rows: [parseDimension('speaker')],
    columns: [],
    measures: ['references' as const],
    filters: [{ dimension: parseDimension('speaker'), values: [first ?? ''] }],
    overlap: 'split' as const,
    coders: null,
    rateUnit: 'words' as const,
  };
  const table = tabulate(corpus, question);
  assert.match(first ?? '', /^Ana \(Street /);
  assert.notEqual(first, second);
  assert.deepEqual(
    table.rows.map(({ labels }) => labels),
    [[first]],
  );
  assert.deepEqual(table.cells.references, [[1]]);
  assert.ok(ruleText('en', describe(question, corpus, table.scope)).includes(`Only speaker: ${first}.`));
});

test('the values of a text attribute stand by size where all of them are numbers, else as words', () => {
  const made = makeCorpus([]);
  const order = (values: readonly string[]): string[] => {
    const corpus = {
      ...made,
      attributes: [{ owner: 'case' as const, name: 'homes', type: 'text' as const, choices: [] }],
      cases: values.map((value, index) => ({
        id: `c${index}`,
        name: `Case ${index}`,
        attributes: new Map([['homes', value]]),
      })),
    };
    const rows = [parseDimension('case:homes')];
    const rest = { columns: [], filters: [], overlap: 'split', coders: null, rateUnit: 'words' } as const;
    return tabulate(corpus, { ...rest, rows, measures: ['references'] }).rows.flatMap(({ labels }) => labels);
  };
  assert.deepEqual(order(['100', '20', '3']), ['3', '20', '100']);
  assert.deepEqual(order(['100', '20', 'few']), ['100', '20', 'few']);
});
