// Why a question was not answered, beneath its chips.
import { Button } from '../ui/button.tsx';
import type { Refusal } from '../../shared/refused.ts';
import { useWords } from '../words.ts';
import { filteredDimensions, filterValues, withFilter, type Scope } from './question.ts';
import type { ScopeProps } from './scope-chips.tsx';

interface RefusedProps extends ScopeProps {
  readonly refusal: Refusal;
}

/** Where a filter names what is gone, that value can be taken away at once. */
export function RefusedQuestion({ scope, refusal, onAsk }: RefusedProps) {
  const words = useWords();
  const dimension = refusedDimension(scope, refusal);
  const value = String(refusal.values['value'] ?? '');
  return (
    <div className="question-note">
      <p className="note bad small" role="alert">
        <span className="grow">{words.refusal(refusal)}</span>
        {dimension === null ? null : (
          <Button
            kind="plain"
            onPress={() => {
              const left = filterValues(scope, dimension).filter((each) => each !== value);
              onAsk(withFilter(scope, dimension, left));
            }}
          >
            {words.say('tables.remove-value')}
          </Button>
        )}
      </p>
    </div>
  );
}

/** The filtered dimension that was refused, or null. */
export function refusedDimension(scope: Scope, refusal: Refusal | null): string | null {
  const named = String(refusal?.values['dimension'] ?? refusal?.values['name'] ?? '');
  return filteredDimensions(scope).find((dimension) => dimension === named) ?? null;
}
