// What the colours and marks of a table mean; only those that it uses.
import { memo } from 'react';
import type { EmptyReason } from '../../shared/contract/saved-matrices.ts';
import { useWords } from '../words.ts';
import { emptyMarks, emptyReasons } from './empty-reasons.ts';
import type { TableMarks } from './matrix-row.tsx';
import { heatLabels, heatStep } from './numbers.ts';
import type { MatrixInput } from './question.ts';

interface LegendProps {
  readonly measure: MatrixInput['measure'];
  readonly ends: readonly number[];
  readonly marks: TableMarks;
}

export const Legend = memo(function Legend({ measure, ends, marks }: LegendProps) {
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
      {marks.has('zero') ? (
        <span>
          <span className="sw q">0</span>
          {say('tables.zero')}
        </span>
      ) : null}
      {emptyReasons
        .filter((reason) => marks.has(reason))
        .map((reason) => (
          <EmptySample key={reason} reason={reason} />
        ))}
      {marks.has('undefined') ? (
        <span>
          <span className="sw q">–</span>
          {say('tables.undefined')}
        </span>
      ) : null}
      {marks.has('summary') ? (
        <span>
          <span className="sw has-summary" />
          {say('cells.legend-summary')}
        </span>
      ) : null}
      {marks.has('stale') ? (
        <span>
          <span className="sw is-stale" />
          {say('cells.legend-stale')}
        </span>
      ) : null}
    </div>
  );
});

function EmptySample({ reason }: { readonly reason: EmptyReason }) {
  const { say } = useWords();
  const { icon: Icon } = emptyMarks[reason];
  return (
    <span>
      <span className={reason === 'not-asked' ? 'sw na' : 'sw q'}>
        {Icon ? <Icon className="i" aria-hidden /> : reason === 'nothing-said' ? '0' : null}
      </span>
      {reason === 'uncoded' ? say('tables.uncoded') : say(`cells.empty-${reason}`)}
    </span>
  );
}
