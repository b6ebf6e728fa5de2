// The rating of a cell, 1 to 5, with its reason: five steps to press, the one that is on takes it back; then one says why.
import type { KeyboardEvent } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { CellRecord } from '../../../shared/contract/saved-matrices.ts';
import { sayFailure } from '../../acts.ts';
import { engine } from '../../engine.ts';
import { focusWhenDrawn } from '../../frame.ts';
import { undo } from '../../next-steps.ts';
import { Field } from '../../ui/field.tsx';
import { hasCommandKey } from '../../ui/keys.tsx';
import { useTyped } from '../../use-typed.ts';
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
  const stored = record?.ratingReason ?? '';
  const [chosen, setChosen, keepChosen] = useTyped(String(record?.rating ?? ''));
  const [reason, setReason, keepReason] = useTyped(stored);
  const rating = chosen === '' ? null : Number(chosen);
  const rate = async (rating: number | null, reason: string): Promise<boolean> => {
    try {
      await engine.call('cells.rate', { ...address, rating, reason });
      return true;
    } catch (error) {
      sayFailure('cells.rate', error);
      setChosen(null);
      return false;
    }
  };
  const keep = (): void => {
    const text = reason.trim();
    if (text === stored) return setReason(null);
    keepReason(text, rate(rating, text));
  };
  // What is typed after a step was pressed is the reason, and Enter keeps it.
  const toReason = (): void => void focusWhenDrawn('.evidence .rating input');
  return (
    <div
      className="rating"
      onKeyDown={(event) => {
        if (reason.trim() === stored) undoFromReason(event);
      }}
    >
      <div
        className="hstack small"
        onKeyDownCapture={(event) => {
          // Enter goes on to the reason; Space, like a click, takes the step back.
          if (event.key !== 'Enter' || !isOn(event.target)) return;
          event.preventDefault();
          event.stopPropagation();
          toReason();
        }}
      >
        <span className="q" id="cell-rating">
          {say('cells.rating')}
        </span>
        <Steps
          rating={rating}
          onRate={(step) => {
            keepChosen(String(step ?? ''), rate(step, reason));
            if (step !== null) toReason();
          }}
        />
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
          value={reason}
          onChange={setReason}
          onEnter={keep}
          onLeave={keep}
          placeholder={say('cells.reason')}
        />
      )}
    </div>
  );
}

interface StepsProps {
  readonly rating: number | null;
  readonly onRate: (rating: number | null) => void;
}

function Steps({ rating, onRate }: StepsProps) {
  const { say } = useWords();
  return (
    <ToggleButtonGroup
      className="rate"
      aria-labelledby="cell-rating"
      selectionMode="single"
      selectedKeys={rating === null ? [] : [String(rating)]}
      onSelectionChange={([next]) => onRate(next === undefined ? null : Number(next))}
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
  );
}

/** In a reason in which nothing was typed there is nothing else to take back than the latest act, which may be the rating. */
function undoFromReason(event: KeyboardEvent<HTMLElement>): void {
  const isReason = event.target instanceof HTMLInputElement;
  if (!isReason || !hasCommandKey(event) || event.shiftKey || event.code !== 'KeyZ') return;
  event.preventDefault();
  // The reason goes with the rating; its steps stay.
  event.currentTarget.querySelector('button')?.focus();
  undo();
}

function isOn(step: EventTarget): boolean {
  return step instanceof HTMLElement && step.ariaChecked === 'true';
}
