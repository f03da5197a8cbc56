import * as l10n from '@vscode/l10n';
import type { Report, Section, TableBlock } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { Demo, DemoInput, Progress } from '../demo';
import { demoReport } from '../demoReport';
import { attainmentChart, type Runs } from './attainmentChart';
import { frontierOf } from './frontier';
import { historyChart, historyOf, trialsTo, type History } from './historyChart';
import { againstRandom } from './paretoChecks';
import { searched, working, type Found } from './runSearch';
import {
  methodIds,
  methodLabel,
  methodOf,
  standIn,
  tradeOffControls,
  tradeOffOf,
  type MethodId,
  type TradeOff,
} from './setup';
import { supportedPoints, weightsTable } from './weightsTable';

/** Searches of error against cost on the space, several methods from several seeds. */
export const multiObjective: Demo = {
  id: 'multi-objective',
  get title() {
    return l10n.t('Multi-objective tuning');
  },
  get question() {
    return l10n.t('Which search finds the whole trade-off in the fewest trials?');
  },
  controls: space => [
    ...tradeOffControls(space),
    {
      kind: 'number',
      id: 'runs',
      label: l10n.t('Searches by each method'),
      min: 3,
      max: 15,
      step: 2,
      value: 5,
    },
  ],
  *run(input) {
    const tradeOff = tradeOffOf(input);
    const count = Number(input.options['runs']);
    const runs = new Map<MethodId, readonly (readonly Found[])[]>();
    let histories: readonly History[] = [];
    // The quick ones first, so that there is something to see.
    for (const [i, id] of methodIds.toReversed().entries()) {
      const own: Found[][] = [];
      for (let run = 0; run < count; run++) {
        const progress = (): Progress => ({
          fraction: (i + run / count) / methodIds.length,
          message: l10n.t('{0}: search {1} of {2}', methodLabel(id), String(run + 1), String(count)),
        });
        const search = searched(methodOf(id, tradeOff), tradeOff, `${input.seed} ${run}`);
        own.push(yield* working(search, progress));
      }
      runs.set(id, own);
      const done = { fraction: (i + 1) / methodIds.length, message: methodLabel(id) };
      histories = [yield* working(historyOf(id, tradeOff, own), () => done), ...histories];
      yield { ...done, partial: report(input, tradeOff, runs, histories) };
    }
    return report(input, tradeOff, runs, histories);
  },
};

function report(
  { seed, options, source }: DemoInput,
  tradeOff: TradeOff,
  runs: Runs,
  histories: readonly History[],
): Report {
  return demoReport(
    multiObjective,
    { options, seed, source },
    answer(histories),
    sections(tradeOff, runs, histories),
  );
}

function sections(tradeOff: TradeOff, runs: Runs, histories: readonly History[]): Section[] {
  const found = runs.get('ehvi')?.[0] ?? runs.get('random')?.[0] ?? [];
  const { points } = frontierOf(found);
  return [
    {
      id: 'history',
      title: l10n.t('How quickly each search gets there'),
      caption: l10n.t(
        'The hypervolume is the area of errors and costs that what was found beats, as a share of what can be had; lines are medians, bands hold the middle half of each method’s searches.',
      ),
      blocks: [historyChart('multi-objective-history', histories), comparisonTable(histories)],
    },
    {
      id: 'attainment',
      title: l10n.t('Where on the frontier'),
      caption: l10n.t('Lower left is better. The dashed line is the best that any tuning could reach.'),
      blocks: [attainmentChart(tradeOff, runs), { kind: 'text', text: standIn(tradeOff) }],
    },
    {
      id: 'weights',
      title: l10n.t('One weighted loss instead'),
      caption: l10n.t(
        'Weights choose one point before anything is known of the others, and points in a dent of the frontier are best for no weights at all: {0} of {1} here.',
        String(points.length - supportedPoints(points)),
        String(points.length),
      ),
      blocks: [weightsTable(tradeOff, found)],
    },
    {
      id: 'checks',
      title: l10n.t('Checks'),
      blocks: [{ kind: 'checks', checks: methodIds.flatMap(id => againstRandom(histories, id)) }],
    },
  ];
}

function comparisonTable(histories: readonly History[]): TableBlock {
  const target = finalShare(histories, 'random');
  return {
    kind: 'table',
    title: l10n.t('The searches compared'),
    columns: [
      { key: 'method', title: l10n.t('Search'), kind: 'text' },
      { key: 'median', title: l10n.t('Attainable hypervolume (%): median'), kind: 'number' },
      { key: 'low', title: l10n.t('Worst quarter'), kind: 'number' },
      { key: 'high', title: l10n.t('Best quarter'), kind: 'number' },
      { key: 'trials', title: l10n.t('Trials to what random search reaches'), kind: 'number' },
    ],
    rows: histories.map(history => {
      const last = history.steps.at(-1);
      return {
        method: methodLabel(history.method),
        median: 100 * (last?.median ?? 0),
        low: 100 * (last?.low ?? 0),
        high: 100 * (last?.high ?? 0),
        trials: trialsTo(history, target) ?? null,
      };
    }),
  };
}

/** Which search is first at what random search reaches at last. */
function answer(histories: readonly History[]): string {
  const random = finalShare(histories, 'random');
  const arrivals = histories.flatMap(history => {
    const trials = history.method === 'random' ? undefined : trialsTo(history, random);
    return trials === undefined ? [] : [{ best: history, trials }];
  });
  const [first] = arrivals.sort((a, b) => a.trials - b.trials);
  if (first === undefined) {
    return l10n.t(
      'Random search reaches {0} % of the attainable hypervolume, and no other search more.',
      formatNumber(100 * random),
    );
  }
  const { best, trials } = first;
  return l10n.t(
    '{0} needs {1} of {2} trials for what random search reaches in all of them, and ends at {3} % of the attainable hypervolume instead of {4} %.',
    methodLabel(best.method),
    String(trials),
    String(best.steps.length),
    formatNumber(100 * finalShare([best])),
    formatNumber(100 * random),
  );
}

function finalShare(histories: readonly History[], id?: MethodId): number {
  return histories.find(({ method }) => id === undefined || method === id)?.steps.at(-1)?.median ?? 0;
}
