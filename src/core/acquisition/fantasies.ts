import type { GaussianProcess } from '../surrogate/gaussianProcess';
import type { Coordinates } from '../surrogate/hyperparameters';

/**
 * What is taken for the losses of pending trials, so that the next suggestion is another one: `believer`, what the
 * model predicts; `best` and `worst`, the lowest and the highest loss observed ("kriging believer" and "constant
 * liar", Ginsbourger, Le Riche & Carraro 2010). The lower the lie, the less the search is kept from what is near.
 */
export type Liar = 'believer' | 'best' | 'worst';

/** The model given a guess for each pending point, with the hyperparameters of what was observed. */
export function withPending(
  model: GaussianProcess,
  pending: readonly Coordinates[],
  liar: Liar,
): GaussianProcess {
  if (pending.length === 0) return model;
  const lie = (point: Coordinates): number => {
    switch (liar) {
      case 'believer':
        return model.predict(point).mean;
      case 'best':
        return model.values.reduce((low, value) => Math.min(low, value), Infinity);
      case 'worst':
        return model.values.reduce((high, value) => Math.max(high, value), -Infinity);
    }
  };
  return model.extended(pending, pending.map(lie));
}
