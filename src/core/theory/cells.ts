import type { Topic } from './topics';

/** A small numerical demonstration, by what is computed. */
export type TheoryCell = CurveCell | UpdateCell | StochasticCell | ClosedFormCell;

export type TheoryKind = TheoryCell['kind'];

/** A loss a·θ²/2 + 0.1·sin(f·θ) and its gradient along θ. */
export interface CurveCell extends Place {
  readonly kind: 'curve';
  readonly a: number;
  readonly f: number;
}

/** One step of gradient descent on a quadratic with these curvatures, the learning rate 0.1 / k. */
export interface UpdateCell extends Place {
  readonly kind: 'update';
  readonly curvatures: readonly [number, number, number];
  readonly k: number;
}

/** The gradient over a sample of NumPy's `default_rng(seed)`, and over a batch of it. */
export interface StochasticCell extends Place {
  readonly kind: 'stochastic';
  readonly seed: number;
}

/** The energy of centred numbers in two ways that must agree. */
export interface ClosedFormCell extends Place {
  readonly kind: 'closed form';
  readonly numbers: readonly [number, number, number];
}

interface Place {
  /** 1 … 24. */
  readonly number: number;
  readonly topic: Topic;
}

const curve = (number: number, topic: Topic, a: number, f: number): CurveCell => ({
  number,
  topic,
  kind: 'curve',
  a,
  f,
});

const update = (number: number, topic: Topic, steepest: number, k: number): UpdateCell => ({
  number,
  topic,
  kind: 'update',
  curvatures: [1, 3, steepest],
  k,
});

const stochastic = (number: number, topic: Topic): StochasticCell => ({
  number,
  topic,
  kind: 'stochastic',
  seed: number + 41,
});

const closedForm = (number: number, topic: Topic): ClosedFormCell => ({
  number,
  topic,
  kind: 'closed form',
  numbers: [number, number + 1, number + 3],
});

/** The 24 cells of the notebook, in its order. */
export const theoryCells: readonly TheoryCell[] = [
  curve(1, 'configuration-space', 1, 1),
  update(2, 'conditional-parameter', 5, 2),
  stochastic(3, 'log-uniform-sampling'),
  closedForm(4, 'grid-search'),
  curve(5, 'random-search', 5, 5),
  update(6, 'sobol-initialisation', 4, 3),
  stochastic(7, 'surrogate-model'),
  closedForm(8, 'gaussian-process'),
  curve(9, 'expected-improvement', 4, 9),
  update(10, 'upper-confidence-bound', 8, 1),
  stochastic(11, 'thompson-sampling'),
  closedForm(12, 'bayesian-optimisation'),
  curve(13, 'successive-halving', 3, 13),
  update(14, 'hyperband', 7, 2),
  stochastic(15, 'asha'),
  closedForm(16, 'bohb'),
  curve(17, 'population-based-training', 2, 17),
  update(18, 'multi-objective-tuning', 6, 3),
  stochastic(19, 'pareto-frontier'),
  closedForm(20, 'validation-leakage'),
  curve(21, 'nested-validation', 1, 21),
  update(22, 'llm-fine-tuning-search', 5, 1),
  stochastic(23, 'configuration-space'),
  closedForm(24, 'conditional-parameter'),
];
