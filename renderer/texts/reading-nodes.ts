// The text as Lexical holds it: one paragraph per line, a speaker's label as a piece of its own, nothing else.
import {
  $create,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type EditorConfig,
  type ParagraphNode,
  TextNode,
} from 'lexical';
import { isHeading } from '../../shared/text/asides.ts';
import type { SourceReading } from '../../shared/contract/reading.ts';
import { labelClass, type ShownLines } from './page.ts';
import { lineSpan, piecesByLine, type Span } from '../../shared/text/lines.ts';

/** A label stays in the text, so that positions hold, and is set above the words of its turn. */
export class LabelNode extends TextNode {
  override $config() {
    return this.config('speaker-label', { extends: TextNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.className = labelClass;
    return element;
  }
}

/** Fills the editor with lines of the source. To be called in an update. */
export function $fillWith(
  { text, labels }: SourceReading,
  { starts: lineStarts, first, end }: ShownLines,
): void {
  const labelsOf = new Map<number, Span>();
  for (const label of labels)
    for (const piece of piecesByLine(lineStarts, label, text.length)) labelsOf.set(piece.line, piece);
  const blocks = Array.from({ length: end - first }, (_, place) =>
    $lineBlock(text, lineSpan(lineStarts, first + place, text.length), labelsOf.get(first + place)),
  );
  $getRoot()
    .clear()
    .append(...blocks);
}

function $lineBlock(text: string, { start, end }: Span, label: Span | undefined): ParagraphNode {
  const block = $createParagraphNode();
  const put = (from: number, to: number, isLabel: boolean): void => {
    if (from >= to) return;
    const words = text.slice(from, to);
    block.append(isLabel ? $create(LabelNode).setTextContent(words) : $createTextNode(words));
  };
  put(start, label?.start ?? end, false);
  if (label) {
    put(label.start, label.end, true);
    put(label.end, end, false);
  }
  return block;
}

/** Marks the blocks on screen: number of the paragraph, whose turn it is, where a turn begins. */
export function dressBlocks(
  blocks: readonly Element[],
  { text, labels, speakers }: SourceReading,
  { starts: lineStarts, first, end: endOfShown }: ShownLines,
): void {
  let paragraph = 0;
  let turn = -1;
  // Numbers and turns are those of the whole text, also where a section is shown.
  for (let line = 0; line < endOfShown; line++) {
    const { start, end } = lineSpan(lineStarts, line, text.length);
    let begins = false;
    while ((labels[turn + 1]?.start ?? Infinity) < Math.max(end, start + 1)) {
      turn += 1;
      begins = true;
    }
    const speaker = speakers[labels[turn]?.speaker ?? -1];
    const blank = text.slice(start, end).trim() === '';
    if (!blank) paragraph += 1;
    const block = blocks[line - first];
    if (!block) continue;
    if (!blank) block.setAttribute('data-n', String(paragraph));
    block.className = [
      'line',
      blank ? 'blank' : '',
      begins ? 'turn-start' : '',
      speaker?.role === 'interviewer' ? 'ask' : '',
      isHeading(text.slice(start, end)) ? 'headline' : '',
    ]
      .filter(Boolean)
      .join(' ');
  }
}
