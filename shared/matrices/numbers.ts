// Reading typed arrays at indexes that are known to be inside them, and searching sorted ones.

/** list[index], which the caller knows to exist. */
export function at(list: Int32Array, index: number): number {
  return list[index] as number;
}

/** list[index], which the caller knows to exist. */
export function real(list: Float64Array, index: number): number {
  return list[index] as number;
}

/** How many entries of the ascending list are smaller than `position`. */
export function countBelow(sorted: Int32Array, position: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list itself, or a copy at least twice as long when it holds fewer than `length` entries. */
export function grown(list: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= list.length) return list;
  const longer = new Int32Array(Math.max(length, 2 * list.length));
  longer.set(list);
  return longer;
}

/** As `grown`, for fractions. */
export function grownReals(list: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  if (length <= list.length) return list;
  const longer = new Float64Array(Math.max(length, 2 * list.length));
  longer.set(list);
  return longer;
}
