/** A tree of one split: above the threshold one class, else the other. */
export interface Stump {
  readonly threshold: number;
  readonly above: 0 | 1;
}

/** The stump with the fewest errors on the rows used, thresholds halfway between neighbouring values. */
export function bestStump(values: Float64Array, labels: Uint8Array, used: readonly number[]): Stump {
  const levels = Float64Array.from(new Set(used.map(row => values[row] ?? 0))).sort();
  let best: Stump = { threshold: -Infinity, above: 1 };
  let most = -1;
  for (let i = 0; i <= levels.length; i++) {
    const threshold = ((levels[i - 1] ?? -Infinity) + (levels[i] ?? Infinity)) / 2;
    const stump = { threshold: Number.isNaN(threshold) ? 0 : threshold, above: 1 } as const;
    const right = stumpRight(stump, values, labels, used);
    if (right > most) [best, most] = [stump, right];
    if (used.length - right > most) [best, most] = [{ ...stump, above: 0 }, used.length - right];
  }
  return best;
}

/** How many of the rows a stump gets right. */
export function stumpRight(
  { threshold, above }: Stump,
  values: Float64Array,
  labels: Uint8Array,
  used: readonly number[],
): number {
  return used.filter(row => ((values[row] ?? 0) > threshold ? above : 1 - above) === labels[row]).length;
}
