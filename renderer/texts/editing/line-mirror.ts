// The lines of the text as the editor holds them, and as the edit does: what differs on one side is done on the other.
import {
  $createParagraphNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type EditorState,
  type LexicalEditor,
  type ParagraphNode,
  type PointType,
} from 'lexical';
import type { Span } from '../../../shared/text/lines.ts';
import type { Splice } from '../../../shared/text/splices.ts';
import { differenceAt, onlyDifference } from '../../../shared/text/typing.ts';
import { sameEnds } from '../../../shared/text/differences.ts';

/** Tag of updates that bring the edit's text into the editor. */
export const fromEdit = 'from-edit';

function $lineNode(line: string): ParagraphNode {
  const block = $createParagraphNode();
  if (line !== '') block.append($createTextNode(line));
  return block;
}

export class LineMirror {
  readonly #editor: LexicalEditor;
  #keys: readonly string[] = [];
  #lines: readonly string[] = [];

  constructor(editor: LexicalEditor) {
    this.#editor = editor;
    this.#read(editor.getEditorState(), () => true);
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  /** What was typed since the last look, in positions of the mirrored text; null for nothing. */
  difference(state: EditorState, dirty: ReadonlySet<string> | ReadonlyMap<string, unknown>): Splice | null {
    const before = this.#lines;
    this.#read(state, (key) => dirty.has(key));
    const after = this.#lines;
    let { head, tail } = sameEnds(before, after);
    if (head === before.length && head === after.length) return null;
    // Where whole lines came or went, a line beside them has to be seen with them.
    if (before.length - tail <= head || after.length - tail <= head) {
      if (head > 0) head -= 1;
      else tail -= 1;
    }
    const old = before.slice(head, before.length - Math.max(tail, 0)).join('\n');
    const fresh = after.slice(head, after.length - Math.max(tail, 0)).join('\n');
    const start = startOf(before, head);
    const caret = state.read(() => this.selection());
    const at = caret && caret.start === caret.end ? caret.start - start : null;
    const splice = differenceAt(old, fresh, at !== null && at >= 0 && at <= fresh.length ? at : null);
    return splice && { start: start + splice.start, end: start + splice.end, text: splice.text };
  }

  /** Makes the editor's text this one, with the caret behind what differs; true where anything did. */
  follow(text: string): boolean {
    const splice = onlyDifference(this.text, text);
    if (!splice) return false;
    const first = lineOf(this.#lines, splice.start);
    const last = lineOf(this.#lines, splice.end);
    const start = startOf(this.#lines, first);
    const old = this.#lines.slice(first, last + 1).join('\n');
    const put = old.slice(0, splice.start - start) + splice.text + old.slice(splice.end - start);
    const caret = splice.start + splice.text.length;
    this.#editor.update(
      () => {
        const blocks = $getRoot().getChildren();
        const fresh = put.split('\n').map($lineNode);
        blocks[first]?.insertBefore(fresh[0] ?? $lineNode(''));
        for (const [place, block] of fresh.entries()) if (place > 0) fresh[place - 1]?.insertAfter(block);
        for (const block of blocks.slice(first, last + 1)) block.remove();
        this.$select({ start: caret, end: caret });
      },
      { tag: fromEdit, discrete: true },
    );
    this.#read(this.#editor.getEditorState(), () => true);
    return true;
  }

  /** Selects in the editor. To be called in an update. */
  $select({ start, end }: Span): void {
    const place = (position: number): { readonly node: ParagraphNode; readonly offset: number } | null => {
      let rest = position;
      for (const node of $getRoot().getChildren<ParagraphNode>()) {
        const { length } = node.getTextContent();
        if (rest <= length) return { node, offset: rest };
        rest -= length + 1;
      }
      return null;
    };
    const [from, to] = [place(start), place(end)];
    if (!from || !to) return;
    const selection = from.node.select(0, 0);
    setPoint(selection.anchor, from);
    setPoint(selection.focus, to);
  }

  /** The selection in positions of the text, read in the editor's state; null where there is none. */
  selection(): Span | null {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const [one, other] = [this.#positionOf(selection.anchor), this.#positionOf(selection.focus)];
    return one === null || other === null ? null : { start: Math.min(one, other), end: Math.max(one, other) };
  }

  #positionOf({ key, offset, type }: PointType): number | null {
    const node = $getNodeByKey(key);
    const block = node?.getTopLevelElement();
    if (!node) return null;
    if (!block) return startOf(this.#lines, offset);
    const line = this.#keys.indexOf(block.getKey());
    if (line < 0) return null;
    let before = 0;
    if (type === 'text') {
      for (const sibling of node.getPreviousSiblings()) before += sibling.getTextContentSize();
      before += offset;
    } else if ($isElementNode(node))
      for (const child of node.getChildren().slice(0, offset)) before += child.getTextContentSize();
    return startOf(this.#lines, line) + before;
  }

  #read(state: EditorState, isDirty: (key: string) => boolean): void {
    const known = new Map(this.#keys.map((key, place) => [key, this.#lines[place] ?? '']));
    state.read(() => {
      const blocks = $getRoot().getChildren();
      this.#lines = blocks.map((block) => {
        const line = isDirty(block.getKey()) ? undefined : known.get(block.getKey());
        return line ?? block.getTextContent();
      });
      this.#keys = blocks.map((block) => block.getKey());
    });
  }
}

function setPoint(
  point: PointType,
  { node, offset }: { readonly node: ParagraphNode; readonly offset: number },
): void {
  let rest = offset;
  for (const child of node.getChildren()) {
    const size = child.getTextContentSize();
    // At a seam the later piece takes the caret: the words of a turn, not its label.
    if (rest < size || (rest === size && child.getNextSibling() === null))
      return point.set(child.getKey(), rest, 'text');
    rest -= size;
  }
  point.set(node.getKey(), 0, 'element');
}

function startOf(lines: readonly string[], line: number): number {
  let at = 0;
  for (let place = 0; place < line; place++) at += (lines[place] ?? '').length + 1;
  return at;
}

function lineOf(lines: readonly string[], position: number): number {
  let rest = position;
  for (const [place, line] of lines.entries()) {
    if (rest <= line.length) return place;
    rest -= line.length + 1;
  }
  return Math.max(0, lines.length - 1);
}
