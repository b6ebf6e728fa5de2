// The researcher's own ratings of the sample's cases, yes or no: the conditions and the outcome of its truth table.
import type { InLanguages } from './shape.ts';

interface Rating {
  /** An attribute of the cases. */
  readonly name: InLanguages;
  /** The cases rated yes, by their English names; the others are rated no. */
  readonly yes: readonly string[];
}

const strong = ['Maple Lane', 'Ferry Street'];

export const sampleRatings: readonly Rating[] = [
  { name: { en: 'Mobilises', zh: '动员到位' }, yes: [...strong, 'Station Road'] },
  { name: { en: 'Cultivates', zh: '培育到位' }, yes: strong },
  { name: { en: 'Uses', zh: '使用到位' }, yes: [...strong, 'Station Road'] },
  { name: { en: 'Maintains', zh: '维系到位' }, yes: strong },
  { name: { en: 'Carries itself', zh: '自主运转' }, yes: strong },
];
