// A name that every system takes for a file.

/** The name without the characters that some system does not take, and without its ending dots; '' where nothing is left. */
export function fileStem(name: string): string {
  return name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '')
    .slice(0, 120);
}
