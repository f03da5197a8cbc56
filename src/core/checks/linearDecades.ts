import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { cumulativeBelow, isNumeric } from '../space/cumulative';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { gridTriesEveryLevel } from './applicability';
import type { Check } from './check';
import { logScaleAdvice } from './logScaleAdvice';
import { hasLinearName, hasLogarithmicName } from './parameterNames';

/** A uniform draw over decades: nearly all of it lands in the last one. */
export const linearDecades: Check = {
  code: 'linear-decades',
  severity: 'warning',
  get title() {
    return l10n.t('Linear scale over decades');
  },
  notApplicable: gridTriesEveryLevel,
  run: (space, text) => {
    if (gridTriesEveryLevel(space) !== undefined) return [];
    return space.parameters.flatMap(parameter => {
      const { domain } = parameter;
      if (domain === undefined || !isNumeric(domain) || choosesScale(space, parameter)) return [];
      if (domain.scale !== 'linear' || domain.prior.kind !== 'uniform' || !(domain.low > 0)) return [];
      const ratio = domain.high / domain.low;
      if (!(ratio >= 100) || (domain.high <= 1 && hasLinearName(parameter.name))) return [];
      const named = hasLogarithmicName(parameter.name);
      const middle = Math.sqrt(domain.low) * Math.sqrt(domain.high);
      const below = cumulativeBelow(domain, middle);
      const [above, under] = percentages(below);
      const advice = logScaleAdvice(space, parameter, text);
      const message = l10n.t(
        'Uniform over {0} decades: {1} of draws land above {2}, {3} below. {4}',
        formatNumber(Number(Math.log10(ratio).toPrecision(2))),
        above,
        formatNumber(middle),
        under,
        advice.sentence,
      );
      return [
        finding(linearDecades, parameter.tokens.name, message, {
          parameter: parameter.name,
          severity: named || ratio >= 1000 ? 'warning' : 'information',
          fixes: advice.fixes.map(fix => ({ ...fix, safe: fix.safe && named })),
        }),
      ];
    });
  },
};

/** SageMaker picks the scale of a range that does not name one; its reader says so. */
function choosesScale({ format }: SearchSpace, { declared }: Parameter): boolean {
  return format === 'sagemaker-tuning' && (declared.notation === '' || declared.notation === 'Auto');
}

/** Both shares as percentages, with as many decimals as the smaller one needs. */
function percentages(below: number): readonly [string, string] {
  const smaller = 100 * Math.min(below, 1 - below);
  const decimals = smaller >= 0.95 || smaller === 0 ? 0 : Math.min(6, Math.ceil(-Math.log10(smaller)));
  const format = (share: number): string => l10n.t('{0} %', Number((100 * share).toFixed(decimals)));
  return [format(1 - below), format(below)];
}
