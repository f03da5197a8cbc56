import * as l10n from '@vscode/l10n';
import { bohbModel } from '../../fidelity/bohbModel';
import type { Report, Section } from '../../report/report';
import { varyingParameters } from '../../sampling/configurations';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { DemoError, type Demo, type DemoInput } from '../demo';
import { working } from '../working';
import { bohbChecks } from './checks';
import { contest, taskOf, type Contest } from './contest';
import { densityChart } from './densityChart';
import { originChart } from './originChart';
import { bohbControls, bohbPlan, startBohb, type BohbPlan } from './plan';
import { regretChart } from './regretChart';
import { play, type Played } from './run';

/** The report is brought up to date after so many jobs. */
const jobsAPartial = 60;

/** Hyperband's brackets filled by densities of good and bad results. */
export const bohb: Demo = {
  id: 'bohb',
  get title() {
    return l10n.t('BOHB');
  },
  get question() {
    return l10n.t('Does a model of cheap results find better configurations than Hyperband’s random ones?');
  },
  controls: bohbControls,
  *run(input) {
    const { space, seed, options } = input;
    if (varyingParameters(space).length === 0) {
      throw new DemoError(
        l10n.t(
          'Nothing varies here: no parameter has more than one value. Give one a range or a list of values.',
        ),
      );
    }
    const plan = bohbPlan(options);
    const training = l10n.t('Training the first run');
    const task = yield* working(taskOf(space, plan, `${seed}/contest/0`), 0, training);
    const run = play(startBohb(space, plan, seed), task, plan, seed);
    let step = run.next();
    for (let jobs = 1; !step.done; step = run.next(), jobs++) {
      const so = step.value;
      const partial =
        jobs % jobsAPartial === 0
          ? report(input, l10n.t('{0} jobs done.', String(so.jobs.length)), runSections(space, plan, so))
          : undefined;
      yield { fraction: 0.2, message: training, partial };
    }
    const played = step.value;
    const sections = runSections(space, plan, played);
    yield {
      fraction: 0.2,
      message: training,
      partial: report(input, answer(plan, played), sections),
    };
    const against = yield* working(contest(space, plan, seed), 0.3, l10n.t('Playing against Hyperband'));
    return report(input, answer(plan, played, against), [
      {
        id: 'regret',
        title: l10n.t('Cost against regret'),
        caption: l10n.t(
          'Simulated training, not yours: {0} runs, each on configurations of its own; bands hold the middle half.',
          String(against.runs),
        ),
        blocks: [regretChart(against)],
      },
      ...sections,
      {
        id: 'checks',
        title: l10n.t('Checks'),
        blocks: [{ kind: 'checks', checks: bohbChecks(plan, played, against) }],
      },
    ]);
  },
};

function runSections(space: SearchSpace, plan: BohbPlan, played: Played): Section[] {
  const model = bohbModel(space, played.jobs, plan.settings);
  return [
    {
      id: 'densities',
      title: l10n.t('What the model knows'),
      caption: model
        ? l10n.t(
            'One run. Candidates are drawn near good results, with kernels {0} times as wide; the one where good most exceeds bad is trained.',
            formatNumber(plan.settings.bandwidthFactor ?? 3),
          )
        : l10n.t('No budget has enough results for a model yet.'),
      blocks: [...(model ? [densityChart(space, model, played)] : []), originChart(plan, played)],
    },
  ];
}

function report({ options, seed, source }: DemoInput, text: string, sections: readonly Section[]): Report {
  return {
    version: 1,
    title: source.file === undefined ? bohb.title : l10n.t('{0} · {1}', bohb.title, source.file),
    answer: text,
    provenance: { demo: bohb.id, seed, options, ...source },
    sections,
  };
}

function answer(plan: BohbPlan, { origins }: Played, against?: Contest): string {
  const models = l10n.t(
    'Models draw {0} of {1} configurations',
    String(origins.filter(({ kind }) => kind === 'model').length),
    String(origins.length),
  );
  if (!against) return l10n.t('{0}.', models);
  const { bohb: ours, hyperband, random } = against.bands;
  return l10n.t(
    '{0}: for {1} units BOHB ends {2} above the best possible loss, Hyperband {3} and random search {4} (medians of {5} runs).',
    models,
    formatNumber(plan.cost),
    ...[ours, hyperband, random].map(bands => formatNumber(bands.at(-1)?.median ?? NaN)),
    String(against.runs),
  );
}
