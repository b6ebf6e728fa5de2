// The ready displays: questions that a project of this kind is read by, and those of its framework.
import {
  BetweenVerticalStart,
  Blend,
  ChartBarBig,
  Columns3,
  GitCompareArrows,
  Grid3x3,
  type LucideIcon,
  MessagesSquare,
  Percent,
  TableProperties,
  TextQuote,
  TrendingUp,
  UsersRound,
} from 'lucide-react';
import type { PhaseEntry } from '../../shared/contract/codebook.ts';
import { findFramework, type Axis, type Framework } from '../../shared/frameworks/frameworks.ts';
import type { Language, Values, WordKey } from '../../shared/words/say.ts';
import type { AxisCodes, Facts } from './facts.ts';
import type { MatrixInput } from './question.ts';
import type { ShownAs } from './shown-as.ts';

export interface Display {
  readonly id: string;
  readonly name:
    | { readonly words: WordKey; readonly values?: Values }
    | { readonly text: Readonly<Record<Language, string>> };
  readonly icon: LucideIcon;
  readonly question: MatrixInput;
  /** How it is shown at first; left out: as the table before it. */
  readonly drawn?: ShownAs;
}

interface DisplayMaterial {
  readonly facts: Facts;
  readonly codes: AxisCodes;
  readonly phases: readonly PhaseEntry[];
  /** uids, in the project's order. */
  readonly cases: readonly string[];
  /** Names of case attributes with few and named values. */
  readonly caseAttributes: readonly string[];
  /** Names of source attributes. */
  readonly attributes: readonly string[];
  readonly framework: string | null;
}

/** Displays that fit any project; by phase only where there are phases, by attribute only where cases have one. */
export function readyDisplays(material: DisplayMaterial): readonly Display[] {
  const { facts } = material;
  return [
    preset('frequencies', ChartBarBig, questionBy(['code'], [])),
    preset('case-code', Grid3x3, questionBy(['case'], ['code'])),
    preset('code-case', TableProperties, questionBy(['code'], ['case'])),
    ...(facts.cases > 0 ? writtenPresets(material) : []),
    ...(facts.phases > 1 ? phasePresets(material) : []),
    ...attributePresets(material),
    preset('speaker-code', MessagesSquare, questionBy(['speaker'], ['code'])),
    preset('role-code', UsersRound, questionBy(['role'], ['code'])),
    preset('code-code', Blend, { ...questionBy(['code'], ['code']), near: 'overlap' }),
  ];
}

type Ready =
  | 'frequencies'
  | 'case-code'
  | 'code-case'
  | 'framework-matrix'
  | 'side-by-side'
  | 'before-change-after'
  | 'phase-code'
  | 'time-code'
  | 'speaker-code'
  | 'role-code'
  | 'code-code';

function preset(id: Ready, icon: LucideIcon, question: MatrixInput, drawn: ShownAs = 'table'): Display {
  return { id, name: { words: `tables.${id}` }, icon, question, drawn };
}

/** Themes are the codes at the top, where there is something beneath them. */
function writtenPresets({ codes, cases }: DisplayMaterial): Display[] {
  const themes = themesOf(codes);
  const few = cases.slice(0, mostCases).map((value) => ({ dimension: 'case', value }));
  const beside = { ...questionBy([themes], ['case']), filters: cases.length > mostCases ? few : [] };
  return [
    preset('framework-matrix', TextQuote, questionBy(['case'], [themes]), 'written'),
    preset('side-by-side', Columns3, beside, 'written'),
  ];
}

function themesOf(codes: AxisCodes): string {
  return [...codes.values()].some(({ entry }) => entry.depth > 1) ? 'code:1' : 'code';
}

/** More cases do not stand side by side. */
const mostCases = 6;

function phasePresets({ codes, phases }: DisplayMaterial): Display[] {
  const isCapacities = codes.has(capacities);
  const from = phases.find(({ kind }) => kind === 'before') ?? phases[0];
  const to = phases.find(({ kind }) => kind === 'after') ?? phases.at(-1);
  const filters = isCapacities ? [{ dimension: 'code', value: capacities }] : [];
  const changed: MatrixInput | null =
    from && to
      ? {
          ...questionBy(['code'], []),
          measure: isCapacities ? 'median-level' : 'presence',
          filters,
          change: { dimension: 'phase', from: from.uid, to: to.uid },
        }
      : null;
  return [
    ...(changed ? [preset('before-change-after', GitCompareArrows, changed)] : []),
    preset('phase-code', BetweenVerticalStart, questionBy(['phase'], ['code'])),
    preset(
      'time-code',
      TrendingUp,
      { ...questionBy([themesOf(codes)], ['phase']), measure: 'rate' },
      'slopes',
    ),
  ];
}

/** Cases that have the code, of those with each value of the first attribute whose values are few and named. */
function attributePresets({ caseAttributes }: DisplayMaterial): Display[] {
  const [attribute] = caseAttributes;
  if (attribute === undefined) return [];
  const question: MatrixInput = { ...questionBy(['code'], [`case:${attribute}`]), measure: 'case-share' };
  const name = { words: 'tables.attribute-code', values: { attribute } } as const;
  return [{ id: 'attribute-code', name, icon: Percent, question, drawn: 'table' }];
}

/** The framework's own matrices, where one set of filters can say which codes stand in them. */
export function frameworkDisplays(material: DisplayMaterial): readonly Display[] {
  const framework = material.framework === null ? undefined : findFramework(material.framework);
  if (!framework) return [];
  return framework.matrices.flatMap((matrix): Display[] => {
    const question = frameworkQuestion(framework, matrix, material);
    return question === null
      ? []
      : [{ id: `framework ${matrix.id}`, name: { text: matrix.name }, icon: Grid3x3, question }];
  });
}

/** The codes of the capacities in the framework that asks for them before and after. */
const capacities = 'C';

function questionBy(rows: string[], columns: string[]): MatrixInput {
  return { rows, columns, measure: 'references', near: null, filters: [], overlap: 'split', coders: null };
}

interface ReadAxis {
  readonly dimensions: string[];
  readonly filters: MatrixInput['filters'];
}

/** Null where both axes are codes, for truth tables, where codes or attributes are gone, and for sources by date. */
function frameworkQuestion(
  framework: Framework,
  { rows, columns, outcome }: Framework['matrices'][number],
  material: DisplayMaterial,
): MatrixInput | null {
  if (outcome !== undefined || (rows.kind === 'codes' && columns.kind === 'codes')) return null;
  const row = readAxis(framework, rows, material);
  const column = readAxis(framework, columns, material);
  if (row === null || column === null) return null;
  return {
    ...questionBy(row.dimensions, column.dimensions),
    // Kinds of sources differ in how much text they have.
    measure: rows.kind === 'source-attribute' ? 'rate' : 'references',
    filters: [...row.filters, ...column.filters],
  };
}

function readAxis(
  framework: Framework,
  axis: Axis,
  { codes, phases, attributes }: DisplayMaterial,
): ReadAxis | null {
  if (axis.kind === 'cases') return { dimensions: ['case'], filters: [] };
  if (axis.kind === 'source-attribute') {
    // The project has it under its name in the language in which it was made.
    const names = Object.values(framework.attributes.find(({ id }) => id === axis.attribute)?.name ?? {});
    const name = attributes.find((each) => names.includes(each));
    return name === undefined ? null : { dimensions: [`source:${name}`], filters: [] };
  }
  if (axis.kind !== 'codes' || !axis.codes.every((code) => codes.has(code))) return null;
  const filters = axis.codes.map((value) => ({ dimension: 'code', value }));
  if (!axis.phases) return { dimensions: ['code'], filters };
  const wanted = phases.filter(({ kind }) => kind !== null && axis.phases?.includes(kind) === true);
  if (wanted.length === 0) return null;
  const byPhase = wanted.map(({ uid }) => ({ dimension: 'phase', value: uid }));
  return { dimensions: ['code', 'phase'], filters: [...filters, ...byPhase] };
}
