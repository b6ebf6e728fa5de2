// One measured figure.

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In the same unit; DESIGN figures of a quiet machine with two cores. */
  readonly budget?: number;
  /** This figure by that of the plain thing named in `name` ("… by …"), both from one run. */
  readonly ratio?: number;
}

/** Median of a list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
