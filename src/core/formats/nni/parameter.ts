import type { Declared, DeclaredChoice, Domain } from '../../space/domain';
import { categoricalDomain, numericDomain } from '../../space/domains';
import type { Parameter, ParameterTokens } from '../../space/searchSpace';
import { nodeValue, type Dialect } from '../../text/scalars';
import { child } from '../../text/source';
import { numbersOf } from './numbers';
import { arity, isLogarithmic, isNormal, isQuantised, type NniType } from './types';
import { branchesOf, branchName, type Variable } from './variable';

export function asParameter(variable: Variable, dialect: Dialect): Parameter {
  const { name, parent } = variable;
  return {
    name,
    declared: declared(variable, dialect),
    domain: drawnDomain(variable, dialect),
    condition: parent && { kind: 'in', parent: parent.name, values: [parent.choice] },
    tokens: tokens(variable),
  };
}

/**
 * What `deformat_parameters` makes of a random draw (`nni/common/hpo_utils/formatting.py`): integers below the upper
 * bound, `round(x / q) * q` cut at the bounds of a uniform, e to the power of x for the logarithmic types.
 */
function drawnDomain(variable: Variable, dialect: Dialect): Domain | undefined {
  const { type } = variable;
  if (type === undefined) return undefined;
  if (type === 'choice') return categoricalDomain(choices(variable, dialect) ?? []);
  const numbers = numbersOf(variable, dialect);
  const [first, second, q] = numbers;
  if (numbers.length !== arity(type) || first === undefined || second === undefined) return undefined;
  if (isQuantised(type) && q === undefined) return undefined;
  if (type === 'randint') {
    return numericDomain({ type: 'integer', low: Math.ceil(first), high: Math.ceil(second) - 1 });
  }
  const scale = isLogarithmic(type) ? 'log' : 'linear';
  const step = q === undefined ? undefined : ({ size: q, origin: 'zero', clamp: !isNormal(type) } as const);
  if (!isNormal(type)) {
    return numericDomain({ type: 'float', low: first, high: second, scale, step, highExclusive: !step });
  }
  return numericDomain({
    type: 'float',
    low: scale === 'log' ? 0 : -Infinity,
    high: Infinity,
    scale,
    prior: { kind: 'normal', mean: first, standardDeviation: second },
    step,
  });
}

function choices(variable: Variable, dialect: Dialect): DeclaredChoice[] | undefined {
  if (variable.value?.kind !== 'list') return undefined;
  const isNested = branchesOf(variable) !== undefined;
  return variable.value.items.map(item => ({
    value: isNested ? branchName(item, dialect) : nodeValue(item, dialect),
    range: item.range,
  }));
}

function declared(variable: Variable, dialect: Dialect): Declared {
  const { type, typeText: notation = '' } = variable;
  if (type === undefined) return { notation, type: 'categorical', scale: 'linear', bounds: 'values' };
  if (type === 'choice') {
    return {
      notation,
      type: 'categorical',
      scale: 'linear',
      bounds: 'values',
      choices: choices(variable, dialect),
    };
  }
  const [first, second, third] = numbersOf(variable, dialect);
  const drawn = type === 'randint' ? 'integer' : 'float';
  const scale = isLogarithmic(type) ? 'log' : 'linear';
  const step = isQuantised(type) ? third : undefined;
  const bounds = 'values';
  if (isNormal(type)) {
    return { notation, type: drawn, scale, bounds, step, mean: first, standardDeviation: second };
  }
  if (isEmptyRange(type, first, second)) return { notation, type: drawn, scale, bounds, step };
  return { notation, type: drawn, scale, bounds, step, low: first, high: second };
}

/** `randint [3, 3]`: with an exclusive end there is nothing in it, and calling its bounds equal would mislead. */
export function isEmptyRange(type: NniType, low: number | undefined, high: number | undefined): boolean {
  return (
    type === 'randint' &&
    low !== undefined &&
    high !== undefined &&
    low <= high &&
    Math.ceil(low) >= Math.ceil(high)
  );
}

function tokens({ entry, type, value }: Variable): ParameterTokens {
  const name = entry.key.range;
  const declaration = entry.range;
  const notation = child(entry.value, '_type')?.range;
  if (type === undefined || value?.kind !== 'list') return { name, declaration, notation };
  if (type === 'choice') return { name, declaration, notation, choices: value.range };
  const [low, high, third] = value.items.map(item => item.range);
  const step = isQuantised(type) ? third : undefined;
  if (isNormal(type)) return { name, declaration, notation, step };
  return { name, declaration, notation, low, high, step };
}
