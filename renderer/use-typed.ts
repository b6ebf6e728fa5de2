// What stands in a field: what was typed or chosen until it is read back as stored, else what is stored.
import { useState } from 'react';
import { untilRead } from './drafts.ts';

/** `keep` shows the text as long as `work` stores it and it is not read back; where that is refused (false) it stays. */
type Typed = readonly [
  text: string,
  /** Null takes back what is stored. */
  type: (text: string | null) => void,
  keep: (text: string, work: Promise<boolean>) => void,
];

export function useTyped(stored: string): Typed {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === stored) setDraft(null);
  const keep = async (text: string, work: Promise<boolean>): Promise<void> => {
    setDraft(text);
    if (!(await work)) return;
    await untilRead();
    // What was typed meanwhile stays.
    setDraft((now) => (now === text ? null : now));
  };
  return [draft ?? stored, setDraft, (text, work) => void keep(text, work)];
}
