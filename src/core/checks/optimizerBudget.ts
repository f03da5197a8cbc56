import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { levelCount } from '../space/distribution';
import { formatNumber } from '../text/formatNumber';
import { statesNoTrials } from './applicability';
import type { Check } from './check';
import { isLearningRate } from './parameterNames';
import { words } from './words';

/**
 * More of Adam's parameters than the budget can tell apart. The thresholds are those of Godbole, Dahl, Gilmer, Shallue
 * and Nado, Deep Learning Tuning Playbook, 2023, "How should Adam's hyperparameters be tuned?": below 10 trials the
 * learning rate only, up to 25 also β₁, more than 25 also ε.
 */
export const optimizerBudget: Check = {
  code: 'optimizer-budget',
  severity: 'warning',
  get title() {
    return l10n.t('More optimizer parameters than trials for them');
  },
  notApplicable: space =>
    searched(space).some(({ role }) => role !== 'rate')
      ? statesNoTrials(space)
      : l10n.t('The space searches neither β nor ε of Adam.'),
  run: space => {
    const { trials } = space.budget;
    if (trials === undefined || !(trials.value >= 1)) return [];
    const all = searched(space);
    const allowed: readonly Role[] =
      trials.value < 10 ? ['rate'] : trials.value <= 25 ? ['rate', 'beta1'] : [];
    const tooMany = all.filter(({ role }) => !allowed.includes(role));
    if (allowed.length === 0 || tooMany.length === 0) return [];
    const names = tooMany.map(({ parameter }) => `\`${parameter.name}\``).join(', ');
    const message =
      trials.value < 10
        ? l10n.t(
            '{0} trials are too few to search {1} beside the learning rate; keep the defaults of Adam and search the learning rate only.',
            formatNumber(trials.value),
            names,
          )
        : l10n.t(
            '{0} trials are too few to search {1}; below 26, search the learning rate and at most β₁ of Adam.',
            formatNumber(trials.value),
            names,
          );
    const [first] = tooMany;
    return first === undefined
      ? []
      : [finding(optimizerBudget, first.parameter.tokens.name, message, { parameter: first.parameter.name })];
  },
};

type Role = 'rate' | 'beta1' | 'beta2' | 'epsilon';

function searched({ parameters }: SearchSpace): { readonly parameter: Parameter; readonly role: Role }[] {
  return parameters.flatMap(parameter => {
    const varies = parameter.domain !== undefined && levelCount(parameter.domain) > 1;
    const role = roleOf(parameter.name);
    return varies && role !== undefined ? [{ parameter, role }] : [];
  });
}

function roleOf(name: string): Role | undefined {
  if (/beta_?1$/i.test(name)) return 'beta1';
  if (/beta_?2$/i.test(name)) return 'beta2';
  if (isLearningRate(name)) return 'rate';
  const parts = words(name);
  const isAdam = parts.has('adam') || parts.has('adamw') || parts.has('optimizer');
  return isAdam && (parts.has('eps') || parts.has('epsilon')) ? 'epsilon' : undefined;
}
