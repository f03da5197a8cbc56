import { improvement, logImprovement } from '../acquisition/expectedImprovement';
import type { Prediction } from '../surrogate/gaussianProcess';
import type { Losses } from './dominance';
import { undominatedBoxes } from './undominatedBoxes';

/** How much a trial is expected to add to the hypervolume of a front, from independent predictions per objective. */
export interface HypervolumeExpectation {
  value(predictions: readonly Prediction[]): number;
  /** Its natural logarithm, exact also where the value underflows. −∞ where it is 0. */
  logarithm(predictions: readonly Prediction[]): number;
}

/** Below this a sum of products has lost digits to underflow. */
const smallest = 1e-280;

/**
 * The expected hypervolume improvement in closed form: over the boxes [l, u] that the front does not dominate,
 * `Σ Π_j [G_j(u_j) − G_j(l_j)]` with `G_j(a) = σ_j h((a − μ_j) / σ_j)` and `h(z) = φ(z) + z Φ(z)`, since
 * `E[improvement] = ∫ Π_j P(y_j ≤ t_j) dt` (Emmerich, Giannakoglou & Naujoks 2006; Yang, Emmerich, Deutz & Bäck 2019).
 */
export function hypervolumeExpectation(front: readonly Losses[], reference: Losses): HypervolumeExpectation {
  const boxes = undominatedBoxes(front, reference);
  const objectives = reference.length;
  // The boxes share few levels: h is evaluated once for each, and the boxes hold positions.
  const levels = reference.map((_, j) =>
    Float64Array.from(
      new Set(boxes.flatMap(({ lower, upper }) => [lower[j] as number, upper[j] as number])),
    ).sort(),
  );
  const corners = new Int32Array(boxes.length * objectives * 2);
  boxes.forEach(({ lower, upper }, i) => {
    levels.forEach((values, j) => {
      const at = 2 * (i * objectives + j);
      corners[at] = values.indexOf(lower[j] as number);
      corners[at + 1] = values.indexOf(upper[j] as number);
    });
  });
  const integrals = levels.map(values => new Float64Array(values.length));

  function integrate(predictions: readonly Prediction[], at: (prediction: Prediction, a: number) => number) {
    integrals.forEach((integral, j) => {
      const values = levels[j] as Float64Array;
      for (let k = 0; k < values.length; k++) {
        integral[k] = at(predictions[j] as Prediction, values[k] as number);
      }
    });
  }

  function value(predictions: readonly Prediction[]): number {
    integrate(predictions, gain);
    let sum = 0;
    for (let corner = 0; corner < corners.length;) {
      let product = 1;
      for (let j = 0; j < objectives; j++) {
        const integral = integrals[j] as Float64Array;
        const below = integral[corners[corner++] as number] as number;
        product *= (integral[corners[corner++] as number] as number) - below;
      }
      sum += product;
    }
    return sum;
  }

  function logarithm(predictions: readonly Prediction[]): number {
    const direct = value(predictions);
    if (direct > smallest) return Math.log(direct);
    integrate(predictions, logGain);
    let scale = -Infinity;
    let sum = 0;
    for (let corner = 0; corner < corners.length;) {
      let term = 0;
      for (let j = 0; j < objectives; j++) {
        const integral = integrals[j] as Float64Array;
        const below = integral[corners[corner++] as number] as number;
        const above = integral[corners[corner++] as number] as number;
        term += above + Math.log(-Math.expm1(below - above));
      }
      if (!(term > -Infinity)) continue;
      if (term > scale) sum = sum * Math.exp(scale - term) + 1;
      else sum += Math.exp(term - scale);
      scale = Math.max(scale, term);
    }
    return scale + Math.log(sum);
  }

  return { value, logarithm };
}

/** E[max(a − y, 0)] for y ~ N(mean, standardDeviation²). */
function gain({ mean, standardDeviation }: Prediction, a: number): number {
  if (a === -Infinity) return 0;
  if (standardDeviation === 0) return Math.max(0, a - mean);
  return standardDeviation * improvement((a - mean) / standardDeviation);
}

function logGain({ mean, standardDeviation }: Prediction, a: number): number {
  if (a === -Infinity) return -Infinity;
  if (standardDeviation === 0) return Math.log(Math.max(0, a - mean));
  return Math.log(standardDeviation) + logImprovement((a - mean) / standardDeviation);
}
