import { promotions } from './promotions';
import { topFraction, type Schedule } from './schedule';

/**
 * How many configurations a bracket of Hyperband begins with. `algorithm1`: ⌈(s_max + 1) / (s + 1) · η^s⌉, as the
 * algorithm of the paper says. `printed`: ⌊(s_max + 1) / (s + 1)⌋ · η^s, which is what the table printed in the paper
 * follows and what HpBandSter, DEHB and NePS compute. For R = 81 and η = 3: 81, 34, 15, 8, 5 and 81, 27, 9, 6, 5.
 */
export type HyperbandConvention = 'algorithm1' | 'printed';

/** A bracket of Hyperband, which begins s promotions below the most resource. */
export interface Bracket extends Schedule {
  readonly s: number;
}

export interface HyperbandOptions {
  /** 1 in the paper. Positive. */
  readonly minResource: number;
  readonly maxResource: number;
  readonly reductionFactor: number;
  readonly convention: HyperbandConvention;
}

/**
 * The brackets of one round of Hyperband, the one that stops most first (Li et al., JMLR 18(185), 2018, algorithm 1;
 * s_max = max{k : minResource · η^k ≤ maxResource} by multiplying). Every bracket ends at the most resource; its rungs
 * are maxResource · η^(i − s).
 *
 * @throws RangeError when a resource is not positive, the maximum is below the minimum or η is not above 1.
 */
export function hyperbandBrackets(options: HyperbandOptions): Bracket[] {
  const { minResource, maxResource, reductionFactor, convention } = options;
  if (!(minResource > 0) || !(maxResource >= minResource) || !Number.isFinite(maxResource)) {
    throw new RangeError('Resources must satisfy 0 < minResource ≤ maxResource < ∞.');
  }
  if (!(reductionFactor > 1)) throw new RangeError('The reduction factor must be above 1.');
  const most = promotions(maxResource / minResource, reductionFactor);
  return Array.from({ length: most + 1 }, (_, index): Bracket => {
    const s = most - index;
    const share = (most + 1) / (s + 1);
    const power = reductionFactor ** s;
    return {
      s,
      configurations:
        convention === 'algorithm1' ? Math.ceil(share * power - 1e-9) : Math.floor(Math.floor(share) * power),
      resources: Array.from({ length: s + 1 }, (_, rung) => maxResource / reductionFactor ** (s - rung)),
      promoted: topFraction(reductionFactor),
    };
  });
}
