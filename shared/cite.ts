// How a place in a text is cited: “Ferry Street, interview 1, turn 7, ¶15”; without a turn, “Field notes ¶15”.
import { say, type Language } from './words/say.ts';

interface Place {
  /** Name of the source. */
  readonly source: string;
  /** n-th non-blank line, from 1. */
  readonly paragraph: number;
  /** n-th label, from 1; null where nobody has spoken yet. */
  readonly turn: number | null;
}

/** In the same words as the text shows its turns; `citedPlace` finds the way back. */
export function placeCited(language: Language, { source, paragraph, turn }: Place): string {
  return turn === null
    ? `${source} ¶${paragraph}`
    : say(language, 'cited.turn', {
        source,
        turn: say(language, 'texts.turn-number', { n: turn }),
        paragraph,
      });
}

/** Names beside a source's, each said once: of a talk with one person the source, the speaker and the case may have one name. */
export function namedOnce(source: string, names: readonly (string | null)[]): string[] {
  return [...new Set(names)].filter((name) => name !== null).filter((name) => name !== source);
}
