import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurationMapping, varyingParameters } from '../sampling/configurations';
import { randomPoints } from '../sampling/random';
import { sobolPoints } from '../sampling/sobol';
import type { SearchMethod } from '../search/method';
import { isForbidden } from '../space/conditions';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { ConfigurationSource } from './scheduler';

/** The given configurations, in order. */
export function listed(list: readonly Configuration[]): ConfigurationSource {
  return function* (trial) {
    return list[trial];
  };
}

/** Draws that may be forbidden in a row before a space counts as forbidden altogether, and between two yields. */
const patience = 10_000;
const batch = 50;

/** Draws without end that do not look at any loss. They end when nearly everything is forbidden. */
export function sampled(
  space: SearchSpace,
  sampler: 'random' | 'sobol',
  seed: number | string,
): ConfigurationSource {
  const stream = randomStream(seed).substream(sampler);
  const dimension = varyingParameters(space).length;
  const points = sampler === 'random' ? randomPoints(dimension, stream) : sobolPoints(dimension, stream);
  const toConfiguration = configurationMapping(space);
  return function* () {
    for (let tried = 1; tried <= patience; tried++) {
      const configuration = toConfiguration(points.next().value);
      if (!isForbidden(space, configuration)) return configuration;
      if (tried % batch === 0) yield;
    }
    return undefined;
  };
}

/** What a search method suggests, given every job so far as a trial. */
export function suggested(
  method: SearchMethod,
  space: SearchSpace,
  seed: number | string,
): ConfigurationSource {
  const random = randomStream(seed);
  return function* (trial, jobs): Work<Configuration | undefined> {
    const suggestion = yield* method.suggest(space, jobs, random.substream(`${method.id} ${trial}`));
    return suggestion?.configuration;
  };
}
