import type { Domain, Prior, Scale, Step } from '../../space/domain';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../space/domains';
import type { Value } from '../../text/scalars';
import type { Service } from './algorithms';
import { settingText, type Algorithm } from './experiment';
import { choiceValue, isNumericType, type ParameterSpec } from './parameterSpec';

/**
 * The distribution the suggestion service of the algorithm draws a parameter from (Katib 0.19,
 * `pkg/suggestion/v1beta1`). Undefined where it draws nothing: it fails on the declaration, never assigns the
 * parameter, or sets it itself.
 */
export function drawnDomain(spec: ParameterSpec, algorithm: Algorithm | undefined): Domain | undefined {
  const service = algorithm?.known?.service ?? 'hyperopt';
  if (service === 'hyperband' && isHyperbandResource(spec, algorithm)) return undefined;
  switch (spec.type) {
    case undefined:
      return undefined;
    case 'categorical':
      return categoricalDomain(values(spec).map(value => ({ value })));
    case 'discrete':
      return ordinalDomain(
        service === 'hyperband' ? nearestToUniform(values(spec)) : values(spec).map(value => ({ value })),
      );
    case 'double':
    case 'int':
      return drawnNumber(spec, service, algorithm);
  }
}

/** Hyperband overwrites this parameter with the resource of the rung. */
export function isHyperbandResource(spec: ParameterSpec, algorithm: Algorithm | undefined): boolean {
  return (
    algorithm?.known?.service === 'hyperband' &&
    settingText(algorithm.settings, 'resource_name')?.text === spec.name
  );
}

function values(spec: ParameterSpec): Value[] {
  return spec.items.map(item => choiceValue(spec.type, item));
}

interface Numbers {
  readonly type: 'float' | 'integer';
  readonly low: number;
  readonly high: number;
  readonly step: number | undefined;
}

function drawnNumber(
  spec: ParameterSpec,
  service: Service,
  algorithm: Algorithm | undefined,
): Domain | undefined {
  const numbers = numbersOf(spec);
  if (!numbers) return undefined;
  const { type, low, high, step } = numbers;
  const isLog = spec.distribution === 'logUniform';
  const isNormal = spec.distribution === 'normal' || spec.distribution === 'logNormal';
  switch (service) {
    case 'hyperopt':
    case 'nas':
      return byHyperopt(spec, numbers);
    case 'optuna':
      if (isNormal) return undefined;
      if (!isLog) return numericDomain({ type, low, high, step: fromLow(step) });
      return numericDomain({ type, low: Math.max(type === 'integer' ? 1 : 1e-10, low), high, scale: 'log' });
    case 'optunaGrid':
      if (isNormal || (type === 'float' && step === undefined)) return undefined;
      return numericDomain({ type, low, high, step: fromLow(step ?? 1) });
    case 'skopt':
      if (type === 'float') return numericDomain({ type, low, high, scale: 'log' });
      return numericDomain({ type, low, high, step: isGaussian(algorithm) ? roundedWithin(1) : undefined });
    case 'goptuna':
      return numericDomain({ type, low, high, step: fromLow(step) });
    case 'hyperband':
      return numericDomain({ type, low, high, step: type === 'integer' ? roundedWithin(1) : undefined });
    case 'pbt':
      return byPopulation(numbers);
  }
}

function numbersOf({ type, min, max, step }: ParameterSpec): Numbers | undefined {
  if (!isNumericType(type) || min?.value === undefined || max?.value === undefined) return undefined;
  if (step && step.value === undefined) return undefined;
  const numbers = [min.value, max.value, step?.value ?? 1];
  if (type === 'int' && !numbers.every(Number.isInteger)) return undefined;
  return { type: type === 'int' ? 'integer' : 'float', low: min.value, high: max.value, step: step?.value };
}

/**
 * `hyperopt/base_service.py`: an int has a step of 1, every step rounds to its multiples, and the bounds of a
 * normal stand three standard deviations from its mean without cutting it.
 */
function byHyperopt({ distribution }: ParameterSpec, { type, low, high, step }: Numbers): Domain | undefined {
  const size = step ?? (type === 'integer' ? 1 : undefined);
  const rounded: Step | undefined = size === undefined ? undefined : { size, origin: 'zero', clamp: false };
  const bounded = (scale: Scale): Domain | undefined =>
    numericDomain({ type, low, high, scale, step: rounded });
  switch (distribution) {
    case undefined:
      return undefined;
    case 'uniform':
      return bounded('linear');
    case 'logUniform':
      return bounded('log');
    case 'normal':
      return low > high
        ? undefined
        : numericDomain({ type, low: -Infinity, high: Infinity, prior: within(low, high), step: rounded });
    case 'logNormal': {
      if (!(low > 0) || low > high) return undefined;
      const prior = within(Math.log(low), Math.log(high));
      return numericDomain({ type, low: 0, high: Infinity, scale: 'log', prior, step: rounded });
    }
  }
}

function within(low: number, high: number): Prior {
  return { kind: 'normal', mean: low / 2 + high / 2, standardDeviation: (high - low) / 6 };
}

/** `pbt/service.py`: one of `arange(min, max + step/2, step)`, whose last value may lie beyond the maximum. */
function byPopulation({ type, low, high, step = type === 'integer' ? 1 : NaN }: Numbers): Domain | undefined {
  const count = Math.ceil((high + step / 2 - low) / step);
  return count > 0
    ? numericDomain({ type, low, high: low + (count - 1) * step, step: fromLow(step) })
    : undefined;
}

function fromLow(size: number | undefined): Step | undefined {
  return size === undefined ? undefined : { size, origin: 'low', clamp: true };
}

function roundedWithin(size: number): Step {
  return { size, origin: 'zero', clamp: true };
}

/** skopt normalises the space for a Gaussian process, and then rounds integers, which halves the end values. */
function isGaussian(algorithm: Algorithm | undefined): boolean {
  return (settingText(algorithm?.settings ?? [], 'base_estimator')?.text ?? 'GP') === 'GP';
}

/** `hyperband/parsing_util.py`: the listed value nearest to a uniform draw between the smallest and the largest. */
function nearestToUniform(values: readonly Value[]): { value: Value; weight: number }[] {
  const numbers = [...new Set(values)].filter(value => typeof value === 'number').sort((a, b) => a - b);
  if (numbers.length < 2) return numbers.map(value => ({ value, weight: 1 }));
  return numbers.map((value, i) => {
    const from = i === 0 ? value : (value + (numbers[i - 1] ?? value)) / 2;
    const to = i === numbers.length - 1 ? value : (value + (numbers[i + 1] ?? value)) / 2;
    return { value, weight: to - from };
  });
}
