import * as l10n from '@vscode/l10n';
import { acquisitionFunctions, type AcquisitionId } from '../acquisition/acquisitionFunction';
import { normalCumulative, normalDensity } from '../numeric/normal';
import type { ChartSlider } from '../report/report';
import { formatNumber } from '../text/formatNumber';
import { placeName } from './acquisitionCoordinates';
import { lastStep, type Step, type Trace } from './acquisitionTrace';

/** The name of the acquisition's own axis. */
export function acquisitionTitle(id: AcquisitionId): string {
  switch (id) {
    case 'expected-improvement':
      return l10n.t('Expected improvement');
    case 'probability-of-improvement':
      return l10n.t('Probability of improvement');
    case 'confidence-bound':
      return l10n.t('Mean − 2 sd');
    case 'thompson':
      return l10n.t('Drawn function');
  }
}

export function isLowestBest(id: AcquisitionId): boolean {
  return id === 'thompson' || acquisitionFunctions[id].best === 'lowest';
}

/** The answer of the whole demonstration: where the next trial would be, and why. */
export function answer(trace: Trace): string {
  const step = lastStep(trace);
  const { axes, acquisition } = trace.setup;
  const trials = String(step.trials);
  const place = placeName(axes, step.next);
  if (acquisition === 'thompson') {
    return l10n.t(
      'After {0} trials one draw of the surrogate is lowest at {1}, with {2} where {3} ± {4} is expected: that is what Thompson sampling tries next.',
      trials,
      place,
      formatNumber(step.acquisitionAtNext),
      formatNumber(step.atNext.mean),
      formatNumber(step.atNext.standardDeviation),
    );
  }
  return l10n.t(
    'After {0} trials the surrogate would try {1} next: {2}, because {3}.',
    trials,
    place,
    evidence(acquisition, step),
    reason(step),
  );
}

/** The acquisition at the next point against that at the runner-up, its best other local optimum. */
function evidence(id: AcquisitionId, { acquisitionAtNext, choice }: Step): string {
  const runnerUp = choice.peaks[1];
  const value = formatNumber(acquisitionAtNext);
  switch (id) {
    case 'expected-improvement': {
      if (runnerUp === undefined) return l10n.t('expected improvement {0}, the only peak', value);
      const ratio = Math.exp(choice.peaks[0].score - runnerUp.score);
      if (ratio < 1.05) return l10n.t('expected improvement {0}, level with the runner-up', value);
      return ratio < 1000
        ? l10n.t('expected improvement {0}, {1}× the runner-up', value, twoDigits(ratio))
        : l10n.t('expected improvement {0}, over 1000× the runner-up', value);
    }
    case 'probability-of-improvement': {
      const share = formatNumber(100 * acquisitionAtNext);
      return runnerUp === undefined
        ? l10n.t('{0} % likely to improve, the only peak', share)
        : l10n.t(
            '{0} % likely to improve, {1} % at the runner-up',
            share,
            formatNumber(100 * normalCumulative(runnerUp.score)),
          );
    }
    case 'confidence-bound':
      return runnerUp === undefined
        ? l10n.t('mean − 2 sd is {0}, the only low', value)
        : l10n.t('mean − 2 sd is {0}, {1} at the runner-up', value, formatNumber(-runnerUp.score));
    case 'thompson':
      return l10n.t('the drawn function is lowest there, at {0}', value);
  }
}

/** Farther than this share of the range from every trial, nothing near was tried. */
const far = 0.1;

function reason({ model, next, atNext, incumbent }: Step): string {
  const { mean, standardDeviation } = atNext;
  const gain = incumbent.mean - mean;
  const z = gain / standardDeviation;
  // The two terms of the expected improvement: what is gained in the mean, and what uncertainty may bring.
  if (gain * normalCumulative(z) > standardDeviation * normalDensity(z)) {
    return l10n.t(
      'the loss predicted there, {0}, is below the best so far, {1}',
      formatNumber(mean),
      formatNumber(incumbent.mean),
    );
  }
  const nearest = Math.min(
    ...model.points.map(point => Math.max(...Array.from(point, (u, d) => Math.abs(u - (next[d] ?? u))))),
  );
  return nearest >= far
    ? l10n.t(
        'nothing near it was tried: the closest trial is {0} % of the range away',
        formatNumber(Math.round(100 * nearest)),
      )
    : l10n.t(
        'the loss there is still uncertain, {0} ± {1} against a best of {2}',
        formatNumber(mean),
        formatNumber(standardDeviation),
        formatNumber(incumbent.mean),
      );
}

/** One position for every step, starting at the last. */
export function iterationSlider({ setup, steps }: Trace): ChartSlider {
  return {
    parameter: 'iteration',
    label: l10n.t('Trials so far'),
    min: steps[0].trials,
    max: steps.at(-1)?.trials ?? steps[0].trials,
    value: steps.at(-1)?.trials ?? steps[0].trials,
    captions: steps.map(step =>
      l10n.t(
        'After {0} trials: best {1}; next {2}, {3}.',
        String(step.trials),
        formatNumber(step.incumbent.mean),
        placeName(setup.axes, step.next),
        evidence(setup.acquisition, step),
      ),
    ),
  };
}

/** The sentence that stands for the picture of posterior and acquisition after the last trial. */
export function pictureSummary(trace: Trace): string {
  const { predictions, incumbent, atNext, next, trials } = lastStep(trace);
  const means = predictions.map(({ mean }) => mean);
  const deviations = predictions.map(({ standardDeviation }) => standardDeviation);
  const tried = trace.trials[incumbent.index];
  return l10n.t(
    'After {0} trials the posterior mean runs from {1} to {2} and its standard deviation up to {3}; the best trial so far is {4} with {5}, the next is {6} with {7} ± {8} expected.',
    String(trials),
    formatNumber(Math.min(...means)),
    formatNumber(Math.max(...means)),
    formatNumber(Math.max(...deviations)),
    placeName(trace.setup.axes, tried?.point ?? []),
    formatNumber(incumbent.mean),
    placeName(trace.setup.axes, next),
    formatNumber(atNext.mean),
    formatNumber(atNext.standardDeviation),
  );
}

function twoDigits(ratio: number): string {
  return formatNumber(Number(ratio.toPrecision(2)));
}
