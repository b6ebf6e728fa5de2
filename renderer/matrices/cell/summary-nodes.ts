// A summary as Lexical holds it: words, bold or italic where wanted, and signs that lead to the quotes which support them.
import {
  $create,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getState,
  $isElementNode,
  $isTextNode,
  $setState,
  createState,
  DecoratorNode,
  type LexicalNode,
} from 'lexical';
import type { Summary } from '../../../shared/contract/saved-matrices.ts';

const quoteState = createState('quote', { parse: (value) => (typeof value === 'string' ? value : '') });

/** Its number is drawn by the editor that holds it, which knows the order of the quotes. */
export class QuoteSign extends DecoratorNode<null> {
  override $config() {
    return this.config('quote-sign', { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('sup');
    element.className = 'quote-sign';
    element.dataset['quote'] = $getState(this, quoteState);
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override decorate(): null {
    return null;
  }
}

export function $quoteSign(quote: string): QuoteSign {
  return $setState($create(QuoteSign), quoteState, quote);
}

/** Fills the editor. To be called in an update. */
export function $fillWithSummary(summary: Summary): void {
  const paragraphs = summary.map((parts) =>
    $createParagraphNode().append(
      ...parts.map((part) => {
        if ('quote' in part) return $quoteSign(part.quote);
        const text = $createTextNode(part.text);
        if (part.bold === true) text.toggleFormat('bold');
        if (part.italic === true) text.toggleFormat('italic');
        return text;
      }),
    ),
  );
  $getRoot()
    .clear()
    .append(...(paragraphs.length === 0 ? [$createParagraphNode()] : paragraphs));
}

/** What stands in the editor; empty paragraphs are left out. To be called in a read. */
export function $readSummary(): Summary {
  return $getRoot()
    .getChildren()
    .map((block) => ($isElementNode(block) ? block.getChildren().flatMap($part) : []))
    .filter((parts) => parts.some((part) => 'quote' in part || part.text.trim() !== ''));
}

function $part(node: LexicalNode): Summary[number] {
  if (node instanceof QuoteSign) return [{ quote: $getState(node, quoteState) }];
  if (!$isTextNode(node)) return [];
  return [
    {
      text: node.getTextContent(),
      ...(node.hasFormat('bold') ? { bold: true } : {}),
      ...(node.hasFormat('italic') ? { italic: true } : {}),
    },
  ];
}

/** The quotes that a summary leads to, in the order in which it first names them: quote 1, quote 2 … */
export function quotesOf(summary: Summary): readonly string[] {
  return [...new Set(summary.flat().flatMap((part) => ('quote' in part ? [part.quote] : [])))];
}
