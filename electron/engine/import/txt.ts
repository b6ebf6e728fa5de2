// A plain text or markdown file → its text: decoded, newlines made one form, nothing else changed.
import { decodeText, type Decoded } from './encoding.ts';
import { checkLength } from './limits.ts';

/**
 * CR LF and CR become '\n'; the byte order mark and the end-of-file mark of DOS (0x1A, at the end) are gone. Every other character stays, line separators (U+2028), form
 * feeds and blank lines too: only '\n' parts paragraphs.
 */
export function readText(bytes: Uint8Array, file: string, encoding?: string): Decoded {
  const decoded = decodeText(withoutDosEnd(bytes), file, encoding);
  checkLength(decoded.text.length, file);
  return { ...decoded, text: decoded.text.replace(/\r\n?/gu, '\n') };
}

function withoutDosEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (bytes[end - 1] === 0x1a) end -= 1;
  return bytes.subarray(0, end);
}
