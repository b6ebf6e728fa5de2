// What a table on its way out was asked, in words.
import type { Input } from '../../../shared/contract/index.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { dimensionLabel } from '../../../shared/matrices/rule.ts';
import type { Language, WordKey } from '../../../shared/words/say.ts';
import type { Leaving } from './provenance.ts';

type ExportCall = 'export.table' | 'export.frequencies' | 'export.quotes';

export type Export<N extends ExportCall> = Input<N> & Leaving;

export function filtersAsked(
  language: Language,
  filters: Input<'matrices.quotes'>['filters'],
): (readonly [WordKey, string])[] {
  return filters.map(({ dimension, value }) => [
    'export.filter',
    `${dimensionText(language, dimension)} = ${value}`,
  ]);
}

export const dimensionText = (language: Language, name: string): string =>
  dimensionLabel(language, parseDimension(name));
