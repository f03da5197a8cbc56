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
