// What leaves a table: its chart where one is in view, the table, the quotes behind it, the methods appendix.
import type { Input } from '../../shared/contract/index.ts';
import { documentFormats, tableFormats } from '../../shared/export/formats.ts';
import { frequenciesBy, frequenciesQuestion } from '../../shared/matrices/frequencies-question.ts';
import { ruleText, type RuleLine } from '../../shared/matrices/rule.ts';
import type { Language } from '../../shared/words/say.ts';
import { reworded, type ChartData } from '../charts/chart-data.ts';
import type { ChartKind } from '../charts/chart-kinds.ts';
import { pictureFormats, pictureOf, type PictureFormat } from '../charts/picture.ts';
import { engine } from '../engine.ts';
import { leaving, readNames } from '../names/leaving.ts';
import type { Words } from '../words.ts';
import { subjectOf, type ExportSubject } from './export-choice.ts';
import type { MatrixInput } from './question.ts';

/** The chart in view. */
interface Picture {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly rule: readonly RuleLine[];
}

/** Of a matrix: whether its words are in view, and the headings in view where not all are. */
export type InView = Pick<Input<'export.table'>, 'cells' | 'only'>;

interface TableInView {
  readonly question: MatrixInput;
  readonly title: string;
  /** Null where the table itself is in view. */
  readonly picture: Picture | null;
  readonly inView: InView;
}

export function tableSubjects(words: Words, table: TableInView): readonly ExportSubject[] {
  const { say } = words;
  const { question, title, picture, inView } = table;
  const about = (format: (typeof tableFormats)[number]): string => say(`tables.format-${format}`);
  const by = frequenciesBy(question);
  return [
    ...(picture ? [chartSubject(words, title, picture)] : []),
    subjectOf({
      id: 'table',
      text: say('tables.export-table'),
      title,
      formats: tableFormats,
      about,
      hasAppendix: true,
      write: (to, appendix) =>
        by === null
          ? engine.call('export.table', { ...to, ...inView, appendix, question })
          : engine.call('export.frequencies', {
              ...to,
              appendix,
              question: frequenciesQuestion(question, by),
            }),
    }),
    subjectOf({
      id: 'quotes',
      text: say('tables.export-quotes'),
      title,
      formats: tableFormats,
      about,
      write: (to) => exportQuotes(question, to),
    }),
    subjectOf({
      id: 'methods',
      text: say('tables.export-methods'),
      title: say('tables.export-methods'),
      formats: documentFormats,
      about: () => say('tables.about-methods'),
      write: (to) => engine.call('export.methods', to),
    }),
  ];
}

function chartSubject(words: Words, title: string, { kind, data, rule }: Picture): ExportSubject {
  return pictureSubject(words, title, (format, language, text) => {
    const caption = { title: text(title), rule: text(ruleText(language, rule)) };
    return pictureOf(kind, reworded(data, text), caption, format);
  });
}

/** `draw` gives the picture's file as base64, with each of its texts passed through `text`. */
export function pictureSubject(
  { say }: Words,
  title: string,
  draw: (format: PictureFormat, language: Language, text: (own: string) => string) => Promise<string>,
): ExportSubject {
  return subjectOf({
    id: 'picture',
    text: say('charts.export-picture'),
    title,
    formats: pictureFormats,
    about: (format) => say(`tables.format-${format}`),
    write: async ({ file, format, language, names }) => {
      await readNames();
      const { text, replaced } = leaving(names);
      await engine.call('export.picture', { file, content: await draw(format, language, text) });
      return { cut: 0, replaced: replaced() };
    },
  });
}

function exportQuotes(
  { filters, overlap, coders, at }: MatrixInput,
  to: Omit<Input<'export.quotes'>, 'question'>,
) {
  const moment = at === undefined ? {} : { at };
  return engine.call('export.quotes', {
    ...to,
    question: { filters, overlap, coders, limit: null, ...moment },
  });
}
