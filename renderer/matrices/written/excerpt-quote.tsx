// A quote within a written display: the words on their wash, and whose they are.
import type { Quote } from '../../../shared/contract/matrices.ts';
import { useWords } from '../../words.ts';
import { useAxisCodes } from '../facts.ts';

interface QuoteProps {
  readonly quote: Quote;
  /** What the reader knows already, as it stands at the head: 'case', 'phase'. */
  readonly without?: readonly ('case' | 'phase')[];
}

export function ExcerptQuote({ quote, without = [] }: QuoteProps) {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  const { said, speaker, case: ofCase, source, paragraph, phase, code } = quote;
  const place = [
    speaker,
    without.includes('case') || speaker === null ? null : ofCase,
    without.includes('phase') ? null : phase,
    speaker === null ? source : null,
  ].filter((each) => each !== null);
  return (
    <>
      <p className={`quote ${codes.get(code)?.look.className ?? ''}`}>
        <span className="mk">{said.trim()}</span>
      </p>
      <div className="cite">
        {place.join(say('rule.list'))} <span className="nowrap">¶ {paragraph}</span>
      </div>
    </>
  );
}
