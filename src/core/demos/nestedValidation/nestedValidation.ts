import * as l10n from '@vscode/l10n';
import { randomStream } from '../../numeric/random';
import type { OptionValue, Report, Section } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { Scoring } from '../../validation/scoreLaw';
import { seenRows, type ProblemId } from '../../validation/smallProblems';
import type { Control, Demo, DemoInput, Progress } from '../demo';
import { demoReport } from '../demoReport';
import { points, scoringControls, scoringOf, trialsControl } from '../leakage/validationSet';
import { alarmsChart, countAlarms, type Alarms } from './alarmsChart';
import { expectedBestChart } from './expectedBestChart';
import { nestedChecks } from './nestedChecks';
import { problemLabel, runSearches, type Searches } from './searches';
import { supportChart, supportOf, supportText, trialsText } from './supportChart';
import { waysChart } from './waysChart';

const problems: readonly ProblemId[] = ['iris', 'overlap', 'noise'];

interface Setting {
  readonly problem: ProblemId;
  readonly trials: number;
  readonly scoring: Scoring;
  readonly tolerance: number;
}

/** Flat against nested cross-validation of the space's number of trials on small data, and what rows they need. */
export const nestedValidation: Demo = {
  id: 'nested-validation',
  get title() {
    return l10n.t('Nested validation');
  },
  get question() {
    return l10n.t('How much of my best score is luck, and how many trials does my validation set support?');
  },
  controls: space => [trialsControl(space, 300), problemControl(), ...scoringControls(), toleranceControl()],
  *run(input) {
    const setting = settingOf(input.options);
    const random = randomStream(input.seed).substream('nested-validation');
    const first = [supportSection(setting)];
    yield { fraction: 0, message: l10n.t('Searching'), partial: report(input, setting, first) };
    const searches = yield* progressing(
      runSearches(setting.problem, setting.trials, random),
      l10n.t('Searching'),
      [0, 0.8],
    );
    const shown = [...first, waysSection(setting, searches), bestSection(searches)];
    yield { fraction: 0.8, message: l10n.t('Comparing'), partial: report(input, setting, shown, searches) };
    const alarms = yield* progressing(countAlarms(random), l10n.t('Comparing'), [0.8, 1]);
    return report(
      input,
      setting,
      [...shown, alarmsSection(alarms), checksSection(setting, searches, alarms)],
      searches,
    );
  },
};

function* progressing<T>(
  work: Generator<number, T, void>,
  message: string,
  [from, to]: readonly [number, number],
): Generator<Progress, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { fraction: from + (to - from) * step.value, message };
  }
}

function problemControl(): Control {
  return {
    kind: 'choice',
    id: 'data',
    label: l10n.t('Data'),
    choices: problems.map(value => ({ value, label: problemLabel(value) })),
    value: 'iris',
  };
}

function toleranceControl(): Control {
  const label = l10n.t('Optimism to accept in points');
  return { kind: 'number', id: 'tolerance', label, min: 0.1, max: 10, step: 0.1, value: 1 };
}

function settingOf(options: Readonly<Record<string, OptionValue>>): Setting {
  return {
    problem: problems.find(problem => problem === options['data']) ?? 'iris',
    trials: Number(options['trials']),
    scoring: scoringOf(options),
    tolerance: Number(options['tolerance']) / 100,
  };
}

function waysSection({ problem, trials }: Setting, searches: Searches): Section {
  return {
    id: 'ways',
    title: l10n.t('Flat against nested'),
    caption: l10n.t(
      'Each tick is one random search of {0} trials for a nearest-neighbour classifier on {1} rows of {2}; the truth is its winner on rows it never saw. Dots are means with 95 % intervals.',
      formatNumber(trials),
      String(seenRows),
      problemLabel(problem),
    ),
    blocks: [waysChart(searches)],
  };
}

function supportSection({ scoring, trials, tolerance }: Setting): Section {
  return {
    id: 'support',
    title: l10n.t('What your validation set supports'),
    caption: l10n.t(
      'By the normal closed form, from the accuracy, agreement and true differences set above. Right of a line the best score can be believed to within its points.',
    ),
    blocks: [
      { kind: 'text', text: supportText(scoring, trials, tolerance) },
      supportChart(scoring, trials, tolerance),
    ],
  };
}

function bestSection({ studies: [study] }: Searches): Section {
  return {
    id: 'best',
    title: l10n.t('The best of n'),
    caption: l10n.t(
      'The first of the searches: the score of its best trial rises with every trial, what it is worth on unseen rows need not.',
    ),
    blocks: study ? [expectedBestChart(study)] : [],
  };
}

function alarmsSection(alarms: Alarms): Section {
  return {
    id: 'alarms',
    title: l10n.t('Is one trial better than another?'),
    caption: l10n.t(
      'Two trials that are equally bad on labels without signal, compared over 15 random splits. Splits share their training rows, so 15 of them say less than 15 independent ones; the correction takes that into account.',
    ),
    blocks: [alarmsChart(alarms)],
  };
}

function checksSection({ scoring, trials, tolerance }: Setting, searches: Searches, alarms: Alarms): Section {
  const checks = nestedChecks(searches, alarms, scoring, trials, tolerance);
  return { id: 'checks', title: l10n.t('Checks'), blocks: [{ kind: 'checks', checks }] };
}

function report(
  { seed, options, source }: DemoInput,
  setting: Setting,
  sections: readonly Section[],
  searches?: Searches,
): Report {
  return demoReport(nestedValidation, { options, seed, source }, answer(setting, searches), sections);
}

function answer({ problem, trials, scoring, tolerance }: Setting, searches?: Searches): string {
  const support = supportOf(scoring, trials, tolerance);
  const yours = l10n.t(
    'Your {0} validation rows support {1} trials within {2} points; {3} trials need {4} rows.',
    formatNumber(scoring.rows),
    trialsText(support.trials),
    points(tolerance),
    formatNumber(trials),
    formatNumber(support.rows),
  );
  const [flat, nested] = searches?.ways ?? [];
  if (!flat || !nested) return yours;
  return l10n.t(
    '{0} On {1} flat cross-validation makes the best of {2} look {3} points better than it is, nested {4}.',
    yours,
    problemLabel(problem),
    formatNumber(trials),
    points(flat.bias.mean),
    points(nested.bias.mean),
  );
}
