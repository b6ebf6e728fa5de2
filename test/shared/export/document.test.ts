// Pages of a document: a wide table is turned sideways with all the headings right before it, and nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOf, type DocumentPart } from '../../../shared/export/document.ts';

const heading: DocumentPart = { kind: 'heading', level: 2, text: 'Material' };
const paragraph: DocumentPart = { kind: 'paragraph', text: 'A study.' };
const row = ['1', '2', '3', '4', '5', '6', '7'];
const wide: DocumentPart = {
  kind: 'table',
  sheet: { name: 'Sources', headerRows: 1, rows: [row, row] },
  figure: String,
};

test('headings go with the wide table behind them, whatever stands before', () => {
  assert.deepEqual(pagesOf([heading, paragraph, heading, wide]), [
    { sideways: false, parts: [heading, paragraph] },
    { sideways: true, parts: [heading, wide] },
  ]);
  assert.deepEqual(pagesOf([heading, heading, wide, paragraph]), [
    { sideways: true, parts: [heading, heading, wide] },
    { sideways: false, parts: [paragraph] },
  ]);
});
