import type { Losses } from './dominance';

/**
 * A reference point for a search whose bounds nobody has stated: in each objective, what four in five of the given
 * losses do not exceed. Of an evenly spread design that is a picture of the space which the search itself does not
 * move, and ends of the front that are worse than most of what chance finds do not draw it away.
 * @param design at least one.
 */
export function usualReference(design: readonly Losses[]): Losses {
  return (design[0] ?? []).map((_, j) => {
    const sorted = design.map(losses => losses[j] as number).sort((a, b) => a - b);
    const bound = sorted[Math.ceil(0.8 * (sorted.length - 1))] as number;
    // Where most are equally good, only the worst leaves room below it.
    return bound > (sorted[0] as number) ? bound : (sorted.at(-1) as number);
  });
}
