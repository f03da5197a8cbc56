import type { RandomStream } from '../numeric/random';
import { fromUnit, isContinuous, toUnit } from '../space/distribution';
import type { Choice, Domain } from '../space/domain';
import { sameValue } from '../space/values';
import type { Value } from '../text/scalars';

/** How the values of a parameter become a coordinate, 0 to 1, of a made-up function. */
export interface Coordinate {
  of(value: Value): number;
  /** A value that stands exactly at the place asked for. */
  readonly best: Value;
}

/**
 * What is ordered keeps its order and the spacing of its own distribution, bent so that one of its values stands
 * exactly at `optimum`; choices without an order stand evenly spaced in a random one.
 *
 * @param optimum above 0 and below 1.
 */
export function coordinateOf(domain: Domain, optimum: number, random: RandomStream): Coordinate {
  if (domain.kind === 'categorical') return choiceCoordinate(domain.choices, optimum, random);
  const best = fromUnit(domain, optimum);
  const bend = isContinuous(domain) ? (u: number) => u : bent(toUnit(domain, best), optimum);
  return { of: value => bend(toUnit(domain, value)), best };
}

function choiceCoordinate(choices: readonly Choice[], optimum: number, random: RandomStream): Coordinate {
  const placed = random
    .permutation(choices.length)
    .map((rank, k) => ({ value: choices[k]?.value ?? null, place: (rank + 0.5) / choices.length }));
  const distance = ({ place }: { place: number }): number => Math.abs(place - optimum);
  const nearest = placed.reduce((best, choice) => (distance(choice) < distance(best) ? choice : best));
  const bend = bent(nearest.place, optimum);
  return {
    of: value => bend(placed.find(choice => sameValue(choice.value, value))?.place ?? NaN),
    best: nearest.value,
  };
}

/** Piecewise linear and increasing from 0 to 1, through one point between. */
function bent(from: number, to: number): (u: number) => number {
  return u => (u <= from ? (u * to) / from : 1 - ((1 - u) * (1 - to)) / (1 - from));
}
