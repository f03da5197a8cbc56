import { logNormalMass } from '../numeric/normalMass';
import { normalCumulative, normalQuantile } from '../numeric/normal';
import type { RandomStream } from '../numeric/random';
import type { ParzenAxis } from './parzenAxis';
import { parzenBandwidths, type BandwidthOptions } from './parzenBandwidths';

/** The kernels of all components along one axis. */
export interface AxisKernels {
  /** Adds each component's log density, or log probability, at a position. */
  addLogDensities(sums: Float64Array, position: number): void;
  /** A position drawn from one component. */
  draw(component: number, random: RandomStream): number;
}

/** Positions along one axis, one for each component: NaN where its trial did not have the parameter. */
export interface AxisPositions {
  /** The last component is the prior, and NaN. */
  readonly positions: Float64Array;
  /** The components that have the parameter, by ascending position. */
  readonly ascending: Int32Array;
}

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/** So many standard deviations inside both bounds, a kernel loses nothing to them. */
const beyondDoubt = 8.5;

/** The prior covers the whole range; it also stands in for a trial that did not have the parameter. */
const priorMean = 0.5;
const priorDeviation = 1;

/** A component so many standard deviations away is nothing beside the prior: a bound stands in for its mass. */
const outOfSight = 13;

export interface NumberKernels extends AxisKernels {
  readonly means: Float64Array;
  deviation(component: number): number;
}

/** Normal kernels cut off at the ends of the unit interval, and integrated over its cell for a level. */
export function numberKernels(
  { cell }: ParzenAxis,
  { positions, ascending }: AxisPositions,
  bandwidth: BandwidthOptions,
  dimensions: number,
): NumberKernels {
  const count = positions.length;
  const means = new Float64Array(count);
  const inverses = new Float64Array(count).fill(1 / priorDeviation);
  for (let i = 0; i < count; i++) {
    const position = positions[i] as number;
    means[i] = Number.isNaN(position) ? priorMean : position;
  }
  const sorted = new Float64Array(ascending.length);
  for (let rank = 0; rank < sorted.length; rank++) {
    sorted[rank] = positions[ascending[rank] as number] as number;
  }
  const widths = parzenBandwidths(sorted, bandwidth, dimensions);
  for (let rank = 0; rank < sorted.length; rank++) {
    inverses[ascending[rank] as number] = 1 / (widths[rank] as number);
  }
  const constants = logScales(means, inverses, cell === undefined);
  const masses = cell && levelMasses(means, inverses, constants, ascending, cell);
  return {
    means,
    deviation: component => 1 / (inverses[component] as number),
    addLogDensities(sums, position) {
      if (masses) {
        const added = masses(position);
        for (let i = 0; i < count; i++) sums[i] = (sums[i] as number) + (added[i] as number);
        return;
      }
      for (let i = 0; i < count; i++) {
        const z = (position - (means[i] as number)) * (inverses[i] as number);
        sums[i] = (sums[i] as number) + (constants[i] as number) - 0.5 * z * z;
      }
    },
    draw(component, random) {
      const mean = means[component] as number;
      const inverse = inverses[component] as number;
      const below = normalCumulative(-mean * inverse);
      const mass = normalCumulative((1 - mean) * inverse) - below;
      const drawn = mean + normalQuantile(below + random.uniform() * mass) / inverse;
      return Math.min(1, Math.max(0, drawn));
    },
  };
}

/** Minus the log of what the ends of the range leave of each kernel and, for a density, of its width. */
function logScales(means: Float64Array, inverses: Float64Array, isDensity: boolean): Float64Array {
  const scales = new Float64Array(means.length);
  let [inverse, width] = [1, 0];
  for (let i = 0; i < scales.length; i++) {
    // Most kernels are as narrow as the clip lets them be.
    if (inverses[i] !== inverse) {
      inverse = inverses[i] as number;
      width = Math.log(inverse);
    }
    const low = -(means[i] as number) * inverse;
    const high = low + inverse;
    let outside = 0;
    if (low > -beyondDoubt) outside = normalCumulative(low);
    if (high < beyondDoubt) outside += normalCumulative(-high);
    const scale = isDensity ? width - logRootTwoPi : 0;
    scales[i] = outside === 0 ? scale : scale - Math.log1p(-outside);
  }
  return scales;
}

/** Levels whose masses are kept, because candidates share levels where there are few. */
const mostKept = 12;

/** The log probability of the level at a position under each component; valid until the next one is asked for. */
function levelMasses(
  means: Float64Array,
  inverses: Float64Array,
  scales: Float64Array,
  ascending: Int32Array,
  cell: NonNullable<ParzenAxis['cell']>,
): (position: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  const order = withRest(ascending, means.length);
  const scratch = new Float64Array(means.length);
  return position => {
    const kept = known.get(position);
    if (kept) return kept;
    const [from, to] = cell(position);
    const isKept = known.size < mostKept;
    const masses = isKept ? new Float64Array(means.length) : scratch;
    let mean = NaN;
    let inverse = NaN;
    let mass = NaN;
    for (let rank = 0; rank < order.length; rank++) {
      const i = order[rank] as number;
      // Trials of the same level stand side by side and mostly have the same width.
      if (means[i] !== mean || inverses[i] !== inverse) {
        mean = means[i] as number;
        inverse = inverses[i] as number;
        const a = (from - mean) * inverse;
        const b = (to - mean) * inverse;
        const nearest = a > 0 ? a : -b;
        mass =
          (scales[i] as number) + (nearest > outOfSight ? -0.5 * nearest * nearest : logNormalMass(a, b));
      }
      masses[i] = mass;
    }
    if (isKept) known.set(position, masses);
    return masses;
  };
}

/** The given components, then all others. */
function withRest(given: Int32Array, count: number): Int32Array {
  const isGiven = new Uint8Array(count);
  const order = new Int32Array(count);
  let placed = 0;
  for (; placed < given.length; placed++) {
    order[placed] = given[placed] as number;
    isGiven[given[placed] as number] = 1;
  }
  for (let i = 0; i < count; i++) if (isGiven[i] === 0) order[placed++] = i;
  return order;
}

export interface ChoiceKernels extends AxisKernels {
  /** Of the choices, under one component. */
  probabilities(component: number): Float64Array;
}

/**
 * Kernels over choices without an order: one count for the trial's own choice on top of the prior's share,
 * `1 / (n + 1)` for each of equally likely choices (Optuna, `_calculate_categorical_distributions`), and the prior
 * itself for a trial that did not have the parameter.
 */
export function choiceKernels(choices: Float64Array, { positions, ascending }: AxisPositions): ChoiceKernels {
  const prior = choices.length / (ascending.length + 1);
  const own = choices.map(weight => Math.log((1 + prior * weight) / (1 + prior)));
  const other = choices.map(weight => Math.log((prior * weight) / (1 + prior)));
  const none = choices.map(Math.log);
  const seen = new Int32Array(positions.length);
  for (let i = 0; i < seen.length; i++) {
    const position = positions[i] as number;
    seen[i] = Number.isNaN(position) ? choices.length : position;
  }
  function probabilities(component: number): Float64Array {
    const chosen = seen[component];
    if (chosen === choices.length) return choices;
    return choices.map((_, k) => Math.exp((k === chosen ? own : other)[k] as number));
  }
  return {
    probabilities,
    addLogDensities(sums, position) {
      // What a trial of each choice adds, and behind them one that did not have the parameter.
      const added = new Float64Array(choices.length + 1).fill(other[position] as number);
      added[position] = own[position] as number;
      added[choices.length] = none[position] as number;
      for (let i = 0; i < seen.length; i++) {
        sums[i] = (sums[i] as number) + (added[seen[i] as number] as number);
      }
    },
    draw: (component, random) => drawIndex(probabilities(component), random),
  };
}

/** An index as likely as its weight; the weights sum to one. */
export function drawIndex(weights: Float64Array, random: RandomStream): number {
  let left = random.uniform();
  for (let i = 0; i < weights.length - 1; i++) {
    left -= weights[i] as number;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
