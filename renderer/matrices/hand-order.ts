// Rows and columns put in order by hand: a heading and what stands beneath it take the place of another one beside it.
import type { AxisEntry } from '../../shared/contract/matrices.ts';
import type { Line } from './axis-lines.ts';
import { cellAt } from './panels.ts';
import type { MatrixView } from './matrix-view.ts';
import { orderOf, withOrder, type AxisName, type MatrixInput } from './question.ts';
import { ask } from './table-state.ts';

/** Moves headings of a table; the places are among the lines in sight. */
export interface ByHand {
  readonly canMove: (axis: AxisName, at: number, to: number) => boolean;
  /** To the place of another one, or past the next (1) or the one before (−1); returns by how many lines it moved. */
  readonly move: (axis: AxisName, at: number, where: Where) => number;
}

type Where = { readonly to: number } | { readonly step: -1 | 1 };

interface Moved {
  /** By new place: the old one. */
  readonly places: readonly number[];
  /** Where the moved line is among the lines then. */
  readonly at: number;
}

/**
 * The line at `at` moved to the place of another one, each with the lines beneath it; null where the other one is not in
 * its family or not under its outer heading. `count` is how many headings the axis has.
 */
export function movedByHand(lines: readonly Line[], count: number, at: number, where: Where): Moved | null {
  const line = lines[at];
  if (!line) return null;
  const to = 'to' in where ? where.to : where.step === 1 ? endOf(lines, at) : before(lines, at);
  const other = lines[to];
  if (!other || to === at || other.depth !== line.depth || outer(other) !== outer(line)) return null;
  const between = lines.slice(Math.min(at, to), Math.max(at, to));
  if (between.some(({ depth }) => depth < line.depth)) return null;
  const [first, second, end] =
    to > at ? [at, endOf(lines, at), endOf(lines, to)] : [to, at, endOf(lines, at)];
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
    at: to > at ? at + end - second : to,
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

/** The headings of an axis, and those in sight with their places among them. */
interface Standing {
  readonly lines: readonly Line[];
  readonly entries: readonly AxisEntry[];
  /** Of the first of these lines among all in sight. */
  readonly first: number;
}

/** Asks for the table in the order that comes of a move. `standing` says how the axis of the line at a place stands. */
export function byHand(
  question: MatrixInput,
  standing: (axis: AxisName, at: number) => Standing | null,
): ByHand {
  const moved = (axis: AxisName, at: number, where: Where): (Moved & Standing) | null => {
    const now = standing(axis, at);
    if (!now) return null;
    const { lines, entries, first } = now;
    const within = 'to' in where ? { to: where.to - first } : where;
    const then = movedByHand(lines, entries.length, at - first, within);
    return then && { ...now, ...then };
  };
  return {
    canMove: (axis, at, to) => moved(axis, at, { to }) !== null,
    move: (axis, at, where) => {
      const then = moved(axis, at, where);
      if (!then) return 0;
      const shown = then.places.map((place) => [...(then.entries[place]?.ids ?? [])]);
      const order = orderOf(question, axis);
      const ids = order?.by === 'hand' ? withHidden(order.ids, shown) : shown;
      ask(withOrder(question, axis, { by: 'hand', ids }));
      return then.at - (at - then.first);
    },
  };
}

/** A new order of the headings shown: those that filters keep out now stay between the others where they stood. */
export function withHidden(
  before: readonly (readonly string[])[],
  shown: readonly (readonly string[])[],
): string[][] {
  const key = (ids: readonly string[]): string => JSON.stringify(ids);
  const keys = new Set(shown.map(key));
  const rest = [...shown];
  const merged = before.map((ids) => [...((keys.has(key(ids)) ? rest.shift() : null) ?? ids)]);
  return [...merged, ...rest.map((ids) => [...ids])];
}

/** How the axes of a table stand; in panels each has the same rows, and those of its own panel say which one is moved. */
export function standingIn(view: Pick<MatrixView, 'asked' | 'rows' | 'columns'>) {
  return (axis: AxisName, at: number): Standing | null => {
    const { asked } = view;
    const line = view[axis][at];
    if (!line) return null;
    const within = (each: Line): number | null =>
      axis === 'columns' ? each.place : cellAt(asked, each.place, null).row;
    const panel = (each: Line): number | undefined =>
      axis === 'columns' ? undefined : cellAt(asked, each.place, null).panel;
    const first = view[axis].findIndex((each) => panel(each) === panel(line));
    const lines = view[axis].flatMap((each) => {
      const place = within(each);
      return place === null || panel(each) !== panel(line) ? [] : [{ ...each, place }];
    });
    return { lines, entries: asked[axis], first };
  };
}
