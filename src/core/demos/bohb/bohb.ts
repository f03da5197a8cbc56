import * as l10n from '@vscode/l10n';
import { bohbModel } from '../../fidelity/bohbModel';
import type { Section } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import type { Demo } from '../demo';
import { demoReport, requireVarying } from '../demoReport';
import { finalRegret, regretSection } from '../regretChart';
import { contestTask, showing } from '../regretContest';
import { toolSections } from '../toolComparison';
import { whatIfSection } from '../whatIfSettings';
import { watching, working } from '../working';
import { bohbChecks, searchLabel } from './checks';
import { contest, type Contest } from './contest';
import { densityChart } from './densityChart';
import { originChart } from './originChart';
import { bohbControls, bohbPlan, schedulesOf, startBohb, type BohbPlan } from './plan';
import { play, type Played } from './run';

const searches = ['bohb', 'hyperband', 'random'] as const;

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
    requireVarying(space);
    const plan = bohbPlan(options);
    const training = l10n.t('Training the first run');
    const task = yield* working(contestTask(space, plan, `${seed}/contest/0`), 0, training);
    const played = yield* watching(
      play(startBohb(space, plan, seed), task, plan, seed),
      jobsAPartial,
      { fraction: 0.2, message: training },
      so =>
        demoReport(
          bohb,
          input,
          l10n.t('{0} jobs done.', String(so.jobs.length)),
          runSections(space, plan, so),
        ),
    );
    const sections = runSections(space, plan, played);
    yield {
      fraction: 0.2,
      message: training,
      partial: demoReport(bohb, input, answer(plan, played), sections),
    };
    const playing = l10n.t('Playing against Hyperband');
    const against = yield* showing(contest(space, plan, seed), [0.3, 0.95], playing, soFar =>
      demoReport(bohb, input, answer(plan, played, soFar), [regrets(soFar), ...sections]),
    );
    const whatIf = whatIfSection({
      id: 'bohb',
      numbers: plan,
      workers: plan.workers,
      schedules: numbers => schedulesOf(plan, numbers),
    });
    const other = yield* working(whatIf, 0.95, l10n.t('Trying other settings'));
    return demoReport(bohb, input, answer(plan, played, against), [
      regrets(against),
      ...sections,
      ...toolSections(space, input.document),
      other,
      {
        id: 'checks',
        title: l10n.t('Checks'),
        blocks: [{ kind: 'checks', checks: bohbChecks(plan, played, against) }],
      },
    ]);
  },
};

function regrets({ bands, runs }: Contest): Section {
  const series = searches.map(search => ({ label: searchLabel(search), bands: bands[search] }));
  return regretSection('bohb-regret', series, runs);
}

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
    ...[ours, hyperband, random].map(bands => formatNumber(finalRegret(bands))),
    String(against.runs),
  );
}
