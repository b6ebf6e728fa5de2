// What was counted, where it was counted: by text cell, then by the number of the codings' joint state (see CodingKinds).
import { must } from '../must.ts';

/** One count in all of a table. A text cell without codings has no line, and a line ends at the last state that it has. */
export type Sums = (Int32Array<ArrayBuffer> | undefined)[];

/** As `Sums`, for what may be a fraction. */
export type RealSums = (Float64Array<ArrayBuffer> | undefined)[];

/** The count of a state in a line, 0 where there is none. */
export function countAt(line: Sums[number] | RealSums[number], state: number): number {
  return line === undefined || state < 0 || state >= line.length
    ? 0
    : must(line[state], 'a state of the line');
}
