// The parts of a report as it is written: its sheets, and the few ways in which they write codes and numbers.
import type { CodeHeading } from '../contract/reports.ts';
import type { CellValue } from '../export/sheet.ts';
import { listed, say, type Language, type WordKey } from '../words/say.ts';
import type { Statistic } from './statistics/statistic.ts';

export interface ReportSheet {
  readonly name: string;
  readonly head: readonly string[];
  /** Undefined is null, an empty cell. Numbers are whole or rounded for reading; shares are texts with a per cent sign. */
  readonly rows: readonly (readonly CellValue[])[];
}

export interface Pages {
  readonly sheets: readonly ReportSheet[];
  /** What the report finds, then what must be said beside it. */
  readonly notes: readonly string[];
}

/** The few ways in which reports write codes and numbers. */
export class Words {
  readonly language: Language;
  constructor(language: Language) {
    this.language = language;
  }
  readonly head = (...keys: readonly HeadKey[]): string[] =>
    keys.map((key) => say(this.language, `report.head.${key}`));
  readonly code = ({ id, name }: CodeHeading): string => (id === '' ? name : `${id} ${name}`);
  readonly codes = (list: readonly CodeHeading[]): string => listed(this.language, list.map(this.code));
  readonly number = ({ value }: Statistic, digits: number): string | null =>
    value === null ? null : value.toFixed(digits);
  /** Below a thousandth only that it is. */
  readonly p = ({ value }: Statistic): string | null =>
    value === null ? null : value < 0.001 ? '< 0.001' : value.toFixed(3);
  readonly share = (value: number | null): string | null =>
    value === null ? null : `${(value * 100).toFixed(1)}%`;
}

type HeadKey = WordKey extends infer Key ? (Key extends `report.head.${infer Name}` ? Name : never) : never;
