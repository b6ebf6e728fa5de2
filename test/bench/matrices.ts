// Bench of the matrix engine: a seeded made-up project of any size, and the medians of its tables against a plain scan.
import { must } from '../../shared/must.ts';
import { changes } from '../../shared/matrices/change.ts';
import { cooccurrence, parseNearness } from '../../shared/matrices/cooccurrence.ts';
import { NO_DIRECTION, type Corpus, type CorpusSource } from '../../shared/matrices/corpus.ts';
import type { Question } from '../../shared/matrices/question.ts';
import { evidence } from '../../shared/matrices/evidence.ts';
import { layoutOf } from '../../shared/matrices/layout.ts';
import { sharedUnits } from '../../shared/matrices/shared-units.ts';
import { tabulate } from '../../shared/matrices/tabulate.ts';
import type { BenchRow } from './row.ts';

export interface Size {
  readonly sources: number;
  readonly codes: number;
  readonly codings: number;
  readonly seed: number;
  /** In ms, for any matrix; none where a size has no budget of its own. */
  readonly budget?: number;
  /** How often each table is timed, after a third as often to warm up. */
  readonly rounds: number;
}

export const sizes = {
  S: { sources: 60, codes: 120, codings: 10_000, seed: 12345, rounds: 9 },
  L: { sources: 2000, codes: 600, codings: 500_000, seed: 12345, budget: 50, rounds: 9 },
  XL: { sources: 10_000, codes: 1000, codings: 5_000_000, seed: 12345, budget: 800, rounds: 3 },
} as const satisfies Record<string, Size>;

/**
 * Median processor times of tables over a corpus of the size, warm, beside a plain scan of the same columns in the same run
 * (2.1 ms for L on the quiet machine of the budgets): on a busy machine the ratio is what to read.
 */
export function matrixRows(size: Size): BenchRow[] {
  const of = `${size.codings.toLocaleString('en')} codings: `;
  const corpus = makeCorpus(size);
  const { budget = null, rounds } = size;
  const scan = medianOf(rounds, () => scanColumns(corpus));
  const row = (name: string, run: () => unknown): BenchRow => {
    const value = medianOf(rounds, run);
    return {
      name: of + name,
      value,
      unit: 'ms',
      ratio: value / scan,
      ...(budget === null ? {} : { budget }),
    };
  };
  const code = { kind: 'code', level: null } as const;
  const district = { kind: 'case-attribute', attribute: 'district' } as const;
  const question = (rest: Partial<Question>): Question => ({
    rows: [{ kind: 'case' }],
    columns: [code],
    measures: ['references', 'characters'],
    filters: [],
    overlap: 'split',
    coders: null,
    rateUnit: 'words',
    ...rest,
  });
  const near = (text: string): (() => unknown) => {
    const nearness = parseNearness(text);
    return () => cooccurrence(corpus, { ...question({ rows: [code], columns: [code] }), nearness });
  };
  const filters: Question['filters'] = [
    { dimension: district, values: ['north'] },
    { dimension: { kind: 'phase' }, values: ['after'] },
  ];
  const timedRows: BenchRow[] = [
    { name: `${of}scan of the columns`, value: scan, unit: 'ms' },
    row('case × code: references', () => tabulate(corpus, question({ measures: ['references'] }))),
    row('case × code: references, characters', () => tabulate(corpus, question({}))),
    row('case × code: references, characters, words', () =>
      tabulate(corpus, question({ measures: ['references', 'characters', 'words'] })),
    ),
    row('case × code, one attribute and one phase', () => tabulate(corpus, question({ filters }))),
    row('case × code, whole to each', () => tabulate(corpus, question({ overlap: 'whole' }))),
    row('district × code in panels by phase: references', () =>
      tabulate(corpus, question({ rows: [district], panels: [{ kind: 'phase' }], measures: ['references'] })),
    ),
    row('code before → after over paired cases: presence', () =>
      changes(corpus, {
        ...question({ rows: [code], columns: [] }),
        measures: ['presence'],
        phases: { dimension: { kind: 'phase' }, from: 'before', to: 'after' },
      }),
    ),
    row('frequencies: references, sources, cases, speakers', () =>
      tabulate(
        corpus,
        question({
          rows: [code],
          columns: [],
          measures: ['references', 'sources', 'cases', 'speakers', 'case-share'],
        }),
      ),
    ),
    row('code × code: overlap', near('overlap')),
    row('code × code: within 200', near('within:200')),
    row('code × code: same turn', near('turn')),
    row('code × code: Jaccard of turns', () =>
      sharedUnits(corpus, { ...question({ rows: [code], columns: [code] }), nearness: { kind: 'turn' } }),
    ),
    row('case × code: median level', () => tabulate(corpus, question({ measures: ['median-level'] }))),
    row('case × code: the codings of one cell', () => evidence(corpus, question({}), { row: 3, column: 5 })),
  ];
  const inMemory = (name: string, bytes: number): BenchRow => ({
    name: of + name,
    value: bytes / 1e6,
    unit: 'MB',
  });
  return [
    ...timedRows,
    inMemory('the loaded columns', bytesOf(corpus.sources)),
    inMemory('what tables keep beside the columns', bytesOf(corpus.sources.map(layoutOf))),
    inMemory('resident memory of the process after these tables', process.memoryUsage.rss()),
  ];
}

/** Bytes of the typed arrays in a value, each once. */
function bytesOf(value: unknown, met = new Set<ArrayBufferLike>()): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (ArrayBuffer.isView(value)) {
    if (met.has(value.buffer)) return 0;
    met.add(value.buffer);
    return value.byteLength;
  }
  const parts: readonly unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + bytesOf(part, met), 0);
}

/**
 * A made-up study: every fourth source a focus group of eight speakers with a case each, the others interviews of one;
 * an interviewer in every third turn; 8,000 words a source; codings anywhere, few of them long, codes used unevenly.
 */
export function makeCorpus({ sources, codes, codings, seed }: Omit<Size, 'rounds'>): Corpus {
  const random = generator(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const uneven = (n: number): number => Math.min(n - 1, Math.floor(n ** random()) - 1);
  const caseCount = Math.max(8, Math.round(sources / 5));
  const depths: number[] = [];
  const tops = Math.round(Math.sqrt(codes));
  const tree = Array.from({ length: codes }, (_, index) => {
    const parent = index < tops ? -1 : below(index);
    depths.push(parent === -1 ? 1 : must(depths[parent], 'a parent before its child') + 1);
    return { id: `k${index}`, name: `Code ${index}`, parent, depth: must(depths[index], 'its depth') };
  });
  const perSource = Array.from({ length: sources }, () => 0);
  for (let index = 0; index < codings; index++) {
    const source = below(sources);
    perSource[source] = must(perSource[source], 'a count') + 1;
  }
  return {
    codes: tree.map((code) => ({ ...code, setsLevel: null, setsPhase: null })),
    codeSets: [],
    cases: Array.from({ length: caseCount }, (_, index) => ({
      id: `c${index}`,
      name: `Case ${index}`,
      attributes: new Map([['district', ['north', 'east', 'south', 'west'][index % 4] ?? '']]),
    })),
    speakers: Array.from({ length: caseCount + 1 }, (_, index) => ({
      id: `p${index}`,
      name: `Speaker ${index}`,
      interviewer: index === caseCount,
    })),
    phases: ['before', 'during', 'after'].map((name, index) => ({ id: `h${index}`, name })),
    coders: ['a', 'b', 'c', 'd'].map((name) => ({ id: name, name })),
    attributes: [
      { owner: 'case', name: 'district', type: 'choice', choices: ['north', 'east', 'south', 'west'] },
    ],
    sources: perSource.map((count, index) => {
      const voices = Array.from({ length: index % 4 === 3 ? 8 : 1 }, () => below(caseCount));
      return makeSource(index, count, { voices, interviewer: caseCount, codes, below, uneven });
    }),
  };
}

interface Draw {
  readonly voices: readonly number[];
  readonly interviewer: number;
  readonly codes: number;
  readonly below: (n: number) => number;
  readonly uneven: (n: number) => number;
}

function makeSource(
  index: number,
  count: number,
  { voices, interviewer, codes, below, uneven }: Draw,
): CorpusSource {
  const words: number[] = [];
  const atoms = { start: [] as number[], end: [] as number[], speaker: [] as number[], turn: [] as number[] };
  const labels = { start: [] as number[], end: [] as number[] };
  const caseOffset = [0];
  const caseList: number[] = [];
  let length = 0;
  for (let turn = 0; words.length < 8000; turn++) {
    labels.start.push(length);
    length += 6;
    labels.end.push(length);
    atoms.start.push(length);
    for (let left = 20 + below(90); left > 0; left--) {
      words.push(length);
      length += 2 + below(8);
    }
    const asks = turn % 3 === 0;
    const voice = must(voices[below(voices.length)], 'a voice');
    atoms.end.push(length);
    atoms.speaker.push(asks ? interviewer : voice);
    atoms.turn.push(turn);
    // The whole interview belongs to its case; in a focus group only what each one says.
    if (voices.length === 1 || !asks) caseList.push(voice);
    caseOffset.push(caseList.length);
  }
  const spans = Array.from({ length: count }, () => {
    const turn = below(labels.start.length);
    const whole = below(4) === 0;
    const start = whole ? must(atoms.start[turn], 'a turn') : below(length - 40);
    const draw = below(100);
    const size = draw < 3 ? 2000 + below(4000) : draw < 20 ? 400 + below(800) : 30 + below(300);
    const end = whole ? must(atoms.end[turn], 'a turn') : Math.min(length, start + size);
    return { start, end, code: uneven(codes) };
  }).sort((a, b) => a.start - b.start || a.end - b.end || a.code - b.code);
  const starts = Int32Array.from(words);
  return {
    id: `s${index}`,
    name: `Source ${index}`,
    number: index + 1,
    length,
    phase: index % 3,
    attributes: new Map(),
    atoms: {
      start: Int32Array.from(atoms.start),
      end: Int32Array.from(atoms.end),
      speaker: Int32Array.from(atoms.speaker),
      turn: Int32Array.from(atoms.turn),
      caseOffset: Int32Array.from(caseOffset),
      caseList: Int32Array.from(caseList),
    },
    ruler: {
      lowSurrogates: new Int32Array(0),
      labelStart: Int32Array.from(labels.start),
      labelEnd: Int32Array.from(labels.end),
      labelSpeaker: Int32Array.from(atoms.speaker),
      words: starts,
      units: starts,
      paragraphStart: Int32Array.from(labels.start),
      paragraphEnd: Int32Array.from(atoms.end),
    },
    codings: {
      id: Int32Array.from(spans.keys()),
      start: Int32Array.from(spans, ({ start }) => start),
      end: Int32Array.from(spans, ({ end }) => end),
      code: Int32Array.from(spans, ({ code }) => code),
      coder: Int32Array.from(spans, () => uneven(4)),
      phase: Int32Array.from(spans, () => (below(5) === 0 ? below(3) : -1)),
      level: Int32Array.from(spans, () => below(4)),
      direction: new Int32Array(count).fill(NO_DIRECTION),
      weight: Float64Array.from(spans, () => (below(2) === 0 ? below(100) : Number.NaN)),
    },
  };
}

function scanColumns(corpus: Corpus): number {
  let sum = 0;
  for (const { codings } of corpus.sources) {
    for (let index = 0; index < codings.start.length; index++) {
      sum += (codings.end[index] ?? 0) - (codings.start[index] ?? 0) + (codings.code[index] ?? 0);
      sum += (codings.coder[index] ?? 0) + (codings.phase[index] ?? 0) + (codings.level[index] ?? 0);
    }
  }
  return sum;
}

/** Milliseconds of the processor, the median of so many runs after a third as many to warm up. */
function medianOf(rounds: number, run: () => unknown): number {
  const times: number[] = [];
  const warm = Math.ceil(rounds / 3);
  for (let round = 0; round < warm + rounds; round++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    if (round >= warm) times.push((user + system) / 1000);
  }
  return must(times.sort((a, b) => a - b)[rounds >> 1], 'the rounds');
}

/** Mulberry32: the same numbers in [0, 1) for the same seed everywhere. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
