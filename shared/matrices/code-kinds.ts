// At which codes a coding stands: its code, the codes that name its level or phase, and all their ancestors.
import type { Corpus, CorpusCode } from './corpus.ts';
import { keysBy, type Keys } from './keys.ts';
import { at } from './numbers.ts';

/** Codings of one kind stand at the same codes. */
export interface CodeKinds {
  readonly keys: Keys;
  /** By key, ascending: the coding's code and the codes that name its own level or its own phase. */
  readonly direct: readonly (readonly number[])[];
  /** By key, ascending: `direct` with all ancestors, each once. */
  readonly rolledUp: readonly (readonly number[])[];
}

const known = new WeakMap<Corpus, CodeKinds>();

/** The kinds of codings that the codebook tells apart; without codes that name a level or phase, one kind per code. */
export function codeKinds(corpus: Corpus): CodeKinds {
  const kinds = known.get(corpus) ?? findKinds(corpus);
  known.set(corpus, kinds);
  return kinds;
}

function findKinds({ codes, phases }: Corpus): CodeKinds {
  const levels = [0, ...distinct(codes.map((code) => code.setsLevel))];
  const named = [-1, ...distinct(codes.map((code) => code.setsPhase))];
  const levelClass = Int32Array.from([0, 1, 2, 3], (level) => Math.max(0, levels.indexOf(level)));
  const phaseClass = Int32Array.from([-1, ...phases.keys()], (phase) => Math.max(0, named.indexOf(phase)));

  const namesLevel = levels.map((level) => indexes(codes, (code) => code.setsLevel === level));
  const namesPhase = named.map((phase) => indexes(codes, (code) => code.setsPhase === phase));
  const direct = codes.flatMap((_, code) =>
    namesLevel.flatMap((byLevel) => namesPhase.map((byPhase) => distinct([code, ...byLevel, ...byPhase]))),
  );
  const chains = codes.map((_, code) => {
    const chain: number[] = [];
    for (let step = code; step !== -1; step = codes[step]?.parent ?? -1) chain.push(step);
    return chain;
  });
  const isPlain = levels.length === 1 && named.length === 1;
  const ofAll = keysBy(({ codings: { code, level, phase } }, keys, count) => {
    for (let coding = 0; coding < count; coding++) {
      const withLevel = at(code, coding) * levels.length + at(levelClass, at(level, coding));
      keys[coding] = withLevel * named.length + at(phaseClass, at(phase, coding) + 1);
    }
  });
  return {
    keys: isPlain ? ({ codings }) => codings.code : ofAll,
    direct,
    rolledUp: direct.map((list) => distinct(list.flatMap((code) => chains[code] ?? []))),
  };
}

function indexes(codes: readonly CorpusCode[], test: (code: CorpusCode) => boolean): number[] {
  return codes.flatMap((code, index) => (test(code) ? [index] : []));
}

function distinct(list: readonly (number | null)[]): number[] {
  return [...new Set(list.filter((value) => value !== null))].sort((a, b) => a - b);
}
