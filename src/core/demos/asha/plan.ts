import * as l10n from '@vscode/l10n';
import { asynchronousHalving } from '../../fidelity/asynchronousHalving';
import { earlyStopping } from '../../fidelity/earlyStopping';
import { rungs } from '../../fidelity/rungs';
import type { ConfigurationSource, Scheduler } from '../../fidelity/scheduler';
import type { CurveFamily } from '../../objectives/learningCurve';
import type { OptionValue } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { curveControls, curveOptions } from '../curveControls';
import type { Control } from '../demo';
import { policiesOf, reportsOf, usualPolicy, type Policy } from './policies';
import { configurationsControl, rungControls, rungOptions, workersControl } from '../scheduleControls';

export interface AshaPlan {
  readonly configurations: number;
  /** The rungs. */
  readonly resources: readonly number[];
  /** Where the asynchronous scheduler looks at trials: the rungs, or every few units. */
  readonly reports: readonly number[];
  readonly minResource: number;
  readonly maxResource: number;
  readonly reductionFactor: number;
  readonly workers: number;
  /** The share of jobs that straggle, and whether workers crash. */
  readonly stragglers: number;
  readonly crashes: boolean;
  /** Whether asynchronous workers begin new configurations for as long as synchronous halving takes. */
  readonly endless: boolean;
  readonly curves: CurveFamily;
  readonly correlation: number;
  readonly policy: Policy;
}

export function ashaControls(space: SearchSpace): Control[] {
  return [
    configurationsControl(space),
    ...rungControls(space),
    workersControl(space, 64),
    {
      kind: 'choice',
      id: 'policy',
      label: l10n.t('Scheduler'),
      choices: policiesOf(space).map(({ id, label }) => ({ value: id, label: label() })),
      value: usualPolicy(space),
    },
    {
      kind: 'number',
      id: 'stragglers',
      label: l10n.t('Share of jobs that straggle'),
      min: 0,
      max: 0.5,
      step: 0.05,
      value: 0.15,
    },
    { kind: 'flag', id: 'crashes', label: l10n.t('Workers crash'), value: false },
    {
      kind: 'flag',
      id: 'endless',
      label: l10n.t('Go on with new configurations until synchronous halving is done'),
      value: space.budget.trials === undefined,
    },
    ...curveControls(),
  ];
}

/** @throws DemoError when the two resources are the wrong way round. */
export function ashaPlan(space: SearchSpace, options: Readonly<Record<string, OptionValue>>): AshaPlan {
  const numbers = rungOptions(options);
  const known = policiesOf(space);
  const policy = known.find(({ id }) => id === options['policy']) ?? known[0];
  if (!policy) throw new Error('There is always promotion.');
  const resources = rungs(numbers);
  return {
    configurations: Number(options['configurations']),
    resources,
    reports: policy.isCurve ? reportsOf(space, numbers.maxResource) : resources,
    ...numbers,
    workers: Number(options['workers']),
    stragglers: Number(options['stragglers']),
    crashes: options['crashes'] === true,
    endless: options['endless'] === true,
    ...curveOptions(options),
    policy,
  };
}

export function asynchronousScheduler(plan: AshaPlan, source: ConfigurationSource): Scheduler {
  const { resources, reports, reductionFactor, policy } = plan;
  return policy.rule
    ? earlyStopping({ resources: reports, rule: policy.rule(reductionFactor, reports[0] ?? 1), source })
    : asynchronousHalving({ resources, reductionFactor, source });
}
