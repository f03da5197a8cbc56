export const curveFamilies = [
  'powerLaw',
  'exponential',
  'crossing',
  'noisy',
  'diverging',
  'overfitting',
] as const;

/** How losses fall, and what may go wrong on the way. */
export type CurveFamily = (typeof curveFamilies)[number];

/** One training run: what its loss is at any progress, without noise. */
export interface LearningCurve {
  readonly family: CurveFamily;
  /** How bad the configuration is in truth, in standard deviations of a random one; small is good. */
  readonly badness: number;
  /** How bad it seems at first for reasons of its own, in the same units, uncorrelated with the badness. */
  readonly pretence: number;
  /** How much the pretence counts at the first budget: an angle between 0, not at all, and π. */
  readonly angle: number;
  /** The share of full training that the first budget is. */
  readonly first: number;
  /** The progress from which the loss only grows; absent for one that never diverges. */
  readonly diverges?: number | undefined;
}

interface Shape {
  /** The share of the initial excess that is left at a progress. */
  readonly decay: (progress: number) => number;
  /** The share of the first angle that is left, 1 to 0 as `late` goes from 0 at the first budget to 1. */
  readonly turn: (late: number) => number;
  /** Standard deviation of an observed loss. */
  readonly noise: number;
}

const steadily = (late: number): number => 1 - late;
const lately = (late: number): number => 1 - late ** 4;
const powerLaw: Shape = { decay: p => (1 + p / 0.01) ** -0.7, turn: steadily, noise: 0.01 };

const shapes: Readonly<Record<CurveFamily, Shape>> = {
  powerLaw,
  exponential: { ...powerLaw, decay: p => Math.exp(-6 * p) },
  crossing: { ...powerLaw, turn: lately },
  noisy: { ...powerLaw, noise: 0.06 },
  diverging: powerLaw,
  overfitting: { decay: p => Math.exp(-40 * p), turn: lately, noise: 0.01 },
};

const levels = { best: 0.1, worst: 0.8 };

/**
 * The loss after a share `progress` of full training: a + (1 − a) · decay(progress), a between 0.1 and 0.8. The decay
 * is a power law, `pow3` of Domhan, Springenberg and Hutter, "Speeding up automatic hyperparameter optimization of
 * deep neural networks by extrapolation of learning curves", IJCAI 2015, table 1, shifted so that every curve starts
 * at 1, or an exponential, fast where training overfits. At full training the level a is a growing function of the
 * badness alone; earlier the pretence turns it away, so curves cross and some climb again. A run that diverges climbs
 * for a tenth of full training and is NaN from there on.
 */
export function lossAt(curve: LearningCurve, progress: number): number {
  const { badness, pretence, angle, first, family, diverges = Infinity } = curve;
  if (progress > diverges + 0.1) return NaN;
  const { decay, turn } = shapes[family];
  const late = progress >= 1 ? 1 : progress <= first ? 0 : 1 - Math.log(progress) / Math.log(first);
  const turned = angle * turn(late);
  const seen = Math.cos(turned) * badness + Math.sin(turned) * pretence;
  const level = levels.best + (levels.worst - levels.best) / (1 + Math.exp(-1.5 * seen));
  const loss = level + (1 - level) * decay(progress);
  return loss + 20 * Math.max(0, progress - diverges);
}

/** The standard deviation of one observed loss around its curve. */
export function observationNoise(family: CurveFamily): number {
  return shapes[family].noise;
}
