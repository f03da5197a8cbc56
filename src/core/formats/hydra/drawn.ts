import type { Declared, Domain, Scale } from '../../space/domain';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../space/domains';
import type { TextRange } from '../../text/range';
import { gridLevels, listedDomain, withoutStop, type Listed } from './levels';
import type { ChoiceSweep, IntervalSweep, RangeSweep, Sweep } from './overrides/sweep';
import { elementValue } from './overrides/sweep';
import type { Engine } from './sweeper';

/** Who draws: the sweeper, and whether the Optuna sweeper does so with its `GridSampler`. */
export interface Drawer {
  readonly engine: Engine;
  readonly grid: boolean;
}

export interface Drawn {
  readonly declared: Declared;
  readonly domain: Domain | undefined;
}

/**
 * What a sweeper makes of a sweep: `create_optuna_distribution_from_override` of hydra-optuna-sweeper 1.2,
 * `create_ax_parameter_config` of hydra-ax-sweeper, `create_nevergrad_parameter_from_override`.
 *
 * @param place of a range of the override in the document.
 */
export function drawn(sweep: Sweep, by: Drawer, place: (range: TextRange) => TextRange): Drawn {
  switch (sweep.kind) {
    case 'choice':
      return drawnChoice(sweep, by, place);
    case 'range':
      return drawnRange(sweep, by);
    case 'interval':
      return drawnInterval(sweep, by);
    case 'glob':
      return { declared: { ...plain, notation: 'glob', type: 'categorical' }, domain: undefined };
  }
}

const plain = { scale: 'linear', bounds: 'values' } as const;

function drawnChoice(
  { items, tags, simple }: ChoiceSweep,
  { engine }: Drawer,
  place: (range: TextRange) => TextRange,
): Drawn {
  const choices = items.map(item => ({ value: elementValue(item), range: place(item.range) }));
  const numbers = choices.every(({ value }) => typeof value === 'number');
  // Ax orders what is not text, and the order is that of the numbers.
  const ordered = engine === 'ax' ? numbers : engine === 'nevergrad' && tags.has('ordered');
  const declared = { ...plain, notation: simple ? '' : 'choice', choices };
  return ordered
    ? { declared: { ...declared, type: 'ordinal' }, domain: ordinalDomain(choices) }
    : { declared: { ...declared, type: 'categorical' }, domain: categoricalDomain(choices) };
}

function drawnRange(sweep: RangeSweep, { engine, grid }: Drawer): Drawn {
  const { start, stop, step, shuffled } = sweep;
  const whole = [start, stop, step].every(({ type }) => type === 'int');
  const type = whole ? 'integer' : 'float';
  const ascending = step.value > 0 && start.value <= stop.value;
  const declared: Declared = {
    ...plain,
    notation: 'range',
    type,
    ...(ascending && { low: start.value, high: stop.value }),
    step: ascending ? step.value : undefined,
  };
  const list = (listed: Listed | undefined): Drawn => ({
    declared: listed ? { ...declared, high: ascending ? listed.high : undefined } : declared,
    domain: listed && listedDomain(listed, type),
  });
  if (engine !== 'optuna' || shuffled) return list(withoutStop(sweep));
  if (!ascending) return { declared, domain: undefined };
  if (grid) return list(gridLevels(start.value, stop.value, step.value));
  return {
    declared,
    domain: numericDomain({
      type,
      low: start.value,
      high: stop.value,
      step: { size: step.value, origin: 'low', clamp: true },
    }),
  };
}

function drawnInterval({ start, end, tags }: IntervalSweep, { engine, grid }: Drawer): Drawn {
  const whole = start.type === 'int' && end.type === 'int';
  const type = whole ? 'integer' : 'float';
  const scale: Scale = tags.has('log') ? 'log' : 'linear';
  const [low, high] = [start.value, end.value];
  const declared: Declared = { notation: 'interval', type, scale, bounds: 'values', low, high };
  if (engine === 'basic') return { declared, domain: undefined };
  if (engine === 'optuna' && grid) {
    const listed = whole && scale === 'linear' ? gridLevels(low, high, 1) : undefined;
    return { declared, domain: listed && listedDomain(listed, 'integer') };
  }
  // Nevergrad rounds a real number, so the two ends are drawn half as often.
  const step =
    whole && engine === 'nevergrad' ? ({ size: 1, origin: 'zero', clamp: true } as const) : undefined;
  return { declared, domain: numericDomain({ type, low, high, scale, step }) };
}
