// A statistic that may be undefined: then null, with the reason that a person is told.

/** Why there is no number. */
export type UndefinedReason =
  /** Nothing was counted at all. */
  | 'no-units'
  /** One of the two never occurs. */
  | 'never-there'
  /** The two never occur together, so that there is no logarithm. */
  | 'never-together'
  /** A row or column of the table is empty: nothing varies. */
  | 'no-variation'
  /** Too many tables to go through. */
  | 'too-large'
  /** No code occurs in exactly two of the units. */
  | 'no-doubles'
  /** There is one unit only, which tells nothing of others. */
  | 'one-unit';

export type Statistic =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: UndefinedReason };

export function defined(value: number): Statistic {
  return { value, reason: null };
}

export function undefinedFor(reason: UndefinedReason): Statistic {
  return { value: null, reason };
}

/** part / whole; undefined for the reason where the whole is 0. */
export function quotient(part: number, whole: number, reason: UndefinedReason): Statistic {
  return whole === 0 ? undefinedFor(reason) : defined(part / whole);
}
