import * as l10n from '@vscode/l10n';
import { acquisitionFunctions } from '../acquisition/acquisitionFunction';
import { expectedImprovement } from '../acquisition/expectedImprovement';
import { latticePoints } from '../acquisition/peaks';
import type { Work } from '../numeric/work';
import type { CheckResult } from '../report/report';
import { positionsAlong } from '../search/axis';
import { gaussianProcess, predictAll, type Prediction } from '../surrogate/gaussianProcess';
import { formatNumber } from '../text/formatNumber';
import { placeName } from './acquisitionCoordinates';
import { randomRuns, type RegretHistory } from './acquisitionRegret';
import { lastStep, type Step, type Trace } from './acquisitionTrace';

/** What must hold of the surrogate and of its choice, looked up anew rather than taken from the search. */
export function* acquisitionChecks(trace: Trace, history: RegretHistory): Work<CheckResult[]> {
  const { axes, acquisition } = trace.setup;
  const step = lastStep(trace);
  const count = axes.length === 1 ? 1501 : 71;
  const dense = latticePoints(axes.map(axis => positionsAlong(axis, count, 'ends')));
  const predictions = yield* predictAll(step.model, dense);
  const improvements = predictions.map(prediction => expectedImprovement(prediction, step.incumbent.mean));
  return [
    interpolation(step),
    {
      name: l10n.t('Expected improvement is nowhere negative'),
      ...lowest(improvements, dense.length),
    },
    acquisition === 'thompson' ? lowestOfDraw(step) : bestOnDenseGrid(trace, step, predictions),
    {
      name: l10n.t('The posterior standard deviation is nowhere negative'),
      ...lowest(
        predictions.map(({ standardDeviation }) => standardDeviation),
        dense.length,
      ),
    },
    yield* shrinks(trace),
    coverage(trace),
    againstRandom(history),
  ];
}

/** Residuals beyond this many noise standard deviations are not noise. */
const tolerance = 4;

function interpolation({ model }: Step): CheckResult {
  const value = Math.max(
    ...model.points.map((point, i) => Math.abs(model.predict(point).mean - (model.values[i] ?? NaN))),
  );
  const target = tolerance * model.noise;
  return {
    name: l10n.t('The posterior mean passes through every observation'),
    status: value <= target ? 'PASS' : 'WARN',
    message: l10n.t(
      'The largest distance to one of {0} observations is {1}; the noise standard deviation is {2}.',
      String(model.points.length),
      formatNumber(value),
      formatNumber(model.noise),
    ),
    value,
    target: 0,
    tolerance: target,
  };
}

function lowest(values: readonly number[], points: number): Omit<CheckResult, 'name'> {
  const value = Math.min(...values);
  return {
    status: value >= 0 ? 'PASS' : 'FAIL',
    message: l10n.t('The lowest of {0} points is {1}.', String(points), formatNumber(value)),
    value,
    target: 0,
  };
}

function bestOnDenseGrid(
  { setup }: Trace,
  { next, atNext, incumbent }: Step,
  predictions: readonly Prediction[],
): CheckResult {
  const name = l10n.t('The next point is where the acquisition is best');
  if (setup.acquisition === 'thompson') {
    return { name, status: 'NOT_APPLICABLE', message: l10n.t('A drawn function has no values in between.') };
  }
  const { best, value: at } = acquisitionFunctions[setup.acquisition];
  const sign = best === 'highest' ? 1 : -1;
  const value = at(atNext, incumbent.mean);
  const values = predictions.map(prediction => at(prediction, incumbent.mean));
  const target = sign * Math.max(...values.map(other => sign * other));
  const allowed = 1e-3 * Math.abs(target);
  return {
    name,
    status: sign * (target - value) <= allowed ? 'PASS' : 'WARN',
    message: l10n.t(
      '{0} at {1}; the best of a grid of {2} points is {3}.',
      formatNumber(value),
      placeName(setup.axes, next),
      String(predictions.length),
      formatNumber(target),
    ),
    value,
    target,
    tolerance: allowed,
  };
}

function lowestOfDraw({ acquisition, acquisitionAtNext }: Step): CheckResult {
  const target = Math.min(...acquisition);
  return {
    name: l10n.t('The next point is where the drawn function is lowest'),
    status: acquisitionAtNext === target ? 'PASS' : 'FAIL',
    message: l10n.t(
      '{0} there; the lowest of the {1} points drawn is {2}.',
      formatNumber(acquisitionAtNext),
      String(acquisition.length),
      formatNumber(target),
    ),
    value: acquisitionAtNext,
    target,
  };
}

/** With the hyperparameters of the last fit, because a refit may widen the posterior for good reasons. */
function* shrinks(trace: Trace): Work<CheckResult> {
  const { model } = lastStep(trace);
  const { kernel, hyperparameters, points, values, standardisation } = model;
  const every = Math.ceil(trace.shown.length / 100);
  const places = trace.shown.filter((_, i) => i % every === 0);
  const means: number[] = [];
  let worst = 0;
  let before: readonly Prediction[] | undefined;
  for (const { trials } of trace.steps) {
    const part = gaussianProcess(
      kernel,
      hyperparameters,
      points.slice(0, trials),
      values.slice(0, trials),
      standardisation,
    );
    const after = yield* predictAll(part, places);
    means.push(after.reduce((sum, { standardDeviation }) => sum + standardDeviation, 0) / after.length);
    after.forEach(({ standardDeviation }, i) => {
      worst = Math.max(worst, standardDeviation - (before?.[i]?.standardDeviation ?? Infinity));
    });
    before = after;
  }
  // Where a point was just tried the deviation is the root of a difference of rounding errors.
  const allowed = 1e-6 * standardisation.scale;
  return {
    name: l10n.t('The posterior narrows with every trial'),
    status: worst <= allowed ? 'PASS' : 'FAIL',
    message: l10n.t(
      'With the same hyperparameters its mean standard deviation falls from {0} after {1} trials to {2} after {3}; the largest rise at a point is {4}.',
      formatNumber(means[0] ?? 0),
      String(trace.steps[0].trials),
      formatNumber(means.at(-1) ?? 0),
      String(lastStep(trace).trials),
      formatNumber(worst),
    ),
    value: worst,
    target: 0,
    tolerance: allowed,
  };
}

/** How often a new loss fell into the 95 % interval predicted for it, which no fit has seen. */
function coverage({ steps, trials }: Trace): CheckResult {
  const name = l10n.t('New losses fall where they were predicted');
  const judged = steps.flatMap(({ model, atNext, trials: seen }) => {
    const found = trials[seen];
    const deviation = Math.hypot(atNext.standardDeviation, model.noise);
    return found ? [Math.abs(found.loss - atNext.mean) <= 1.96 * deviation] : [];
  });
  const inside = judged.filter(Boolean).length;
  const value = inside / judged.length;
  return {
    name,
    status: value >= 0.5 ? 'INFO' : 'WARN',
    message: l10n.t(
      '{0} of {1} new losses fell into the 95 % interval that was predicted before they were tried.',
      String(inside),
      String(judged.length),
    ),
    value,
    target: 0.95,
  };
}

function againstRandom({ search, random }: RegretHistory): CheckResult {
  const value = search.at(-1) ?? NaN;
  const target = random.at(-1)?.median ?? NaN;
  return {
    name: l10n.t('The search beats random search'),
    status: value <= target ? 'PASS' : 'WARN',
    message: l10n.t(
      'Best loss {0} above the minimum after {1} trials; the median of {2} random searches is {3}.',
      formatNumber(value),
      String(search.length),
      String(randomRuns),
      formatNumber(target),
    ),
    value,
    target,
  };
}
