// How the type and the sign of a link are written.

/** "builds +" */
export function typeText({
  typeName,
  sign,
}: {
  readonly typeName: string;
  readonly sign: number | null;
}): string {
  return sign === null ? typeName : `${typeName} ${signMark(sign)}`;
}

/** "+", "−" or "0". */
export function signMark(sign: number): string {
  return sign > 0 ? '+' : sign < 0 ? '−' : '0';
}
