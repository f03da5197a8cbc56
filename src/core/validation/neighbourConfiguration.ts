import type { RandomStream } from '../numeric/random';
import type { NeighbourConfiguration } from './neighbours';

const mostNeighbours = 15;

/** A random trial: 1 to 15 neighbours and a weight of 0.1 to 10 for each feature, all log-uniform. */
export function drawConfiguration(width: number, random: RandomStream): NeighbourConfiguration {
  const neighbours = Math.floor((mostNeighbours + 1) ** random.uniform());
  const weights = Array.from({ length: width }, () => 10 ** (2 * random.uniform() - 1));
  return { neighbours, weights };
}
