// Where a file came from, said in it: when it was made, of which state of the project, and what stands for names.
import { momentText } from '../../../shared/matrices/rule.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import type { CsvNote } from './csv.ts';
import type { Naming } from './naming.ts';

/** What every export is told of its project and its way out. */
export interface Leaving {
  /** Where it leads; without one its text is the answer. */
  readonly path: string | null;
  readonly naming: Naming;
  /** Of the project that was asked; '' where it has none. */
  readonly state: string;
}

type From = Pick<Leaving, 'naming' | 'state'>;

/** As lines of a sheet. To be asked last: it tells how many names were replaced. */
export function provenanceRows(language: Language, { naming, state }: From): CsvNote[] {
  const n = naming.replaced();
  return [
    [say(language, 'export.made'), today(language)],
    ...(state === '' ? [] : [[say(language, 'export.state'), state] as const]),
    ...(n === null
      ? []
      : [[say(language, 'export.names'), say(language, 'export.pseudonyms', { n })] as const]),
  ];
}

/** The same as a sentence. */
export function provenanceText(language: Language, { naming, state }: From): string {
  const n = naming.replaced();
  const date = today(language);
  return [
    state === ''
      ? say(language, 'export.made-on', { date })
      : say(language, 'export.made-of', { date, state }),
    ...(n === null ? [] : [say(language, 'export.pseudonyms', { n })]),
  ].join(language === 'zh' ? '' : ' ');
}

const today = (language: Language): string => momentText(language, new Date().toISOString());
