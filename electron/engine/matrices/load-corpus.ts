// Reads the project into the columns that the matrix engine computes on, and keeps them current change by change.
import { must } from '../../../shared/must.ts';
import type { Label } from '../../../shared/import/document.ts';
import {
  NO_DIRECTION,
  type Atoms,
  type CodingBlock,
  type Corpus,
  type CorpusAttribute,
  type CorpusSource,
  type Ruler,
} from '../../../shared/matrices/corpus.ts';
import { toldApart } from '../../../shared/matrices/labels.ts';
import { noWords, yesWords } from '../../../shared/matrices/own-values.ts';
import { listAttributes, type Attribute, type AttributeOwner } from '../cases/attributes.ts';
import { listCases } from '../cases/cases.ts';
import { listPhases, wordsFor, type Phase } from '../cases/phases.ts';
import { speakerLabels } from '../cases/speakers.ts';
import { listCodes } from '../coding/codes.ts';
import type { TouchedRow } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { readLayout, type Layout } from '../text/contents.ts';
import { listSources, listSpeakers, type Source } from '../text/sources.ts';

export interface CorpusKeeper {
  current(): Corpus;
  /** To be told of every commit. */
  touched(rows: readonly TouchedRow[]): void;
}

/** Loads on first use. A change of codings reloads the sources that it touched, any other change reloads all on next use. */
export function keepCorpus(db: Readable): CorpusKeeper {
  let loaded: Loaded | null = null;
  return {
    current: () => (loaded ??= load(db)).corpus,
    touched: (rows) => {
      if (!loaded) return;
      const others = rows.some(({ table }) => table !== 'codings' && !uncounted.includes(table));
      loaded = others ? null : refresh(db, loaded, rows);
    },
  };
}

/** Tables of which the corpus holds nothing. */
const uncounted: readonly string[] = [
  'memos',
  'links',
  'relation_types',
  'versions',
  'matrices',
  'matrix_cells',
  'cell_quotes',
];

interface Places {
  readonly codes: ReadonlyMap<number, number>;
  readonly coders: ReadonlyMap<number, number>;
  readonly phases: ReadonlyMap<number, number>;
}

interface Loaded {
  readonly corpus: Corpus;
  readonly places: Places;
  /** Row ids of corpus.sources. */
  readonly sourceIds: readonly number[];
}

function load(db: Readable): Loaded {
  const phases = listPhases(db);
  const codes = listCodes(db);
  const coders = db.all<{ id: number; uid: string; name: string }>(
    'SELECT id, uid, name FROM coders ORDER BY id',
  );
  const cases = listCases(db);
  const speakers = listSpeakers(db);
  const labels = speakerLabels(db, speakers);
  const sources = listSources(db);
  const places: Places = { codes: placesOf(codes), coders: placesOf(coders), phases: placesOf(phases) };
  const memberships = readMemberships(db, placesOf(cases));
  const speakerPlaces = placesOf(speakers);
  const caseValues = readValues(db, 'case');
  const sourceValues = readValues(db, 'source');
  const corpus: Corpus = {
    codes: toldApart(
      codes.map((code) => ({
        id: code.shortId ?? code.uid,
        uid: code.uid,
        number: code.id,
        name: code.name,
        alsoNames: code.alsoName === null ? [] : [code.alsoName],
        parent: code.parentId === null ? -1 : must(places.codes.get(code.parentId), 'the parent'),
        depth: code.depth,
        setsLevel: code.setsLevel,
        setsPhase: code.setsPhase === null ? null : phaseOfKind(phases, code.setsPhase),
      })),
      ({ parent }) => pathOf(codes, parent),
    ),
    codeSets: readCodeSets(db, places.codes),
    cases: cases.map(({ id, uid, name }) => ({ id: uid, name, attributes: caseValues.get(id) ?? new Map() })),
    speakers: speakers.map(({ id, uid, name, role }) => {
      const label = labels.get(id);
      const entry = { id: uid, name, interviewer: role === 'interviewer' };
      return label === undefined ? entry : { ...entry, label };
    }),
    phases: phases.map((phase) => ({ id: phase.uid, name: phase.name, alsoNames: wordsFor(phase) })),
    coders: coders.map(({ uid, name }) => ({ id: uid, name })),
    attributes: listAttributes(db).map(corpusAttribute),
    sources: toldApart(
      sources.map((source) => {
        const layout = readLayout(db, source.content);
        const speakerOf = source.speakers.map((id) => must(speakerPlaces.get(id), 'the speaker'));
        return {
          id: source.uid,
          name: source.name,
          number: source.number,
          length: layout.length,
          phase: source.phaseId === null ? -1 : must(places.phases.get(source.phaseId), 'the phase'),
          attributes: sourceValues.get(source.id) ?? new Map(),
          atoms: cutAtoms(source, layout.length, speakerOf, memberships),
          ruler: makeRuler(source.labels, speakerOf, layout),
          codings: readCodings(db, source.id, places),
        };
      }),
      ({ number }) => String(number),
    ),
  };
  return { corpus, places, sourceIds: sources.map((source) => source.id) };
}

/** Reads anew the codings of the sources whose codings were touched. */
function refresh(db: Readable, loaded: Loaded, rows: readonly TouchedRow[]): Loaded {
  const { corpus, places, sourceIds } = loaded;
  const ids = new Set(rows.filter((row) => row.table === 'codings').map((row) => row.id));
  const changed = new Set<number>();
  for (const id of ids) {
    const source = db.value<number>('SELECT source_id FROM codings WHERE id = ?', id);
    if (source !== undefined) changed.add(source);
  }
  for (const [index, source] of corpus.sources.entries()) {
    if (source.codings.id.some((id) => ids.has(id))) changed.add(must(sourceIds[index], 'the source'));
  }
  const sources = corpus.sources.map((source, index): CorpusSource => {
    const id = must(sourceIds[index], 'the source');
    return changed.has(id) ? { ...source, codings: readCodings(db, id, places) } : source;
  });
  return { ...loaded, corpus: { ...corpus, sources } };
}

function corpusAttribute({ owner, name, alsoName, type, choices }: Attribute): CorpusAttribute {
  const words = type === 'yes-no' ? yesAndNo : choices.map((choice) => [choice.name, choice.also] as const);
  return {
    owner,
    name,
    alsoNames: alsoName === null ? [] : [alsoName],
    type,
    choices: choices.map((choice) => choice.name),
    valueWords: new Map(words),
  };
}

const yesAndNo = [
  ['yes', yesWords],
  ['no', noWords],
] as const;

/** Names from the top down to the code at this place; nothing for -1. */
function pathOf(
  codes: readonly { readonly name: string; readonly parentId: number | null; readonly id: number }[],
  place: number,
): string {
  const code = codes[place];
  if (!code) return '';
  const above = pathOf(
    codes,
    codes.findIndex(({ id }) => id === code.parentId),
  );
  return above === '' ? code.name : `${above} / ${code.name}`;
}

/** Null where the researcher took that phase away. */
function phaseOfKind(phases: readonly Phase[], kind: string): number | null {
  const place = phases.findIndex((phase) => phase.kind === kind);
  return place < 0 ? null : place;
}

const placesOf = (rows: readonly { readonly id: number }[]): ReadonlyMap<number, number> =>
  new Map(rows.map((row, place) => [row.id, place]));

function readCodeSets(db: Readable, codes: ReadonlyMap<number, number>): Corpus['codeSets'] {
  const members = db.rows<[number, number]>('SELECT code_set_id, code_id FROM code_set_members');
  return db
    .all<{ id: number; uid: string; name: string }>('SELECT id, uid, name FROM code_sets ORDER BY name')
    .map((set) => ({
      id: set.uid,
      name: set.name,
      codes: members
        .filter(([id]) => id === set.id)
        .map(([, code]) => must(codes.get(code), 'the code of the set')),
    }));
}

/** Owner's row id → attribute name → value. */
function readValues(db: Readable, owner: AttributeOwner): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const values = new Map<number, Map<string, string>>();
  const rows = db.rows<[number, string, string]>(
    `SELECT v.owner_id, a.name, v.value FROM attribute_values v JOIN attributes a ON a.id = v.attribute_id WHERE a.owner = ?`,
    owner,
  );
  for (const [id, name, value] of rows) {
    const known = values.get(id) ?? new Map<string, string>();
    values.set(id, known.set(name, value));
  }
  return values;
}

interface Memberships {
  /** Row id of a source → places of the cases it belongs to as a whole. */
  readonly bySource: ReadonlyMap<number, readonly number[]>;
  /** Row id of a speaker → places of cases. */
  readonly bySpeaker: ReadonlyMap<number, readonly number[]>;
  /** Row id of a source → passages that belong to a case. */
  readonly passages: ReadonlyMap<
    number,
    readonly { readonly start: number; readonly end: number; readonly place: number }[]
  >;
}

function readMemberships(db: Readable, cases: ReadonlyMap<number, number>): Memberships {
  const rows = db
    .all<{
      caseId: number;
      source: number | null;
      speaker: number | null;
      start: number | null;
      end: number | null;
    }>('SELECT case_id AS caseId, source_id AS source, speaker_id AS speaker, start, "end" FROM members')
    .map((row) => ({ ...row, place: must(cases.get(row.caseId), 'the case') }));
  const bySource = new Map<number, number[]>();
  const bySpeaker = new Map<number, number[]>();
  const passages = new Map<number, { start: number; end: number; place: number }[]>();
  const add = <T>(map: Map<number, T[]>, key: number, value: T): void => {
    map.set(key, [...(map.get(key) ?? []), value]);
  };
  for (const { source, speaker, start, end, place } of rows) {
    if (speaker !== null) add(bySpeaker, speaker, place);
    else if (source !== null && start !== null && end !== null) add(passages, source, { start, end, place });
    else if (source !== null) add(bySource, source, place);
  }
  return { bySource, bySpeaker, passages };
}

/** Cuts the text between the labels where the speaker or the set of cases changes. */
function cutAtoms(
  source: Source,
  length: number,
  speakerOf: readonly number[],
  memberships: Memberships,
): Atoms {
  const whole = memberships.bySource.get(source.id) ?? [];
  const passages = memberships.passages.get(source.id) ?? [];
  const columns = {
    start: [] as number[],
    end: [] as number[],
    speaker: [] as number[],
    turn: [] as number[],
  };
  const caseOffset = [0];
  const caseList: number[] = [];
  const add = (start: number, end: number, turn: number): void => {
    const label = source.labels[turn];
    const ofSpeaker = label
      ? (memberships.bySpeaker.get(must(source.speakers[label.speaker], 'the speaker')) ?? [])
      : [];
    const ofPassages = passages
      .filter((passage) => passage.start < end && passage.end > start)
      .map(({ place }) => place);
    columns.start.push(start);
    columns.end.push(end);
    columns.speaker.push(label ? must(speakerOf[label.speaker], 'the speaker') : -1);
    columns.turn.push(turn);
    caseList.push(...[...new Set([...whole, ...ofSpeaker, ...ofPassages])].sort((a, b) => a - b));
    caseOffset.push(caseList.length);
  };
  const borders = passages.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  for (let turn = -1; turn < source.labels.length; turn++) {
    const end = source.labels[turn + 1]?.start ?? length;
    let start = source.labels[turn]?.end ?? 0;
    for (const border of [...borders.filter((each) => each > start && each < end), end]) {
      if (border > start) add(start, border, turn);
      start = border;
    }
  }
  return {
    start: Int32Array.from(columns.start),
    end: Int32Array.from(columns.end),
    speaker: Int32Array.from(columns.speaker),
    turn: Int32Array.from(columns.turn),
    caseOffset: Int32Array.from(caseOffset),
    caseList: Int32Array.from(caseList),
  };
}

function makeRuler(labels: readonly Label[], speakerOf: readonly number[], layout: Layout): Ruler {
  const { paragraphs } = layout;
  return {
    lowSurrogates: layout.lowSurrogates,
    labelStart: Int32Array.from(labels, (label) => label.start),
    labelEnd: Int32Array.from(labels, (label) => label.end),
    labelSpeaker: Int32Array.from(labels, (label) => must(speakerOf[label.speaker], 'the speaker')),
    words: outside(labels, layout.words),
    units: outside(labels, layout.units),
    paragraphStart: paragraphs.filter((_, i) => i % 2 === 0),
    paragraphEnd: paragraphs.filter((_, i) => i % 2 === 1),
  };
}

/** The positions that lie in no label. Both lists ascend. */
function outside(labels: readonly Label[], positions: Int32Array): Int32Array {
  let next = 0;
  return positions.filter((position) => {
    while (labels[next] && must(labels[next], 'the label').end <= position) next++;
    const label = labels[next];
    return label === undefined || position < label.start;
  });
}

function readCodings(db: Readable, sourceId: number, places: Places): CodingBlock {
  type Row = [
    number,
    number,
    number,
    number,
    number,
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  const rows = db.rows<Row>(
    `SELECT id, start, "end", code_id, coder_id, phase_id, level, direction, weight FROM codings
     WHERE source_id = ? ORDER BY start, "end", code_id, coder_id`,
    sourceId,
  );
  const place = (map: ReadonlyMap<number, number>, id: number): number =>
    must(map.get(id), 'what a coding points to');
  return {
    id: Int32Array.from(rows, (row) => row[0]),
    start: Int32Array.from(rows, (row) => row[1]),
    end: Int32Array.from(rows, (row) => row[2]),
    code: Int32Array.from(rows, (row) => place(places.codes, row[3])),
    coder: Int32Array.from(rows, (row) => place(places.coders, row[4])),
    phase: Int32Array.from(rows, (row) => (row[5] === null ? -1 : place(places.phases, row[5]))),
    level: Int32Array.from(rows, (row) => row[6] ?? 0),
    direction: Int32Array.from(rows, (row) => row[7] ?? NO_DIRECTION),
    weight: Float64Array.from(rows, (row) => row[8] ?? Number.NaN),
  };
}
