// The values that a coding's properties may have, as they are written.

export const levels = ['1', '2', '3'] as const;
export const directions = ['-1', '0', '1'] as const;

export function signed(direction: number): string {
  return direction > 0 ? `+${direction}` : direction < 0 ? `−${-direction}` : '0';
}

/** The number that was typed, null where nothing was; undefined where the words are no number. */
export function weightOf(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').trim().replace(',', '.').replace('−', '-');
  if (plain === '') return null;
  const weight = Number(plain);
  return Number.isFinite(weight) ? weight : undefined;
}
