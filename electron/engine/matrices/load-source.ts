// Reads a source into the columns that the matrix engine computes on: its text in stretches and positions, its codings.
import { must } from '../../../shared/must.ts';
import type { Label } from '../../../shared/import/document.ts';
import {
  NO_DIRECTION,
  type Atoms,
  type CodingBlock,
  type CorpusSource,
  type Ruler,
} from '../../../shared/matrices/corpus.ts';
import type { AttributeOwner } from '../cases/attributes.ts';
import type { Readable } from '../store/connection.ts';
import { readLayout, type Layout } from '../text/contents.ts';
import type { Source } from '../text/sources.ts';

/** By row id: where it stands among the corpus's own. */
export interface Places {
  readonly codes: ReadonlyMap<number, number>;
  readonly coders: ReadonlyMap<number, number>;
  readonly phases: ReadonlyMap<number, number>;
  readonly speakers: ReadonlyMap<number, number>;
  readonly cases: ReadonlyMap<number, number>;
}

/** Reads a source with its text and codings into the corpus. */
export function sourceReader(
  db: Readable,
  places: Places,
): (source: Source) => CorpusSource & { number: number } {
  const memberships = readMemberships(db, places.cases);
  const values = readValues(db, 'source');
  return (source) => {
    const layout = readLayout(db, source.content);
    const speakerOf = source.speakers.map((id) => must(places.speakers.get(id), 'the speaker'));
    return {
      id: source.uid,
      name: source.name,
      number: source.number,
      length: layout.length,
      phase: source.phaseId === null ? -1 : must(places.phases.get(source.phaseId), 'the phase'),
      attributes: values.get(source.id) ?? new Map(),
      atoms: cutAtoms(source, layout.length, speakerOf, memberships),
      ruler: makeRuler(source.labels, speakerOf, layout),
      codings: readCodings(db, source.id, places),
    };
  };
}

/** Owner's row id → attribute name → value. */
export function readValues(
  db: Readable,
  owner: AttributeOwner,
): ReadonlyMap<number, ReadonlyMap<string, string>> {
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

export function readCodings(db: Readable, sourceId: number, places: Places): CodingBlock {
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
