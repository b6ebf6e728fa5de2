// An attempt that may be refused: the refusal is kept for the place on screen where the mistake is.
import { useState } from 'react';
import { Refused, type Refusal } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';

export interface Attempt {
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
  readonly refuse: (refusal: Refusal | null) => void;
  /** Does the work, once at a time; keeps its refusal, says a fault of the program. */
  readonly run: (work: () => Promise<void>) => void;
}

/** `name` names what is attempted in the report of a fault. */
export function useAttempt(name: string): Attempt {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      await work();
    } catch (error) {
      if (error instanceof Refused) setRefusal(error.refusal);
      else sayFailure(name, error);
    }
    setBusy(false);
  };
  return {
    refusal,
    isBusy,
    refuse: setRefusal,
    run: (work) => {
      if (!isBusy) void attempt(work);
    },
  };
}
