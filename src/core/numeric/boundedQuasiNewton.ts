import type { Work } from './work';

/** Value and gradient of a function at a point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
}

interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** stepᵀ change, positive. */
  readonly curvature: number;
}

const memory = 8;
const maxBacktracks = 30;
const sufficientDecrease = 1e-4;

/**
 * A local minimum of a smooth function within a box, by projected limited-memory BFGS: the two-loop recursion
 * (Nocedal & Wright 2006, Alg. 7.4) on the variables that are not held at a bound, and a backtracking search
 * along the projected path (Bertsekas 1982). Stops when the projected gradient's largest component is below
 * `tolerance`, when a step improves by less than `smallestGain` or none does, or after `maxIterations`.
 */
export function* minimiseInBox(
  evaluate: (point: Float64Array) => Work<Evaluation>,
  start: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  { tolerance = 1e-5, smallestGain = 0, maxIterations = 200 } = {},
): Work<Minimum> {
  let point = project(start, lower, upper);
  let { value, gradient } = yield* evaluate(point);
  let corrections: Correction[] = [];
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const steepest = freeDescent(point, gradient, lower, upper);
    if (steepest.every(component => Math.abs(component) < tolerance)) break;
    const direction = quasiNewtonDirection(steepest, corrections);
    const next = yield* backtrack(direction);
    if (next === undefined) {
      if (corrections.length === 0) break;
      corrections = [];
      continue;
    }
    const step = next.point.map((component, i) => component - (point[i] as number));
    const change = next.gradient.map((component, i) => component - (gradient[i] as number));
    const curvature = dot(step, change);
    if (curvature > 1e-12 * dot(change, change)) {
      corrections = [...corrections.slice(1 - memory), { step, change, curvature }];
    }
    const gain = value - next.value;
    ({ point, value, gradient } = next);
    if (gain <= Math.max(smallestGain, 1e-13 * Math.max(1, Math.abs(value)))) break;
  }
  return { point, value };

  function* backtrack(direction: Float64Array): Work<(Minimum & Evaluation) | undefined> {
    // Without curvature information the gradient's length says nothing about a sensible step: start with one unit.
    let length = corrections.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(direction, direction))) : 1;
    for (let attempt = 0; attempt < maxBacktracks; attempt++) {
      const trial = project(
        point.map((component, i) => component + length * (direction[i] as number)),
        lower,
        upper,
      );
      const slope = trial.reduce(
        (sum, t, i) => sum + (t - (point[i] as number)) * (gradient[i] as number),
        0,
      );
      let shorter = 0.5;
      if (slope < 0) {
        const evaluation = yield* evaluate(trial);
        if (evaluation.value <= value + sufficientDecrease * slope) return { point: trial, ...evaluation };
        // Where the parabola through what is known has its minimum (Nocedal & Wright 2006, eq. 3.58).
        const lowest = -slope / (2 * (evaluation.value - value - slope));
        shorter = Math.min(0.5, Math.max(0.1, Number.isNaN(lowest) ? 0 : lowest));
      }
      length *= shorter;
    }
    return undefined;
  }
}

function project(point: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array {
  return point.map((x, i) => Math.min(upper[i] as number, Math.max(lower[i] as number, x)));
}

/** −gradient, zero where a bound stops the descent. */
function freeDescent(
  point: Float64Array,
  gradient: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): Float64Array {
  return gradient.map((slope, i) => {
    const x = point[i] as number;
    const stopped = (x <= (lower[i] as number) && slope > 0) || (x >= (upper[i] as number) && slope < 0);
    return stopped ? 0 : -slope;
  });
}

function quasiNewtonDirection(steepest: Float64Array, corrections: readonly Correction[]): Float64Array {
  const direction = steepest.slice();
  const weights = corrections.toReversed().map(({ step, change, curvature }) => {
    const weight = dot(step, direction) / curvature;
    addScaled(direction, change, -weight);
    return weight;
  });
  const newest = corrections.at(-1);
  if (newest !== undefined) {
    const scale = newest.curvature / dot(newest.change, newest.change);
    direction.forEach((component, i) => (direction[i] = component * scale));
  }
  corrections.forEach(({ step, change, curvature }, i) => {
    const weight = weights[corrections.length - 1 - i] as number;
    addScaled(direction, step, weight - dot(change, direction) / curvature);
  });
  return direction.map((component, i) => (steepest[i] === 0 ? 0 : component));
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + factor * (source[i] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
