// What the colours and marks of a table mean; only those that it uses.
import { CircleDashed } from 'lucide-react';
import { useWords } from '../words.ts';
import { heatLabels, heatStep } from './numbers.ts';
import type { MatrixInput } from './question.ts';

interface LegendProps {
  readonly measure: MatrixInput['measure'];
  readonly ends: readonly number[];
  readonly marks: { readonly zero: boolean; readonly uncoded: boolean; readonly undefined: boolean };
}

export function Legend({ measure, ends, marks }: LegendProps) {
  const { language, say } = useWords();
  return (
    <div className="legend">
      {ends.length === 0 ? null : (
        <span>
          <span className="ramp">
            {ends.map((end) => (
              <i key={end} className={`heat-${heatStep(ends, end)}`} />
            ))}
          </span>
          {heatLabels(language, measure, ends).join(say('rule.list'))}
        </span>
      )}
      {marks.zero ? (
        <span>
          <span className="sw q">0</span>
          {say('tables.zero')}
        </span>
      ) : null}
      {marks.uncoded ? (
        <span>
          <span className="sw">
            <CircleDashed className="i" aria-hidden />
          </span>
          {say('tables.uncoded')}
        </span>
      ) : null}
      {marks.undefined ? (
        <span>
          <span className="sw q">–</span>
          {say('tables.undefined')}
        </span>
      ) : null}
    </div>
  );
}
