import { acquisitionFunctions, type AcquisitionFunctionId } from '../acquisition/acquisitionFunction';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import type { Score } from './maximiseAcquisition';

/** The score of an acquisition function, with its gradient by the chain rule. */
export function acquisitionScore(
  model: GaussianProcess,
  acquisition: AcquisitionFunctionId,
  incumbent: number,
): Score {
  const { score, slope } = acquisitionFunctions[acquisition];
  return {
    value: point => score(model.predict(point), incumbent),
    slope(point) {
      const { meanGradient, deviationGradient, ...prediction } = model.slope(point);
      const by = slope(prediction, incumbent);
      return {
        value: score(prediction, incumbent),
        gradient: meanGradient.map(
          (change, d) => by.mean * change + by.standardDeviation * (deviationGradient[d] as number),
        ),
      };
    },
  };
}

/** The negative of what the model expects: highest where the loss is expected to be lowest. */
export function meanScore(model: GaussianProcess): Score {
  return {
    value: point => -model.predict(point).mean,
    slope(point) {
      const { mean, meanGradient } = model.slope(point);
      return { value: -mean, gradient: meanGradient.map(change => -change) };
    },
  };
}
