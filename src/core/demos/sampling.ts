import * as l10n from '@vscode/l10n';
import type { Report, Section } from '../report/report';
import { varyingParameters } from '../sampling/configurations';
import { DemoError, type Demo, type DemoInput, type Progress } from './demo';
import { demoReport } from './demoReport';
import { samplingAnswer } from './samplingAnswer';
import { simulateChance, type Chance } from './samplingChance';
import { samplingChecks } from './samplingChecks';
import { drawDesigns, type Design } from './samplingDesigns';
import { evennessChart } from './samplingEvennessChart';
import { marginalsChart } from './samplingMarginalsChart';
import { samplingControls, samplingOptions, type SamplingOptions } from './samplingOptions';
import { pairsChart } from './samplingPairsChart';
import { comparisonTable, decadesTable, wideParameters } from './samplingTables';

/** Grid, random, Latin hypercube and scrambled Sobol side by side on the space. */
export const sampling: Demo = {
  id: 'sampling',
  get title() {
    return l10n.t('Sampling');
  },
  get question() {
    return l10n.t('What would this budget try, and what would it never see?');
  },
  controls: samplingControls,
  *run(input) {
    const options = samplingOptions(input.space, input.options);
    if (!options) {
      throw new DemoError(
        l10n.t(
          'Nothing varies here: no parameter has more than one value. Give one a range or a list of values.',
        ),
      );
    }
    const designs = yield* passingOn(drawDesigns(input.space, options, input.seed), () => ({
      fraction: 0,
      message: l10n.t('Drawing trials'),
    }));
    if (designs.every(({ trials }) => trials.length === 0)) {
      throw new DemoError(l10n.t('Every combination that was drawn is forbidden. Forbid less of the space.'));
    }
    const message = l10n.t('Repeating random search for comparison');
    const writing = (): Progress => ({ fraction: 0.1, message });
    const partial = yield* passingOn(report(input, options, designs), writing);
    yield { ...writing(), partial };
    const chance = yield* passingOn(simulateChance(input.space, options.count, input.seed), done => ({
      fraction: 0.1 + 0.85 * done,
      message,
    }));
    return yield* passingOn(report(input, options, designs, chance), () => ({ fraction: 0.95, message }));
  },
};

/** Runs a part to its end and reports each of its steps as progress. */
function* passingOn<Step, T>(
  part: Generator<Step, T>,
  progress: (step: Step) => Progress,
): Generator<Progress, T> {
  for (let step = part.next(); ; step = part.next()) {
    if (step.done) return step.value;
    yield progress(step.value);
  }
}

function* report(
  { space, seed, options: given, source }: DemoInput,
  options: SamplingOptions,
  designs: readonly Design[],
  chance?: Chance,
): Generator<void, Report> {
  const sections: Section[] = [];
  for (const section of [
    () => [trialSection(options, designs)],
    () => [marginalSection(options, designs)],
    () => [comparisonSection(options, designs, chance)],
    () => decadeSections(space, designs),
    () => (chance ? [checkSection(space, designs, chance)] : []),
  ]) {
    sections.push(...section());
    yield;
  }
  return demoReport(
    sampling,
    { options: given, seed, source },
    samplingAnswer(space, options, designs, seed, chance),
    sections,
  );
}

function trialSection(options: SamplingOptions, designs: readonly Design[]): Section {
  return {
    id: 'trials',
    title: l10n.t('Where the trials land'),
    caption: l10n.t(
      'Larger points are several trials in one place. Drag in one panel to see the same region in all.',
    ),
    blocks: [pairsChart(designs, options)],
  };
}

function marginalSection({ x, y }: SamplingOptions, designs: readonly Design[]): Section {
  return {
    id: 'marginals',
    title: l10n.t('What each parameter sees'),
    caption: l10n.t('Bars are trials; the lines over them are what the distribution asks for.'),
    blocks: [marginalsChart(designs, y && y.name !== x.name ? [x, y] : [x])],
  };
}

function comparisonSection(options: SamplingOptions, designs: readonly Design[], chance?: Chance): Section {
  const even = chance && chance.discrepancies.length > 0 ? [evennessChart(designs, chance)] : [];
  return {
    id: 'comparison',
    title: l10n.t('Coverage and evenness'),
    caption: l10n.t(
      'Coverage is the share of values, or of as many slices as there are trials, that was tried; the band is where nine random designs in ten lie.',
    ),
    blocks: [...even, comparisonTable(designs, options.x.name, chance)],
  };
}

function decadeSections(space: DemoInput['space'], designs: readonly Design[]): Section[] {
  const wide = wideParameters(varyingParameters(space));
  if (wide.length === 0) return [];
  return [
    {
      id: 'decades',
      title: l10n.t('Decades'),
      caption: l10n.t('A decade that expects less than one trial is one the search does not look at.'),
      blocks: [decadesTable(designs, wide)],
    },
  ];
}

function checkSection(space: DemoInput['space'], designs: readonly Design[], chance: Chance): Section {
  return {
    id: 'checks',
    title: l10n.t('Checks'),
    blocks: [{ kind: 'checks', checks: samplingChecks(space, designs, chance) }],
  };
}
