import * as l10n from '@vscode/l10n';
import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { ChartBlock, CheckResult, Report, Section, TableBlock } from '../report/report';
import { acquisitionChecks } from './acquisitionChecks';
import { shownAxes } from './acquisitionCoordinates';
import { heatMaps } from './acquisitionHeatMaps';
import { lineChart } from './acquisitionLineChart';
import { regretChart, regretHistory, type RegretHistory } from './acquisitionRegret';
import { acquisitionControls, acquisitionSetup } from './acquisitionSetup';
import { comparisonTable, heldTable, surrogateTable } from './acquisitionTables';
import { traceSearch, type Trace } from './acquisitionTrace';
import { answer, isLowestBest } from './acquisitionWords';
import type { Demo, DemoInput, Progress } from './demo';

/** What only the finished run can show. */
interface Results {
  readonly comparison: TableBlock;
  readonly history: RegretHistory;
  readonly checks: readonly CheckResult[];
}

/** Bayesian optimisation of a built-in objective over one or two parameters of the space, step by step. */
export const acquisition: Demo = {
  id: 'acquisition',
  get title() {
    return l10n.t('Acquisition');
  },
  get question() {
    return l10n.t('Where would a Gaussian process look next, and why there?');
  },
  controls: acquisitionControls,
  *run(input) {
    const setup = acquisitionSetup(input.space, input.options);
    const random = randomStream(input.seed).substream('acquisition');
    const trace = yield* searching(traceSearch(setup, random), setup.trials);
    const picture = yield* working(pictureOf(trace), 0.7);
    yield { fraction: 0.75, message: l10n.t('Checking'), partial: report(input, trace, picture) };
    const comparison = yield* working(comparisonTable(trace, random.substream('comparison')), 0.8);
    const history = yield* working(regretHistory(trace, random.substream('baseline')), 0.9);
    const checks = yield* working(acquisitionChecks(trace, history), 0.95);
    return report(input, trace, picture, { comparison, history, checks });
  },
};

function* searching(
  search: Generator<number, Trace, void>,
  trials: number,
): Generator<Progress, Trace, void> {
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
    const trial = Math.round(step.value * (trials + 1));
    yield {
      fraction: 0.7 * step.value,
      message: l10n.t('{0} of {1} trials', String(trial), String(trials)),
    };
  }
}

function* working<T>(work: Work<T>, fraction: number): Generator<Progress, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { fraction, message: l10n.t('Checking') };
  }
}

function* pictureOf(trace: Trace): Work<ChartBlock[]> {
  const [x, y] = shownAxes(trace);
  if (x === undefined) return [];
  return [y === undefined ? yield* lineChart(trace, x) : yield* heatMaps(trace, x, y)];
}

function report(
  { seed, options, source }: DemoInput,
  trace: Trace,
  picture: readonly ChartBlock[],
  results?: Results,
): Report {
  return {
    version: 1,
    title:
      source.file === undefined ? acquisition.title : l10n.t('{0} · {1}', acquisition.title, source.file),
    answer: answer(trace),
    provenance: { demo: acquisition.id, seed, options, ...source },
    sections: [pictureSection(trace, picture), ...(results ? resultSections(trace, results) : [])],
  };
}

function pictureSection(trace: Trace, picture: readonly ChartBlock[]): Section {
  return {
    id: 'posterior',
    title: l10n.t('What the surrogate believes and where it looks next'),
    caption: isLowestBest(trace.setup.acquisition)
      ? l10n.t(
          'Circles are trials, the star is the best of them, the diamond is the next point: where the acquisition is lowest.',
        )
      : l10n.t(
          'Circles are trials, the star is the best of them, the diamond is the next point: where the acquisition is highest.',
        ),
    blocks: [...picture, { kind: 'text', text: standIn(trace) }],
  };
}

function standIn({ setup }: Trace): string {
  const objective = l10n.t(
    'The loss is a stand-in for your training, {0}: to be minimised, and a function of nothing but what is searched here.',
    setup.objectiveLabel,
  );
  if (setup.held.size === 0) return objective;
  return l10n.t(
    '{0} The {1} other parameters are held, numbers at their median and alternatives at their first.',
    objective,
    String(setup.held.size),
  );
}

function resultSections(trace: Trace, { comparison, history, checks }: Results): Section[] {
  return [
    {
      id: 'next',
      title: l10n.t('The same surrogate, other acquisitions'),
      caption: l10n.t(
        'Expected improvement weighs mean against uncertainty, the confidence bound takes the optimistic end of the band, Thompson sampling minimises one draw of the whole function.',
      ),
      blocks: [comparison, surrogateTable(trace), ...(trace.setup.held.size === 0 ? [] : [heldTable(trace)])],
    },
    {
      id: 'regret',
      title: l10n.t('What it was worth'),
      caption: l10n.t('One search against many random ones on the same objective; lower is better.'),
      blocks: [regretChart(history)],
    },
    { id: 'checks', title: l10n.t('Checks'), blocks: [{ kind: 'checks', checks }] },
  ];
}
