// The quotes coded with a code and its sub-codes; each opens its place in the text.
import { ArrowUpRight } from 'lucide-react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { Quote } from '../../shared/contract/matrices.ts';
import type { CodeLook } from '../code-look.ts';
import { useCall } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { Button } from '../ui/button.tsx';
import { openPassage, windowState } from '../window-state.ts';
import { useWords } from '../words.ts';

/** Quotes shown beside the code; all of them are a table in the matrices place. */
const MOST = 60;

export function CodeQuotes({
  code,
  look,
}: {
  readonly code: CodeEntry;
  readonly look: CodeLook | undefined;
}) {
  const { say } = useWords();
  const answer = useCall('matrices.quotes', {
    filters: [{ dimension: 'code', value: code.shortId ?? code.uid }],
    overlap: 'split',
    coders: 'all',
    limit: MOST,
  }).value;
  return (
    <Pane side="inspector" label={say('codebook.quotes')}>
      <div className="bar">
        <h2>{say('codebook.quotes')}</h2>
        {answer ? (
          <span className="count">
            {say('codebook.references-own', { n: answer.n.references, own: code.codings })}
          </span>
        ) : null}
      </div>
      <div className="scroll">
        {answer?.quotes.length === 0 ? (
          <div className="modal-content code-pair-stack">
            <p className="q2">{say('codebook.no-quotes')}</p>
            <div>
              <Button onPress={() => windowState.set({ place: 'texts' })}>{say('codebook.to-texts')}</Button>
            </div>
          </div>
        ) : null}
        {answer?.quotes.map((quote) => (
          <button
            key={quote.id}
            className={`qitem quote-button ${look?.className ?? ''}`}
            onClick={() =>
              openPassage({ source: quote.sourceUid, start: quote.start, end: quote.end, coding: quote.id })
            }
          >
            <span className="quote">
              <span className="mk">{quote.quote}</span>
            </span>
            <span className="hstack small q">
              <span className="grow">
                {[quote.speaker, caseBeside(quote), `${quote.source} ¶\u00a0${quote.paragraph}`, quote.phase]
                  .filter(Boolean)
                  .join(say('rule.list'))}
              </span>
              <ArrowUpRight className="i s" aria-hidden />
            </span>
          </button>
        ))}
      </div>
    </Pane>
  );
}

/** The quote's case, where its source is not named after it already. */
function caseBeside({ case: name, source }: Quote): string | null {
  return name !== null && source.startsWith(name) ? null : name;
}
