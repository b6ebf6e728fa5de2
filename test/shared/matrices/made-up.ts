// Invented projects and questions for the matrix tests: small, crowded with borders, and hard on every rule.
import fc from 'fast-check';
import { NO_DIRECTION, type Corpus, type CorpusSource } from '../../../shared/matrices/corpus.ts';
import { dimensionName } from '../../../shared/matrices/dimensions.ts';
import { measures, type Dimension, type Filter, type Question } from '../../../shared/matrices/question.ts';

interface Piece {
  /** Length of the label before it; a label starts a turn. */
  label: number;
  text: string;
  speaker: number;
  cases: number[];
}
export interface MadeCoding {
  start: number;
  end: number;
  code: number;
  coder?: number;
  phase?: number;
  level?: number;
  direction?: number;
  weight?: number;
}
export interface MadeSource {
  pieces: Piece[];
  phase?: number;
  attributes?: Record<string, string>;
  codings: MadeCoding[];
}

/** A source of pieces of text, each an atom; words are runs of letters, units these and each Chinese character. */
export function makeSource(made: MadeSource, number: number): CorpusSource {
  const atoms = { start: [] as number[], end: [] as number[], speaker: [] as number[], turn: [] as number[] };
  const labels = { start: [] as number[], end: [] as number[], speaker: [] as number[] };
  const caseOffset = [0];
  const caseList: number[] = [];
  let text = '';
  let turn = -1;
  for (const piece of made.pieces) {
    if (piece.label > 0) {
      turn++;
      labels.start.push(text.length);
      text += 'L'.repeat(piece.label);
      labels.end.push(text.length);
      labels.speaker.push(piece.speaker ?? -1);
    }
    atoms.start.push(text.length);
    text += piece.text;
    atoms.end.push(text.length);
    atoms.speaker.push(piece.speaker);
    atoms.turn.push(turn);
    caseList.push(...piece.cases.toSorted((a, b) => a - b));
    caseOffset.push(caseList.length);
  }
  const positions = Array.from({ length: text.length }, (_, p) => p);
  const inText = (p: number): boolean => text[p] !== 'L';
  const wordStart = (p: number): boolean => /[a-z]/.test(text[p] ?? '') && !/[a-z]/.test(text[p - 1] ?? '');
  const codings = made.codings.toSorted((a, b) => a.start - b.start || a.end - b.end || a.code - b.code);
  const column = (pick: (coding: MadeCoding) => number): Int32Array => Int32Array.from(codings, pick);
  return {
    id: `s${number}`,
    name: `Source ${number}`,
    number,
    length: text.length,
    phase: made.phase ?? -1,
    attributes: new Map(Object.entries(made.attributes ?? {})),
    atoms: {
      start: Int32Array.from(atoms.start),
      end: Int32Array.from(atoms.end),
      speaker: Int32Array.from(atoms.speaker),
      turn: Int32Array.from(atoms.turn),
      caseOffset: Int32Array.from(caseOffset),
      caseList: Int32Array.from(caseList),
    },
    ruler: {
      lowSurrogates: Int32Array.from(positions.filter((p) => /[\uDC00-\uDFFF]/.test(text[p] ?? ''))),
      labelStart: Int32Array.from(labels.start),
      labelEnd: Int32Array.from(labels.end),
      labelSpeaker: Int32Array.from(labels.speaker),
      words: Int32Array.from(positions.filter((p) => inText(p) && wordStart(p))),
      units: Int32Array.from(positions.filter((p) => inText(p) && (wordStart(p) || text[p] === '信'))),
      paragraphStart: Int32Array.of(0),
      paragraphEnd: Int32Array.of(text.length),
    },
    codings: {
      id: Int32Array.from(codings.keys()),
      start: column(({ start }) => start),
      end: column(({ end }) => end),
      code: column(({ code }) => code),
      coder: column(({ coder }) => coder ?? 0),
      phase: column(({ phase }) => phase ?? -1),
      level: column(({ level }) => level ?? 0),
      direction: column(({ direction }) => direction ?? NO_DIRECTION),
      weight: Float64Array.from(codings, ({ weight }) => weight ?? NaN),
    },
  };
}

/** Trust with two sub-codes, one of them divided again; Asset; Strong, which names level 3; After, which names a phase. */
export function makeCorpus(sources: readonly MadeSource[]): Corpus {
  const code = (
    id: string,
    parent: number,
    depth: number,
    sets: { level?: number; phase?: number } = {},
  ) => ({
    id,
    name: `Code ${id}`,
    parent,
    depth,
    setsLevel: sets.level ?? null,
    setsPhase: sets.phase ?? null,
  });
  return {
    codes: [
      code('T', -1, 1),
      code('T1', 0, 2),
      code('T1a', 1, 3),
      code('T2', 0, 2),
      code('A', -1, 1),
      code('S', -1, 1),
      code('S3', 5, 2, { level: 3 }),
      code('H', 5, 2, { phase: 1 }),
    ],
    codeSets: [
      { id: 'k1', name: 'Set one', codes: [1, 4] },
      { id: 'k2', name: 'Set two', codes: [4, 6] },
    ],
    cases: [
      {
        id: 'c0',
        name: 'Elm Street',
        attributes: new Map([
          ['district', 'north'],
          ['size', '10'],
        ]),
      },
      {
        id: 'c1',
        name: 'Oak Street',
        attributes: new Map([
          ['district', 'south'],
          ['size', '9'],
        ]),
      },
      { id: 'c2', name: 'Ash Street', attributes: new Map([['district', 'east']]) },
      { id: 'c3', name: 'Fir Street', attributes: new Map([['size', '10']]) },
    ],
    speakers: [
      { id: 'p0', name: 'Mei', interviewer: false },
      { id: 'p1', name: 'Omar', interviewer: false },
      { id: 'p2', name: 'Ines', interviewer: true },
    ],
    phases: [
      { id: 'h0', name: 'before' },
      { id: 'h1', name: 'after' },
    ],
    coders: [
      { id: 'r0', name: 'Ana' },
      { id: 'r1', name: 'Bo' },
    ],
    attributes: [
      { owner: 'case', name: 'district', type: 'choice', choices: ['south', 'west', 'north'] },
      { owner: 'case', name: 'size', type: 'number', choices: [] },
      { owner: 'source', name: 'kind', type: 'text', choices: [] },
    ],
    sources: sources.map((source, index) => makeSource(source, index + 1)),
  };
}

const piece: fc.Arbitrary<Piece> = fc.record({
  label: fc.constantFrom(0, 0, 2),
  text: fc
    .array(fc.constantFrom('a', 'b', ' ', '信', '😀'), { maxLength: 6 })
    .map((characters) => characters.join('')),
  speaker: fc.constantFrom(-1, 0, 1, 2),
  cases: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
});

const madeSource: fc.Arbitrary<MadeSource> = fc
  .record({
    pieces: fc.array(piece, { maxLength: 6 }),
    phase: fc.constantFrom(-1, 0, 1),
    kind: fc.constantFrom('', 'interview', 'note'),
  })
  .chain(({ pieces, phase, kind }) => {
    const text = pieces.map(({ label, text }) => 'L'.repeat(label) + text).join('');
    const edges = Array.from(text).reduce<number[]>(
      (list, character) => [...list, (list.at(-1) ?? 0) + character.length],
      [0],
    );
    const coding = fc
      .record({
        edges: fc.tuple(fc.nat(edges.length - 1), fc.nat(edges.length - 1)).filter(([a, b]) => a !== b),
        code: fc.nat(7),
        coder: fc.nat(1),
        phase: fc.constantFrom(-1, -1, 0, 1),
        level: fc.nat(3),
        direction: fc.constantFrom(NO_DIRECTION, 1, 0, -1),
        weight: fc.constantFrom(NaN, 0, 2.5, 10),
      })
      .map(({ edges: [a, b], ...rest }) => ({
        ...rest,
        start: edges[Math.min(a, b)] ?? 0,
        end: edges[Math.max(a, b)] ?? 0,
      }));
    const codings = edges.length < 2 ? fc.constant<MadeCoding[]>([]) : fc.array(coding, { maxLength: 9 });
    return codings.map((list) => ({ pieces, phase, attributes: { kind }, codings: list }));
  });

export const anyCorpus: fc.Arbitrary<Corpus> = fc
  .array(madeSource, { minLength: 1, maxLength: 3 })
  .map(makeCorpus);

/** Every kind of dimension, with the values that a filter may name (all of them exist in every made-up project). */
const dimensions: readonly [Dimension, string[]][] = [
  [{ kind: 'code', level: null }, ['T', 'T1', 'A', 'S3', 'H']],
  [{ kind: 'code', level: 1 }, ['T', 'A']],
  [{ kind: 'code', level: 2 }, ['T1', 'S3']],
  [{ kind: 'code-set' }, ['k1', 'k2']],
  [{ kind: 'case' }, ['c0', 'c1', 'c2']],
  [{ kind: 'case-attribute', attribute: 'district' }, ['north', 'south', 'east']],
  [{ kind: 'case-attribute', attribute: 'size' }, ['9', '10']],
  [{ kind: 'source' }, ['s1']],
  [{ kind: 'source-attribute', attribute: 'kind' }, []],
  [{ kind: 'source-phase' }, ['h0', 'h1']],
  [{ kind: 'phase' }, ['h0', 'h1']],
  [{ kind: 'speaker' }, ['p0', 'p2']],
  [{ kind: 'role' }, ['respondent', 'interviewer']],
  [{ kind: 'coder' }, ['r0', 'r1']],
  [{ kind: 'level' }, ['1', '3']],
  [{ kind: 'direction' }, ['1', '-1']],
];

export const anyFilters: fc.Arbitrary<Filter[]> = fc.uniqueArray(
  fc
    .constantFrom(...dimensions)
    .chain(([dimension, values]) =>
      fc
        .uniqueArray(fc.constantFrom(...values, 'none'), { minLength: 1, maxLength: 2 })
        .map((chosen) => ({ dimension, values: chosen })),
    ),
  { maxLength: 2, selector: ({ dimension }) => dimensionName(dimension) },
);

export const anyQuestion: fc.Arbitrary<Question> = fc
  .record({
    axes: fc.uniqueArray(
      fc.constantFrom(...dimensions).map(([dimension]) => dimension),
      { minLength: 1, maxLength: 5, selector: dimensionName },
    ),
    rows: fc.constantFrom(1, 1, 2),
    columns: fc.constantFrom(0, 1, 1, 2),
    panels: fc.constantFrom(0, 0, 1),
    filters: anyFilters,
    overlap: fc.constantFrom('split', 'largest', 'whole'),
    coders: fc.constantFrom(null, ['r0'], ['r0', 'r1']),
    rateUnit: fc.constantFrom('words', 'units'),
  })
  .map(({ axes, rows, columns, panels, ...rest }) => ({
    ...rest,
    rows: axes.slice(0, rows),
    columns: axes.slice(rows, rows + columns),
    panels: axes.slice(rows + columns, rows + columns + panels),
    measures,
  }));
