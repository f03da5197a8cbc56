import * as l10n from '@vscode/l10n';
import { replaceToken } from '../../../text/edits/token';
import { finding, type Finding, type Fix } from '../../../finding';
import { formatNumber } from '../../../text/formatNumber';
import type { Service } from '../algorithms';
import { isHyperbandResource } from '../drawn';
import type { Algorithm, Experiment } from '../experiment';
import { isNumericType, type Bound, type Distribution, type ParameterSpec } from '../parameterSpec';
import {
  alwaysLogarithmic,
  hyperbandResource,
  missingStep,
  unclippedNormal,
  unsupportedDistribution,
  withoutEffect,
} from '../rules';

/** Where a declaration and what the algorithm's service makes of it part ways. */
export function checkDraws({ algorithm, parameters, text }: Experiment): Finding[] {
  if (!algorithm?.known) return [];
  const { service } = algorithm.known;
  return parameters.flatMap(parameter => {
    if (isHyperbandResource(parameter, algorithm)) return [setByHyperband(parameter)];
    if (!isNumericType(parameter.type)) return [];
    return [
      ...checkDistribution(parameter, algorithm, service),
      ...checkStep(parameter, algorithm, service),
      ...(service === 'skopt' ? checkPositive(parameter, algorithm, text) : []),
    ];
  });
}

type Use = 'used' | 'ignored' | 'unsupported';

function useOf(distribution: Distribution, service: Service, type: 'double' | 'int'): Use {
  const isNormal = distribution === 'normal' || distribution === 'logNormal';
  switch (service) {
    case 'hyperopt':
    case 'nas':
      return 'used';
    case 'optuna':
      return isNormal ? 'unsupported' : 'used';
    case 'optunaGrid':
      return isNormal ? 'unsupported' : distribution === 'uniform' ? 'used' : 'ignored';
    case 'skopt':
      return distribution === (type === 'double' ? 'logUniform' : 'uniform') ? 'used' : 'ignored';
    case 'goptuna':
    case 'hyperband':
    case 'pbt':
      return distribution === 'uniform' ? 'used' : 'ignored';
  }
}

function checkDistribution(parameter: ParameterSpec, { name }: Algorithm, service: Service): Finding[] {
  const { distribution, distributionText, type } = parameter;
  if (!distributionText || !distribution || !isNumericType(type)) return [];
  switch (useOf(distribution, service, type)) {
    case 'used':
      return distribution === 'normal' || distribution === 'logNormal' ? checkClipping(parameter) : [];
    case 'unsupported': {
      const message = l10n.t(
        '{0} cannot draw `{1}`, so `{2}` would get no value; use uniform, logUniform, or the algorithm tpe.',
        name.text,
        distribution,
        parameter.name,
      );
      return [
        finding(unsupportedDistribution, distributionText.range, message, { parameter: parameter.name }),
      ];
    }
    case 'ignored': {
      const message =
        service === 'skopt' && type === 'double'
          ? l10n.t(
              '{0} ignores `{1}`: Katib 0.19 draws its doubles log-uniformly whatever they say; use tpe to have it honoured.',
              name.text,
              distribution,
            )
          : l10n.t(
              '{0} ignores `{1}` and spreads its trials evenly between the bounds; use tpe to have it honoured.',
              name.text,
              distribution,
            );
      return [finding(withoutEffect, distributionText.range, message, { parameter: parameter.name })];
    }
  }
}

/** Three standard deviations reach the bounds, and 0.27 % of a normal lies beyond. */
function checkClipping({ name, distribution, distributionText, min, max }: ParameterSpec): Finding[] {
  if (!distributionText || min?.value === undefined || max?.value === undefined || min.value >= max.value) {
    return [];
  }
  const message = l10n.t(
    'Katib puts the bounds of a {0} three standard deviations from its centre and does not cut there: 0.27 % of draws fall outside {1} … {2}.',
    distribution ?? '',
    formatNumber(min.value),
    formatNumber(max.value),
  );
  return [finding(unclippedNormal, distributionText.range, message, { parameter: name })];
}

function checkStep(parameter: ParameterSpec, { name }: Algorithm, service: Service): Finding[] {
  const { step, type, feasibleSpaceKey, node } = parameter;
  if (type === 'double' && !step && (service === 'optunaGrid' || service === 'pbt')) {
    const message = l10n.t(
      '{0} needs a `step` for `{1}`, since it tries listed values only; add one.',
      name.text,
      parameter.name,
    );
    return [finding(missingStep, feasibleSpaceKey ?? node.range, message, { parameter: parameter.name })];
  }
  if (!step || !ignoresStep(service, parameter, step)) return [];
  const message = l10n.t(
    '{0} ignores the step of `{1}`; remove it, or use random or tpe.',
    name.text,
    parameter.name,
  );
  return [finding(withoutEffect, step.range, message, { parameter: parameter.name })];
}

function ignoresStep(service: Service, { type, distribution }: ParameterSpec, { value }: Bound): boolean {
  if (type === 'int' && value === 1) return false;
  return (
    service === 'skopt' || service === 'hyperband' || (service === 'optuna' && distribution === 'logUniform')
  );
}

function checkPositive(parameter: ParameterSpec, algorithm: Algorithm, text: string): Finding[] {
  const { name, type, min, distribution } = parameter;
  if (type !== 'double' || min?.value === undefined || min.value > 0 || distribution === 'logUniform') {
    return [];
  }
  const message = l10n.t(
    '{0} in Katib 0.19 draws every double log-uniformly, which fails from {1}; use tpe, or start above 0.',
    algorithm.name.text,
    formatNumber(min.value),
  );
  return [
    finding(alwaysLogarithmic, min.range, message, { parameter: name, fixes: useTpe(algorithm, text) }),
  ];
}

/** Only where no setting of the old algorithm would be left behind. */
function useTpe({ name, settings }: Algorithm, text: string): Fix[] {
  if (settings.some(setting => setting.name.text !== 'random_state')) return [];
  return [{ title: l10n.t('Use tpe'), edits: [replaceToken(text, name.range, 'tpe')], safe: false }];
}

function setByHyperband({ name, nameText, node }: ParameterSpec): Finding {
  const message = l10n.t(
    'Hyperband sets `{0}` itself, to the resource of each rung, and ignores its feasible space.',
    name,
  );
  return finding(hyperbandResource, nameText?.range ?? node.range, message, { parameter: name });
}
