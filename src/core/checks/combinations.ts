import { levelCount } from '../space/distribution';
import { drawableParameters, type SearchSpace } from '../space/searchSpace';

/**
 * How many different configurations a space has: Infinity with a continuous parameter, undefined where conditions
 * make the product of the levels meaningless.
 */
export function combinations(space: SearchSpace): number | undefined {
  if (space.forbidden.length > 0 || space.parameters.some(({ condition }) => condition !== undefined)) {
    return undefined;
  }
  const drawable = drawableParameters(space);
  if (drawable.length === 0 || drawable.length < space.parameters.length) return undefined;
  return drawable.reduce((product, { domain }) => product * levelCount(domain), 1);
}
