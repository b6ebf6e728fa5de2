// The ready displays: questions that a project of this kind is read by, and those of its framework.
import {
  BetweenVerticalStart,
  Blend,
  ChartBarBig,
  GitCompareArrows,
  Grid3x3,
  type LucideIcon,
  MessagesSquare,
  TableProperties,
} from 'lucide-react';
import type { PhaseEntry } from '../../shared/contract/codebook.ts';
import { findFramework, type Axis, type Framework } from '../../shared/frameworks/frameworks.ts';
import type { Language, WordKey } from '../../shared/words/say.ts';
import type { AxisCodes, Facts } from './facts.ts';
import type { MatrixInput } from './question.ts';
import type { ShownAs } from './shown-as.ts';

export interface Display {
  readonly id: string;
  readonly name: { readonly words: WordKey } | { readonly text: Readonly<Record<Language, string>> };
  readonly icon: LucideIcon;
  readonly question: MatrixInput;
  /** How it is shown at first; left out: as the table before it. */
  readonly drawn?: ShownAs;
}

interface DisplayMaterial {
  readonly facts: Facts;
  readonly codes: AxisCodes;
  readonly phases: readonly PhaseEntry[];
  /** Names of source attributes. */
  readonly attributes: readonly string[];
  readonly framework: string | null;
}

/** Displays that fit any project; by phase only where there are phases. */
export function readyDisplays({ facts, codes, phases }: DisplayMaterial): readonly Display[] {
  const ready = (id: string, words: WordKey, icon: LucideIcon, question: MatrixInput): Display[] => [
    { id, name: { words }, icon, question },
  ];
  const byPhase = facts.phases > 0;
  return [
    ...ready('frequencies', 'tables.frequencies', ChartBarBig, questionBy(['code'], [])),
    ...ready('case-code', 'tables.case-code', Grid3x3, questionBy(['case'], ['code'])),
    ...ready('code-case', 'tables.code-case', TableProperties, questionBy(['code'], ['case'])),
    ...ready('speaker-code', 'tables.speaker-code', MessagesSquare, questionBy(['speaker'], ['code'])),
    ...(byPhase
      ? [
          ...ready('phase-code', 'tables.phase-code', BetweenVerticalStart, questionBy(['phase'], ['code'])),
          ...ready(
            'before-after',
            codes.has(capacities) ? 'tables.capacities' : 'tables.before-after',
            GitCompareArrows,
            {
              ...questionBy(['code'], ['phase']),
              filters: [
                ...(codes.has(capacities) ? [{ dimension: 'code', value: capacities }] : []),
                ...beforeAndAfter(phases),
              ],
            },
          ),
        ]
      : []),
    ...ready('code-code', 'tables.code-code', Blend, { ...questionBy(['code'], ['code']), near: 'overlap' }),
  ];
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

function beforeAndAfter(phases: readonly PhaseEntry[]): { dimension: string; value: string }[] {
  const chosen = phases.filter(({ kind }) => kind === 'before' || kind === 'after');
  return chosen.length === phases.length ? [] : chosen.map(({ uid }) => ({ dimension: 'phase', value: uid }));
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
