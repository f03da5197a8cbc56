import { words } from './words';

/** Quantities whose effect goes by their order of magnitude. */
const logarithmic = new Set(
  'lr eta wd decay l1 l2 alpha lambda reg regularization regularisation eps epsilon c gamma'.split(' '),
);

/** Quantities on a linear scale, whose lower bound only stands in for zero. */
const linear = new Set(
  'momentum dropout drop prob probability p ratio fraction frac share subsample colsample threshold exploration'.split(
    ' ',
  ),
);

/** Strengths that may as well be off: of these a zero and a power of ten are both meant. */
const strengths = new Set('lr wd l1 l2 reg regularization regularisation eps epsilon'.split(' '));

const nearOne = new Set('momentum beta ema decay discount gamma'.split(' '));

export function hasLogarithmicName(name: string): boolean {
  return isLearningRate(name) || hasWordOf(name, logarithmic);
}

export function hasLinearName(name: string): boolean {
  return hasWordOf(name, linear);
}

/** A learning rate, a weight decay or another strength that is searched by its order of magnitude. */
export function hasStrengthName(name: string): boolean {
  const parts = words(name);
  const isWeightDecay = parts.has('weight') && parts.has('decay');
  return isLearningRate(name) || isWeightDecay || hasWordOf(name, strengths);
}

/** A weight of the past, such as momentum, whose distance to 1 sets how far back it reaches. */
export function hasNearOneName(name: string): boolean {
  return hasWordOf(name, nearOne);
}

export function isLearningRate(name: string): boolean {
  const parts = words(name);
  return ((parts.has('learning') || parts.has('learn')) && parts.has('rate')) || parts.has('lr');
}

function hasWordOf(name: string, list: ReadonlySet<string>): boolean {
  return [...words(name)].some(word => list.has(word));
}
