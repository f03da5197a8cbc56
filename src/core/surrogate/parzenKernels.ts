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
  readonly ascending: ArrayLike<number>;
}

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/** So many standard deviations inside both bounds, a kernel loses nothing to them. */
const beyondDoubt = 8.5;

/** The prior covers the whole range; it also stands in for a trial that did not have the parameter. */
const priorMean = 0.5;
const priorDeviation = 1;

/** Normal kernels cut off at the ends of the unit interval, and integrated over its cell for a level. */
export function numberKernels(
  { cell }: ParzenAxis,
  { positions, ascending }: AxisPositions,
  bandwidth: BandwidthOptions,
  dimensions: number,
): AxisKernels & { readonly means: Float64Array; readonly deviations: Float64Array } {
  const count = positions.length;
  const means = positions.map(position => (Number.isNaN(position) ? priorMean : position));
  const deviations = new Float64Array(count).fill(priorDeviation);
  const sorted = Float64Array.from(ascending, component => positions[component] as number);
  parzenBandwidths(sorted, bandwidth, dimensions).forEach((deviation, rank) => {
    deviations[ascending[rank] as number] = deviation;
  });

  const inverses = deviations.map(deviation => 1 / deviation);
  const constants = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const low = -(means[i] as number) * (inverses[i] as number);
    const high = low + (inverses[i] as number);
    if (low > -beyondDoubt || high < beyondDoubt) constants[i] = -logNormalMass(low, high);
    if (!cell) constants[i] = (constants[i] as number) + Math.log(inverses[i] as number) - logRootTwoPi;
  }

  const atLevel = new Map<number, Float64Array>();
  function logMasses(position: number, [from, to]: readonly [number, number]): Float64Array {
    const known = atLevel.get(position);
    if (known) return known;
    const masses = new Float64Array(count);
    let previous = -1;
    const fill = (i: number): void => {
      const [mean, inverse] = [means[i] as number, inverses[i] as number];
      // Trials of the same level stand side by side and mostly have the same width.
      const same = previous >= 0 && means[previous] === mean && inverses[previous] === inverse;
      masses[i] = same
        ? (masses[previous] as number)
        : (constants[i] as number) + logNormalMass((from - mean) * inverse, (to - mean) * inverse);
      previous = i;
    };
    for (let rank = 0; rank < ascending.length; rank++) fill(ascending[rank] as number);
    for (let i = 0; i < count; i++) if (Number.isNaN(positions[i])) fill(i);
    atLevel.set(position, masses);
    return masses;
  }

  return {
    means,
    deviations,
    addLogDensities(sums, position) {
      if (cell) {
        const masses = logMasses(position, cell(position));
        for (let i = 0; i < count; i++) sums[i] = (sums[i] as number) + (masses[i] as number);
        return;
      }
      for (let i = 0; i < count; i++) {
        const z = (position - (means[i] as number)) * (inverses[i] as number);
        sums[i] = (sums[i] as number) + (constants[i] as number) - 0.5 * z * z;
      }
    },
    draw(component, random) {
      const mean = means[component] as number;
      const deviation = deviations[component] as number;
      const below = normalCumulative(-mean / deviation);
      const mass = normalCumulative((1 - mean) / deviation) - below;
      const drawn = mean + deviation * normalQuantile(below + random.uniform() * mass);
      return Math.min(1, Math.max(0, drawn));
    },
  };
}

/**
 * Kernels over choices without an order: one count for the trial's own choice on top of the prior's share,
 * `1 / (n + 1)` for each of equally likely choices (Optuna, `_calculate_categorical_distributions`), and the prior
 * itself for a trial that did not have the parameter.
 */
export function choiceKernels(
  choices: Float64Array,
  { positions, ascending }: AxisPositions,
): AxisKernels & { probabilities(component: number): Float64Array } {
  const prior = choices.length / (ascending.length + 1);
  const own = choices.map(weight => Math.log((1 + prior * weight) / (1 + prior)));
  const other = choices.map(weight => Math.log((prior * weight) / (1 + prior)));
  const none = choices.map(Math.log);
  function probabilities(component: number): Float64Array {
    const seen = positions[component] as number;
    if (Number.isNaN(seen)) return choices;
    return choices.map((_, k) => Math.exp((k === seen ? own : other)[k] as number));
  }
  return {
    probabilities,
    addLogDensities(sums, position) {
      const [same, different] = [own[position] as number, other[position] as number];
      const unknown = none[position] as number;
      for (let i = 0; i < positions.length; i++) {
        const seen = positions[i] as number;
        const added = seen === position ? same : Number.isNaN(seen) ? unknown : different;
        sums[i] = (sums[i] as number) + added;
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
