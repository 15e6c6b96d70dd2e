/** Numbers of many runs, told in a few. */

export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  /** From the lower to the upper quartile. */
  readonly spread: readonly [number, number];
}

/** Median, 95th percentile and quartiles; all NaN where nothing was measured. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { n: sorted.length, median: at(0.5), p95: at(0.95), spread: [at(0.25), at(0.75)] };
}

/** The line through points by least squares, with the share of the scatter that it explains. */
export function fitLine(points: readonly (readonly [number, number])[]): { slope: number; base: number; r2: number } {
  const mean = (pick: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const x = mean((point) => point[0]);
  const y = mean((point) => point[1]);
  const sxx = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  const sxy = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const syy = points.reduce((sum, point) => sum + (point[1] - y) ** 2, 0);
  const slope = sxy / sxx;
  return { slope, base: y - slope * x, r2: syy === 0 ? 1 : sxy ** 2 / (sxx * syy) };
}
