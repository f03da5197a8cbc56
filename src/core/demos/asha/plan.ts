import * as l10n from '@vscode/l10n';
import { asynchronousHalving } from '../../fidelity/asynchronousHalving';
import { earlyStopping } from '../../fidelity/earlyStopping';
import { rungs } from '../../fidelity/rungs';
import type { ConfigurationSource, Scheduler } from '../../fidelity/scheduler';
import {
  banditRule,
  medianRule,
  optunaRule,
  rayRule,
  syneTuneRule,
  truncationRule,
  type StoppingRule,
} from '../../fidelity/stoppingRules';
import type { CurveFamily } from '../../objectives/learningCurve';
import type { OptionValue } from '../../report/report';
import type { EarlyStopping, SearchSpace } from '../../space/searchSpace';
import { curveControls, curveOptions } from '../curveControls';
import type { Control } from '../demo';
import { configurationsControl, rungControls, rungOptions, workersControl } from '../scheduleControls';

export interface AshaPlan {
  readonly configurations: number;
  readonly resources: readonly number[];
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

/** How trials are stopped or promoted without waiting. */
export interface Policy {
  readonly id: string;
  label(): string;
  /** Absent for promotion. */
  readonly rule?: ((reductionFactor: number) => StoppingRule) | undefined;
}

const policies: readonly Policy[] = [
  { id: 'promotion', label: () => l10n.t('ASHA, promotion (paper, Syne Tune)') },
  { id: 'ray', label: () => l10n.t('ASHAScheduler, stopping (Ray)'), rule: rayRule },
  { id: 'optuna', label: () => l10n.t('SuccessiveHalvingPruner (Optuna)'), rule: optunaRule },
  { id: 'syneTune', label: () => l10n.t('ASHA, stopping (Syne Tune)'), rule: syneTuneRule },
  { id: 'median', label: () => l10n.t('Median stopping'), rule: () => medianRule },
];

/** The usual ones, and the file's own where it has numbers of its own. */
function policiesOf({ budget }: SearchSpace): readonly Policy[] {
  const stopping = budget.earlyStopping;
  const rule = stopping && statedRule(stopping);
  return stopping && rule
    ? [...policies, { id: 'stated', label: () => l10n.t('{0} of the file', stopping.name), rule: () => rule }]
    : policies;
}

function statedRule({
  family,
  slackFactor,
  slackAmount,
  percentage,
}: EarlyStopping): StoppingRule | undefined {
  if (family === 'truncation' && percentage) return truncationRule(percentage.value);
  if (family !== 'bandit') return undefined;
  if (slackFactor) return banditRule({ factor: slackFactor.value });
  return slackAmount && banditRule({ amount: slackAmount.value });
}

function usualPolicy(space: SearchSpace): string {
  const stopping = space.budget.earlyStopping;
  if (stopping?.family === 'medianStopping') return 'median';
  if (policiesOf(space).some(({ id }) => id === 'stated')) return 'stated';
  if (stopping?.family !== 'hyperband') return 'promotion';
  if (/^(?:ASHA|AsyncHyperBand)/.test(stopping.name)) return 'ray';
  return space.format === 'optuna-python' ? 'optuna' : 'promotion';
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
  return {
    configurations: Number(options['configurations']),
    resources: rungs(numbers),
    ...numbers,
    workers: Number(options['workers']),
    stragglers: Number(options['stragglers']),
    crashes: options['crashes'] === true,
    endless: options['endless'] === true,
    ...curveOptions(options),
    policy: policiesOf(space).find(({ id }) => id === options['policy']) ?? (policies[0] as Policy),
  };
}

export function asynchronousScheduler(plan: AshaPlan, source: ConfigurationSource): Scheduler {
  const { resources, reductionFactor, policy } = plan;
  return policy.rule
    ? earlyStopping({ resources, rule: policy.rule(reductionFactor), source })
    : asynchronousHalving({ resources, reductionFactor, source });
}
