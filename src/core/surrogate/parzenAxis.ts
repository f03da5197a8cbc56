import { fromUnit, toUnit } from '../space/distribution';
import type { Choice, FloatDomain, IntegerDomain } from '../space/domain';
import { lawOf } from '../space/law';
import { levelsOf } from '../space/levels';
import type { DrawableParameter } from '../space/searchSpace';
import { sameValue } from '../space/values';
import type { Value } from '../text/scalars';

/**
 * A parameter as Parzen estimators see it. What has an order lies in the unit interval of its own distribution, in
 * which every prior is uniform; for uniform and log-uniform parameters that is their own scale, stretched.
 */
export interface ParzenAxis {
  readonly parameter: DrawableParameter;
  /** The probabilities of choices without an order, whose positions are their indices. */
  readonly choices?: Float64Array | undefined;
  position(value: Value): number;
  /** At any place of the unit interval; of choices, at an index. */
  valueAt(position: number): Value;
  /** What of the unit interval stands for the level at a position; absent where every place is a value of its own. */
  readonly cell?: ((position: number) => readonly [number, number]) | undefined;
}

/** Undefined for a constant. */
export function parzenAxis(parameter: DrawableParameter): ParzenAxis | undefined {
  const { domain } = parameter;
  const valueAt = (position: number): Value => fromUnit(domain, position);
  switch (domain.kind) {
    case 'constant':
      return undefined;
    case 'categorical':
      return {
        parameter,
        choices: Float64Array.from(domain.choices, ({ weight }) => weight),
        position: value => domain.choices.findIndex(choice => sameValue(choice.value, value)),
        valueAt: index => domain.choices[index]?.value ?? null,
      };
    case 'ordinal':
      return {
        parameter,
        position: value => toUnit(domain, value),
        valueAt,
        cell: position => choiceCell(domain.choices, position),
      };
    case 'float':
    case 'integer':
      return { parameter, valueAt, ...numberPlacement(domain) };
  }
}

function numberPlacement(domain: FloatDomain | IntegerDomain): Pick<ParzenAxis, 'position' | 'cell'> {
  const law = lawOf(domain);
  const levels = levelsOf(domain);
  if (!levels) return { position: value => law.cumulative(Number(value)) };
  const cellOf = (level: number): [number, number] => [
    law.cumulative(levels.edgeBelow(level)),
    law.cumulative(levels.edgeBelow(level + 1)),
  ];
  return {
    // A level that its tool rounds down to, or that lies on a bound, does not stand within its own cell.
    position: value => {
      const level = levels.nearest(Number(value));
      const [from, to] = cellOf(level);
      const own = law.cumulative(levels.value(level));
      return own > from && own < to ? own : (from + to) / 2;
    },
    cell: position => cellOf(levels.nearest(law.quantile(position))),
  };
}

function choiceCell(choices: readonly Choice[], position: number): [number, number] {
  let from = 0;
  for (const { weight } of choices) {
    if (position < from + weight) return [from, from + weight];
    from += weight;
  }
  return [from, 1];
}
