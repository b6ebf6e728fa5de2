// Storing the words of a field: what is refused is said beneath it.
import { useState } from 'react';
import { Refused } from '../shared/refused.ts';
import { sayFailure } from './acts.ts';
import { useWords } from './words.ts';

export interface Storing {
  /** The sentence of the latest refusal. */
  readonly refused: string | null;
  readonly refuse: (sentence: string | null) => void;
  /** True when the work stored something; keeps a refusal, says a fault of the program. */
  readonly store: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** `name` names what is stored in the report of a fault. */
export function useStoring(name: string): Storing {
  const { refusal } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  const store = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      setRefused(null);
      return true;
    } catch (error) {
      if (error instanceof Refused) setRefused(refusal(error.refusal));
      else sayFailure(name, error);
      return false;
    }
  };
  return { refused, refuse: setRefused, store };
}
