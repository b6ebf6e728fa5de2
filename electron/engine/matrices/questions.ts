// From what a caller asks (words and names) to a question of the matrix engine.
import type { Input } from '../../../shared/contract/index.ts';
import { findNamed } from '../../../shared/find-named.ts';
import {
  changingMeasures,
  type ChangeQuestion,
  type ChangingMeasure,
} from '../../../shared/matrices/change.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { isUnitMeasure, parseDimension } from '../../../shared/matrices/dimensions.ts';
import { parseNearness, type CooccurrenceQuestion } from '../../../shared/matrices/cooccurrence.ts';
import type { Dimension, Filter, Measure, Question, UnitMeasure } from '../../../shared/matrices/question.ts';
import { settled } from '../../../shared/matrices/values.ts';
import { Refused } from '../../../shared/refused.ts';
import { projectLanguage, setting } from '../text/settings.ts';
import type { Readable } from '../store/connection.ts';

type Asked = Pick<Input<'matrices.quotes'>, 'filters' | 'overlap' | 'coders'>;

/** The question with its axes; attributes are called as in the project. Refuses unknown dimensions, values and coders. */
export function questionOf(
  db: Readable,
  corpus: Corpus,
  asked: Asked,
  axes: Pick<Question, 'rows' | 'columns' | 'panels' | 'measures'>,
): Question {
  const filters = asked.filters.map((pair) => toFilter(corpus, pair));
  const { rows, columns, panels = [] } = axes;
  const dimensions = [...rows, ...columns, ...panels, ...filters.map((filter) => filter.dimension)];
  return {
    ...axes,
    filters,
    overlap: asked.overlap,
    coders: codersOf(db, corpus, asked.coders, dimensions),
    rateUnit: projectLanguage(db) === 'zh' ? 'units' : 'words',
  };
}

/**
 * A table asks for one measure; a change for one before and after; codes against codes ask which codings stand together,
 * in every panel those of its value.
 */
export type MatrixQuestion =
  | { readonly kind: 'table'; readonly question: Question; readonly measure: Measure }
  | { readonly kind: 'change'; readonly question: ChangeQuestion; readonly measure: ChangingMeasure }
  | {
      readonly kind: 'pairs';
      readonly question: CooccurrenceQuestion;
      readonly measure: 'references' | 'c-coefficient';
      readonly panel: Dimension | null;
    }
  | {
      readonly kind: 'units';
      readonly question: SharedUnitsQuestion;
      readonly measure: UnitMeasure;
      readonly panel: Dimension | null;
    };

/** Passages or turns that codes share. */
export type SharedUnitsQuestion = CooccurrenceQuestion & {
  readonly nearness: { readonly kind: 'passage' | 'turn' };
};

export function matrixQuestion(db: Readable, corpus: Corpus, input: Input<'matrices.table'>): MatrixQuestion {
  const { measure, change = null } = input;
  const dimension = (text: string): Dimension => settled(corpus, parseDimension(text));
  const rows = input.rows.map(dimension);
  const columns = input.columns.map(dimension);
  const panels = [input.panels ?? []].flat().map(dimension);
  const ofPairs = [rows, columns].every(([first, second]) => isOfCodes(first) && second === undefined);
  if (change !== null || !ofPairs) {
    if (measure === 'c-coefficient' || isUnitMeasure(measure) || input.near !== null) {
      throw new Refused('refused.only-pairs');
    }
    const question = questionOf(db, corpus, input, { rows, columns, panels, measures: [measure] });
    return change === null ? { kind: 'table', measure, question } : changeQuestion(question, measure, change);
  }
  const {
    rateUnit: _,
    measures: __,
    ...selection
  } = questionOf(db, corpus, input, { rows, columns, measures: [] });
  const panel = panels[0] ?? null;
  if (measure === 'references' || measure === 'c-coefficient') {
    const nearness = parseNearness(input.near ?? 'overlap');
    return { kind: 'pairs', measure, panel, question: { ...selection, nearness } };
  }
  const { kind } = parseNearness(input.near ?? 'turn');
  if (!isUnitMeasure(measure) || (kind !== 'turn' && kind !== 'passage'))
    throw new Refused('refused.pair-measure');
  return { kind: 'units', measure, panel, question: { ...selection, nearness: { kind } } };
}

function changeQuestion(
  question: Question,
  measure: Measure,
  { dimension: kind, from, to }: NonNullable<Input<'matrices.table'>['change']>,
): MatrixQuestion {
  const known = changingMeasures.find((each) => each === measure);
  if (known === undefined) throw new Refused('refused.change-measure', { known: changingMeasures });
  return {
    kind: 'change',
    measure: known,
    question: { ...question, measures: [known], phases: { dimension: { kind }, from, to } },
  };
}

const isOfCodes = (dimension: Dimension | undefined): boolean =>
  dimension?.kind === 'code' || dimension?.kind === 'code-set';

function toFilter(corpus: Corpus, { dimension, value }: Asked['filters'][number]): Filter {
  return { dimension: settled(corpus, parseDimension(dimension)), values: [value] };
}

/**
 * Whose codings count, as ids; null for everyone's. Where nobody is named and several coders have coded, the project's
 * own coder counts (else the first who coded), so that no passage is counted twice; a question about coders asks all.
 */
function codersOf(
  db: Readable,
  corpus: Corpus,
  asked: Asked['coders'],
  dimensions: readonly Dimension[],
): readonly string[] | null {
  if (asked === 'all' || dimensions.some(({ kind }) => kind === 'coder')) return null;
  if (asked !== null) return asked.map((name) => coderNamed(corpus, name));
  const active = new Set(corpus.sources.flatMap((source) => [...new Set(source.codings.coder)]));
  if (active.size <= 1) return null;
  const own = corpus.coders.findIndex(({ name }) => name === setting(db, 'coder'));
  const chosen = corpus.coders[active.has(own) ? own : Math.min(...active)];
  return chosen ? [chosen.id] : null;
}

function coderNamed(corpus: Corpus, name: string): string {
  const things = corpus.coders.map((coder) => ({ uid: coder.id, names: [coder.name] }));
  try {
    return findNamed(things, name, 'refused.unknown-coder').uid;
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.key !== 'refused.unknown-coder') throw error;
    const known = corpus.coders.map((coder) => coder.name);
    throw new Refused('refused.unknown-coder', { name, known });
  }
}
