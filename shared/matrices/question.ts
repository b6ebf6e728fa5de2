// A question to the matrix engine and its answer: the one shape behind every table, chart and export.

/** How a dimension is written in a question, on the command line and in saved matrices: see `parseDimension`. */
export type Dimension =
  | {
      readonly kind: 'code';
      /** Only codes of this depth of the tree (1 = top), rolled up; null = every code. */ readonly level:
        number | null;
    }
  | { readonly kind: 'code-set' }
  | { readonly kind: 'case' }
  | { readonly kind: 'case-attribute'; readonly attribute: string }
  | { readonly kind: 'source' }
  | { readonly kind: 'source-attribute'; readonly attribute: string }
  | { readonly kind: 'source-phase' }
  | { readonly kind: 'phase' }
  | { readonly kind: 'speaker' }
  | { readonly kind: 'role' }
  | { readonly kind: 'coder' }
  | { readonly kind: 'level' }
  | { readonly kind: 'direction' };

export const measures = [
  'references',
  'passages',
  'sources',
  'cases',
  'speakers',
  'characters',
  'words',
  'units',
  'share',
  'own-share',
  'rate',
  'presence',
  'row-share',
  'column-share',
  'case-share',
  'mean-weight',
  'mean-level',
  'median-level',
] as const;
export type Measure = (typeof measures)[number];

/** Measures of code × code besides the count of pairs. */
export const togetherMeasures = ['c-coefficient', 'jaccard', 'lift'] as const;
export type TogetherMeasure = (typeof togetherMeasures)[number];
/** Those that count passages or turns, not pairs. */
export type UnitMeasure = Exclude<TogetherMeasure, 'c-coefficient'>;

/** What happens to a coding that crosses the border of a case, a speaker or a role. */
export type OverlapRule = 'split' | 'largest' | 'whole';

/** Code × code: when two codings count as together. */
export type Nearness =
  | { readonly kind: 'overlap' }
  | { readonly kind: 'passage' }
  | { readonly kind: 'turn' }
  | { readonly kind: 'turns'; readonly turns: number }
  | { readonly kind: 'within'; readonly characters: number }
  | { readonly kind: 'followed'; readonly characters: number };

export interface Filter {
  readonly dimension: Dimension;
  /** Ids or names of values; a coding or a text passes when it has any of them. */
  readonly values: readonly string[];
}

export interface Question {
  /** One or two dimensions. */
  readonly rows: readonly Dimension[];
  /** None, one or two dimensions; none gives one column. */
  readonly columns: readonly Dimension[];
  /** What sets whole tables beside each other, nested; nothing for one table. */
  readonly panels?: readonly Dimension[];
  readonly measures: readonly Measure[];
  /** Filters on one dimension widen each other, on different dimensions narrow each other. */
  readonly filters: readonly Filter[];
  readonly overlap: OverlapRule;
  /** Ids of the coders whose codings count; null = every coder. */
  readonly coders: readonly string[] | null;
  /** Base of 'rate': words, or units of the Chinese word count. */
  readonly rateUnit: 'words' | 'units';
}

export interface Heading {
  /** The values' ids, one per nested dimension. */
  readonly ids: readonly string[];
  readonly labels: readonly string[];
}

/** The numbers of one table. cells[measure][row][column]; null = undefined (a share of nothing, a mean of nothing). */
export interface Numbers {
  readonly cells: Readonly<Partial<Record<Measure, readonly (readonly (number | null)[])[]>>>;
  /** Each coding counted once per row (per column, in all), however many columns it stands in. */
  readonly rowTotals: Readonly<Partial<Record<Measure, readonly (number | null)[]>>>;
  readonly columnTotals: Readonly<Partial<Record<Measure, readonly (number | null)[]>>>;
  readonly total: Readonly<Partial<Record<Measure, number | null>>>;
  /** For 'case-share': N of k/N per cell; for means and medians: n per cell. */
  readonly bases: Readonly<Partial<Record<Measure, readonly (readonly number[])[]>>>;
  /**
   * By row, by column, with the totals after the last of each: the text there is coded by nobody yet, whatever is asked
   * for, so that nothing is counted and 0 would say too much. A row without any is null; empty where no row has any.
   */
  readonly uncoded: readonly (readonly boolean[] | null)[];
}

/** With panels the numbers of the table itself are those of all its panels together, each coding once. */
export interface Table extends Numbers {
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /** None for a question without panels. */
  readonly panels: readonly (Numbers & { readonly heading: Heading })[];
  /** What the filters leave: material and codings. */
  readonly scope: Scope;
}

export interface Scope {
  readonly references: number;
  readonly sources: number;
  readonly cases: number;
  /** Respondents; interviewers are not counted. */
  readonly speakers: number;
  /** Codings that pass the filters but have no value on an axis (no case, no level …) and so stand in no cell. */
  readonly outside: number;
  /** Places in the corpus of the cases in scope of which nobody has coded any text within the filters. */
  readonly uncoded: readonly number[];
}
