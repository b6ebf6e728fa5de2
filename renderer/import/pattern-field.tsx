// How a text names who speaks: as it was found, in one of the ways that were found, in a way of one's own, or not at all.
import { useState } from 'react';
import type { FoundPattern } from '../../shared/import/document.ts';
import { noLabels, patternIn } from '../../shared/import/speakers.ts';
import { ComboField } from '../ui/combo-field.tsx';
import { useWords } from '../words.ts';
import type { PlannedFile } from './import-plan.ts';

interface PatternFieldProps {
  /** Null for what is found by itself, undefined where files differ. */
  readonly value: string | null | undefined;
  readonly found: readonly FoundPattern[];
  readonly onChange: (pattern: string | null) => void;
  readonly disabled?: boolean;
}

/** A pattern that is typed is tried when the field is left or Enter is pressed, one of the list at once. */
export function PatternField({ value, found, onChange, disabled }: PatternFieldProps) {
  const { say, language } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const nobody = say('importing.no-labels');
  const shown = (pattern: string): string => (pattern === noLabels ? nobody : patternIn(language, pattern));
  const now = typeof value === 'string' ? shown(value) : '';
  const options = [
    ...found.map(({ pattern, turns }) => ({
      id: pattern,
      name: shown(pattern),
      beside: say('importing.turn-count', { n: turns }),
    })),
    { id: noLabels, name: nobody },
  ];
  const keep = (text: string): void => {
    setDraft(null);
    const chosen = options.find(({ name }) => name === text);
    const pattern = chosen?.id ?? (text.trim() || null);
    if (pattern !== value) onChange(pattern);
  };
  return (
    <ComboField
      label={say('importing.pattern')}
      value={draft ?? now}
      onChange={(text) => (options.some(({ name }) => name === text) ? keep(text) : setDraft(text))}
      options={options}
      open={say('importing.patterns')}
      placeholder={say(value === undefined ? 'importing.differ' : 'importing.encoding-auto')}
      disabled={disabled ?? false}
      onLeave={() => {
        if (draft !== null) keep(draft);
      }}
    />
  );
}

/** The ways that were found in these files, each with all its turns. */
export function foundIn(files: readonly PlannedFile[]): readonly FoundPattern[] {
  const turns = new Map<string, number>();
  for (const { preview } of files)
    for (const each of preview?.outcome === 'readable' ? preview.patterns : [])
      turns.set(each.pattern, (turns.get(each.pattern) ?? 0) + each.turns);
  return [...turns].map(([pattern, n]) => ({ pattern, turns: n })).toSorted((a, b) => b.turns - a.turns);
}
