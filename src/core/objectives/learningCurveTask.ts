import type { RandomStream } from '../numeric/random';
import { toUnit } from '../space/distribution';
import { varyingParameters } from '../sampling/configurations';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { LearningCurve } from './learningCurve';

/** A made-up training task on a search space: how the learning curve depends on the configuration. */
export interface LearningCurveTask {
  curve(configuration: Configuration): LearningCurve;
}

/** The standard deviation of one observed loss around its curve. */
export const observationNoise = 0.01;

/** How bad the worst configuration ends, and how good the best possible one. */
const asymptotes = { best: 0.05, worst: 0.75 };
const rates = { slowest: 0.35, fastest: 1.05 };

/**
 * A task in which few parameters matter much (their weights fall as 1/rank²) and speed has little to do with
 * quality, so that curves cross and early ranks mislead sometimes. Every parameter is seen through the unit
 * interval of its own distribution; one that is inactive counts as halfway between good and bad.
 *
 * Quality is the weighted distance from a hidden optimum; the rate depends on a hidden direction of its
 * own. Everything hidden is drawn from `stream`, parameter by parameter in the order of the space.
 */
export function learningCurveTask(space: SearchSpace, stream: RandomStream): LearningCurveTask {
  const varied = varyingParameters(space);
  const qualityWeight = weights(varied.length, stream.substream('quality'));
  const rateWeight = weights(varied.length, stream.substream('rate'));
  const hidden = stream.substream('hidden');
  const effects = varied.map(({ name, domain }, index) => ({
    name,
    domain,
    optimum: hidden.uniform(),
    ascending: hidden.uniform() < 0.5,
    qualityWeight: qualityWeight[index] ?? 0,
    rateWeight: rateWeight[index] ?? 0,
  }));
  return {
    curve(configuration) {
      let distance = 0;
      let speed = 0;
      for (const effect of effects) {
        const value = configuration.get(effect.name);
        const u = value === undefined ? undefined : toUnit(effect.domain, value);
        const furthest = Math.max(effect.optimum, 1 - effect.optimum);
        distance += effect.qualityWeight * (u === undefined ? 0.5 : Math.abs(u - effect.optimum) / furthest);
        speed += effect.rateWeight * (u === undefined ? 0.5 : effect.ascending ? u : 1 - u);
      }
      return {
        asymptote: asymptotes.best + (asymptotes.worst - asymptotes.best) * distance,
        rate: rates.slowest + (rates.fastest - rates.slowest) * speed,
      };
    },
  };
}

/** Shares that add up to one: 1/rank² in a random order. */
function weights(count: number, stream: RandomStream): number[] {
  const shares = stream.permutation(count).map(rank => 1 / (rank + 1) ** 2);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map(share => share / total);
}
