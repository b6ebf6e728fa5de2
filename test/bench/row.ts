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
  return at(values, 0.5);
}

/** The value below which this share of a list lies; 1 gives the largest. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
