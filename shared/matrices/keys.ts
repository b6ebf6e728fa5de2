// A number for each coding of a source, worked out for all of them in one go: one short loop for each dimension.
import type { CorpusSource } from './corpus.ts';
import { at, grown } from './numbers.ts';

/** By place in the source's block of codings. To be read before the next call, as the list is used again. */
export type Keys = (source: CorpusSource) => Int32Array;

/** `fill` sets the keys of as many codings as the source has. */
export function keysBy(fill: (source: CorpusSource, keys: Int32Array, count: number) => void): Keys {
  let keys = new Int32Array(0);
  return (source) => {
    const count = source.codings.start.length;
    keys = grown(keys, count);
    fill(source, keys, count);
    return keys;
  };
}

/** Outer key × width + inner key; `width` is the number of inner keys. */
export function joinedKeys(outer: Keys, inner: Keys, width: number): Keys {
  return keysBy((source, keys, count) => {
    const outerKeys = outer(source);
    const innerKeys = inner(source);
    for (let coding = 0; coding < count; coding++) {
      keys[coding] = at(outerKeys, coding) * width + at(innerKeys, coding);
    }
  });
}
