// Rows and columns put in order by hand: a heading and what stands beneath it change places with the next or the one before.
import type { Line } from './axis-lines.ts';
import { cellAt } from './panels.ts';
import type { MatrixView } from './matrix-view.ts';
import { withOrder, type AxisName, type MatrixInput } from './question.ts';
import { ask } from './table-state.ts';

interface Moved {
  /** By new place: the old one. */
  readonly places: readonly number[];
  /** Where the moved line is among the lines then. */
  readonly at: number;
}

/**
 * The line at `at` moved past its neighbour, each with the lines beneath it; null where there is none in its family or
 * under its outer heading. `count` is how many headings the axis has.
 */
export function movedByHand(lines: readonly Line[], count: number, at: number, step: -1 | 1): Moved | null {
  const line = lines[at];
  if (!line) return null;
  const other = step === 1 ? endOf(lines, at) : before(lines, at);
  const neighbour = lines[other];
  if (!neighbour || neighbour.depth !== line.depth || outer(neighbour) !== outer(line)) return null;
  const [first, second] = step === 1 ? [at, other] : [other, at];
  const end = endOf(lines, second);
  const placeOf = (index: number): number => lines[index]?.place ?? count;
  const all = Array.from({ length: count }, (_, place) => place);
  const [start, middle, stop] = [placeOf(first), placeOf(second), placeOf(end)];
  return {
    places: [
      ...all.slice(0, start),
      ...all.slice(middle, stop),
      ...all.slice(start, middle),
      ...all.slice(stop),
    ],
    at: step === 1 ? at + end - second : first,
  };
}

/** The first line after it and all beneath it. */
function endOf(lines: readonly Line[], at: number): number {
  const depth = lines[at]?.depth ?? 0;
  const after = lines.findIndex((line, index) => index > at && line.depth <= depth);
  return after === -1 ? lines.length : after;
}

function before(lines: readonly Line[], at: number): number {
  const depth = lines[at]?.depth ?? 0;
  return lines.findLastIndex((line, index) => index < at && line.depth <= depth);
}

const outer = ({ entry }: Line): string => JSON.stringify(entry.ids.slice(0, -1));

/** Moves a heading and asks for the table in that order; returns by how many lines it moved. */
export function moveByHand(
  view: MatrixView,
  question: MatrixInput,
  axis: AxisName,
  { at, step }: { readonly at: number; readonly step: -1 | 1 },
): number {
  const { asked } = view;
  const line = view[axis][at];
  if (!line) return 0;
  // In panels each has the same rows: those of its own panel say which one is moved.
  const within = (each: Line): number | null =>
    axis === 'columns' ? each.place : cellAt(asked, each.place, null).row;
  const panel = (each: Line): number | undefined =>
    axis === 'columns' ? undefined : cellAt(asked, each.place, null).panel;
  const first = view[axis].findIndex((each) => panel(each) === panel(line));
  const lines = view[axis].flatMap((each) => {
    const place = within(each);
    return place === null || panel(each) !== panel(line) ? [] : [{ ...each, place }];
  });
  const entries = asked[axis];
  const moved = movedByHand(lines, entries.length, at - first, step);
  if (!moved) return 0;
  const ids = moved.places.map((place) => [...(entries[place]?.ids ?? [])]);
  ask(withOrder(question, axis, { by: 'hand', ids }));
  return moved.at - (at - first);
}
