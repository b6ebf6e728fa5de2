// A person's name in little room.

/** First letters of a name's parts, at most three; the first two characters of a name of one part. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  const letters =
    parts.length > 1 ? parts.flatMap((part) => Array.from(part).slice(0, 1)) : Array.from(name).slice(0, 2);
  return letters.join('').toUpperCase().slice(0, 3);
}
