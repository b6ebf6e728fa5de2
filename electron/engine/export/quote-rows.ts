// A coded passage on its way out: as a row of a spreadsheet, as a row of tidy data, as a citation.
import { namedOnce, placeCited } from '../../../shared/cite.ts';
import type { Quote } from '../../../shared/contract/matrices.ts';
import type { Cell } from '../../../shared/export/sheet.ts';
import { valueLabel } from '../../../shared/matrices/rule.ts';
import { say, type Language } from '../../../shared/words/say.ts';

const quoteColumns = [
  'code',
  'name',
  'case',
  'phase',
  'source',
  'paragraph',
  'turn',
  'speaker',
  'quote',
] as const;
const codingColumns = ['level', 'direction', 'memo', 'coder', 'start', 'end', 'id'] as const;

export function quoteHead(language: Language): string[] {
  return [...quoteColumns, ...codingColumns].map((column) => say(language, `export.quote-${column}`));
}

export function quoteCells(language: Language, quote: Quote): Cell[] {
  const { code, codeName, level, direction } = quote;
  return [
    code,
    codeName,
    quote.case,
    quote.phase,
    `${quote.sourceNumber} ${quote.source}`,
    quote.paragraph,
    quote.turn,
    quote.speaker,
    quote.said,
    level === null ? null : valueLabel(language, { kind: 'level' }, String(level)),
    direction === null ? null : valueLabel(language, { kind: 'direction' }, String(direction)),
    quote.memo,
    quote.coder,
    quote.start,
    quote.end,
    quote.id,
  ];
}

/** Names of the columns of tidy data: the same in every language, for programs ask for them. */
export const tidyHead = [
  'code',
  'code_name',
  'case',
  'source',
  'paragraph',
  'turn',
  'speaker',
  'start',
  'end',
  'quote',
  'coder',
  'date',
  'phase',
  'level',
  'direction',
  'weight',
  'memo',
  'id',
] as const;

/** Numbers and dates as such: level 1 to 3, direction -1 to 1, date and time in UTC. */
export function tidyCells(quote: Quote): Cell[] {
  return [
    quote.code,
    quote.codeName,
    quote.case,
    quote.source,
    quote.paragraph,
    quote.turn,
    quote.speaker,
    quote.start,
    quote.end,
    quote.said,
    quote.coder,
    quote.date,
    quote.phase,
    quote.level,
    quote.direction,
    quote.weight,
    quote.memo,
    quote.id,
  ];
}

/** The passage and where it stands: source, turn and paragraph, speaker, case, phase, no name twice. */
export function cited(language: Language, quote: Quote): string {
  const { source, speaker, case: of, phase } = quote;
  const place = [placeCited(language, quote), ...namedOnce(source, [speaker, of, phase])];
  const citation = place.join(say(language, 'export.citation-list'));
  return say(language, 'export.cited', { quote: quote.said, citation });
}
