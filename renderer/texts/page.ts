// The open source on screen: positions of its text ↔ places in the document, what is in sight, scrolling and selecting.
import { must } from '../../shared/must.ts';
import { lineAt, lineSpan, piecesByLine, type Span } from '../../shared/text/lines.ts';
import { PageLayout } from './page-layout.ts';

/** Class of the pieces that are a speaker's label. */
export const labelClass = 'speaker-label';

/** The lines of the text that are shown, half-open. */
export interface ShownLines {
  readonly starts: Int32Array;
  /** UTF-16 units of the whole text. */
  readonly length: number;
  readonly first: number;
  readonly end: number;
}

/** A line and where it stands: px from the top of the window that the text is seen through. */
export interface Held {
  /** Where the line begins. */
  readonly position: number;
  readonly top: number;
}

/**
 * The one range that measures: every living range slows each removal of a node from the document, until it is collected.
 */
const measuring = document.createRange();

export class Page {
  /** One block per shown line, in order. */
  readonly #blocks: readonly HTMLElement[];
  readonly #places: ReadonlyMap<Node, number>;
  #marked: HTMLElement | null = null;
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly starts: Int32Array;
  readonly length: number;
  /** The stretch of the text that is shown: all of it, or a section. */
  readonly shown: Span;
  readonly layout: PageLayout;
  readonly #first: number;
  #isHeld = false;

  /** `isWhole` lays all lines out at once: where the text was on screen before. */
  constructor(
    root: HTMLElement,
    scroller: HTMLElement,
    { starts, length, first, end, isWhole = false }: ShownLines & { readonly isWhole?: boolean },
  ) {
    this.root = root;
    this.scroller = scroller;
    this.starts = starts;
    this.length = length;
    this.shown = { start: starts[first] ?? 0, end: lineSpan(starts, end - 1, length).end };
    this.#first = first;
    this.#blocks = Array.from(root.children, (block) => block as HTMLElement);
    this.#places = new Map(this.#blocks.map((block, place) => [block, first + place]));
    this.layout = new PageLayout(root, scroller, isWhole);
  }

  /** To be called where another page takes its place on the same scroller. */
  leave(): void {
    this.layout.leave();
  }

  holds(position: number): boolean {
    return this.shown.start <= position && position <= this.shown.end;
  }

  block(line: number): HTMLElement {
    return must(this.#blocks[line - this.#first], 'each shown line has a block');
  }

  /** Position of a place in the document; null outside the text. */
  positionOf(node: Node, offset: number): number | null {
    if (node === this.root)
      return offset < this.#blocks.length ? (this.starts[this.#first + offset] ?? 0) : this.shown.end;
    let block: Node | null = node;
    while (block && block.parentNode !== this.root) block = block.parentNode;
    const line = block && this.#places.get(block);
    if (block === null || line === null || line === undefined) return null;
    measuring.setStart(block, 0);
    measuring.setEnd(node, offset);
    return (this.starts[line] ?? 0) + measuring.toString().length;
  }

  /** Position under a point of the screen; null outside the text. */
  positionFromPoint(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && this.positionOf(caret.offsetNode, caret.offset);
  }

  /** What lies in another section has its place at the near end of this one. */
  placeOf(wanted: number): { readonly node: Node; readonly offset: number } {
    const position = Math.min(Math.max(wanted, this.shown.start), this.shown.end);
    const line = lineAt(this.starts, position);
    const block = this.block(line);
    let rest = position - (this.starts[line] ?? 0);
    const pieces = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = pieces.nextNode(); node; node = pieces.nextNode()) {
      const { length } = node as Text;
      // At a seam the later piece takes the place: the words of a turn, not its label.
      if (rest < length || (rest === length && !hasNextText(node, block))) return { node, offset: rest };
      rest -= length;
    }
    return { node: block, offset: 0 };
  }

  /** For painting: one range per line, labels left out. StaticRange, because live ones slow every change of the document. */
  ranges(span: Span): StaticRange[] {
    return piecesByLine(this.starts, span, this.length).flatMap(({ start, end }) => {
      const first = this.placeOf(start);
      const isLabel = first.node.parentElement?.className === labelClass;
      const from = isLabel ? this.placeOf(start + textLength(first.node) - first.offset) : first;
      const to = this.placeOf(end);
      if (isLabel && (to.node === first.node || (to.node === from.node && to.offset <= from.offset)))
        return [];
      return new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      });
    });
  }

  /** Top and bottom on screen of the lines that hold the span's first and last characters. */
  extent({ start, end }: Span): { readonly top: number; readonly bottom: number; readonly left: number } {
    const first = this.#boxOf(start);
    const last = this.#boxOf(Math.max(start, end - 1));
    return { top: first.top, bottom: Math.max(first.bottom, last.bottom), left: first.left };
  }

  #boxOf(position: number): DOMRect {
    this.#layOut(position);
    const { node, offset } = this.placeOf(position);
    measuring.setStart(node, offset);
    measuring.setEnd(node, node instanceof Text ? Math.min(offset + 1, node.length) : offset);
    const boxes = measuring.getClientRects();
    const box = boxes[boxes.length - 1];
    return (
      box ??
      (node instanceof Element
        ? node
        : must(node.parentElement, 'a piece stands in its line')
      ).getBoundingClientRect()
    );
  }

  /** Where on screen the span begins or ends: px, beside its first or last character. */
  edge(
    { start, end }: Span,
    border: 'start' | 'end',
  ): { readonly x: number; readonly top: number; readonly bottom: number } {
    const box = this.#boxOf(border === 'start' ? start : Math.max(start, end - 1));
    return { x: border === 'start' ? box.left : box.right, top: box.top, bottom: box.bottom };
  }

  /** The stretch of text in sight, with `margin` px above and below. */
  inSight(margin: number): Span {
    const { first, last } = this.layout.inSight(margin);
    return {
      start: this.starts[this.#first + first] ?? 0,
      end: lineSpan(this.starts, this.#first + last, this.length).end,
    };
  }

  /** The selection of the document, where it lies in the text. */
  selection(): Span | null {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return null;
    const one = this.positionOf(selection.anchorNode, selection.anchorOffset);
    const other = this.positionOf(selection.focusNode, selection.focusOffset);
    if (one === null || other === null) return null;
    return { start: Math.min(one, other), end: Math.max(one, other) };
  }

  /** Puts focus and selection into the text. */
  select({ start, end }: Span): void {
    this.root.focus({ preventScroll: true });
    this.#layOut(end);
    const from = this.placeOf(start);
    const to = this.placeOf(end);
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** Brings out the number of the paragraph at the caret. */
  markCaret(position: number | null): void {
    const block =
      position === null || !this.holds(position) ? null : this.block(lineAt(this.starts, position));
    if (block === this.#marked) return;
    this.#marked?.classList.remove('has-caret');
    block?.classList.add('has-caret');
    this.#marked = block;
  }

  #layOut(position: number): void {
    this.layout.layOutThrough(lineAt(this.starts, Math.min(position, this.shown.end)) - this.#first);
  }

  hasFocus(): boolean {
    return document.activeElement === this.root;
  }

  /** True where this point of the screen is on the words of a line, not beside or between them. */
  isOn(x: number, y: number): boolean {
    const caret = document.caretPositionFromPoint(x, y);
    const box = caret?.getClientRect();
    return box ? Math.abs(x - box.left) < 2 * box.height && y >= box.top - 4 && y <= box.bottom + 4 : false;
  }

  /** What stands at the top of the window, to be held there by the page that takes the place of this one. */
  atTop(): Held {
    const position = this.inSight(0).start;
    return { position, top: this.#topOf(position) };
  }

  /** Scrolls so that this line stands where it stood. */
  hold({ position, top }: Held): void {
    this.#layOut(position);
    this.scroller.scrollTop += this.#topOf(position) - top;
    this.#isHeld = true;
  }

  /** True where it began at the place of another page, which is not to be left. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  #topOf(position: number): number {
    const line = lineAt(this.starts, Math.min(position, this.shown.end));
    return this.block(line).getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  /** Scrolls so that the line of the position stands at the top of the window. */
  showAtTop(position: number): void {
    this.layout.showAtTop(lineAt(this.starts, position) - this.#first);
  }

  /** Scrolls so that the position stands in the middle of the window. */
  centre(position: number): void {
    const view = this.scroller.getBoundingClientRect();
    this.scroller.scrollTop += this.#boxOf(position).top - view.top - view.height / 2;
  }

  /** Scrolls where needed, so that the span's beginning is in sight with air around it. */
  reveal(span: Span): void {
    const { top, bottom } = this.extent(span);
    const view = this.scroller.getBoundingClientRect();
    const air = view.height / 6;
    if (top >= view.top + air / 2 && Math.min(bottom, top + view.height / 2) <= view.bottom - air / 2) return;
    this.scroller.scrollTop += top - view.top - 2 * air;
  }
}

function textLength(node: Node): number {
  return node instanceof Text ? node.length : 0;
}

function hasNextText(node: Node, block: HTMLElement): boolean {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  return walker.nextNode() !== null;
}
