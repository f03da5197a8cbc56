import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import { squaredDistance, type Coordinates } from '../surrogate/hyperparameters';
import { toStandard } from '../surrogate/standardisation';

/** A function that can be evaluated anywhere, in the units of the observations. */
export interface DrawnFunction {
  value(point: Coordinates): number;
  /** 0 along categorical dimensions. */
  gradient(point: Coordinates): Float64Array;
}

/**
 * A whole function drawn from the posterior, at a price per evaluation that does not grow with the number of
 * evaluations: a draw from the prior as a sum of `features` random waves (Rahimi & Recht 2007), moved to agree with
 * the observations by Matheron's rule (Wilson et al. 2020, "Efficiently Sampling Functions from Gaussian Process
 * Posteriors", eq. 12). Where nothing was observed its covariance is off by the order of `features^(−1/2)`.
 */
export function* drawFunction(
  model: GaussianProcess,
  features: number,
  random: RandomStream,
): Work<DrawnFunction> {
  const { kernel, hyperparameters, points, values, standardisation, categorical } = model;
  const { signalVariance, lengthScales, noiseVariance } = hyperparameters;
  const { offset, scale } = standardisation;
  const waves: Wave[] = [];
  for (let m = 0; m < features; m++) {
    waves.push(drawWave(model, random.substream(`wave ${m}`), Math.sqrt((2 * signalVariance) / features)));
    if (m % 64 === 63) yield;
  }
  const priorAt = (point: Coordinates): number => {
    let sum = 0;
    for (const wave of waves) sum += wave.amplitude * Math.cos(phaseAt(wave, point));
    return sum;
  };

  const residuals = toStandard(standardisation, values);
  const noise = Math.sqrt(noiseVariance);
  for (const [j, point] of points.entries()) {
    residuals[j] = (residuals[j] as number) - priorAt(point) - noise * random.normal();
    if (j % 4 === 3) yield;
  }
  const weights = model.solve(residuals);
  const distanceTo = (point: Coordinates, j: number): number =>
    squaredDistance(point, points[j] as Coordinates, lengthScales, categorical);

  return {
    value(point) {
      let sum = priorAt(point);
      for (let j = 0; j < weights.length; j++) {
        sum += signalVariance * (weights[j] as number) * kernel.value(distanceTo(point, j));
      }
      return offset + scale * sum;
    },
    gradient(point) {
      const gradient = new Float64Array(lengthScales.length);
      const add = (d: number, slope: number): void => {
        if (!categorical?.[d]) gradient[d] = (gradient[d] as number) + scale * slope;
      };
      for (const wave of waves) {
        const slope = -wave.amplitude * Math.sin(phaseAt(wave, point));
        wave.frequencies.forEach((frequency, d) => {
          if (typeof frequency === 'number') add(d, slope * frequency);
        });
      }
      for (let j = 0; j < weights.length; j++) {
        const slope = 2 * signalVariance * (weights[j] as number) * kernel.derivative(distanceTo(point, j));
        lengthScales.forEach((length, d) =>
          add(d, (slope * ((point[d] as number) - ((points[j] as Coordinates)[d] as number))) / length ** 2),
        );
      }
      return gradient;
    },
  };
}

interface Wave {
  readonly amplitude: number;
  readonly phase: number;
  /** By dimension; by choice, what it adds to the phase, along a categorical one. */
  readonly frequencies: readonly (number | ((choice: number) => number))[];
}

/** A wave of the kernel's spectral density: Student's with 2ν degrees of freedom for Matérn ν, normal for RBF. */
function drawWave(
  { kernel, hyperparameters, categorical }: GaussianProcess,
  random: RandomStream,
  size: number,
): Wave {
  const { degreesOfFreedom } = kernel;
  let width = 1;
  if (Number.isFinite(degreesOfFreedom)) {
    let chiSquare = 0;
    for (let i = 0; i < degreesOfFreedom; i++) chiSquare += random.normal() ** 2;
    width = Math.sqrt(degreesOfFreedom / chiSquare);
  }
  return {
    amplitude: size * random.normal(),
    phase: 2 * Math.PI * random.uniform(),
    frequencies: hyperparameters.lengthScales.map((length, d) => {
      if (!categorical?.[d]) return (random.normal() * width) / length;
      // Two choices are as far apart as two unit vectors over √2.
      const shift = (width * Math.SQRT1_2) / length;
      const shifts = new Map<number, number>();
      return choice => {
        const known = shifts.get(choice);
        if (known !== undefined) return known;
        const drawn = random.substream(`choice ${d} ${choice}`).normal() * shift;
        shifts.set(choice, drawn);
        return drawn;
      };
    }),
  };
}

function phaseAt({ phase, frequencies }: Wave, point: Coordinates): number {
  let sum = phase;
  for (let d = 0; d < frequencies.length; d++) {
    const frequency = frequencies[d] as Wave['frequencies'][number];
    const u = point[d] as number;
    sum += typeof frequency === 'number' ? frequency * u : frequency(u);
  }
  return sum;
}
