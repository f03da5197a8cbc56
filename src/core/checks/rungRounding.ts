import * as l10n from '@vscode/l10n';
import { promotions, promotionsByLogarithm } from '../fidelity/promotions';
import { statedSchedule, type StatedSchedule } from '../fidelity/statedSchedule';
import { finding } from '../finding';
import { roundedLog } from '../numeric/roundedLog';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';
import { setNumber } from './setNumber';

/** The formats and schedulers whose tools divide logarithms and cut off; the others multiply, or round. */
const dividers: readonly { readonly format: string; readonly scheduler: RegExp; readonly tool: string }[] = [
  { format: 'katib-experiment', scheduler: /^hyperband$/, tool: 'Katib' },
  { format: 'polyaxon', scheduler: /^hyperband$/, tool: 'Polyaxon' },
  { format: 'ray-python', scheduler: /^(?:ASHAScheduler|AsyncHyperBandScheduler)$/, tool: 'Ray' },
  { format: 'optuna-python', scheduler: /^HyperbandPruner$/, tool: 'Optuna' },
];

/** A schedule whose last rung is lost to the rounding of a logarithm. */
export const rungRounding: Check = {
  code: 'rung-rounding',
  severity: 'warning',
  get title() {
    return l10n.t('Rung lost to rounding');
  },
  notApplicable: cannotLose,
  run: (space, text) => {
    const schedule = statedSchedule(space);
    const tool = toolOf(space);
    const at = schedule?.stopping.maxResource;
    if (schedule === undefined || tool === undefined || at === undefined || !isSound(schedule)) return [];
    const { minResource, maxResource, reductionFactor } = schedule;
    const ratio = maxResource / minResource;
    const right = promotions(ratio, reductionFactor);
    const counted = promotionsByLogarithm(ratio, reductionFactor);
    if (counted >= right) return [];
    const message = l10n.t(
      '{0} takes {1} for {2}^{3}, since log({1}) / log({2}) is {4} in floating point, so one rung is lost; give it a little more.',
      tool,
      formatNumber(ratio),
      formatNumber(reductionFactor),
      formatNumber(counted),
      String(roundedLog(ratio) / roundedLog(reductionFactor)),
    );
    const enough = maxResource + 1;
    const isEnough =
      Number.isInteger(maxResource) && promotionsByLogarithm(enough / minResource, reductionFactor) === right;
    const fixes = isEnough ? setNumber(text, space.dialect, at, enough) : [];
    return [finding(rungRounding, at.range, message, { fixes })];
  },
};

function toolOf({ format, budget }: SearchSpace): string | undefined {
  const name = budget.earlyStopping?.name ?? '';
  return dividers.find(divider => divider.format === format && divider.scheduler.test(name))?.tool;
}

function cannotLose(space: SearchSpace): string | undefined {
  if (toolOf(space) === undefined) return l10n.t('No scheduler is used that counts rungs by logarithms.');
  return statedSchedule(space) === undefined ? l10n.t('The file states no most resource.') : undefined;
}

function isSound({ minResource, maxResource, reductionFactor }: StatedSchedule): boolean {
  return minResource > 0 && maxResource >= minResource && Number.isFinite(maxResource) && reductionFactor > 1;
}
