import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurations, type SamplerName } from '../sampling/sampler';
import type { SearchMethod } from '../search/method';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { ConfigurationSource } from './scheduler';

/** The given configurations, in order. */
export function listed(list: readonly Configuration[]): ConfigurationSource {
   
  return function* (trial) {
    return list[trial];
  };
}

/** Draws that do not look at any loss. Ends when nearly everything is forbidden. */
export function sampled(
  space: SearchSpace,
  sampler: Exclude<SamplerName, 'grid'>,
  seed: number | string,
): ConfigurationSource {
  // A hypercube has to know its size; the others are the same for any number.
  const size = sampler === 'latin-hypercube' ? 64 : Infinity;
  const draw = (round: number): Iterator<Configuration, void> =>
    configurations(space, sampler, size, randomStream(seed).substream(`${sampler} ${round}`));
  let round = 0;
  let draws = draw(round);
   
  return function* () {
    let next = draws.next();
    if (next.done === true && size < Infinity) {
      draws = draw(++round);
      next = draws.next();
    }
    return next.done === true ? undefined : next.value;
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
