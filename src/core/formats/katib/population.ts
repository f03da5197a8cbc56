import type { Population, Stated } from '../../space/searchSpace';
import { pythonFloat } from '../../text/pythonNumber';
import { keyRange, settingText, type Experiment } from './experiment';

/**
 * `pbt/service.py`: a trial is one generation of one member, so that with `maxTrialCount` trials each member is
 * trained for as many generations as that holds populations. Without a probability everything is perturbed.
 */
export function readPopulation({ algorithm, spec, maxTrials }: Experiment): Population | undefined {
  if (algorithm?.known?.service !== 'pbt') return undefined;
  const place = algorithm.name.range;
  const stated = (name: string): Stated | undefined => {
    const text = settingText(algorithm.settings, name);
    const value = text && pythonFloat(text.text);
    return text && value !== undefined ? { value, range: text.range } : undefined;
  };
  const size = stated('n_population');
  const generations = maxTrials && size && Math.floor(maxTrials.value / size.value);
  return {
    name: algorithm.name.text,
    size,
    maxResource:
      maxTrials && generations && generations >= 1
        ? { value: generations, range: maxTrials.range }
        : undefined,
    interval: { value: 1, range: place },
    quantile: stated('truncation_threshold'),
    resampleProbability: stated('resample_probability') ?? { value: 0, range: place },
    factors: [1.2, 0.8],
    isSynchronous: true,
    range: keyRange(spec, 'algorithm') ?? place,
  };
}
