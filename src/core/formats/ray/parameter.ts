import * as l10n from '@vscode/l10n';
import type { Environment } from '../../python/environment';
import { categoricalDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { numberText } from '../../text/numberText';
import type { TextRange } from '../../text/range';
import { wrongValue } from '../rules';
import { Call, type ChoiceArgument, type NumberArgument } from '../python/call';
import { callTokens, checkStep } from '../python/numericParameter';
import { replacement, type Reading } from '../python/reading';
import { dynamicParameter, emptyRange } from '../python/rules';
import {
  declaredBy,
  distributionOf,
  drawnBy,
  multiple,
  type Distribution,
  type Numbers,
} from './distributions';
import { nestedDomain, quantisedBound } from './rules';

type Found = NonNullable<ReturnType<typeof distributionOf>>;

/** A parameter of the configuration: `"lr": tune.loguniform(1e-5, 1e-1)`. */
export function readParameter(
  reading: Reading,
  { call: expression, distribution }: Found,
  environment: Environment,
  name: string,
  nameRange: TextRange,
): Parameter {
  const call = new Call(reading, expression, environment, distribution);
  call.checkArguments(name);
  const { name: notation, scale } = distribution;
  switch (distribution.shape) {
    case 'function': {
      const message = l10n.t(
        '`{0}` is drawn by a function of its own, so nothing can be said of what is drawn.',
        name,
      );
      reading.report(dynamicParameter, expression.range, message, { parameter: name });
      const declared = { notation, type: 'float', scale, bounds: 'values' } as const;
      return { name, declared, tokens: callTokens(call, nameRange, {}) };
    }
    case 'choices': {
      const list = notation === 'choice' ? 'categories' : 'values';
      const choices = call.choices(list);
      call.reportDynamic(name);
      checkNested(reading, choices ?? [], name);
      return {
        name,
        declared: { notation, type: 'categorical', scale, bounds: 'values', choices },
        domain: choices && categoricalDomain(choices),
        tokens: callTokens(call, nameRange, { choices: list }),
      };
    }
    case 'uniform':
    case 'integer':
    case 'normal':
      return numeric(reading, call, distribution, name, nameRange);
  }
}

function numeric(
  reading: Reading,
  call: Call,
  distribution: Distribution,
  name: string,
  nameRange: TextRange,
): Parameter {
  const isNormal = distribution.shape === 'normal';
  const [firstName, secondName] = isNormal ? ['mean', 'sd'] : ['lower', 'upper'];
  const numbers: Numbers = {
    first: call.number(firstName, name),
    second: call.number(secondName, name),
    q: call.number('q', name),
  };
  const { second, q } = numbers;
  const isDynamic = call.reportDynamic(name);
  checkStep(reading, q, name);
  if (isNormal && second && !(second.value > 0)) {
    const message = l10n.t('`{0}`: the standard deviation must be above 0.', name);
    reading.report(wrongValue, second.range, message, { parameter: name });
  }
  const isEmpty = distribution.shape === 'integer' && isEmptyRange(reading, numbers, name);
  const isRefused = distribution.shape === 'uniform' && checkMultiples(reading, numbers, name);
  const declared = declaredBy(distribution, numbers);
  return {
    name,
    // Calling the bounds of an empty range equal would mislead.
    declared: isEmpty ? { ...declared, low: undefined, high: undefined } : declared,
    domain: isDynamic || isRefused || (q && !(q.value > 0)) ? undefined : drawnBy(distribution, numbers),
    tokens: callTokens(
      call,
      nameRange,
      isNormal ? { step: 'q' } : { low: 'lower', high: 'upper', step: 'q' },
    ),
  };

  function isEmptyRange(into: Reading, { first: low, second: high }: Numbers, parameter: string): boolean {
    if (!low || !high || low.value !== high.value || (q && q.value !== 1)) return false;
    const message = l10n.t(
      '`{0}`: the upper end is left out, so there is nothing between {1} and {2}; write {3} to draw {1}.',
      parameter,
      formatNumber(low.value),
      formatNumber(high.value),
      formatNumber(high.value + 1),
    );
    into.report(emptyRange, high.range, message, { parameter });
    return true;
  }
}

/** `Float.quantized` refuses bounds that are no multiples of q; integers are rounded inwards without a word. */
function checkMultiples(reading: Reading, { first, second, q }: Numbers, parameter: string): boolean {
  if (!q || !(q.value > 0)) return false;
  const sides: [NumberArgument | undefined, (x: number) => number][] = [
    [first, Math.ceil],
    [second, Math.floor],
  ];
  const off = sides.filter(([bound]) => bound && !isMultiple(bound.value, q.value));
  for (const [bound, round] of off) {
    if (!bound) continue;
    const inner = multiple(bound.value, q.value, round);
    const message = l10n.t(
      '`{0}`: Ray Tune wants both bounds to be multiples of q, and {1} is no multiple of {2}; write {3}.',
      parameter,
      formatNumber(bound.value),
      formatNumber(q.value),
      formatNumber(inner),
    );
    const fix = replacement(
      l10n.t('Write {0}', formatNumber(inner)),
      bound.range,
      numberText(inner, 'python'),
      false,
    );
    reading.report(quantisedBound, bound.range, message, { parameter, fixes: [fix] });
  }
  return off.length > 0;
}

/** Python's `math.isclose` with its default tolerance. */
function isMultiple(x: number, q: number): boolean {
  const quotient = x / q;
  const nearest = Math.round(quotient);
  return Math.abs(quotient - nearest) <= 1e-9 * Math.max(Math.abs(quotient), Math.abs(nearest));
}

/** A distribution in a list of choices is handed to the trial as an object by most search algorithms. */
function checkNested(reading: Reading, choices: readonly ChoiceArgument[], parameter: string): void {
  const nested = choices.find(
    ({ thunk }) => distributionOf(thunk.expression, thunk.environment) !== undefined,
  );
  if (!nested) return;
  const message = l10n.t(
    '`{0}`: `{1}` is a distribution inside a choice, and search algorithms hand it to the trial undrawn; give it a parameter of its own.',
    parameter,
    reading.source(nested.range),
  );
  reading.report(nestedDomain, nested.range, message, { parameter });
}
