// Collects the text of a WordprocessingML document from its elements as they open and close.
import type { SaxesTagPlain } from 'saxes';
import type { LeftOut } from '../../../shared/import/document.ts';
import { must } from '../../../shared/must.ts';
import { BadXml, type XmlHandler } from './xml.ts';

const namespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Elements whose content is not in the text: deleted, moved away, a reading beside its character. */
const skipped: ReadonlySet<string> = new Set(['del', 'moveFrom', 'rt']);

/** The renderings of one thing between which a reader chooses, and what is around them. */
const renderings: ReadonlySet<string> = new Set(['mc:Choice', 'mc:Fallback']);

/** Where a paragraph whose end was deleted cannot run on. */
const borders: ReadonlySet<string> = new Set(['tbl', 'tc', 'body']);

const counted: Readonly<Record<string, LeftOut>> = {
  footnoteReference: 'footnotes',
  endnoteReference: 'endnotes',
  commentReference: 'comments',
};

const pictures: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);

/** What stands for a character in a run. */
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
};

interface Paragraph {
  text: string;
  /** Lines of the text boxes anchored in it: they follow it. */
  readonly boxes: string[];
  /** Its end was deleted: the next paragraph continues its line. */
  runsOn: boolean;
}

/** One thing in several renderings: the first with words is read, and pictures are counted in the fullest. */
interface Alternatives {
  isRead: boolean;
  /** What had been found when it opened, and when its latest rendering did. */
  readonly imagesBefore: number;
  images: number;
  charactersBefore: number;
  boxesBefore: number;
}

export class WordText implements XmlHandler {
  readonly leftOut: Record<LeftOut, number> = { footnotes: 0, endnotes: 0, comments: 0, images: 0 };
  readonly #lines: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  /** One entry for each open run: is it hidden? */
  readonly #runs: { hidden: boolean }[] = [];
  /** One entry for each open picture: does it hold a text box? */
  readonly #pictures: { hasText: boolean }[] = [];
  readonly #alternatives: Alternatives[] = [];
  /** Open elements: local names of Word's namespace, full names of others. */
  readonly #path: string[] = [];
  #prefix: string | null = null;
  /** Depth at which skipping began, 0 for none. */
  #skipFrom = 0;
  /** The content control that is being opened shows its prompt: nobody wrote that. */
  #isPrompt = false;
  #carried = '';
  #piece = '';
  #keepsSpace = false;
  /** Grows with each piece that holds words. */
  #characters = 0;

  /** All lines so far. */
  lines(): string {
    this.#endRun();
    return this.#lines.join('\n');
  }

  text(piece: string): void {
    const inside = this.#path.at(-1);
    if (inside === 't' || inside === 'm:t') this.#piece += piece;
  }

  open({ name, attributes }: SaxesTagPlain): void {
    this.#prefix ??= prefixOfWord(attributes);
    const tag = this.#localName(name);
    const attribute = (local: string): string | undefined => attributes[`${this.#prefix}${local}`];
    const parent = this.#path.at(-1);
    this.#path.push(tag);
    if (this.#skipFrom > 0) return;
    if (borders.has(tag)) this.#endRun();
    if (parent === 'rPr') return this.#openProperty(tag, attribute('val'));
    if (tag === 'sdtPr') this.#isPrompt = false;
    else if (tag === 'showingPlcHdr') this.#isPrompt = true;
    if (skipped.has(tag) || (tag === 'sdtContent' && this.#isPrompt)) this.#skipFrom = this.#path.length;
    else if (tag === 'p') this.#paragraphs.push({ text: '', boxes: [], runsOn: false });
    else if (tag === 'r') this.#runs.push({ hidden: false });
    else if (tag === 't' || tag === 'm:t') {
      this.#piece = '';
      this.#keepsSpace = attributes['xml:space'] === 'preserve';
    } else if (pictures.has(tag)) this.#pictures.push({ hasText: false });
    else if (tag === 'txbxContent') for (const picture of this.#pictures) picture.hasText = true;
    else if (tag === 'w16se:symEx') this.#appendSymbol(attributes['w16se:char']);
    else if (tag === 'mc:AlternateContent') this.#openAlternatives();
    else if (renderings.has(tag)) this.#openRendering();
    else if (parent === 'r' || renderings.has(parent ?? '')) this.#openSign(tag, attribute('char'));
  }

  close(name: string): void {
    const tag = this.#localName(name);
    const depth = this.#path.length;
    this.#path.pop();
    if (this.#skipFrom > 0) {
      if (depth === this.#skipFrom) this.#skipFrom = 0;
    } else if (this.#path.at(-1) === 'rPr') return;
    else if (tag === 'p') this.#closeParagraph();
    else if (tag === 'r') this.#runs.pop();
    else if (tag === 't' || tag === 'm:t')
      this.#append(this.#keepsSpace ? this.#piece : trimXml(this.#piece));
    else if (borders.has(tag)) this.#endRun();
    else if (tag === 'mc:AlternateContent') this.#alternatives.pop();
    else if (renderings.has(tag)) this.#closeRendering();
    else if (pictures.has(tag) && this.#pictures.pop()?.hasText === false) this.leftOut.images += 1;
  }

  /** Hidden text, and a deleted end of a paragraph. */
  #openProperty(tag: string, value: string | undefined): void {
    const owner = this.#path.at(-3);
    const run = this.#runs.at(-1);
    const paragraph = this.#paragraphs.at(-1);
    if (tag === 'vanish' && owner === 'r' && run) run.hidden = !/^(?:0|false|off)$/u.test(value ?? '');
    if ((tag === 'del' || tag === 'moveFrom') && owner === 'pPr' && paragraph) paragraph.runsOn = true;
  }

  #openSign(tag: string, code: string | undefined): void {
    const sign = signs[tag];
    const kind = counted[tag];
    if (sign !== undefined) this.#append(sign);
    else if (kind !== undefined) this.leftOut[kind] += 1;
    else if (tag === 'sym') this.#appendSymbol(code);
  }

  #appendSymbol(code = ''): void {
    const point = /^[\da-f]{1,6}$/iu.test(code) ? Number.parseInt(code, 16) : Infinity;
    if (point <= 0x10ffff) this.#append(String.fromCodePoint(point));
  }

  #openAlternatives(): void {
    const { images } = this.leftOut;
    this.#alternatives.push({
      isRead: false,
      imagesBefore: images,
      images,
      charactersBefore: 0,
      boxesBefore: 0,
    });
  }

  #openRendering(): void {
    const alternatives = this.#alternatives.at(-1);
    if (alternatives === undefined) return;
    if (alternatives.isRead) {
      this.#skipFrom = this.#path.length;
      return;
    }
    this.leftOut.images = alternatives.imagesBefore;
    alternatives.charactersBefore = this.#characters;
    alternatives.boxesBefore = this.#paragraphs.at(-1)?.boxes.length ?? 0;
  }

  #closeRendering(): void {
    const alternatives = this.#alternatives.at(-1);
    if (alternatives === undefined) return;
    alternatives.isRead = this.#characters > alternatives.charactersBefore;
    alternatives.images = Math.max(alternatives.images, this.leftOut.images);
    this.leftOut.images = alternatives.images;
    // The blank lines of a rendering without words stand for nothing.
    if (!alternatives.isRead) this.#paragraphs.at(-1)?.boxes.splice(alternatives.boxesBefore);
  }

  #append(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#runs.at(-1)?.hidden === true) return;
    paragraph.text += text === '\n' ? text : text.replace(/[\r\n]+/gu, ' ');
    if (/\S/u.test(text)) this.#characters += text.length;
  }

  #closeParagraph(): void {
    const { text, boxes, runsOn } = must(this.#paragraphs.pop(), 'a paragraph that closes was opened');
    const around = this.#paragraphs.at(-1);
    if (around !== undefined) {
      around.boxes.push(text, ...boxes);
      return;
    }
    const line = this.#carried + text;
    this.#carried = runsOn ? line : '';
    if (!runsOn) this.#lines.push(line);
    for (const box of boxes) this.#lines.push(box);
  }

  /** Nothing follows that could continue the carried line. */
  #endRun(): void {
    if (this.#carried === '' || this.#paragraphs.length > 0) return;
    this.#lines.push(this.#carried);
    this.#carried = '';
  }

  #localName(name: string): string {
    const prefix = this.#prefix ?? '';
    return name.startsWith(prefix) ? name.slice(prefix.length) : name;
  }
}

/** Without the white space of XML at its ends: other blanks, such as the ideographic one, are text. */
function trimXml(text: string): string {
  const isSpace = (at: number): boolean => ' \t\r\n'.includes(text.charAt(at));
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  return text.slice(start, end);
}

/** 'w:' nearly always; what the root binds to Word's namespace. */
function prefixOfWord(attributes: Readonly<Record<string, string>>): string {
  const found = Object.entries(attributes).find(
    ([key, value]) => key.startsWith('xmlns') && namespaces.has(value),
  );
  if (found === undefined) throw new BadXml('Not a Word document');
  return found[0] === 'xmlns' ? '' : `${found[0].slice('xmlns:'.length)}:`;
}
