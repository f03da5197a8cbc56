import { kneePoint } from '../../pareto/kneePoint';
import { paretoFront } from '../../pareto/nonDominatedSort';
import type { Found } from './runSearch';

export interface FrontierPoint extends Found {
  /** Which trial, from 1. */
  readonly trial: number;
}

export interface Frontier {
  /** From the cheapest to the dearest; of equal ones the first. */
  readonly points: readonly FrontierPoint[];
  readonly knee: FrontierPoint | undefined;
}

/** What nothing among the first `count` trials dominates. */
export function frontierOf(found: readonly Found[], count = found.length): Frontier {
  const seen = new Set<string>();
  const points = paretoFront(found.slice(0, count))
    .flatMap(i => {
      const trial = found[i];
      const key = String(trial?.losses);
      if (trial === undefined || seen.has(key)) return [];
      seen.add(key);
      return [{ ...trial, trial: i + 1 }];
    })
    .sort((a, b) => a.cost - b.cost);
  const knee = kneePoint(points.map(({ losses }) => losses));
  return { points, knee: knee === undefined ? undefined : points[knee] };
}
