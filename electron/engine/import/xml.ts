// XML from a stranger, as events: strict, without document types and entities, within a depth.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { maxXmlDepth } from './limits.ts';

export interface XmlHandler {
  open(tag: SaxesTagPlain): void;
  close(name: string): void;
  text(text: string): void;
}

/** Thrown for anything that is not well-formed XML within the limits. */
export class BadXml extends Error {}

/** Feeds the document in `bytes` (UTF-8 or UTF-16, as Office writes) to `handler`. */
export function parseXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw new BadXml(error.message);
  });
  parser.on('doctype', () => {
    throw new BadXml('A document type is not allowed here');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > maxXmlDepth) throw new BadXml('Nested too deep');
    handler.open(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(tag.name);
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.write(decodeXml(bytes)).close();
}

function decodeXml(bytes: Uint8Array): string {
  const first = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = first === 0xfffe ? 'utf-16le' : first === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new BadXml(`Not ${encoding}`);
  }
}
