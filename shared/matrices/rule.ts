// The counting rule printed with every table: how its numbers came about, as data, and in words of either language.
import { say, type Language, type Values, type WordKey } from '../words/say.ts';
import type { ChangeQuestion, ChangeTable } from './change.ts';
import type { CooccurrenceQuestion } from './cooccurrence.ts';
import type { Corpus } from './corpus.ts';
import { dimensionName, isUnitMeasure, parseDimension, reachOf } from './dimensions.ts';
import { ANY, NONE, readyFilters } from './filters.ts';
import { labelOf } from './labels.ts';
import type { Order } from './order.ts';
import type { Selection } from './plan.ts';
import type { Dimension, Heading, Measure, Nearness, Question, Scope, TogetherMeasure } from './question.ts';

/**
 * One sentence of the rule. The values `rows`, `columns`, `panels`, `dimensions`, `dimension` and `choosing` hold names of
 * dimensions, `measures` names of measures, `values` names of a dimension's values; several are separated by newlines.
 */
export interface RuleLine {
  readonly key: WordKey;
  readonly values: Values;
}

/** The rule of a table and its N. */
export function describe(question: Question, corpus: Corpus, scope: Scope): RuleLine[] {
  const { measures, rows, columns } = question;
  const asks = (...list: Measure[]): boolean => list.some((measure) => measures.includes(measure));
  const axes = [...rows, ...columns];
  return [
    columns.length === 0
      ? line('rule.rows', { rows: names(rows) })
      : line('rule.rows-columns', { rows: names(rows), columns: names(columns) }),
    line('rule.measures', { measures: measures.join('\n') }),
    line('rule.reference'),
    ...when(asks('passages'), line('rule.passages')),
    ...rollUp(axes),
    ...when(asks('characters', 'words', 'units', 'share', 'own-share'), line('rule.text')),
    ...when(dividesSources([...axes, ...filtered(question)]), line(`rule.${question.overlap}`)),
    ...when(asks('share', 'own-share', 'rate'), baseLine(axes)),
    ...when(asks('rate'), line(`rule.rate-${question.rateUnit}`)),
    ...when(asks('own-share'), line('rule.own-share')),
    ...when(asks('case-share'), line('rule.case-share')),
    ...when(asks('case-share', 'cases'), ...uncodedCases(corpus, scope)),
    ...when(asks('mean-weight', 'mean-level', 'median-level'), line('rule.with-level')),
    ...when(asks(...measuresWithGaps), line('rule.undefined')),
    line('rule.totals'),
    ...selection(question, corpus),
    ...scopeLines(scope),
  ];
}

/** The rule of a table of codings that stand together; `units` are all passages or turns, where the measure counts them. */
export function describeCooccurrence(
  question: CooccurrenceQuestion,
  corpus: Corpus,
  scope: Scope & { readonly units?: number },
  measure: 'references' | TogetherMeasure,
): RuleLine[] {
  const { rows, columns, nearness } = question;
  const unit = nearness.kind === 'passage' || nearness.kind === 'turn' ? nearness.kind : null;
  return [
    line('rule.rows-columns', { rows: names(rows), columns: names(columns) }),
    line('rule.reference'),
    ...rollUp([...rows, ...columns]),
    isUnitMeasure(measure) && unit !== null
      ? line(`rule.${measure}-${unit}`, scope.units === undefined ? {} : { units: scope.units })
      : line(`rule.pairs-${nearness.kind}`, distanceOf(nearness)),
    ...when(measure === 'references', line('rule.pair-totals')),
    ...when(measure === 'c-coefficient', line('rule.c-coefficient')),
    ...when(measure !== 'references', line('rule.undefined')),
    ...when(dividesSources(filtered(question)), line(`rule.${question.overlap}`)),
    ...selection(question, corpus),
    ...scopeLines(scope),
  ];
}

function distanceOf(nearness: Nearness): Values {
  if ('turns' in nearness) return { turns: nearness.turns };
  return 'characters' in nearness ? { characters: nearness.characters } : {};
}

/** What panels add to a rule. Pairs are in a panel when both codings are. */
export function describePanels(panels: readonly Dimension[], ofPairs: boolean): RuleLine[] {
  return when(
    panels.length > 0,
    line(ofPairs ? 'rule.panels-pairs' : 'rule.panels', { panels: names(panels) }),
  );
}

/** How a change was worked out. */
export function describeChange(
  { phases: { dimension }, measures: [measure] }: ChangeQuestion,
  { from, to, paired, uncoded }: Pick<ChangeTable, 'from' | 'to' | 'paired' | 'uncoded'>,
): RuleLine[] {
  const phase = ({ labels }: Heading): string => labels.join();
  const values = { from: phase(from), to: phase(to), paired, dimension: dimensionName(dimension) };
  const silent = uncoded.map(({ labels }) => labels.join()).join(separator);
  return [
    ...when(measure === 'median-level', line('rule.change-median')),
    line('rule.change', values),
    ...when(uncoded.length > 0, line('rule.change-uncoded', { n: uncoded.length, uncoded: silent })),
  ];
}

/** In which order an axis stands, where it is not the project's. */
export function describeOrder(side: 'rows' | 'columns', order: Order | null): RuleLine[] {
  if (order === null) return [];
  const way = 'descending' in order ? (order.descending ? '-down' : '-up') : '';
  const attribute = order.by === 'attribute' ? { attribute: order.attribute } : {};
  return [
    line(`rule.order-${side}`, { order: `${order.by}${way}` }),
    ...when(order.by === 'attribute', line('rule.order-attribute', attribute)),
  ];
}

/** The rule as one paragraph. */
export function ruleText(language: Language, lines: readonly RuleLine[]): string {
  return lines
    .map(({ key, values }) => say(language, key, inWords(language, values)))
    .join(say(language, 'rule.between'));
}

/** The measure's name on screen. */
export function measureName(language: Language, measure: Measure | TogetherMeasure): string {
  return say(language, `measure.${measure}`);
}

/** The dimension's name on screen. */
export function dimensionLabel(language: Language, dimension: Dimension): string {
  if (dimension.kind === 'code' && dimension.level !== null) {
    return say(language, 'dimension.code-level', { level: dimension.level });
  }
  const attribute = 'attribute' in dimension ? dimension.attribute : '';
  return say(language, `dimension.${dimension.kind}`, { attribute });
}

/** A value as it is shown: the program's own values (roles, levels, directions) in the language, others as named. */
export function valueLabel(language: Language, dimension: Dimension, name: string): string {
  const own = ownValues[`${dimension.kind} ${name}`];
  return own === undefined ? name : say(language, own);
}

const ownValues: Readonly<Record<string, WordKey | undefined>> = {
  'role respondent': 'value.respondent',
  'role interviewer': 'value.interviewer',
  'level 1': 'value.level-1',
  'level 2': 'value.level-2',
  'level 3': 'value.level-3',
  'direction 1': 'value.direction-up',
  'direction 0': 'value.direction-same',
  'direction -1': 'value.direction-down',
};

const measuresWithGaps: readonly Measure[] = [
  'share',
  'own-share',
  'rate',
  'row-share',
  'column-share',
  'case-share',
  'mean-weight',
  'mean-level',
  'median-level',
];

const separator = '\n';

function line(key: WordKey, values: Values = {}): RuleLine {
  return { key, values };
}

function when(condition: boolean, ...lines: RuleLine[]): RuleLine[] {
  return condition ? lines : [];
}

function names(dimensions: readonly Dimension[]): string {
  return dimensions.map(dimensionName).join(separator);
}

function filtered({ filters }: Selection): Dimension[] {
  return filters.map(({ dimension }) => dimension);
}

function rollUp(axes: readonly Dimension[]): RuleLine[] {
  return when(
    axes.some(({ kind }) => kind === 'code' || kind === 'code-set'),
    line('rule.roll-up'),
  );
}

function dividesSources(dimensions: readonly Dimension[]): boolean {
  return dimensions.some((dimension) => reachOf(dimension) === 'atom');
}

function baseLine(axes: readonly Dimension[]): RuleLine {
  const carving = axes.filter((dimension) => reachOf(dimension) !== 'coding');
  const choosing = axes.filter((dimension) => reachOf(dimension) === 'coding');
  if (carving.length === 0) return line('rule.all-text');
  if (choosing.length === 0) return line('rule.own-text', { dimensions: names(carving) });
  return line('rule.some-text', { dimensions: names(carving), choosing: names(choosing) });
}

/** Whose codings count, and the filters with the names of their values. */
function selection(question: Selection, corpus: Corpus): RuleLine[] {
  return [describeCoders(question, corpus), ...describeFilters(question, corpus)];
}

/** Whose codings count. */
export function describeCoders({ coders }: Pick<Selection, 'coders'>, corpus: Corpus): RuleLine {
  const byName = corpus.coders.filter(({ id }) => coders?.includes(id)).map(({ name }) => name);
  return coders === null ? line('rule.all-coders') : line('rule.coders', { coders: byName.join(separator) });
}

/** The filters with the names of their values. */
export function describeFilters({ filters }: Pick<Selection, 'filters'>, corpus: Corpus): RuleLine[] {
  const shown = readyFilters(corpus, filters).map(({ dimension, values, allowed, none }) => {
    const named = allowed.size === values.entries.length && allowed.size > 1 ? [ANY] : [];
    if (named.length === 0) {
      for (const [index, entry] of values.entries.entries())
        if (allowed.has(index)) named.push(labelOf(entry));
    }
    if (none) named.push(NONE);
    return line('rule.filter', { dimension: dimensionName(dimension), values: named.join(separator) });
  });
  return shown.length > 0 ? shown : [line('rule.no-filters')];
}

/** The cases that measures over cases count as without, though nobody has looked yet. */
export function uncodedCases({ cases }: Corpus, { cases: all, uncoded }: Scope): RuleLine[] {
  const names = uncoded.flatMap((each) => cases[each]?.name ?? []);
  return when(
    names.length > 0,
    line('rule.uncoded-cases', { uncoded: names.join(separator), n: names.length, all }),
  );
}

function scopeLines({ references, sources, cases, speakers, outside }: Scope): RuleLine[] {
  return [
    line('rule.scope', { references, sources, cases, speakers }),
    ...when(outside > 0, line('rule.outside', { outside })),
  ];
}

/** A moment (ISO) as a reader writes day and time, where they are. */
export function momentText(language: Language, at: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(at));
}

/** Names of the researcher's own. */
const asNamed: ReadonlySet<string> = new Set(['coders', 'from', 'to', 'attribute', 'uncoded']);

function inWords(language: Language, values: Values): Values {
  const list = say(language, 'rule.list');
  const dimension = typeof values.dimension === 'string' ? parseDimension(values.dimension) : null;
  const said = (name: string, text: string): string => {
    if (name === 'measures') return say(language, `measure.${text}` as WordKey);
    if (name === 'date') return momentText(language, text);
    if (asNamed.has(name)) return text;
    if (name === 'order') return say(language, `order.${text}` as WordKey);
    if (name !== 'values') return dimensionLabel(language, parseDimension(text));
    if (text === NONE) return say(language, 'value.none');
    if (text === ANY) return say(language, 'value.any');
    return dimension === null ? text : valueLabel(language, dimension, text);
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const parts = value.split(separator).map((text) => said(name, text));
      return [name, parts.join(name === 'rows' || name === 'columns' ? say(language, 'rule.nested') : list)];
    }),
  );
}
