// The ready displays: questions that a project of this kind is read by, and those of its framework.
import type { SavedQuestion, SavedTable } from '../contract/saved-matrices.ts';
import type { Axis, Framework } from '../frameworks/frameworks.ts';
import { say, type Language, type Values, type WordKey } from '../words/say.ts';
import { isDeep, type Material } from './preset-material.ts';
import { reportPresets, type ReportPreset } from './report-presets.ts';
import { severalInUse } from './trend-choices.ts';

/** A question, or a report, that is ready to be asked. */
export interface Preset<Q extends SavedQuestion = SavedTable> {
  readonly id: string;
  readonly name:
    | { readonly words: WordKey; readonly values?: Values }
    | { readonly text: Readonly<Record<Language, string>> };
  readonly question: Q;
  /** How the window shows it at first; left out: as the table before it. */
  readonly drawn?: Drawn;
}

type Drawn = 'table' | 'written' | 'slopes';

export interface PresetGroups {
  readonly ready: readonly Preset[];
  readonly reports: readonly ReportPreset[];
  /** The framework's own. */
  readonly framework: readonly Preset[];
}

/** All that a project of this kind is read by at first. */
export function presetsOf(material: Material): PresetGroups {
  return {
    ready: readyPresets(material),
    reports: reportPresets(material),
    framework: frameworkPresets(material),
  };
}

export function presetName(language: Language, { name }: Pick<Preset, 'name'>): string {
  return 'words' in name ? say(language, name.words, name.values) : name.text[language];
}

/** Displays that fit any project; by phase only where there are phases, by attribute only where cases have one. */
function readyPresets(material: Material): readonly Preset[] {
  const { cases, phases } = material;
  return [
    preset('frequencies', questionBy(['code'], [])),
    preset('case-code', questionBy(['case'], ['code'])),
    preset('code-case', codesByCases),
    ...(cases.length > 0 ? writtenPresets(material) : []),
    ...(phases.length > 1 ? phasePresets(material) : []),
    ...attributePresets(material),
    preset('speaker-code', questionBy(['speaker'], ['code'])),
    preset('role-code', questionBy(['role'], ['code'])),
    preset('code-code', { ...questionBy(['code'], ['code']), near: 'overlap' }),
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

function preset(id: Ready, question: SavedTable, drawn: Drawn = 'table'): Preset {
  return { id, name: { words: `tables.${id}` }, question, drawn };
}

/** Themes are the codes at the top, where there is something beneath them. */
function writtenPresets(material: Material): Preset[] {
  const { cases } = material;
  const themes = themesOf(material);
  const few = cases.slice(0, mostCases).map((value) => ({ dimension: 'case', value }));
  const beside = { ...questionBy([themes], ['case']), filters: cases.length > mostCases ? few : [] };
  return [
    preset('framework-matrix', questionBy(['case'], [themes]), 'written'),
    preset('side-by-side', beside, 'written'),
  ];
}

function themesOf(material: Material): string {
  return isDeep(material) ? 'code:1' : 'code';
}

/** More cases do not stand side by side. */
const mostCases = 6;

function phasePresets(material: Material): Preset[] {
  const { codes, phases } = material;
  const isCapacities = codes.has(capacities);
  const from = phases.find(({ kind }) => kind === 'before') ?? phases[0];
  const to = phases.find(({ kind }) => kind === 'after') ?? phases.at(-1);
  const filters = isCapacities ? [{ dimension: 'code', value: capacities }] : [];
  const changed: SavedTable | null =
    from && to
      ? {
          ...questionBy(['code'], []),
          measure: isCapacities ? 'median-level' : 'presence',
          filters,
          change: { dimension: 'phase', from: from.uid, to: to.uid },
        }
      : null;
  return [
    ...(changed ? [preset('before-change-after', changed)] : []),
    preset('phase-code', questionBy(['phase'], ['code'])),
    preset('time-code', overTime(material), 'slopes'),
  ];
}

/**
 * Sources of a phase have text, which a rate is of. Phases that only codings tell have none: what is counted there is of
 * the cases, and without cases of the codings of the phase.
 */
function overTime(material: Material): SavedTable {
  const themes = themesOf(material);
  if (severalInUse(material.phases)) return { ...questionBy([themes], ['source-phase']), measure: 'rate' };
  const measure = material.cases.length > 0 ? 'case-share' : 'column-share';
  return { ...questionBy([themes], ['phase']), measure };
}

/** Cases that have the code, of those with each value of the first attribute whose values are few and named. */
function attributePresets({ caseAttributes }: Material): Preset[] {
  const [attribute] = caseAttributes;
  if (attribute === undefined) return [];
  const question: SavedTable = { ...questionBy(['code'], [`case:${attribute}`]), measure: 'case-share' };
  const name = { words: 'tables.attribute-code', values: { attribute } } as const;
  return [{ id: 'attribute-code', name, question, drawn: 'table' }];
}

/** The framework's own matrices, where one set of filters can say which codes stand in them. */
function frameworkPresets(material: Material): readonly Preset[] {
  const { framework } = material;
  if (!framework) return [];
  return framework.matrices.flatMap((matrix): Preset[] => {
    const question = frameworkQuestion(framework, matrix, material);
    return question === null ? [] : [{ id: `framework ${matrix.id}`, name: { text: matrix.name }, question }];
  });
}

/** The codes of the capacities in the framework that asks for them before and after. */
const capacities = 'C';

function questionBy(rows: string[], columns: string[]): SavedTable {
  return { rows, columns, measure: 'references', near: null, filters: [], overlap: 'split', coders: null };
}

/** What a project is asked at first. */
export const codesByCases: SavedTable = questionBy(['code'], ['case']);

interface ReadAxis {
  readonly dimensions: string[];
  readonly filters: SavedTable['filters'];
}

/** Null where both axes are codes, for truth tables, where codes or attributes are gone, and for sources by date. */
function frameworkQuestion(
  framework: Framework,
  { rows, columns, outcome }: Framework['matrices'][number],
  material: Material,
): SavedTable | null {
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
  { codes, phases, attributes }: Material,
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
