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

  /** What is typed behind a label is the speaker's. */
  override canInsertTextAfter(): boolean {
    return false;
  }
}

/** Fills the editor with lines of the source. To be called in an update. */
export function $fillWith(reading: SourceReading, lines: ShownLines): void {
  const blocks = piecesOfLines(reading, lines).map((pieces) =>
    $createParagraphNode().append(...pieces.map($pieceNode)),
  );
  $getRoot()
    .clear()
    .append(...blocks);
}

/** Makes labels of what are labels now, and words of what are none any more; true where any was. To be called in an update. */
export function $setLabels(reading: SourceReading, lines: ShownLines): boolean {
  const blocks = $getRoot().getChildren<ParagraphNode>();
  const wanted = piecesOfLines(reading, lines);
  const others = blocks.filter((block, place) => !$isMadeOf(block, wanted[place] ?? []));
  for (const block of others) {
    const pieces = wanted[blocks.indexOf(block)] ?? [];
    block.clear().append(...pieces.map($pieceNode));
  }
  return others.length > 0;
}

/** A stretch of a line that is a label or none. */
interface Piece {
  readonly words: string;
  readonly isLabel: boolean;
}

function piecesOfLines(
  { text, labels }: SourceReading,
  { starts, first, end: endOfShown }: ShownLines,
): readonly (readonly Piece[])[] {
  const labelsOf = new Map<number, Span>();
  for (const label of labels)
    for (const piece of piecesByLine(starts, label, text.length)) labelsOf.set(piece.line, piece);
  return Array.from({ length: endOfShown - first }, (_, place) => {
    const { start, end } = lineSpan(starts, first + place, text.length);
    const label = labelsOf.get(first + place) ?? { start: end, end };
    return [
      { words: text.slice(start, label.start), isLabel: false },
      { words: text.slice(label.start, label.end), isLabel: true },
      { words: text.slice(label.end, end), isLabel: false },
    ].filter(({ words }) => words !== '');
  });
}

function $isMadeOf(block: ParagraphNode, pieces: readonly Piece[]): boolean {
  const nodes = block.getChildren();
  return (
    nodes.length === pieces.length &&
    pieces.every(({ words, isLabel }, place) => {
      const node = nodes[place];
      return node instanceof LabelNode === isLabel && node?.getTextContent() === words;
    })
  );
}

function $pieceNode({ words, isLabel }: Piece): TextNode {
  return isLabel ? $create(LabelNode).setTextContent(words) : $createTextNode(words);
}

/** Marks the blocks on screen: number of the paragraph, whose turn it is, where a turn begins and which one it is. */
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
    if (blank) block.removeAttribute('data-n');
    else block.setAttribute('data-n', String(paragraph));
    if (begins) block.querySelector(`.${labelClass}`)?.setAttribute('data-turn', String(turn + 1));
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
