// The rating of a cell, 1 to 5, with its reason: five steps to press, the one that is on takes it back.
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { CellRecord } from '../../../shared/contract/saved-matrices.ts';
import { act } from '../../acts.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.ts';
import type { CellAddress } from './records.ts';

const steps = [1, 2, 3, 4, 5] as const;

/** Only to be read. */
export function RatingShown({ rating }: { readonly rating: number }) {
  const { say } = useWords();
  return (
    <span className="hstack rating-shown">
      <span className="rate" role="img" aria-label={say('cells.rated', { n: rating })}>
        {steps.map((step) => (
          <i key={step} className={step <= rating ? 'on' : undefined} />
        ))}
      </span>
      <span className="num nowrap small q2" aria-hidden>
        {say('cells.of-five', { n: rating })}
      </span>
    </span>
  );
}

export function Rating({
  address,
  record,
}: {
  readonly address: CellAddress;
  readonly record: CellRecord | undefined;
}) {
  const { say } = useWords();
  const rating = record?.rating ?? null;
  const stored = record?.ratingReason ?? '';
  const [reason, setReason] = useState<string | null>(null);
  const keep = (): void => {
    if (reason !== null && reason.trim() !== stored) void act('cells.rate', { ...address, rating, reason });
    setReason(null);
  };
  return (
    <div className="rating">
      <div className="hstack small">
        <span className="q" id="cell-rating">
          {say('cells.rating')}
        </span>
        <ToggleButtonGroup
          className="rate"
          aria-labelledby="cell-rating"
          selectionMode="single"
          selectedKeys={rating === null ? [] : [String(rating)]}
          onSelectionChange={(keys) => {
            const [chosen] = keys;
            void act('cells.rate', {
              ...address,
              rating: chosen === undefined ? null : Number(chosen),
              reason: reason ?? stored,
            });
          }}
        >
          {steps.map((step) => (
            <ToggleButton
              key={step}
              id={String(step)}
              className="rate-step"
              aria-label={say('cells.rated', { n: step })}
            >
              <i className={rating !== null && step <= rating ? 'on' : undefined} />
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <span className="num nowrap">
          {rating === null ? (
            <span className="q">{say('cells.not-rated')}</span>
          ) : (
            say('cells.of-five', { n: rating })
          )}
        </span>
      </div>
      {rating === null ? null : (
        <Field
          label={say('cells.reason')}
          bare
          value={reason ?? stored}
          onChange={setReason}
          onEnter={keep}
          onLeave={keep}
          placeholder={say('cells.reason')}
        />
      )}
    </div>
  );
}
