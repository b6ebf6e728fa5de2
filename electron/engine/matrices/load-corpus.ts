// Reads the project into the columns that the matrix engine computes on, and keeps them current change by change.
import { must } from '../../../shared/must.ts';
import type { Corpus, CorpusAttribute, CorpusSource } from '../../../shared/matrices/corpus.ts';
import { toldApart } from '../../../shared/matrices/labels.ts';
import { noWords, yesWords } from '../../../shared/matrices/own-values.ts';
import { listAttributes, type Attribute } from '../cases/attributes.ts';
import { listCases } from '../cases/cases.ts';
import { listPhases, wordsFor, type Phase } from '../cases/phases.ts';
import { speakerLabels } from '../cases/speakers.ts';
import { listCodes } from '../coding/codes.ts';
import type { TouchedRow } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { listSources, listSpeakers, sourceById, type Source } from '../text/sources.ts';
import { readCodings, readValues, sourceReader, type Places } from './load-source.ts';

export interface CorpusKeeper {
  current(): Corpus;
  /** Reads so many more sources ahead of the first use; true once there are no more. */
  readOn(most: number): boolean;
  /** To be told of every commit. */
  touched(rows: readonly TouchedRow[]): void;
}

/**
 * Loads on first use what was not read ahead. What changed is read anew on the next use: the codings of a source, a source
 * whose text was edited, or, after any other change, all.
 */
export function keepCorpus(db: Readable): CorpusKeeper {
  let begun: Begun | null = null;
  let loaded: Loaded | null = null;
  const codings = new Set<number>();
  const texts = new Set<number>();
  return {
    current: () => {
      loaded ??= finish(begun ?? begin(db));
      begun = null;
      if (codings.size + texts.size > 0) loaded = refresh(db, loaded, { codings, texts });
      codings.clear();
      texts.clear();
      return loaded.corpus;
    },
    readOn: (most) => {
      if (loaded) return true;
      begun ??= begin(db);
      readSources(begun, most);
      return begun.read.length === begun.sources.length;
    },
    touched: (rows) => {
      const known = loaded ?? begun;
      if (!known) return;
      const edited = editedSources(db, known, rows);
      if (!edited) begun = loaded = null;
      for (const id of edited ?? []) texts.add(id);
      for (const { table, id } of rows) if (table === 'codings') codings.add(id);
    },
  };
}

/** Tables of which the corpus holds nothing. */
const uncounted: readonly string[] = [
  'memos',
  'links',
  'relation_types',
  'relation_type_codes',
  'versions',
  'matrices',
  'matrix_cells',
  'cell_quotes',
  'pseudonyms',
  'evidence_tests',
  'label_patterns',
];

/** To what an edit of a text changes besides codings: the source that the row belongs to. */
const sourceOf: Readonly<Record<string, string>> = {
  sources: 'SELECT id FROM sources WHERE id = ?',
  source_speakers: 'SELECT source_id FROM source_speakers WHERE id = ?',
  members: 'SELECT source_id FROM members WHERE id = ? AND start IS NOT NULL',
};

/** Row ids of the sources that were edited; null where something else changed, or a row is gone and tells nothing. */
function editedSources(
  db: Readable,
  { sourceIds }: Pick<Begun, 'sourceIds'>,
  rows: readonly TouchedRow[],
): ReadonlySet<number> | null {
  const edited = new Set(rows.filter(({ table }) => table === 'sources').map(({ id }) => id));
  for (const { table, id } of rows) {
    if (table === 'codings' || uncounted.includes(table)) continue;
    const sql = sourceOf[table];
    const source = sql === undefined ? undefined : db.value<number>(sql, id);
    if (source === undefined || !edited.has(source) || !sourceIds.includes(source)) return null;
  }
  return edited;
}

/** All but the sources, which are read one after the other. */
interface Begun {
  readonly head: Omit<Corpus, 'sources'>;
  readonly places: Places;
  readonly sources: readonly Source[];
  readonly sourceIds: readonly number[];
  readonly reader: ReturnType<typeof sourceReader>;
  readonly read: ReturnType<Begun['reader']>[];
}

interface Loaded {
  readonly corpus: Corpus;
  readonly places: Places;
  /** Row ids of corpus.sources. */
  readonly sourceIds: readonly number[];
}

function load(db: Readable): Loaded {
  return finish(begin(db));
}

function readSources({ sources, read, reader }: Begun, most: number): void {
  for (const source of sources.slice(read.length, read.length + most)) read.push(reader(source));
}

function finish(begun: Begun): Loaded {
  const { head, places, sources, sourceIds, read } = begun;
  readSources(begun, sources.length);
  const named = toldApart(read, ({ number }) => String(number));
  return { corpus: { ...head, sources: named }, places, sourceIds };
}

function begin(db: Readable): Begun {
  const phases = listPhases(db);
  const codes = listCodes(db);
  const coders = db.all<{ id: number; uid: string; name: string }>(
    'SELECT id, uid, name FROM coders ORDER BY id',
  );
  const cases = listCases(db);
  const speakers = listSpeakers(db);
  const labels = speakerLabels(db, speakers);
  const sources = listSources(db);
  const places: Places = {
    codes: placesOf(codes),
    coders: placesOf(coders),
    phases: placesOf(phases),
    speakers: placesOf(speakers),
    cases: placesOf(cases),
  };
  const caseValues = readValues(db, 'case');
  const head: Begun['head'] = {
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
  };
  const sourceIds = sources.map(({ id }) => id);
  return { head, places, sources, sourceIds, reader: sourceReader(db, places), read: [] };
}

interface Changed {
  /** Row ids of codings, some of which may be gone. */
  readonly codings: ReadonlySet<number>;
  /** Row ids of the sources whose text was edited. */
  readonly texts: ReadonlySet<number>;
}

/** Reads anew the sources whose text was edited, and of others the codings where these were touched. */
function refresh(db: Readable, loaded: Loaded, { codings, texts }: Changed): Loaded {
  const { corpus, places, sourceIds } = loaded;
  const coded = new Set<number>();
  for (const id of codings) {
    const source = db.value<number>('SELECT source_id FROM codings WHERE id = ?', id);
    if (source !== undefined) coded.add(source);
  }
  for (const [index, source] of corpus.sources.entries()) {
    if (source.codings.id.some((id) => codings.has(id))) coded.add(must(sourceIds[index], 'the source'));
  }
  const read = texts.size > 0 ? sourceReader(db, places) : null;
  const sources = corpus.sources.map((source, index): CorpusSource => {
    const id = must(sourceIds[index], 'the source');
    if (read && texts.has(id)) {
      const { label } = source;
      return { ...read(sourceById(db, id)), ...(label === undefined ? {} : { label }) };
    }
    return coded.has(id) ? { ...source, codings: readCodings(db, id, places) } : source;
  });
  const isNamedAnew = sources.some(({ name }, index) => name !== corpus.sources[index]?.name);
  return isNamedAnew ? load(db) : { ...loaded, corpus: { ...corpus, sources } };
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
