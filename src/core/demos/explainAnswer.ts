import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../report/report';
import { varyingParameters } from '../sampling/configurations';
import { configurationCount } from '../space/configurationCount';
import { isContinuous, levelCount } from '../space/distribution';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';

/** "9 parameters, 2 of them conditional; a grid of 40 points, of which 20 trials cover 50 %; 3 problems." */
export function explainAnswer(space: SearchSpace, checks: readonly CheckResult[]): string {
  const parts = [parametersText(space), gridText(space), endText(space), problemsText(checks)];
  return l10n.t('{0}.', parts.filter(part => part !== '').join('; '));
}

function parametersText(space: SearchSpace): string {
  const count = space.parameters.length;
  const conditional = space.parameters.filter(({ condition }) => condition !== undefined).length;
  const fixed = count - varyingParameters(space).length;
  const total = count === 1 ? l10n.t('1 parameter') : l10n.t('{0} parameters', formatNumber(count));
  const details = [
    conditional > 0 ? l10n.t('{0} of them conditional', formatNumber(conditional)) : '',
    fixed > 0 ? l10n.t('{0} fixed', formatNumber(fixed)) : '',
  ];
  return [total, ...details.filter(detail => detail !== '')].join(', ');
}

/** What a grid would be, and what the budget covers of the space. */
function gridText(space: SearchSpace): string {
  const points = configurationCount(space);
  const trials = space.budget.trials?.value;
  if (varyingParameters(space).length === 0) return '';
  if (points === undefined) return trials === undefined ? '' : l10n.t('{0} trials', formatNumber(trials));
  if (!Number.isFinite(points)) return continuousText(space, trials);
  if (trials === undefined) return l10n.t('a grid of {0} points', formatNumber(points));
  const share = formatNumber(Number(Math.min(100, (100 * trials) / points).toPrecision(2)));
  return l10n.t(
    'a grid of {0} points, of which {1} trials cover at most {2} %',
    formatNumber(points),
    formatNumber(trials),
    share,
  );
}

const levels = 5;

function continuousText(space: SearchSpace, trials: number | undefined): string {
  const varying = varyingParameters(space);
  const unlisted = varying.filter(
    ({ domain }) => isContinuous(domain) || !Number.isFinite(levelCount(domain)),
  );
  const isFlat = space.parameters.every(({ condition }) => condition === undefined);
  const size = varying.reduce(
    (product, { domain }) =>
      product * (unlisted.some(one => one.domain === domain) ? levels : levelCount(domain)),
    1,
  );
  const grid = isFlat ? flatGrid(unlisted.length, size) : nestedGrid(unlisted.length);
  if (trials === undefined || !(trials >= 1)) return grid;
  // 1 − (1 − q)^n = 0.95 for the best share q.
  const best = 100 * (1 - 0.05 ** (1 / trials));
  return l10n.t(
    '{0}; {1} random trials would have one in the best {2} % with 95 % probability',
    grid,
    formatNumber(trials),
    formatNumber(Number(best.toPrecision(2))),
  );
}

function flatGrid(continuous: number, points: number): string {
  return continuous === 1
    ? l10n.t(
        'a grid with {0} levels for the continuous one would have {1} points',
        formatNumber(levels),
        formatNumber(points),
      )
    : l10n.t(
        'a grid with {0} levels for each of the {1} continuous ones would have {2} points',
        formatNumber(levels),
        formatNumber(continuous),
        formatNumber(points),
      );
}

function nestedGrid(continuous: number): string {
  return continuous === 1
    ? l10n.t('1 of them continuous, so a grid has to choose its levels')
    : l10n.t('{0} of them continuous, so a grid has to choose their levels', formatNumber(continuous));
}

/** W&B alone has no number of trials by default: agents go on asking. */
function endText({ format, method, budget }: SearchSpace): string {
  if (format !== 'wandb-sweep' || method === undefined || method.family === 'grid') return '';
  return budget.trials === undefined ? l10n.t('no `run_cap` ends the search') : '';
}

function problemsText(checks: readonly CheckResult[]): string {
  const count = (...statuses: CheckResult['status'][]): number =>
    checks.filter(({ status }) => statuses.includes(status)).length;
  const [problems, hints] = [count('FAIL', 'WARN'), count('INFO')];
  const found =
    problems === 0
      ? l10n.t('no problems')
      : problems === 1
        ? l10n.t('1 problem')
        : l10n.t('{0} problems', formatNumber(problems));
  if (hints === 0) return found;
  return hints === 1
    ? l10n.t('{0} and 1 remark', found)
    : l10n.t('{0} and {1} remarks', found, formatNumber(hints));
}
