import * as l10n from '@vscode/l10n';
import { percent } from '../../hover/domainText';
import { randomStream } from '../../numeric/random';
import type { Report, Section } from '../../report/report';
import { activityOf } from '../../sampling/activity';
import type { FormatId } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { DemoError, type Control, type Demo, type DemoInput } from '../demo';
import { demoReport, requireVarying } from '../demoReport';
import { working } from '../working';
import { branchesOf, meanDimension } from './branches';
import { activityChart, contestChart } from './charts';
import { conditionalChecks, type Evidence } from './checks';
import { bandAfter, conditionalContest, methods, paired, runs, trialsSaved, type Contest } from './contest';
import { subjectOf, type Subject } from './subject';

const mostRows = 40;
const usualTrials = 60;

/** Formats of tools that cannot say when a parameter is active. */
const flatFormats: ReadonlySet<FormatId> = new Set([
  'wandb-sweep',
  'wandb-python',
  'katib-experiment',
  'azure-sweep',
  'sagemaker-tuning',
  'polyaxon',
  'determined',
]);

/** What conditions are worth: which branches there are, how large each is, and what a search loses without them. */
export const conditional: Demo = {
  id: 'conditional',
  get title() {
    return l10n.t('Conditions');
  },
  get question() {
    return l10n.t('Which parameters act in a trial, and what does a search lose that does not know?');
  },
  controls: ({ budget }): Control[] => [
    {
      kind: 'number',
      id: 'trials',
      label: l10n.t('Trials'),
      min: 10,
      max: 120,
      step: 1,
      value: Math.min(120, Math.max(10, Math.round(budget.trials?.value ?? usualTrials))),
    },
    {
      kind: 'choice',
      id: 'method',
      label: l10n.t('Search'),
      choices: methods.map(value => ({
        value,
        label: value === 'tpe' ? l10n.t('Tree-structured Parzen estimator') : l10n.t('Random search'),
      })),
      value: methods[0],
    },
  ],
  *run(input) {
    const subject = subjectOf(input.space);
    const { space } = subject;
    const trials = Number(input.options['trials']);
    const counting = l10n.t('Counting branches');
    const random = randomStream(input.seed).substream('conditional');
    const branching = yield* working(branchesOf(space, random), 0, counting);
    if (branching.draws === 0) {
      throw new DemoError(l10n.t('Every combination that was drawn is forbidden. Forbid less of the space.'));
    }
    requireVarying(space);
    const activity = yield* working(activityOf(space), 0, counting);
    const evidence = { branching, activity, trials, hasForbidden: space.forbidden.length > 0 };
    const message = l10n.t('Searching with and without conditions');
    yield { fraction: 0.1, message, partial: report(input, subject, evidence) };
    const contest = conditionalContest(space, String(input.options['method']), trials, input.seed);
    let step = contest.next();
    for (; !step.done; step = contest.next()) yield { fraction: 0.1 + 0.9 * step.value, message };
    return report(input, subject, evidence, step.value);
  },
};

function report(input: DemoInput, subject: Subject, evidence: Evidence, contest?: Contest): Report {
  const { seed, options, source } = input;
  const { branching, trials } = evidence;
  const sections: Section[] = [
    {
      id: 'activity',
      title: l10n.t('What acts'),
      caption: l10n.t(
        'A value of an inactive parameter changes nothing, so a trial that draws one tells nothing of it.',
      ),
      blocks: [activityChart(branching, trials)],
    },
    {
      id: 'branches',
      title: l10n.t('Branches'),
      caption: l10n.t(
        'All configurations with the same active parameters, of {0} drawn at random. The effective dimension of a branch is how many parameters vary in it.',
        formatNumber(branching.draws),
      ),
      blocks: [
        {
          kind: 'table',
          title: l10n.t('Branches'),
          columns: [
            { key: 'branch', title: l10n.t('Branch'), kind: 'text' },
            { key: 'share', title: l10n.t('Drawn'), kind: 'text' },
            { key: 'trials', title: l10n.t('Expected trials'), kind: 'number' },
            { key: 'dimension', title: l10n.t('Effective dimension'), kind: 'number' },
            { key: 'each', title: l10n.t('Trials for each dimension'), kind: 'number' },
          ],
          rows: branching.branches.slice(0, mostRows).map(({ label, share, dimension }) => ({
            branch: label,
            share: percent(Number(share.toPrecision(3))),
            trials: share * trials,
            dimension,
            each: dimension === 0 ? null : (share * trials) / dimension,
          })),
        },
      ],
    },
  ];
  if (contest) {
    sections.push(
      {
        id: 'search',
        title: l10n.t('With and without conditions'),
        caption: l10n.t(
          'The same method on the same made-up tasks, in which every branch has an optimum of its own. Flat, it draws and models every parameter in every trial; lines are medians, bands the middle half.',
        ),
        blocks: [contestChart(contest, trials)],
      },
      {
        id: 'checks',
        title: l10n.t('Checks'),
        blocks: [{ kind: 'checks', checks: conditionalChecks(evidence, contest) }],
      },
    );
  }
  return demoReport(
    conditional,
    { options, seed, source },
    answer(input, subject, evidence, contest),
    sections,
  );
}

function answer(
  { space }: DemoInput,
  subject: Subject,
  { branching, trials }: Evidence,
  contest?: Contest,
): string {
  const dimensions = branching.branches.map(({ dimension }) => dimension);
  const parts = [
    ...introduction(space.format, subject),
    l10n.t(
      '{0} branches of {1} to {2} dimensions: of {3} parameters {4} act in a trial on average.',
      formatNumber(branching.branches.length),
      formatNumber(Math.min(...dimensions)),
      formatNumber(Math.max(...dimensions)),
      formatNumber(branching.shares.size),
      formatNumber(Number(meanDimension(branching).toPrecision(2))),
    ),
  ];
  if (contest) parts.push(verdict(contest, trials));
  return parts.join(' ');
}

function verdict(contest: Contest, trials: number): string {
  const { better, t } = paired(contest);
  const saved = trialsSaved(contest, trials) ?? 0;
  if (t >= 2 && saved > 0) {
    return l10n.t(
      'In simulation a flat encoding wastes {0} of {1} trials: a search that knows the conditions is as far after {2}.',
      formatNumber(saved),
      formatNumber(trials),
      formatNumber(trials - saved),
    );
  }
  const [known, flat] = (['conditional', 'flat'] as const).map(encoding =>
    formatNumber(Number(bandAfter(contest[encoding], trials).median.toPrecision(2))),
  );
  return l10n.t(
    'In simulation a search that knows the conditions ends {0} above the lowest error and a flat one {1}; lower in {2} of {3} runs, that is no clear gain.',
    known ?? '',
    flat ?? '',
    formatNumber(better),
    formatNumber(runs),
  );
}

/** Says so where the open space has no condition. */
function introduction(format: FormatId, { origin, suggested }: Subject): string[] {
  const unable = flatFormats.has(format)
    ? [l10n.t('Its format cannot declare any; search each branch by itself, or ignore what does not act.')]
    : [];
  switch (origin) {
    case 'own':
      return [];
    case 'suggested':
      return [
        l10n.t(
          'No parameter here has a condition, though names suggest one for {0}; shown is what it would change.',
          suggested.join(', '),
        ),
        ...unable,
      ];
    case 'example':
      return [
        l10n.t(
          'No parameter here has a condition, so all act in every trial and nothing is wasted; shown is an example.',
        ),
      ];
  }
}
