// The two helpers without a home: assert what the types cannot say.

/** Returns `value`, or throws when it is null or undefined. `why` says why it must be there. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`Must be there: ${why}`);
  return value;
}

/** The end of an exhaustive switch: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Not foreseen: ${JSON.stringify(value)}`);
}
