/** The loss of one training run against its progress: a power law with an asymptote. */
export interface LearningCurve {
  /** The loss of endless training, 0 to 1, where 1 is the loss before training. */
  readonly asymptote: number;
  /** The exponent of the decay; small is slow. */
  readonly rate: number;
}

/** The share of full training after which the power law sets in. */
const onset = 0.01;

/**
 * The noise-free loss after a share `progress` of full training: a + (1 − a)(1 + progress / onset)^−rate. It is the
 * `pow3` family, c − a·x^−α for an accuracy, of Domhan, Springenberg and Hutter, "Speeding up automatic
 * hyperparameter optimization of deep neural networks by extrapolation of learning curves", IJCAI 2015, table 1,
 * shifted so that every curve starts at a loss of 1.
 */
export function lossAt({ asymptote, rate }: LearningCurve, progress: number): number {
  return asymptote + (1 - asymptote) * (1 + progress / onset) ** -rate;
}
