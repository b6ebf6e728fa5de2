// A summary to be read: its paragraphs, with the numbers of the quotes that support it.
import type { Summary } from '../../../shared/contract/saved-matrices.ts';
import { quotesOf } from './summary-nodes.ts';

export function SummaryText({ paragraphs }: { readonly paragraphs: Summary }) {
  const order = quotesOf(paragraphs);
  return (
    <div className="read summary-text">
      {paragraphs.map((parts, i) => (
        <p key={i}>
          {parts.map((part, place) =>
            'quote' in part ? (
              <sup key={place} className="quote-sign">
                {order.indexOf(part.quote) + 1}
              </sup>
            ) : (
              <span
                key={place}
                className={[part.bold === true ? 'strong' : '', part.italic === true ? 'italic' : ''].join(
                  ' ',
                )}
              >
                {part.text}
              </span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
