import * as l10n from '@vscode/l10n';
import type { Report, Section } from '../../report/report';
import { randomSearch } from '../../search/randomSearch';
import { formatNumber } from '../../text/formatNumber';
import type { Demo, DemoInput, Progress } from '../demo';
import { demoReport } from '../demoReport';
import { frontChart } from './frontChart';
import { frontierOf, type Frontier } from './frontier';
import { historyChart, historyOf, type History } from './historyChart';
import { paretoChecks } from './paretoChecks';
import { searched, working, type Found } from './runSearch';
import {
  costText,
  methodIds,
  methodLabel,
  methodOf,
  standIn,
  tradeOffControls,
  tradeOffOf,
  type MethodId,
  type TradeOff,
} from './setup';
import { pointsPerDoubling, tradeOffTable } from './tradeOffTable';
import { walkChart } from './walkChart';

const randomRuns = 50;

/** One search of error against cost on the space, its frontier, and what each step along it costs. */
export const pareto: Demo = {
  id: 'pareto',
  get title() {
    return l10n.t('Pareto frontier');
  },
  get question() {
    return l10n.t('What does a lower error cost, and where does it stop paying?');
  },
  controls: space => [
    ...tradeOffControls(space),
    {
      kind: 'choice',
      id: 'method',
      label: l10n.t('Search'),
      choices: methodIds.map(value => ({ value, label: methodLabel(value) })),
      value: 'ehvi',
    },
  ],
  *run(input) {
    const tradeOff = tradeOffOf(input);
    const id = methodIds.find(method => method === input.options['method']) ?? 'ehvi';
    let done = 0;
    const progress = (): Progress => ({
      fraction: (0.9 * done) / tradeOff.trials,
      message: l10n.t('{0} of {1} trials', String(done), String(tradeOff.trials)),
    });
    const search = searched(methodOf(id, tradeOff), tradeOff, input.seed, trials => (done = trials));
    const found = yield* working(search, progress);
    const shown = sections(tradeOff, found);
    const message = l10n.t('Comparing with random search');
    yield { fraction: 0.9, message, partial: report(input, tradeOff, found, shown) };
    const runs: Found[][] = [];
    for (let run = 0; run < randomRuns; run++) {
      const compared = searched(randomSearch, tradeOff, `${input.seed} ${run}`);
      runs.push(yield* working(compared, () => ({ fraction: 0.9 + (0.1 * run) / randomRuns, message })));
    }
    const comparing = (): Progress => ({ fraction: 0.95, message });
    const random = yield* working(historyOf('random', tradeOff, runs), comparing);
    const own = yield* working(historyOf(id, tradeOff, [found]), comparing);
    const histories = id === 'random' ? [random] : [own, random];
    return report(input, tradeOff, found, [...shown, ...comparison(tradeOff, found, histories, id)]);
  },
};

function sections(tradeOff: TradeOff, found: readonly Found[]): Section[] {
  const frontier = frontierOf(found);
  return [
    {
      id: 'front',
      title: l10n.t('What was found'),
      caption: l10n.t(
        'Filled points are on the frontier: nothing found is better in both. The diamond is its knee, the dashed line the best that any tuning could reach.',
      ),
      blocks: [frontChart(tradeOff, found), { kind: 'text', text: standIn(tradeOff) }],
    },
    {
      id: 'trade-offs',
      title: l10n.t('What is given up for what is gained'),
      caption: l10n.t(
        'From the cheapest to the dearest point: each row against the one before. Past the knee a doubling of the cost buys less and less.',
      ),
      blocks: [walkChart(tradeOff, frontier), tradeOffTable(tradeOff, frontier)],
    },
  ];
}

function comparison(
  tradeOff: TradeOff,
  found: readonly Found[],
  histories: readonly History[],
  id: MethodId,
): Section[] {
  return [
    {
      id: 'history',
      title: l10n.t('How quickly'),
      caption: l10n.t(
        'The hypervolume is the area of errors and costs that the frontier beats; the band holds the middle half of {0} random searches.',
        String(randomRuns),
      ),
      blocks: [historyChart('pareto-history', histories)],
    },
    {
      id: 'checks',
      title: l10n.t('Checks'),
      blocks: [{ kind: 'checks', checks: paretoChecks(tradeOff, found, histories, id) }],
    },
  ];
}

function report(
  { seed, options, source }: DemoInput,
  tradeOff: TradeOff,
  found: readonly Found[],
  sections: readonly Section[],
): Report {
  return demoReport(pareto, { options, seed, source }, answer(tradeOff, frontierOf(found)), sections);
}

/** The knee, and what lies on either side of it. */
function answer({ cost }: TradeOff, { points, knee }: Frontier): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !knee) return l10n.t('Nothing was found.');
  const at = (amount: number): string => costText(cost, formatNumber(amount));
  if (knee === first || knee === last) {
    return l10n.t(
      'Error {0} for {1} to error {2} for {3}: a doubling of the cost buys {4} points of error throughout.',
      formatNumber(first.error),
      at(first.cost),
      formatNumber(last.error),
      at(last.cost),
      formatNumber(first === last ? 0 : pointsPerDoubling(first, last)),
    );
  }
  return l10n.t(
    'The knee is error {0} for {1}: up to it a doubling of the cost buys {2} points of error, beyond it {3}, down to {4} for {5}.',
    formatNumber(knee.error),
    at(knee.cost),
    formatNumber(pointsPerDoubling(first, knee)),
    formatNumber(pointsPerDoubling(knee, last)),
    formatNumber(last.error),
    at(last.cost),
  );
}
