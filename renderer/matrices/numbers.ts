// Numbers of a table as a person reads them, and the five steps of heat behind them.
import { say, type Language } from '../../shared/words/say.ts';
import { isShare, type MatrixInput } from './question.ts';

type Measure = MatrixInput['measure'];

/** Steps of heat; 0 is no heat. */
type HeatStep = 0 | 1 | 2 | 3 | 4 | 5;

/** The number as it is written: counts whole, shares as per cent, means and coefficients with two digits. */
export function numberText(language: Language, measure: Measure, value: number): string {
  return formatFor(language, measure).format(value);
}

/** What changed from one phase to another, with an arrow: "↑ +0.33". */
export function changeText(language: Language, measure: Measure, value: number): string {
  return `${arrowOf(value)} ${differenceText(language, measure, value)}`;
}

/** The same in a narrow cell: percentage points without their unit, which the rule beneath the table tells. */
export function shortChangeText(language: Language, measure: Measure, value: number): string {
  return `${arrowOf(value)} ${signedText(language, measure, value)}`;
}

/** A difference with its sign; of two percentages in percentage points. Presence over cases is their share. */
export function differenceText(language: Language, measure: Measure, value: number): string {
  const signed = signedText(language, measure, value);
  return isInPoints(measure) ? say(language, 'tables.points', { n: signed }) : signed;
}

function signedText(language: Language, measure: Measure, value: number): string {
  const size = isInPoints(measure)
    ? numberText(language, 'references', Math.round(Math.abs(value) * 1000) / 10)
    : numberText(language, measure, Math.abs(value));
  // What is too small to be shown has no sign.
  return /[1-9]/.test(size) ? (value < 0 ? '−' : '+') + size : size;
}

function isInPoints(measure: Measure): boolean {
  return measure === 'presence' || isShare(measure);
}

function arrowOf(value: number): string {
  return value === 0 ? '→' : value > 0 ? '↑' : '↓';
}

/** "40% of cases": a percentage says its sign once. */
export function withUnit(number: string, unit: string): string {
  return number.endsWith('%') && unit.startsWith('%') ? `${number}${unit.slice(1)}` : `${number} ${unit}`;
}

/** k of N for shares of cases, n for means; null for measures without a base. */
export function baseText(
  language: Language,
  measure: Measure,
  value: number,
  base: number | undefined,
): string | null {
  if (base === undefined) return null;
  return isShare(measure)
    ? say(language, 'tables.k-of-n', { k: Math.round(value * base), n: base })
    : say(language, 'tables.of-n', { n: base });
}

/** Upper ends of the steps 1 to 5 (fewer where there are fewer whole numbers); empty where nothing is above 0. */
export function heatEnds(measure: Measure, values: Iterable<number | null>): readonly number[] {
  let highest = 0;
  let whole = true;
  for (const value of values) {
    if (value === null) continue;
    if (value > highest) highest = value;
    whole &&= Number.isInteger(value);
  }
  if (highest <= 0 || measure === 'presence') return highest > 0 ? [highest] : [];
  if (!whole || isShare(measure)) return [1, 2, 3, 4, 5].map((step) => (highest * step) / 5);
  const width = Math.ceil(highest / 5);
  const ends: number[] = [];
  for (let end = width; ends.length === 0 || end < highest + width; end += width)
    ends.push(Math.min(end, highest));
  return ends;
}

/** The step of a value. Rounding must not push the highest value over the last end. */
export function heatStep(ends: readonly number[], value: number | null): HeatStep {
  if (value === null || value <= 0 || ends.length === 0) return 0;
  const place = ends.findIndex((end) => value <= end);
  const step = (place === -1 ? ends.length : place + 1) + (ends.length === 1 ? 1 : 0);
  return Math.min(step, 5) as HeatStep;
}

/** What each step stands for: "1–2", "3–4" …, or its upper end where numbers are not whole. */
export function heatLabels(language: Language, measure: Measure, ends: readonly number[]): readonly string[] {
  const whole = ends.every(Number.isInteger) && !isShare(measure);
  const text = (value: number): string => numberText(language, measure, value);
  return ends.map((end, i) => {
    const before = ends[i - 1] ?? 0;
    if (!whole) return `≤ ${text(end)}`;
    return before + 1 === end ? text(end) : `${text(before + 1)}–${text(end)}`;
  });
}

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(language: Language, measure: Measure): Intl.NumberFormat {
  const key = `${language} ${measure}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', optionsOf(measure));
    formats.set(key, format);
  }
  return format;
}

function optionsOf(measure: Measure): Intl.NumberFormatOptions {
  if (isShare(measure)) return { style: 'percent', maximumFractionDigits: 1 };
  if (measure === 'rate') return { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const fine: readonly Measure[] = [
    'mean-weight',
    'mean-level',
    'median-level',
    'c-coefficient',
    'jaccard',
    'lift',
  ];
  return fine.includes(measure) ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {};
}
