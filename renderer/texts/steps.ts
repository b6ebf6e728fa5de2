// Going through the open source: from coding to coding, among those of one code, to what is not coded, by section.
import { nextSpan } from '../../shared/text/lanes.ts';
import { lineAt } from '../../shared/text/lines.ts';
import { nextUncoded } from '../../shared/text/uncoded.ts';
import { notify } from '../window-state.ts';
import { words } from '../words.ts';
import { activeCoding, chooseCoding } from './coding-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { room, withPageAt } from './room.ts';

export type Direction = 'next' | 'previous';

export function goToCoding(open: OpenSource, direction: Direction): void {
  goAmong(open.codings, direction);
}

/** Among the codings of the code at the caret. */
export function goToSameCode(open: OpenSource, direction: Direction): void {
  const here = activeCoding(open.codings);
  if (here)
    goAmong(
      open.codings.filter(({ code }) => code === here.code),
      direction,
      here,
    );
  else goToCoding(open, direction);
}

/** Among the codings of the coder whose coding is at the caret. */
export function goToSameCoder(open: OpenSource, direction: Direction): void {
  const here = activeCoding(open.codings);
  if (!here) return goToCoding(open, direction);
  const ofCoder = open.codings.filter(({ coder }) => coder === here.coder);
  goAmong(ofCoder, direction, here);
}

function goAmong(
  codings: readonly ShownCoding[],
  direction: Direction,
  here: ShownCoding | null = null,
): void {
  const { chosen, selection } = room.get();
  const from = {
    chosen: here ?? codings.find(({ id }) => id === chosen) ?? null,
    position: selection?.start ?? 0,
  };
  const next = nextSpan(codings, from, direction);
  if (next) chooseCoding(next);
  else notify({ tone: 'plain', text: words().say('texts.no-further-coding') });
}

/** To the next words of a respondent that bear no code: they are selected. */
export function goToUncoded({ reading, lineStarts, codings }: OpenSource, direction: Direction): void {
  const { selection } = room.get();
  const from = (direction === 'next' ? selection?.end : selection?.start) ?? 0;
  const asked = linesOfInterviewers(reading, lineStarts);
  const isLeftOut = (line: number): boolean => asked.has(line);
  const stretch = nextUncoded(reading, lineStarts, { codings, from, direction, isLeftOut });
  if (!stretch) {
    notify({ tone: 'plain', text: words().say('texts.no-uncoded') });
    return;
  }
  room.set({ chosen: null, selection: stretch });
  withPageAt(stretch.start, (page) => {
    page.reveal(stretch);
    page.select(stretch);
  });
}

/** Beginnings of the lines that an interviewer speaks. */
function linesOfInterviewers(
  { text, labels, speakers }: OpenSource['reading'],
  lineStarts: Int32Array,
): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const [turn, { start, speaker }] of labels.entries()) {
    if (speakers[speaker]?.role !== 'interviewer') continue;
    const end = labels[turn + 1]?.start ?? text.length;
    for (let line = lineAt(lineStarts, start); (lineStarts[line] ?? Infinity) < end; line++)
      lines.add(lineStarts[line] ?? 0);
  }
  return lines;
}

/** Shows the section after or before this one, with the caret at its beginning. */
export function stepSection({ sections, lineStarts }: OpenSource, direction: Direction): void {
  const section = room.get().section + (direction === 'next' ? 1 : -1);
  const line = sections[section];
  if (line === undefined) return;
  const start = lineStarts[line] ?? 0;
  withPageAt(start, (page) => page.select({ start, end: start }));
}
