import * as l10n from '@vscode/l10n';
import { scheduleTable } from '../../fidelity/schedule';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import type { Report, Section, TableBlock } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import { DemoError, type Demo, type DemoInput, type Progress } from '../demo';
import { llmAnswer } from './llmAnswer';
import { llmChecks, type LlmEvidence } from './llmChecks';
import { costTable, memoryChart } from './llmCostTable';
import { bestLlmTrial, drawLlmTrials } from './llmDraws';
import { llmControls, llmPlan } from './llmPlan';
import { rateChart } from './llmRateChart';
import { llmRungs, meanHours } from './llmRungs';
import { searchChart } from './llmSearchChart';
import { simulateSearches, type LlmSearch } from './llmSearch';
import { settingsTable } from './llmSettingsTable';
import { sourcesTable } from './llmSources';

/** A fine-tuning search planned: what a trial costs, what the budget finds, and what is known to go wrong. */
export const llm: Demo = {
  id: 'llm',
  get title() {
    return l10n.t('LLM fine-tuning');
  },
  get question() {
    return l10n.t('What does this fine-tuning search cost, and how should its budget be spent?');
  },
  controls: llmControls,
  *run(input) {
    const plan = llmPlan(input.space, input.options);
    const drawing = (): Progress => ({ fraction: 0, message: l10n.t('Drawing trials') });
    const draws = yield* passingOn(
      drawLlmTrials(plan, randomStream(input.seed).substream('llm draws')),
      drawing,
    );
    if (draws.length === 0) {
      throw new DemoError(l10n.t('Every combination that was drawn is forbidden. Forbid less of the space.'));
    }
    const best = yield* passingOn(bestLlmTrial(plan, draws), drawing);
    if (best === undefined) {
      throw new DemoError(
        draws.some(({ fits }) => fits)
          ? l10n.t('Every learning rate here makes training diverge; lower its bounds.')
          : l10n.t(
              'No configuration fits into the {0} GiB of the {1}; choose a smaller model, QLoRA, or a larger GPU.',
              formatNumber(plan.device.gibibytes),
              plan.device.name,
            ),
      );
    }
    const evidence = { plan, draws, best, rungs: llmRungs(plan, draws) };
    const message = l10n.t('Simulating searches');
    yield {
      fraction: 0.1,
      message,
      partial: yield* passingOn(report(input, evidence), () => ({ fraction: 0.1, message })),
    };
    const searches = yield* passingOn(simulateSearches(plan, evidence.rungs, input.seed), done => ({
      fraction: 0.1 + 0.9 * done,
      message,
    }));
    return yield* passingOn(report(input, evidence, searches), () => ({ fraction: 1, message }));
  },
};

function* passingOn<Step, T>(
  part: Generator<Step, T, void>,
  progress: (step: Step) => Progress,
): Generator<Progress, T, void> {
  for (let step = part.next(); ; step = part.next()) {
    if (step.done) return step.value;
    yield progress(step.value);
  }
}

/** Yields between its parts. */
function* report(
  { seed, options, source }: DemoInput,
  evidence: LlmEvidence,
  searches?: readonly LlmSearch[],
): Work<Report> {
  const { plan, draws, best } = evidence;
  const answer = llmAnswer(evidence, searches);
  yield;
  const checks = searches === undefined ? [] : llmChecks(evidence);
  yield;
  const rates = rateChart(plan, draws, best);
  yield;
  const memory = memoryChart(plan, draws);
  yield;
  const searched: Section[] =
    searches === undefined
      ? []
      : [
          {
            id: 'search',
            title: l10n.t('The search, simulated'),
            caption: l10n.t(
              'Lines are medians of the true loss of the trial a search would keep, bands the middle half, the dashed line the budget. What is searched is a formula of published effects, not your task: compare ways, do not read off losses.',
            ),
            blocks: [searchChart(searches, plan.budget, best.loss)],
          },
          {
            id: 'checks',
            title: l10n.t('Checks'),
            blocks: [{ kind: 'checks', checks }],
          },
        ];
  return {
    version: 1,
    title: source.file === undefined ? llm.title : l10n.t('{0} · {1}', llm.title, source.file),
    answer,
    provenance: { demo: llm.id, seed, options, ...source },
    sections: [
      {
        id: 'settings',
        title: l10n.t('What the file sets'),
        caption: l10n.t(
          'At stake is how far the loss rises along a setting with all others at the best known configuration, in nats a token.',
        ),
        blocks: [settingsTable(plan, best)],
      },
      {
        id: 'rates',
        title: l10n.t('Learning rate and batch'),
        caption: l10n.t(
          'Other settings are at the best known configuration. Ticks at the bottom are forty learning rates as the file draws them.',
        ),
        blocks: [rates],
      },
      {
        id: 'cost',
        title: l10n.t('What a trial takes'),
        caption: l10n.t(
          'Among {0} configurations drawn at random; the dashed line is what the GPU has.',
          formatNumber(draws.length),
        ),
        blocks: [memory, costTable(draws)],
      },
      planSection(evidence),
      ...searched,
      {
        id: 'sources',
        title: l10n.t('Where it comes from'),
        caption: l10n.t('Every formula and rule of this page, and how far to trust it.'),
        blocks: [sourcesTable()],
      },
    ],
  };
}

function planSection({ plan, draws, rungs }: LlmEvidence): Section {
  const title = l10n.t('A plan that fits the budget');
  const mean = meanHours(draws);
  if (rungs === undefined) {
    const text = l10n.t(
      'Train {0} configurations in full: the budget or the length of a run is too small for rungs.',
      formatNumber(Math.floor(plan.budget / mean)),
    );
    return { id: 'plan', title, blocks: [{ kind: 'text', text }] };
  }
  const table: TableBlock = {
    kind: 'table',
    title: l10n.t('Rungs'),
    columns: [
      { key: 'rung', title: l10n.t('Rung'), kind: 'number' },
      { key: 'configurations', title: l10n.t('Configurations'), kind: 'number' },
      { key: 'share', title: l10n.t('Share of the steps in %'), kind: 'number' },
      { key: 'tokens', title: l10n.t('Mean tokens in millions'), kind: 'number' },
      { key: 'hours', title: l10n.t('GPU hours'), kind: 'number' },
    ],
    rows: scheduleTable(rungs).map(({ rung, configurations, resource, cost }) => ({
      rung,
      configurations,
      share: 100 * resource,
      tokens: (resource * draws.reduce((sum, { run }) => sum + run.tokens, 0)) / draws.length / 1e6,
      hours: cost * mean,
    })),
  };
  return {
    id: 'plan',
    title,
    caption: l10n.t(
      'Successive halving with η = {0}: {1} of {2} hours. Every rung trains anew with its own warm-up and decay, since a run stopped within a decaying schedule is no short run.',
      formatNumber(rungs.reductionFactor),
      formatNumber(rungs.hours),
      formatNumber(plan.budget),
    ),
    blocks: [table],
  };
}
