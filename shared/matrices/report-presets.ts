// The reports that a project of this kind is read by, each with its first settings.
import type { ReportInput } from '../contract/reports.ts';
import type { WordKey } from '../words/say.ts';
import { NONE } from './filters.ts';
import { isDeep, type Material } from './preset-material.ts';
import type { Preset } from './presets.ts';
import { mostHypotheses } from './statistics/process-tracing.ts';
import { severalInUse } from './trend-choices.ts';

/** Sentences listed at first, and added by each “more”. */
export const sentencesAtOnce = 1000;

/** Passages of evidence listed at first, and added by each “more”. */
export const evidenceAtOnce = 200;

export type ReportPreset = Preset<ReportInput>;

const everything = { filters: [], overlap: 'split' as const, coders: null };

export function reportPresets(material: Material): readonly ReportPreset[] {
  const { codes, cases, caseAttributes } = material;
  const [attribute] = caseAttributes;
  return [
    ...(attribute === undefined ? [] : [crosstab(attribute)]),
    ...relations(codes),
    {
      id: 'levels',
      name: { words: 'displays.levels' },
      question: { kind: 'levels', ...everything, most: sentencesAtOnce },
    },
    saturation,
    coverage,
    portrait(material),
    codeTrend(material),
    wordTrend(material),
    tracing(material),
    ...(cases.length > 1 ? truthTable(material) : []),
  ];
}

function crosstab(attribute: string): ReportPreset {
  const question = { kind: 'crosstab' as const, ...everything, attribute, level: null };
  return { id: 'crosstab', name: { words: 'displays.crosstab' }, question };
}

const saturation: ReportPreset = {
  id: 'saturation',
  name: { words: 'displays.saturation' },
  question: {
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
  name: { words: 'displays.coverage' },
  question: { kind: 'coverage', ...everything, most: 200 },
};

/** Lanes of the codes at the top, where there is something beneath them. */
function portrait(material: Material): ReportPreset {
  const question = {
    kind: 'portrait' as const,
    ...everything,
    sources: null,
    codes: null,
    level: isDeep(material) ? 1 : null,
    scale: 'text' as const,
    most: portraitsAtOnce,
  };
  return { id: 'portrait', name: { words: 'displays.portrait' }, question };
}

/** Over the phases, where sources stand in several of them. */
function codeTrend({ codes, phases }: Material): ReportPreset {
  const over = severalInUse(phases) ? ('phase' as const) : ('source' as const);
  const top = topOf(codes);
  // More lines than this are hard to follow.
  const chosen = top.length > mostTop ? top.slice(0, mostTop) : null;
  const question = { ...everything, codes: chosen, over, order: null, measure: 'references' as const };
  return {
    id: 'code-trend',
    name: { words: 'displays.code-trend' },
    question: { kind: 'code-trend', ...question },
  };
}

/** Places of words listed at first. */
export const placesAtOnce = 200;

/** The words are the person's to choose; those of the interviewers do not count at first. */
function wordTrend({ phases }: Material): ReportPreset {
  const question = {
    kind: 'word-trend' as const,
    ...everything,
    filters: ['respondent', NONE].map((value) => ({ dimension: 'role', value })),
    words: [],
    over: severalInUse(phases) ? ('source-phase' as const) : ('source' as const),
    order: null,
    measure: 'rate' as const,
    most: placesAtOnce,
  };
  return { id: 'word-trend', name: { words: 'displays.word-trend' }, question };
}

/** A project without hypotheses in its codebook leaves it to the person to choose them. */
function tracing({ hypotheses }: Material): ReportPreset {
  const chosen = hypotheses.slice(0, mostHypotheses);
  const question = { ...everything, hypotheses: chosen, exclusive: false, order: null, most: evidenceAtOnce };
  return { id: 'tracing', name: { words: 'displays.tracing' }, question: { kind: 'tracing', ...question } };
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

const topOf = (codes: Material['codes']): string[] =>
  [...codes].filter(([, depth]) => depth === 1).map(([id]) => id);

function relations(codes: Material['codes']): ReportPreset[] {
  const has = (ids: readonly string[]): boolean => ids.every((id) => codes.has(id));
  const preset = (id: string, words: WordKey, rows: string[], columns: string[]): ReportPreset[] => {
    if (!has([...rows, ...columns])) return [];
    // The claims are the framework's own.
    const question = { ...everything, rows, columns, type: null, near: 'turn', claims: null };
    return [{ id, name: { words }, question: { kind: 'relations', ...question } }];
  };
  const top = topOf(codes);
  const between = has(elements) ? elements : top.slice(0, mostTop);
  return [
    ...(between.length < 2 ? [] : preset('influence', 'displays.influence', between, between)),
    ...preset('effects', 'displays.effects', factors, elements),
    ...preset('moves', 'tables.moves-capacities', moves, capacities),
    ...preset('causes', 'displays.causes', insufficiencies, weakened),
  ];
}

/** The framework's own conditions and outcome where the project has them, else the first codes of the top. */
function truthTable({ codes, framework }: Material): ReportPreset[] {
  const ids = [...codes.keys()];
  const ofFramework = framework?.matrices.flatMap(({ columns, outcome }) =>
    outcome?.kind === 'code' && columns.kind === 'codes' ? [[...columns.codes, outcome.code]] : [],
  );
  const [chosen = ids.filter((id) => codes.get(id) === 1).slice(0, 4)] = ofFramework ?? [];
  const outcome = chosen.at(-1);
  if (outcome === undefined || chosen.length < 2 || !chosen.every((id) => codes.has(id))) return [];
  const conditions = chosen.slice(0, -1).map((id) => `code:${id}`);
  const question = {
    kind: 'truth-table' as const,
    ...everything,
    conditions,
    outcome: `code:${outcome}`,
    cutoff: 1,
  };
  return [{ id: 'truth-table', name: { words: 'displays.truth-table' }, question }];
}
