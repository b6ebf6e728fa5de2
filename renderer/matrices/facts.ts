// What the matrices place must know of the project beside its tables: codes by heading, dimensions, what is missing.
import type { CodeDepths } from '../../shared/matrices/code-tree.ts';
import { useMemo, useRef } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { AxisEntry, MatrixAnswer } from '../../shared/contract/matrices.ts';
import { parseDimension } from '../../shared/matrices/dimensions.ts';
import { headingText } from '../../shared/matrices/headings.ts';
import { dimensionLabel } from '../../shared/matrices/rule.ts';
import type { Language } from '../../shared/words/say.ts';
import { codeLooks, type CodeLook } from '../code-look.ts';
import { useCall } from '../engine.ts';
import { useWords } from '../words.ts';

export interface AxisCode {
  readonly entry: CodeEntry;
  readonly look: CodeLook;
}

/** Codes by the id that headings name them by: the short id where there is one, else the uid. In the order of the tree. */
export type AxisCodes = ReadonlyMap<string, AxisCode>;

export function useAxisCodes(): CodesOfAxes {
  return codesOfAxes(useCall('codes.list', {}).value?.codes ?? noCodes);
}

interface CodesOfAxes {
  readonly codes: AxisCodes;
  readonly depths: CodeDepths;
}

const noCodes: readonly CodeEntry[] = [];
const ofLists = new WeakMap<readonly CodeEntry[], CodesOfAxes>();

/** Made once of each list: every heading of a table asks for it. */
function codesOfAxes(list: readonly CodeEntry[]): CodesOfAxes {
  const known = ofLists.get(list);
  if (known) return known;
  const looks = codeLooks(list);
  const codes = new Map<string, AxisCode>();
  for (const entry of list) {
    const look = looks.get(entry.uid);
    if (look) codes.set(entry.shortId ?? entry.uid, { entry, look });
  }
  const made = { codes, depths: new Map([...codes].map(([id, { entry }]) => [id, entry.depth])) };
  ofLists.set(list, made);
  return made;
}

/** Codes to be chosen from, in the order of the codebook. */
export function codeChoices(codes: AxisCodes): { id: string; text: string }[] {
  return [...codes].map(([id, { entry }]) => ({ id, text: `${entry.shortId ?? ''} ${entry.name}`.trim() }));
}

export interface Facts {
  readonly cases: number;
  readonly phases: number;
  readonly speakers: number;
  readonly codings: number;
  /** Coders with codings. */
  readonly coders: readonly string[];
}

/** Undefined until all of it is known. */
export function useFacts(): Facts | undefined {
  const cases = useCall('cases.list', {}).value?.cases;
  const sources = useCall('sources.list', {}).value?.sources;
  const phases = useCall('phases.list', {}).value?.phases;
  const coders = useCall('coders.list', {}).value?.coders;
  if (!cases || !sources || !phases || !coders) return undefined;
  return {
    cases: cases.length,
    phases: phases.length,
    speakers: new Set(sources.flatMap((source) => source.speakers.map(({ uid }) => uid))).size,
    codings: sources.reduce((sum, source) => sum + source.codings, 0),
    coders: coders.filter(({ codings }) => codings > 0).map(({ name }) => name),
  };
}

interface DimensionOption {
  readonly name: string;
  readonly text: string;
}

/** Every dimension that a table of this project can have, in the reader's words. */
export function useDimensions(): readonly DimensionOption[] {
  const { language } = useWords();
  const depths = useAxisCodes().depths;
  const attributes = useCall('attributes.list', {}).value?.attributes;
  return useMemo(() => {
    const deepest = Math.max(0, ...depths.values());
    const owned = (owner: 'case' | 'source'): string[] =>
      (attributes ?? []).filter((each) => each.owner === owner).map(({ name }) => `${owner}:${name}`);
    const names = [
      'code',
      ...Array.from({ length: deepest > 1 ? deepest : 0 }, (_, i) => `code:${i + 1}`),
      'case',
      ...owned('case'),
      'source',
      ...owned('source'),
      'speaker',
      'role',
      'phase',
      'source-phase',
      'level',
      'direction',
      'coder',
    ];
    return names.map((name) => ({ name, text: dimensionTitle(language, name) }));
  }, [language, depths, attributes]);
}

interface DimensionValue {
  readonly id: string;
  readonly text: string;
  /** Of all coders, unfiltered. */
  readonly references: number;
}

/** The values of a dimension in the project, as filters name them; undefined until known. */
export function useDimensionValues(dimension: string | null): readonly DimensionValue[] | undefined {
  const { language } = useWords();
  const { value } = useCall('matrices.table', dimension === null ? null : everythingBy(dimension));
  return useMemo(
    () =>
      value?.rows.map((heading, row) => ({
        id: heading.ids.join(),
        text: headingText(language, value.dimensions.rows, heading),
        references: value.cells[row]?.[0] ?? 0,
      })),
    [value, language],
  );
}

function everythingBy(dimension: string) {
  return {
    rows: [dimension],
    columns: [],
    measure: 'references' as const,
    near: null,
    filters: [],
    overlap: 'split' as const,
    coders: 'all' as const,
  };
}

/** The last value that was there: a table stays in sight while the next one is computed. */
export function useLast<T>(value: T | undefined): T | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}

/** A dimension's name as a title: "Case". */
export function dimensionTitle(language: Language, name: string): string {
  return asTitle(dimensionLabel(language, parseDimension(name)));
}

export function asTitle(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** In a table of change: the case has material in both phases, of which nobody has coded that of one yet. */
export function isUncodedCase({ change }: Pick<MatrixAnswer, 'change'>, { ids: [id] }: AxisEntry): boolean {
  return change?.uncoded.some(({ ids }) => ids[0] === id) === true;
}
