import * as l10n from '@vscode/l10n';
import {
  banditRule,
  from,
  katibMedianRule,
  medianRule,
  nniMedianRule,
  patientRule,
  percentileRule,
  truncationRule,
} from '../../fidelity/curveRules';
import {
  optunaRule,
  rayRule,
  syneTuneRule,
  wandbRule,
  type StoppingRule,
} from '../../fidelity/stoppingRules';
import type { EarlyStopping, SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';

/** How trials are stopped or promoted without waiting. */
export interface Policy {
  readonly id: string;
  label(): string;
  /**
   * Absent for promotion.
   * @param step how many units lie between two reports.
   */
  readonly rule?: ((reductionFactor: number, step: number) => StoppingRule) | undefined;
  /** Whether it looks at the whole curve every few units rather than at the rungs alone. */
  readonly isCurve?: true | undefined;
}

const usual: readonly Policy[] = [
  { id: 'promotion', label: () => l10n.t('ASHA, promotion (paper, Syne Tune)') },
  { id: 'ray', label: () => l10n.t('ASHAScheduler, stopping (Ray)'), rule: rayRule },
  { id: 'optuna', label: () => l10n.t('SuccessiveHalvingPruner (Optuna)'), rule: optunaRule },
  { id: 'syneTune', label: () => l10n.t('ASHA, stopping (Syne Tune)'), rule: syneTuneRule },
  { id: 'wandb', label: () => l10n.t('hyperband (W&B)'), rule: wandbRule },
  // `asha_stopping.go` compares as Optuna does.
  { id: 'determined', label: () => l10n.t('adaptive_asha (Determined)'), rule: optunaRule },
  { id: 'median', label: () => l10n.t('Median stopping'), rule: () => medianRule, isCurve: true },
];

/** The usual ones, and the file's own where it has a rule of its own. */
export function policiesOf(space: SearchSpace): readonly Policy[] {
  const stopping = space.budget.earlyStopping;
  const rule = stopping && statedRule(space.format, stopping);
  if (!stopping || !rule) return usual;
  return [
    ...usual,
    { id: 'stated', label: () => l10n.t('{0} of the file', stopping.name), rule, isCurve: true },
  ];
}

/** With the defaults of the tools; undefined for what has no rule of its own or cannot be played. */
function statedRule(format: SearchSpace['format'], stopping: EarlyStopping): Policy['rule'] {
  const { family, slackFactor, slackAmount, percentage, minResource, startupTrials } = stopping;
  const least = minResource?.value ?? 0;
  switch (family) {
    case 'truncation':
      return percentage && (() => from(least, truncationRule(percentage.value)));
    case 'bandit': {
      const slack = slackFactor
        ? { factor: slackFactor.value }
        : slackAmount && { amount: slackAmount.value };
      return slack && (() => from(least, banditRule(slack)));
    }
    case 'percentile':
    case 'medianStopping':
      if (format === 'katib-experiment') {
        const start = minResource?.value ?? 4;
        return (_, step) => katibMedianRule(Math.max(1, Math.round(start / step)), startupTrials?.value ?? 3);
      }
      if (format === 'nni-experiment') return () => from(least, nniMedianRule);
      if (format === 'optuna-python') {
        // Steps begin at 0, and the warm-up is over with the step of that number.
        return () => from(least + 1, percentileRule(percentage?.value ?? 50, startupTrials?.value ?? 5));
      }
      return minResource && (() => from(least, medianRule));
    case 'patience': {
      const { patience, tolerance, wrapped } = stopping;
      const inner = wrapped && statedRule(format, wrapped);
      if (!patience || (wrapped && !inner)) return undefined;
      return (eta, step) =>
        patientRule(
          Math.max(0, Math.round(patience.value / step)),
          tolerance?.value ?? 0,
          inner?.(eta, step),
        );
    }
    case 'hyperband':
    case 'other':
      return undefined;
  }
}

export function usualPolicy(space: SearchSpace): string {
  const stopping = space.budget.earlyStopping;
  if (policiesOf(space).some(({ id }) => id === 'stated')) return 'stated';
  if (stopping?.family === 'medianStopping') return 'median';
  if (stopping?.family !== 'hyperband') return 'promotion';
  const { format } = space;
  if (format === 'optuna-python') return 'optuna';
  if (format === 'determined') return 'determined';
  if (format === 'wandb-sweep' || format === 'wandb-python') return 'wandb';
  return /^(?:ASHA|AsyncHyperBand)/.test(stopping.name) ? 'ray' : 'promotion';
}

/** More reports than this are drawn as one smear. */
const mostReports = 27;

/** Where a rule looks at trials that sees curves: as often as the file says, or every few units. */
export function reportsOf({ budget }: SearchSpace, maxResource: number): number[] {
  const interval = Math.max(budget.earlyStopping?.interval?.value ?? 1, maxResource / 1e6);
  const step = interval * Math.max(1, Math.ceil(maxResource / interval / mostReports - 1e-9));
  const count = Math.ceil(maxResource / step - 1e-9);
  return Array.from({ length: count }, (_, k) => Math.min(maxResource, (k + 1) * step));
}

/** What the file asks for and how it is played, or why it cannot be. */
export function policyNote(space: SearchSpace, policy: Policy, reports: readonly number[]): string {
  const stopping = space.budget.earlyStopping;
  const reason = stopping && unplayable(stopping);
  if (stopping && reason !== undefined) {
    return l10n.t(
      '{0} of the file cannot be played here: {1} Played is {2}.',
      stopping.name,
      reason,
      policy.label(),
    );
  }
  if (!policy.isCurve) return '';
  return l10n.t('Trials report every {0} units, where the rule is asked.', formatNumber(reports[0] ?? 1));
}

function unplayable({ name, family, wrapped }: EarlyStopping): string | undefined {
  if (family === 'patience') {
    return wrapped?.family === 'hyperband'
      ? l10n.t('the rule it wraps looks at rungs alone.')
      : wrapped && unplayable(wrapped);
  }
  switch (name) {
    case 'ThresholdPruner':
      return l10n.t('its bounds are in the units of your metric, which simulated losses do not have.');
    case 'WilcoxonPruner':
      return l10n.t('it compares trials fold by fold, and simulated training has no folds.');
    case 'PopulationBasedTraining':
    case 'PB2':
      return l10n.t('it stops nobody; population-based training has a demonstration of its own.');
    default:
      break;
  }
  if (family !== 'other') return undefined;
  return /^curvefitting$/i.test(name)
    ? l10n.t('it extrapolates each curve by a dozen fitted models.')
    : l10n.t('how it decides is not published.');
}
