// Where the code of a coding stands, what is set on it, in one line, and its memo.
import { useWords } from '../words.ts';
import { signed } from './coding-values.ts';
import { aboveOf, type OpenSource, type ShownCoding } from './open-source.ts';

interface SummaryProps {
  readonly open: OpenSource;
  readonly coding: ShownCoding;
}

export function CodingSummary({ open, coding }: SummaryProps) {
  const { say } = useWords();
  const { phase, level, direction, weight, memo } = coding;
  const above = aboveOf(open, coding);
  const parts = [
    phase === null ? null : [say('texts.phase'), phase],
    level === null ? null : [say('texts.level'), String(level)],
    direction === null ? null : [say('texts.direction'), signed(direction)],
    weight === null ? null : [say('texts.weight'), String(weight)],
  ].filter((part) => part !== null);
  if (above === '' && parts.length === 0 && memo === null) return null;
  return (
    <div className="small q coding-summary">
      {above === '' ? null : <span className="cut">{above}</span>}
      {parts.map(([name, value]) => (
        <span key={name}>
          {name} <span className="q2 med">{value}</span>
        </span>
      ))}
      {memo === null ? null : <p className="read cut">{memo}</p>}
    </div>
  );
}
