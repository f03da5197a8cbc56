import * as l10n from '@vscode/l10n';
import { floorDivide } from '../../python/arithmetic';
import type { Declared, Domain, Scale } from '../../space/domain';
import { numericDomain, ordinalDomain } from '../../space/domains';
import { formatNumber } from '../../text/formatNumber';
import { nearestWord } from '../../text/nearestWord';
import { unknownWord, wrongValue } from '../rules';
import type { Call, NumberArgument } from '../python/call';
import { checkStep } from '../python/numericParameter';
import { replacement, type Reading } from '../python/reading';
import { lastStep } from './rules';

const samplings: ReadonlyMap<string, Scale> = new Map([
  ['linear', 'linear'],
  ['log', 'log'],
  ['reverse_log', 'reverseLog'],
]);

/** More values than this are not listed one by one. */
const mostValues = 1000;

/** What `hp.Int` and `hp.Float` declare and draw. */
export function readNumeric(
  reading: Reading,
  call: Call,
  name: string,
): { readonly declared: Declared; readonly domain: Domain | undefined } {
  const type = call.signature.name === 'Int' ? 'integer' : 'float';
  const [low, high] = [call.number('min_value', name), call.number('max_value', name)];
  const step = call.number('step', name);
  const scale = readSampling(reading, call, name);
  checkStep(reading, step, name);
  const declared: Declared = {
    notation: call.signature.name,
    type,
    scale,
    bounds: 'values',
    low: low?.value,
    high: high?.value,
    // On a log scale it multiplies.
    step: scale === 'linear' ? step?.value : undefined,
  };
  if (!low || !high) return { declared, domain: undefined };
  if (scale === 'reverseLog' && !(low.value > 0)) {
    const message = l10n.t('`{0}`: "reverse_log" needs a lower bound above 0.', name);
    reading.report(wrongValue, low.range, message, { parameter: name });
  }
  if (!step) return { declared, domain: unstepped(type, low.value, high.value, scale) };
  if (scale === 'linear') return { declared, domain: stepped(reading, type, low, high, step, name) };
  return { declared, domain: multiplied(reading, type, low, high, step, scale, name) };
}

function readSampling(reading: Reading, call: Call, name: string): Scale {
  if (!call.has('sampling')) return 'linear';
  const word = call.text('sampling');
  const scale = word === undefined ? undefined : samplings.get(word.toLowerCase());
  const range = call.range('sampling');
  if (scale !== undefined || word === undefined || !range) return scale ?? 'linear';
  const meant = nearestWord(word, samplings.keys());
  const message = l10n.t(
    '`{0}`: Keras Tuner samples "linear", "log" or "reverse_log", not "{1}".',
    name,
    word,
  );
  const fixes =
    meant === undefined ? [] : [replacement(l10n.t('Write {0}', meant), range, `"${meant}"`, true)];
  reading.report(unknownWord, range, message, { parameter: name, fixes });
  return (meant === undefined ? undefined : samplings.get(meant)) ?? 'linear';
}

/** Integers are drawn up to `max_value + 1` and cut off, except on a linear scale, where the step is 1. */
function unstepped(type: 'integer' | 'float', low: number, high: number, scale: Scale): Domain | undefined {
  if (type === 'float' || scale === 'linear') return numericDomain({ type, low, high, scale });
  const step = { size: 1, origin: 'low', clamp: false, rounding: 'down' } as const;
  return numericDomain({ type, low, high, scale, step });
}

/** `min_value + index * step` with `(max_value - min_value) // step + 1` values, in Python's floating point. */
function stepped(
  reading: Reading,
  type: 'integer' | 'float',
  low: NumberArgument,
  high: NumberArgument,
  step: NumberArgument,
  name: string,
): Domain | undefined {
  if (!(step.value > 0)) return undefined;
  const steps = floorDivide(high.value - low.value, step.value);
  checkLast(reading, steps, (high.value - low.value) / step.value, high, name);
  const last = Number((low.value + steps * step.value).toPrecision(15));
  const size = step.value;
  return numericDomain({ type, low: low.value, high: last, step: { size, origin: 'low', clamp: false } });
}

/** `min_value * step ** index`, mirrored for `reverse_log`. */
function multiplied(
  reading: Reading,
  type: 'integer' | 'float',
  low: NumberArgument,
  high: NumberArgument,
  step: NumberArgument,
  scale: Scale,
  name: string,
): Domain | undefined {
  if (!(step.value > 1)) {
    const message = l10n.t(
      '`{0}`: with this sampling the step multiplies from one value to the next, so it must be above 1.',
      name,
    );
    if (step.value > 0) reading.report(wrongValue, step.range, message, { parameter: name });
    return undefined;
  }
  if (!(low.value > 0) || !(high.value >= low.value)) return undefined;
  const count = Math.trunc(Math.log(high.value / low.value) / Math.log(step.value) + 1e-8) + 1;
  if (count > mostValues) return undefined;
  const values = Array.from({ length: count }, (_, i) => {
    const value = low.value * step.value ** i;
    const placed = scale === 'log' ? value : high.value + low.value - value;
    return type === 'integer' ? Math.trunc(placed) : Number(placed.toPrecision(12));
  });
  return ordinalDomain(values.sort((a, b) => a - b).map(value => ({ value })));
}

/** 1 // 0.1 is 9: the last value is lost although the steps lead to it. */
function checkLast(reading: Reading, steps: number, exact: number, high: NumberArgument, name: string): void {
  const meant = Math.round(exact);
  if (steps === meant || Math.abs(exact - meant) > 1e-9 * Math.max(1, meant)) return;
  const message = l10n.t(
    '`{0}` never takes {1}: Keras Tuner counts {2} steps where there are {3}, because the division comes out just short; make the upper bound a little larger.',
    name,
    formatNumber(high.value),
    formatNumber(steps),
    formatNumber(meant),
  );
  reading.report(lastStep, high.range, message, { parameter: name });
}
