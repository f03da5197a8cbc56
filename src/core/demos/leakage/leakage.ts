import * as l10n from '@vscode/l10n';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import type { ChartBlock, Report, Section } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { LeakSetting } from '../../validation/leaks/leak';
import { leaks } from '../../validation/leaks/leaks';
import type { Demo, DemoInput, Progress } from '../demo';
import { demoReport } from '../demoReport';
import { leakageChecks } from './leakageChecks';
import { leakChart, remedyTable } from './leakChart';
import { measureLeak, type LeakResult } from './leakResults';
import { leakLabel } from './leakWords';
import { inThisFile } from './inThisFile';
import { optimismChart } from './optimismChart';
import { points, scoringControls, scoringOf, trialsControl } from './validationSet';

/** Simulated studies of every leak, on the space's own number of trials. */
export const leakage: Demo = {
  id: 'leakage',
  get title() {
    return l10n.t('Validation leakage');
  },
  get question() {
    return l10n.t('How much better than it is could my best score look, and by which mistake?');
  },
  controls: space => [
    trialsControl(space, 1000),
    ...scoringControls(),
    {
      kind: 'number',
      id: 'looks',
      label: l10n.t('Looks at a trial while it trains'),
      min: 2,
      max: 50,
      step: 1,
      value: 10,
    },
    {
      kind: 'number',
      id: 'duplicated',
      label: l10n.t('Rows there twice in %'),
      min: 1,
      max: 50,
      step: 1,
      value: 10,
    },
  ],
  *run(input) {
    const { options } = input;
    const setting: LeakSetting = {
      trials: Number(options['trials']),
      scoring: scoringOf(options),
      looks: Number(options['looks']),
      duplicated: Number(options['duplicated']) / 100,
    };
    const random = randomStream(input.seed).substream('leakage');
    const curve = yield* working(optimismChart(setting.scoring, setting.trials), 0, '');
    const results: LeakResult[] = [];
    for (const [i, leak] of leaks.entries()) {
      const fraction = (i + 1) / (leaks.length + 1);
      results.push(yield* working(measureLeak(leak, setting, random), fraction, leakLabel(leak.id)));
      yield { fraction, message: leakLabel(leak.id), partial: report(input, setting, results, curve) };
    }
    return report(input, setting, results, curve, true);
  },
};

function* working<T>(work: Work<T>, fraction: number, message: string): Generator<Progress, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { fraction, message };
  }
}

function report(
  input: DemoInput,
  setting: LeakSetting,
  results: readonly LeakResult[],
  curve: ChartBlock,
  isWhole = false,
): Report {
  const { seed, options, source } = input;
  const sections: Section[] = [
    {
      id: 'leaks',
      title: l10n.t('Leaks, measured'),
      caption: l10n.t(
        'What validation said above what new data says; bars are 95 % intervals. The first two are your search on your numbers; in the others labels are coin flips (in time: a drifting series), so all the skill seen is made up.',
      ),
      blocks: [leakChart(results)],
    },
    {
      id: 'trials',
      title: l10n.t('Choosing the best of many'),
      caption: l10n.t(
        'Exact expectation for your accuracy, agreement and true differences. Four times the rows halve the luck where trials are equal; doubling the trials adds less each time.',
      ),
      blocks: [curve],
    },
    inThisFile(input),
  ];
  const rest: Section[] = [
    { id: 'instead', title: l10n.t('What to do instead'), blocks: [remedyTable(results)] },
    {
      id: 'checks',
      title: l10n.t('Checks'),
      blocks: [{ kind: 'checks', checks: leakageChecks(results) }],
    },
  ];
  return demoReport(
    leakage,
    { options, seed, source },
    answer(setting, results),
    isWhole ? [...sections, ...rest] : sections,
  );
}

function answer({ trials, scoring }: LeakSetting, results: readonly LeakResult[]): string {
  const [chosen] = results;
  const own = chosen
    ? l10n.t(
        'The best of {0} trials on {1} validation rows is expected to look {2} points better than it is (measured: {3} to {4}).',
        formatNumber(trials),
        formatNumber(scoring.rows),
        points(chosen.expected ?? chosen.optimism.mean),
        points(chosen.optimism.low),
        points(chosen.optimism.high),
      )
    : '';
  const inData = results.slice(2);
  const [worst] = [...inData].sort((a, b) => b.optimism.mean - a.optimism.mean);
  if (!worst || inData.length < leaks.length - 2) return own;
  return l10n.t(
    '{0} Mistakes with the data can fool far more, by {2} points on labels without any signal: {1}.',
    own,
    leakLabel(worst.id),
    points(worst.optimism.mean),
  );
}
