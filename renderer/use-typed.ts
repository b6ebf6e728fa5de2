// What stands in a field: what was typed until it is read back as stored, else what is stored.
import { useState } from 'react';

/** The words in the field, and the way to change them; null takes back what is stored. */
export function useTyped(stored: string): [string, (text: string | null) => void] {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === stored) setDraft(null);
  return [draft ?? stored, setDraft];
}
