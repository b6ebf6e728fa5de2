// Names inside a workbook: valid sheet names, and cells as spreadsheets call them (B2, 'Quotes'!A5).

/** What a sheet's name may be long at most, in UTF-16 units. */
const maxLength = 31;

/** Valid names, unique whatever their case, in the order of `names`. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>(['history']); // Excel keeps this name for itself
  return names.map((name) => {
    const clean = trimmed(name.toWellFormed().replace(/[[\]:*?/\\\p{Cc}\uFFFE\uFFFF]/gu, ' ')) || 'Sheet';
    let unique = trimmed(shortened(clean, maxLength));
    for (let n = 2; taken.has(folded(unique)); n++) {
      const suffix = ` (${n})`;
      unique = trimmed(shortened(clean, maxLength - suffix.length)) + suffix;
    }
    taken.add(folded(unique));
    return unique;
  });
}

/** 'B2' for row 1, column 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** 'A' for 0, 'AA' for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** The name of a sheet as it stands before '!' in a reference. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** At most `length` UTF-16 units, never half a character. */
export function shortened(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.isWellFormed() ? short : short.slice(0, -1);
}

function trimmed(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/^[ ']+|[ ']+$/g, '');
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
