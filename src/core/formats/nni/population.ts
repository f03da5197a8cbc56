import type { Population, Stated } from '../../space/searchSpace';
import type { Tuner } from './algorithm';
import { field, fieldNumber } from './fields';

/**
 * The defaults of `pbt_tuner.py` are stated by the name of the tuner. A trial is one step of one member; how long a
 * step is only the code of the trial knows.
 */
export function readPopulation(
  { key, known, name, nameRange, classArgs }: Tuner,
  trials: Stated | undefined,
): Population | undefined {
  if (known?.family !== 'population') return undefined;
  const stated = (argument: string, usual: number): Stated =>
    fieldNumber(field(classArgs, argument)) ?? { value: usual, range: nameRange };
  const size = stated('population_size', 10);
  const steps = trials && Math.floor(trials.value / size.value);
  const { value: factor } = stated('factor', 0.2);
  return {
    name,
    size,
    maxResource: trials && steps && steps >= 1 ? { value: steps, range: trials.range } : undefined,
    interval: { value: 1, range: nameRange },
    quantile: stated('fraction', 0.2),
    resampleProbability: stated('resample_probability', 0.25),
    factors: factor > 0 && factor < 1 ? [1 + factor, 1 - factor] : undefined,
    isSynchronous: true,
    range: key,
  };
}
