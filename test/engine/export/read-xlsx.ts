// Reads an xlsx file back with a zip and an XML reader of others, for the tests of the writer.
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { must } from '../../../shared/must.ts';

type Attributes = Record<string, string>;

export interface ReadSheet {
  readonly name: string;
  /** As they stand: empty cells at a row's end are not there. */
  readonly rows: (string | number | null)[][];
  readonly links: Attributes[];
  readonly pane: Attributes | undefined;
  readonly orientation: string | undefined;
  readonly widths: number[];
  /** Names of the cells in a bold font. */
  readonly bold: string[];
  /** How the numbers of the cells with one are shown: 'A2' → '0.0%'. */
  readonly looks: ReadonlyMap<string, string>;
  /** How deep the words of the cells are moved: 'A3' → 1. */
  readonly indents: ReadonlyMap<string, number>;
  readonly elements: Set<string>;
}

export async function readXlsx(bytes: Uint8Array) {
  const parts = await unzip(bytes);
  const part = (path: string) => elementsOf(must(parts.get(path), `the part ${path}`).toString());
  const workbook = part('xl/workbook.xml');
  const targets = new Map(
    named(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ at }) => [at['Id'], at['Target']]),
  );
  const types = named(part('[Content_Types].xml'), 'Override').map(({ at }) => at['PartName']);
  for (const type of types) assert.ok(parts.has(must(type, 'a part').slice(1)), type);
  const boldFonts = boldFormats(part('xl/styles.xml'));
  const looks = looksOf(part('xl/styles.xml'));
  const indents = indentsOf(part('xl/styles.xml'));
  const sheets = named(workbook, 'sheet').map(({ at }): ReadSheet => {
    const elements = part(`xl/${targets.get(at['r:id'])}`);
    const cells = named(elements, 'c');
    return {
      name: must(at['name'], 'a name of the sheet'),
      rows: rowsOf(elements),
      links: named(elements, 'hyperlink').map((link) => link.at),
      pane: named(elements, 'pane')[0]?.at,
      orientation: named(elements, 'pageSetup')[0]?.at['orientation'],
      widths: named(elements, 'col').map((column) => Number(column.at['width'])),
      bold: cells.filter((cell) => boldFonts.has(cell.at['s'] ?? '0')).map((cell) => cell.at['r'] ?? ''),
      looks: new Map(
        cells.flatMap(({ at: cell }) => {
          const look = looks[Number(cell['s'] ?? 0)];
          return look === undefined ? [] : [[cell['r'] ?? '', look]];
        }),
      ),
      indents: new Map(
        cells.flatMap(({ at: cell }) => {
          const indent = indents[Number(cell['s'] ?? 0)] ?? 0;
          return indent === 0 ? [] : [[cell['r'] ?? '', indent]];
        }),
      ),
      elements: new Set(elements.map(({ name }) => name)),
    };
  });
  return { parts, sheets, printTitles: named(workbook, 'definedName').map(({ text }) => text) };
}

export interface Element {
  readonly name: string;
  readonly at: Attributes;
  text: string;
}

/** Every element in document order; the text of an element is all the text inside it. */
export function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, at: { ...attributes }, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.forEach((element) => (element.text += text)));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}

export function named(elements: readonly Element[], name: string): Element[] {
  return elements.filter((element) => element.name === name);
}

function rowsOf(elements: readonly Element[]): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [];
  for (const { name, at, text } of elements) {
    if (name === 'row') rows[Number(at['r']) - 1] = [];
    if (name !== 'c') continue;
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(at['r'] ?? '') ?? [];
    const column = letters.split('').reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    const row = must(rows[Number(number) - 1], 'the row of the cell');
    while (row.length < column) row.push(null);
    row.push(at['t'] === 'inlineStr' ? unescaped(text) : Number(text));
  }
  return rows;
}

/** ECMA-376 part 1, 22.9.2.19 (ST_Xstring): _xHHHH_ is the character with that number. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function boldFormats(styles: readonly Element[]): Set<string> {
  const fonts: boolean[] = [];
  const formats: string[] = [];
  let inside = '';
  for (const { name, at } of styles) {
    if (name === 'cellStyleXfs' || name === 'cellXfs') inside = name;
    if (name === 'font') fonts.push(false);
    if (name === 'b') fonts[fonts.length - 1] = true;
    if (name === 'xf' && inside === 'cellXfs') formats.push(must(at['fontId'], 'a font'));
  }
  return new Set(formats.flatMap((font, index) => (fonts[Number(font)] ? [String(index)] : [])));
}

export async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    assert.equal(crc32(content), entry.crc32, entry.fileName);
    assert.ok(!parts.has(entry.fileName), `${entry.fileName} twice`);
    parts.set(entry.fileName, content);
  }
  return parts;
}

/** Of each cell format how deep it moves words to the right. */
function indentsOf(styles: readonly Element[]): number[] {
  const first = styles.findIndex(({ name }) => name === 'cellXfs');
  return named(styles.slice(first), 'alignment').map(({ at }) => Number(at['indent'] ?? 0));
}

/** Of each cell format how it shows numbers, where that is not as they are. */
function looksOf(styles: readonly Element[]): (string | undefined)[] {
  const known = new Map([['2', '0.00']]);
  for (const { at } of named(styles, 'numFmt')) known.set(at['numFmtId'] ?? '', at['formatCode'] ?? '');
  const first = styles.findIndex(({ name }) => name === 'cellXfs');
  return named(styles.slice(first), 'xf').map(({ at }) => known.get(at['numFmtId'] ?? ''));
}
