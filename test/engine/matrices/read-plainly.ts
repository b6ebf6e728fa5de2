// The corpus of a project read straight from its rows and texts, position by position, to hold the loaded one against.
import type { Readable } from '../../../electron/engine/store/connection.ts';
import {
  NO_DIRECTION,
  type AttributeType,
  type Corpus,
  type CorpusSource,
} from '../../../shared/matrices/corpus.ts';
import { must } from '../../../shared/must.ts';

interface Row {
  readonly id: number;
  readonly [column: string]: string | number | null;
}

/** Each position outside the labels is an atom of its own. Values are named only, units are words. */
export function readPlainly(db: Readable): Corpus {
  const tables = tablesOf(db);
  const { cases, speakers, phases, coders, codes } = tables;
  const entries = (rows: readonly Row[]) =>
    rows.map((row) => ({ id: String(row.uid), name: String(row.name) }));
  const depthOf = (row: Row): number => {
    const parent = codes.find(({ id }) => id === row.parent_id);
    return parent ? depthOf(parent) + 1 : 1;
  };
  return {
    codes: codes.map((row) => ({
      id: String(row.short_id ?? row.uid),
      name: String(row.name),
      parent: place(codes, row.parent_id),
      depth: depthOf(row),
      setsLevel: null,
      setsPhase: null,
    })),
    codeSets: [],
    cases: cases.map((row) => ({
      id: String(row.uid),
      name: String(row.name),
      attributes: new Map(
        db.rows<[string, string]>(
          `SELECT a.name, v.value FROM attribute_values v JOIN attributes a ON a.id = v.attribute_id
           WHERE a.owner = 'case' AND v.owner_id = ?`,
          row.id,
        ),
      ),
    })),
    speakers: speakers.map((row) => ({
      id: String(row.uid),
      name: String(row.name),
      interviewer: row.role === 'interviewer',
    })),
    phases: entries(phases),
    coders: entries(coders),
    attributes: db
      .all<{ name: string; type: AttributeType; choices: string }>(
        `SELECT name, type, choices FROM attributes WHERE owner = 'case'`,
      )
      .map(({ name, type, choices }) => ({
        owner: 'case',
        name,
        type,
        choices: (JSON.parse(choices) as { name: string }[]).map((choice) => choice.name),
      })),
    sources: db.all<Row>('SELECT * FROM sources ORDER BY number').map((row) => sourceOf(db, row, tables)),
  };
}

type Tables = ReturnType<typeof tablesOf>;

function tablesOf(db: Readable) {
  const list = (table: string, order: string): Row[] =>
    db.all<Row>(`SELECT * FROM ${table} ORDER BY ${order}`);
  return {
    cases: list('cases', 'position'),
    speakers: list('speakers', 'id'),
    phases: list('phases', 'position'),
    coders: list('coders', 'id'),
    // The frameworks store their codes in tree order.
    codes: list('codes', 'position, id'),
    members: list('members', 'id'),
  };
}

const place = (rows: readonly Row[], id: string | number | null | undefined): number =>
  rows.findIndex((row) => row.id === id);

function sourceOf(
  db: Readable,
  row: Row,
  { cases, speakers, phases, members, ...rest }: Tables,
): CorpusSource {
  const text = must(
    db.value<string>('SELECT text FROM contents WHERE sha256 = ?', String(row.content_sha256)),
    'the text',
  );
  const speaking = db.rows<[number]>(
    'SELECT speaker_id FROM source_speakers WHERE source_id = ? ORDER BY place',
    row.id,
  );
  const flat = JSON.parse(String(row.labels)) as number[];
  const labels = flat.flatMap((start, i) =>
    i % 3 === 0 ? [{ start, end: flat[i + 1] ?? 0, speaker: speaking[flat[i + 2] ?? -1]?.[0] ?? null }] : [],
  );
  const inLabel = (p: number): boolean => labels.some(({ start, end }) => start <= p && p < end);
  const positions = [...Array(text.length).keys()].filter((p) => !inLabel(p));
  const turnAt = (p: number): number => labels.findLastIndex(({ end }) => end <= p);
  const casesAt = (p: number): number[] => {
    const speaker = labels[turnAt(p)]?.speaker;
    const held = members.filter(
      (member) =>
        (member.source_id === row.id &&
          (member.start === null || (Number(member.start) <= p && p < Number(member.end)))) ||
        (speaker !== null && speaker !== undefined && member.speaker_id === speaker),
    );
    return [...new Set(held.map((member) => place(cases, member.case_id)))].sort((a, b) => a - b);
  };
  const caseLists = positions.map(casesAt);
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike, index }) => isWordLike === true && !inLabel(index))
    .map(({ index }) => index);
  return {
    id: String(row.uid),
    name: String(row.name),
    number: Number(row.number),
    length: text.length,
    phase: place(phases, row.phase_id),
    attributes: new Map(),
    atoms: {
      start: Int32Array.from(positions),
      end: Int32Array.from(positions, (p) => p + 1),
      speaker: Int32Array.from(positions, (p) => place(speakers, labels[turnAt(p)]?.speaker)),
      turn: Int32Array.from(positions, turnAt),
      caseOffset: Int32Array.from([0, ...caseLists.map((_, i) => caseLists.slice(0, i + 1).flat().length)]),
      caseList: Int32Array.from(caseLists.flat()),
    },
    ruler: {
      lowSurrogates: Int32Array.from(positions.filter((p) => /^[\uDC00-\uDFFF]$/.test(text[p] ?? ''))),
      labelStart: Int32Array.from(labels, ({ start }) => start),
      labelEnd: Int32Array.from(labels, ({ end }) => end),
      labelSpeaker: Int32Array.from(labels, ({ speaker }) => place(speakers, speaker)),
      words: Int32Array.from(words),
      units: Int32Array.from(words),
      paragraphStart: new Int32Array(0),
      paragraphEnd: new Int32Array(0),
    },
    codings: codingsOf(db, row, { phases, ...rest }),
  };
}

function codingsOf(
  db: Readable,
  source: Row,
  { codes, coders, phases }: Pick<Tables, 'codes' | 'coders' | 'phases'>,
): CorpusSource['codings'] {
  const rows = db.all<Row>(
    'SELECT * FROM codings WHERE source_id = ? ORDER BY start, "end", code_id',
    source.id,
  );
  const column = (pick: (row: Row) => number): Int32Array => Int32Array.from(rows, pick);
  return {
    id: column(({ id }) => id),
    start: column(({ start }) => Number(start)),
    end: column(({ end }) => Number(end)),
    code: column(({ code_id }) => place(codes, code_id)),
    coder: column(({ coder_id }) => place(coders, coder_id)),
    phase: column(({ phase_id }) => place(phases, phase_id)),
    level: column(({ level }) => Number(level)),
    direction: column(({ direction }) => (direction === null ? NO_DIRECTION : Number(direction))),
    weight: Float64Array.from(rows, ({ weight }) => (weight === null ? Number.NaN : Number(weight))),
  };
}
