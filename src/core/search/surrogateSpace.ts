import { varyingParameters } from '../sampling/configurations';
import { isActive, isForbidden, topologicalOrder } from '../space/conditions';
import { fromUnit, isContinuous, levelCount, levelValues, toUnit } from '../space/distribution';
import {
  drawableParameters,
  type Configuration,
  type DrawableParameter,
  type SearchSpace,
} from '../space/searchSpace';
import { sameValue } from '../space/values';
import type { Value } from '../text/scalars';

/** More levels than this are searched as if they were continuous, and rounded. */
const mostLevels = 24;

/** One parameter as a surrogate sees it. */
export interface Column {
  readonly parameter: DrawableParameter;
  readonly categorical: boolean;
  /** The coordinates that can be tried, where they are few; absent where any in between can, or nearly any. */
  readonly levels?: readonly number[] | undefined;
  /** Between which coordinates to search. */
  readonly low: number;
  readonly high: number;
  /** The nearest coordinate that can be tried. */
  snap(u: number): number;
  /** Of a position in the unit interval, in which every value takes as much room as it is likely. */
  fromPosition(u: number): number;
}

/**
 * A search space as a surrogate sees it: one coordinate for each parameter with more than one value, in file order. A
 * number stands at its cumulative probability, so that a parameter drawn on a logarithmic scale is modelled on it; an
 * ordinal choice at its place among the others; a categorical one is its number.
 *
 * A parameter that is inactive stands at the middle of its range, or at the number −1, which is no choice: two
 * configurations without it agree in it, and how far they are from those with it says the parent they differ in.
 */
export interface SurrogateSpace {
  readonly columns: readonly Column[];
  readonly categorical: readonly boolean[];
  readonly conditional: boolean;
  encode(configuration: Configuration): Float64Array;
  /** What is inactive is left out, whatever its coordinate. */
  decode(point: Float64Array): Configuration;
  /** Which dimensions belong to active parameters. */
  activeDimensions(point: Float64Array): readonly boolean[];
  /** `encode(decode(point))`, or undefined where that is forbidden. */
  standing(point: Float64Array): Float64Array | undefined;
}

export function surrogateSpace(space: SearchSpace): SurrogateSpace {
  const columns = varyingParameters(space).map(columnOf);
  const index = new Map(columns.map(({ parameter }, i) => [parameter.name, i]));
  const parameters = drawableParameters(space);
  const byName = new Map(parameters.map(parameter => [parameter.name, parameter]));
  const order = topologicalOrder(space).flatMap(({ name }) => byName.get(name) ?? []);
  const conditional = parameters.some(({ condition }) => condition !== undefined);

  function encode(configuration: Configuration): Float64Array {
    return Float64Array.from(columns, column => {
      const value = configuration.get(column.parameter.name);
      return value === undefined ? (column.categorical ? -1 : 0.5) : coordinateOf(column, value);
    });
  }

  function decode(point: Float64Array): Configuration {
    const drawn = new Map<string, Value>();
    for (const { name, domain, condition } of order) {
      if (condition && !isActive(condition, drawn)) continue;
      const i = index.get(name);
      const column = i === undefined ? undefined : columns[i];
      drawn.set(
        name,
        column === undefined || i === undefined ? fromUnit(domain, 0.5) : valueAt(column, point[i] as number),
      );
    }
    if (!conditional) return drawn;
    return new Map(
      parameters.flatMap(({ name }) => {
        const value = drawn.get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  return {
    columns,
    categorical: columns.map(({ categorical }) => categorical),
    conditional,
    encode,
    decode,
    activeDimensions(point) {
      if (!conditional) return columns.map(() => true);
      const configuration = decode(point);
      return columns.map(({ parameter }) => configuration.has(parameter.name));
    },
    standing(point) {
      if (!conditional && space.forbidden.length === 0) {
        return point.map((u, i) => (columns[i] as Column).snap(u));
      }
      const configuration = decode(point);
      return isForbidden(space, configuration) ? undefined : encode(configuration);
    },
  };
}

function columnOf(parameter: DrawableParameter): Column {
  const { domain } = parameter;
  switch (domain.kind) {
    case 'categorical': {
      const levels = domain.choices.map((_, i) => i);
      return {
        parameter,
        categorical: true,
        levels,
        low: 0,
        high: levels.length - 1,
        snap: u => Math.min(levels.length - 1, Math.max(0, Math.round(u))),
        fromPosition: u => choiceNumber(domain.choices, fromUnit(domain, u)),
      };
    }
    case 'ordinal': {
      const last = domain.choices.length - 1;
      return {
        parameter,
        categorical: false,
        levels: domain.choices.map((_, i) => i / last),
        low: 0,
        high: 1,
        snap: u => Math.round(u * last) / last,
        fromPosition: u => choiceNumber(domain.choices, fromUnit(domain, u)) / last,
      };
    }
    case 'constant':
    case 'float':
    case 'integer': {
      const unbounded = domain.kind !== 'constant' && !Number.isFinite(domain.high - domain.low);
      const continuous = isContinuous(domain);
      const snap = continuous ? (u: number) => u : (u: number) => toUnit(domain, fromUnit(domain, u));
      return {
        parameter,
        categorical: false,
        levels:
          levelCount(domain) <= mostLevels
            ? levelValues(domain, mostLevels).map(value => toUnit(domain, value))
            : undefined,
        // The outermost half per cent of an unbounded prior reaches to infinity.
        low: unbounded ? 0.005 : 0,
        high: unbounded ? 0.995 : 1,
        snap,
        fromPosition: snap,
      };
    }
  }
}

function coordinateOf({ parameter: { domain }, categorical }: Column, value: Value): number {
  if (domain.kind !== 'categorical' && domain.kind !== 'ordinal') return toUnit(domain, value);
  const number = choiceNumber(domain.choices, value);
  return categorical ? number : number / (domain.choices.length - 1);
}

function valueAt({ parameter: { domain }, categorical }: Column, u: number): Value {
  if (domain.kind !== 'categorical' && domain.kind !== 'ordinal') return fromUnit(domain, u);
  const last = domain.choices.length - 1;
  const number = Math.min(last, Math.max(0, Math.round(categorical ? u : u * last)));
  return domain.choices[number]?.value ?? null;
}

function choiceNumber(choices: readonly { readonly value: Value }[], value: Value): number {
  return choices.findIndex(choice => sameValue(choice.value, value));
}
