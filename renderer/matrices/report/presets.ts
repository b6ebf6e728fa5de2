// The reports that a project of this kind is read by, each with its first settings.
import {
  AlignStartVertical,
  Binary,
  Layers,
  type LucideIcon,
  Network,
  Percent,
  ScanText,
  Spline,
  SquareDashed,
  TrendingUp,
  Unplug,
} from 'lucide-react';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import type { Framework } from '../../../shared/frameworks/frameworks.ts';
import type { WordKey } from '../../../shared/words/say.ts';
import type { AxisCodes } from '../facts.ts';

export interface ReportPreset {
  readonly id: string;
  readonly words: WordKey;
  readonly icon: LucideIcon;
  readonly report: ReportInput;
}

interface Material {
  readonly codes: AxisCodes;
  readonly cases: number;
  readonly caseAttributes: readonly string[];
  readonly framework: Framework | undefined;
}

const everything = { filters: [], overlap: 'split' as const, coders: null };

export function reportPresets(material: Material): readonly ReportPreset[] {
  const { codes, cases, caseAttributes } = material;
  const [attribute] = caseAttributes;
  return [
    ...(attribute === undefined ? [] : [crosstab(attribute)]),
    ...relations(codes),
    { id: 'levels', words: 'displays.levels', icon: Layers, report: { kind: 'levels', ...everything } },
    saturation,
    coverage,
    portrait(codes),
    ...(cases > 1 ? truthTable(material) : []),
  ];
}

function crosstab(attribute: string): ReportPreset {
  const report = { kind: 'crosstab' as const, ...everything, attribute, level: null };
  return { id: 'crosstab', words: 'displays.crosstab', icon: Percent, report };
}

const saturation: ReportPreset = {
  id: 'saturation',
  words: 'displays.saturation',
  icon: TrendingUp,
  report: {
    kind: 'saturation',
    ...everything,
    level: null,
    base: 4,
    run: 2,
    threshold: 0.05,
    heldBack: 0,
    order: null,
  },
};

const coverage: ReportPreset = {
  id: 'coverage',
  words: 'displays.coverage',
  icon: ScanText,
  report: { kind: 'coverage', ...everything, most: 200 },
};

/** Lanes of the codes at the top, where there is something beneath them. */
function portrait(codes: AxisCodes): ReportPreset {
  const isDeep = [...codes.values()].some(({ entry }) => entry.depth > 1);
  const report = {
    kind: 'portrait' as const,
    ...everything,
    sources: null,
    codes: null,
    level: isDeep ? 1 : null,
    scale: 'text' as const,
    most: portraitsAtOnce,
  };
  return { id: 'portrait', words: 'displays.portrait', icon: AlignStartVertical, report };
}

/** Portraits shown at first, and added by each “more”. */
export const portraitsAtOnce = 12;

const elements = ['T', 'N', 'W'];
const factors = ['F1', 'F2', 'F3', 'F4', 'F5'];
const moves = ['M1', 'M2', 'M3', 'M4'];
const capacities = ['C1', 'C2a', 'C2b', 'C3', 'C4'];
const insufficiencies = ['D1', 'D2', 'D3', 'D4'];
const weakened = ['C1', 'C2', 'C3', 'C4'];
/** Of a codebook of its own, as many codes of the top are set against each other. */
const mostTop = 8;

function relations(codes: AxisCodes): ReportPreset[] {
  const has = (ids: readonly string[]): boolean => ids.every((id) => codes.has(id));
  const asked = (rows: string[], columns: string[]) => ({
    kind: 'relations' as const,
    ...everything,
    rows,
    columns,
    type: null,
    near: 'turn',
    // The framework's own.
    claims: null,
  });
  const top = [...codes].filter(([, { entry }]) => entry.depth === 1).map(([id]) => id);
  const between = has(elements) ? elements : top.slice(0, mostTop);
  return [
    ...(between.length < 2
      ? []
      : [
          {
            id: 'influence',
            words: 'displays.influence' as const,
            icon: Spline,
            report: asked(between, between),
          },
        ]),
    ...(has([...factors, ...elements])
      ? [
          {
            id: 'effects',
            words: 'displays.effects' as const,
            icon: Network,
            report: asked(factors, elements),
          },
        ]
      : []),
    ...(has([...moves, ...capacities])
      ? [
          {
            id: 'moves',
            words: 'tables.moves-capacities' as const,
            icon: SquareDashed,
            report: asked(moves, capacities),
          },
        ]
      : []),
    ...(has([...insufficiencies, ...weakened])
      ? [
          {
            id: 'causes',
            words: 'displays.causes' as const,
            icon: Unplug,
            report: asked(insufficiencies, weakened),
          },
        ]
      : []),
  ];
}

/** The framework's own conditions and outcome where the project has them, else the first codes of the top. */
function truthTable({ codes, framework }: Material): ReportPreset[] {
  const ids = [...codes.keys()];
  const ofFramework = framework?.matrices.flatMap(({ columns, outcome }) =>
    outcome?.kind === 'code' && columns.kind === 'codes' ? [[...columns.codes, outcome.code]] : [],
  );
  const [chosen = ids.filter((id) => codes.get(id)?.entry.depth === 1).slice(0, 4)] = ofFramework ?? [];
  const outcome = chosen.at(-1);
  if (outcome === undefined || chosen.length < 2 || !chosen.every((id) => codes.has(id))) return [];
  const conditions = chosen.slice(0, -1).map((id) => `code:${id}`);
  const report = {
    kind: 'truth-table' as const,
    ...everything,
    conditions,
    outcome: `code:${outcome}`,
    cutoff: 1,
  };
  return [{ id: 'truth-table', words: 'displays.truth-table', icon: Binary, report }];
}
