import { evaluate } from '../../python/evaluate';
import type { Routine } from '../../python/routines';
import type { Objective } from '../../space/searchSpace';

/** What an objective function returns, where that has a name: `return accuracy`, `return scores["val_loss"]`. */
export function returnedMetric({
  body,
  environment,
}: Routine): Pick<Objective, 'metric' | 'metricRange'> | undefined {
  const returns = body.filter(({ kind }) => kind === 'return');
  const [only] = returns;
  const value = only?.kind === 'return' ? only.value : undefined;
  if (returns.length !== 1) return undefined;
  if (value?.kind === 'name') return { metric: value.name, metricRange: value.range };
  if (value?.kind === 'attribute') return { metric: value.name, metricRange: value.nameRange };
  const key = value?.kind === 'subscript' ? evaluate({ expression: value.index, environment }) : undefined;
  if (value?.kind !== 'subscript' || typeof key !== 'string') return undefined;
  return { metric: key, metricRange: value.index.range };
}
