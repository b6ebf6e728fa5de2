// A level as three steps that fill, half where it lies between two, and in words.
import { say, type Language } from '../../../shared/words/say.ts';
import { numberText } from '../numbers.ts';

const levels = [1, 2, 3] as const;
const halves = ['weak-emerging', 'emerging-strong'] as const;
const names = ['weak', 'emerging', 'strong'] as const;

export function Pips({ value }: { readonly value: number }) {
  return (
    <span className="pips" aria-hidden>
      {levels.map((level) => (
        <i key={level} className={value >= level ? 'on' : value > level - 0.75 ? 'half' : undefined} />
      ))}
    </span>
  );
}

/** "weak, 1.00", "weak to emerging, 1.50": the level, or the two that it lies between, with its number. */
export function levelText(language: Language, value: number): string {
  const low = Math.floor(value);
  const isBetween = value - low > 0.25 && value - low < 0.75;
  const name = isBetween ? halves[low - 1] : names[Math.round(value) - 1];
  const number = numberText(language, 'median-level', value);
  return name === undefined ? number : say(language, `level.${name}`, { value: number });
}
