// Lines of a stream of bytes, one at a time, so that a long file needs little memory.

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end; null where the bytes are not UTF-8. */
  readonly text: string | null;
}

export async function* linesOf(chunks: AsyncIterable<Buffer | string>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (parts: readonly Buffer[]): string | null => {
    try {
      return decoder.decode(Buffer.concat(parts)).replace(/\r$/, '');
    } catch {
      return null;
    }
  };
  let number = 0;
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk);
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      yield { number: ++number, text: decode([...begun, bytes.subarray(from, end)]) };
      begun = [];
      from = end + 1;
    }
    if (from < bytes.length) begun.push(bytes.subarray(from));
  }
  if (begun.length > 0) yield { number: ++number, text: decode(begun) };
}
