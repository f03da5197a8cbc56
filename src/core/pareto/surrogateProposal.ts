import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurationMapping, varyingParameters } from '../sampling/configurations';
import { maximise, type Score } from '../search/maximiseAcquisition';
import type { Suggested } from '../search/method';
import { surrogateSpace } from '../search/surrogateSpace';
import { drawUntried } from '../search/untried';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { fitGaussianProcess } from '../surrogate/fitGaussianProcess';
import type { GaussianProcess, Prediction } from '../surrogate/gaussianProcess';
import type { FinishedTrial, MultiObjectiveTrial } from './multiObjectiveMethod';
import { variation } from './variation';

/** What is to be modelled and what is to be maximised. */
export interface SurrogateTask {
  readonly finished: readonly FinishedTrial[];
  /** For each surrogate, one finite value per finished trial. */
  readonly targets: readonly (readonly number[])[];
  /**
   * How good it would be to try a point, from one prediction per surrogate; may be −∞.
   * @param believed what each surrogate believes of each finished trial, which noise cannot make look better.
   */
  scoring(believed: readonly (readonly number[])[]): (predictions: readonly Prediction[]) => number;
  /** The trials whose children are looked at too. */
  readonly parents: readonly FinishedTrial[];
}

const maximiserOptions = { candidates: 256, climbs: 4 };
const children = 64;

/**
 * The untried configuration that a score of the predictions of independent Gaussian processes holds to be best.
 * Pending trials are taken to turn out as predicted ("kriging believer", Ginsbourger, Le Riche & Carraro 2010).
 */
export function* proposeBySurrogates(
  space: SearchSpace,
  trials: readonly MultiObjectiveTrial[],
  { finished, targets, scoring, parents }: SurrogateTask,
  random: RandomStream,
): Work<Suggested | undefined> {
  const cube = surrogateSpace(space);
  const points = finished.map(({ configuration }) => cube.encode(configuration));
  const pending = trials
    .filter(({ losses }) => losses === undefined)
    .map(({ configuration }) => cube.encode(configuration));
  const models: GaussianProcess[] = [];
  const believed: number[][] = [];
  for (const [j, values] of targets.entries()) {
    const model = yield* fitGaussianProcess(
      points,
      values,
      { kernel: 'matern52', noise: 'fitted', randomStarts: 1, categorical: cube.categorical },
      random.substream(`fit ${j}`),
    );
    believed.push(points.map(point => model.predict(point).mean));
    models.push(
      pending.length === 0
        ? model
        : model.extended(
            pending,
            pending.map(point => model.predict(point).mean),
          ),
    );
  }
  const tops = yield* maximise(
    cube,
    scoreOf(models, scoring(believed)),
    childrenOf(space, parents, random.substream('children')).map(cube.encode),
    maximiserOptions,
    random.substream('maximise'),
  );
  const best = tops.map(({ point }) => cube.decode(point)).values();
  const toConfiguration = configurationMapping(space);
  const dimension = varyingParameters(space).length;
  const draw = () =>
    best.next().value ?? toConfiguration(Float64Array.from({ length: dimension }, random.uniform));
  const configuration = yield* drawUntried(space, trials, draw, random);
  return configuration && { configuration };
}

function childrenOf(
  space: SearchSpace,
  parents: readonly FinishedTrial[],
  random: RandomStream,
): Configuration[] {
  if (parents.length === 0) return [];
  const vary = variation(space);
  const parent = () => (parents[random.integer(parents.length)] as FinishedTrial).configuration;
  return Array.from({ length: children }, () => vary(parent(), parent(), random));
}

/** Of a prediction's scale, small enough to be a derivative and large enough not to drown in rounding. */
const differenceStep = 1e-6;

/** The score at a point, its gradient by the chain rule over means and standard deviations. */
function scoreOf(
  models: readonly GaussianProcess[],
  score: (predictions: readonly Prediction[]) => number,
): Score {
  return {
    value: point => score(models.map(model => model.predict(point))),
    slope(point) {
      const slopes = models.map(model => model.slope(point));
      const value = score(slopes);
      const gradient = new Float64Array(point.length);
      slopes.forEach((slope, j) => {
        const step = differenceStep * Math.max(slope.standardDeviation, Number.MIN_VALUE);
        const changed = (by: Partial<Prediction>): number =>
          (score(slopes.with(j, { ...slope, ...by })) - value) / step;
        const byMean = changed({ mean: slope.mean + step });
        const byDeviation = changed({ standardDeviation: slope.standardDeviation + step });
        for (let d = 0; d < gradient.length; d++) {
          const change =
            byMean * (slope.meanGradient[d] as number) + byDeviation * (slope.deviationGradient[d] as number);
          if (Number.isFinite(change)) gradient[d] = (gradient[d] as number) + change;
        }
      });
      return { value, gradient };
    },
  };
}
