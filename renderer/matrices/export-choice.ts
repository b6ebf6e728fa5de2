// What was chosen to be exported, and the call that writes it.
import { frequenciesBy, frequenciesQuestion } from '../../shared/matrices/frequencies-question.ts';
import {
  documentFormats,
  endingOf,
  isDocumentFormat,
  tableFormats,
  type TableFormat,
} from '../../shared/export/formats.ts';
import type { Input } from '../../shared/contract/index.ts';
import { ruleText, type RuleLine } from '../../shared/matrices/rule.ts';
import type { Language } from '../../shared/words/say.ts';
import { reworded, type ChartData } from '../charts/chart-data.ts';
import type { ChartKind } from '../charts/chart-kinds.ts';
import { pictureOf } from '../charts/picture.ts';
import type { ExportedFile } from '../../shared/contract/matrices.ts';
import { engine } from '../engine.ts';
import { leaving, readNames } from '../names/leaving.ts';
import type { MatrixInput } from './question.ts';

export type PictureFormat = 'svg' | 'png';

export interface ExportChoice {
  readonly subject: 'picture' | 'table' | 'quotes' | 'methods';
  readonly tableFormat: TableFormat;
  readonly pictureFormat: PictureFormat;
  /** With the quotes behind the numbers. */
  readonly appendix: boolean;
  readonly names: 'real' | 'pseudonyms';
}

/** The chart in view. */
export interface Picture {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly rule: readonly RuleLine[];
}

/** What is looked at while the export is chosen. */
interface Subjects {
  readonly question: MatrixInput;
  readonly picture: Picture | null;
  readonly title: string;
  /** Of a matrix: whether its words are in view, and the headings in view where not all are. */
  readonly inView: InView;
}

export type InView = Pick<Input<'export.table'>, 'cells' | 'only'>;

export function formatsOf({ subject }: ExportChoice): readonly TableFormat[] {
  return subject === 'methods' ? documentFormats : tableFormats;
}

/** The format chosen before, where the subject has it. */
export function chosenTableFormat(choice: ExportChoice): TableFormat {
  return formatsOf(choice).includes(choice.tableFormat) ? choice.tableFormat : 'docx';
}

export function chosenFormat(choice: ExportChoice): TableFormat | PictureFormat {
  return choice.subject === 'picture' ? choice.pictureFormat : chosenTableFormat(choice);
}

export function endingOfFormat(format: TableFormat | PictureFormat): string {
  return format === 'svg' || format === 'png' ? format : endingOf(format);
}

export function takesAppendix(choice: ExportChoice): boolean {
  return choice.subject === 'table' && isDocumentFormat(chosenTableFormat(choice));
}

/** Writes the chosen to the file of a token; tells how many texts were cut, and at how many places a pseudonym stands. */
export async function writeChosen(
  choice: ExportChoice,
  { question, picture, title, inView }: Subjects,
  { file, language }: { readonly file: string; readonly language: Language },
): Promise<Pick<ExportedFile, 'cut' | 'replaced'>> {
  const { subject } = choice;
  if (subject === 'picture') {
    if (picture) {
      const { kind, data, rule } = picture;
      await readNames();
      const { text, replaced } = leaving(choice.names);
      const caption = { title: text(title), rule: text(ruleText(language, rule)) };
      const content = await pictureOf(kind, reworded(data, text), caption, choice.pictureFormat);
      await engine.call('export.picture', { file, content });
      return { cut: 0, replaced: replaced() };
    }
    return { cut: 0, replaced: null };
  }
  const format = chosenTableFormat(choice);
  const to = { file, format, language, names: choice.names };
  return {
    table: () =>
      exportTable(question, { ...to, ...inView, appendix: takesAppendix(choice) && choice.appendix }),
    quotes: () => exportQuotes(question, to),
    methods: () =>
      engine.call('export.methods', { ...to, format: isDocumentFormat(format) ? format : 'docx' }),
  }[subject]();
}

interface ExportTo {
  readonly file: string;
  readonly format: TableFormat;
  readonly language: Language;
  readonly names: 'real' | 'pseudonyms';
}

function exportTable(
  question: MatrixInput,
  { cells, only, ...to }: ExportTo & InView & { readonly appendix: boolean },
) {
  const by = frequenciesBy(question);
  return by === null
    ? engine.call('export.table', { ...to, cells, only, question })
    : engine.call('export.frequencies', { ...to, question: frequenciesQuestion(question, by) });
}

function exportQuotes({ filters, overlap, coders, at }: MatrixInput, to: ExportTo) {
  const moment = at === undefined ? {} : { at };
  return engine.call('export.quotes', {
    ...to,
    question: { filters, overlap, coders, limit: null, ...moment },
  });
}
