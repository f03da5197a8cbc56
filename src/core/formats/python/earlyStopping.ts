import type { EarlyStopping } from '../../space/searchSpace';
import type { Call } from './call';

/** How a scheduler or pruner calls the numbers that all of them have. */
export interface EarlyStoppingNames {
  readonly family: EarlyStopping['family'];
  readonly min?: string;
  readonly max?: string;
  readonly factor?: string;
  readonly percentage?: string;
  readonly startupTrials?: string;
  readonly interval?: string;
  readonly patience?: string;
  readonly tolerance?: string;
}

export function earlyStoppingOf(call: Call, names: EarlyStoppingNames): EarlyStopping {
  const stated = (name: string | undefined) => (name === undefined ? undefined : call.number(name));
  return {
    name: call.signature.name,
    family: names.family,
    minResource: stated(names.min),
    maxResource: stated(names.max),
    reductionFactor: stated(names.factor),
    percentage: stated(names.percentage),
    startupTrials: stated(names.startupTrials),
    interval: stated(names.interval),
    patience: stated(names.patience),
    tolerance: stated(names.tolerance),
    range: call.expression.callee.range,
  };
}
