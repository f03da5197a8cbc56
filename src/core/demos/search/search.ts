import * as l10n from '@vscode/l10n';
import { randomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import type { Report, Section } from '../../report/report';
import type { DrawableParameter } from '../../space/searchSpace';
import type { Demo, DemoInput, Progress } from '../demo';
import { demoReport } from '../demoReport';
import { wideParameters } from '../samplingTables';
import { working } from '../working';
import { searchAnswer } from './answer';
import { searchChecks } from './checks';
import { comparisonTable } from './comparisonTable';
import { curvesChart } from './curvesChart';
import { decadesChart } from './decadesChart';
import type { History } from './history';
import { alwaysActive, byImportance } from './importance';
import { isSame, runOf, type Run } from './run';
import { methodName, searchControls, searchSetup, type Entry, type Setup } from './setup';
import { stripsChart } from './stripsChart';
import { taskOf, type Task } from './task';

/** Trials of a search that is made again: enough to go beyond an initial design. */
const repeatedTrials = 14;

/** The search methods against each other on the open space, each from several seeds. */
export const search: Demo = {
  id: 'search',
  get title() {
    return l10n.t('Search');
  },
  get question() {
    return l10n.t('Which search finds a good configuration of this space soonest?');
  },
  controls: searchControls,
  *run(input) {
    const setup = searchSetup(input);
    const work = costs(setup);
    const tasks: Task[] = [];
    const most = Math.max(...setup.entries.map(({ runs }) => runs));
    for (let run = 0; run < most; run++) {
      const fraction = (work.tasks * run) / most;
      const random = randomStream(seedOf(input, run));
      tasks.push(yield* working(taskOf(setup, random), fraction, l10n.t('Drawing tasks')));
    }
    const [shown] = tasks;
    if (shown === undefined) throw new RangeError('There is at least one seed.');
    const ranked = yield* working(
      byImportance(setup.space, shown.reference),
      work.tasks,
      l10n.t('Drawing tasks'),
    );
    const found: Found = { tasks, ranked, histories: [], repeats: new Map() };
    let done = work.tasks;
    for (const entry of setup.entries) {
      const label = methodName(entry.method.id);
      const own: Run[] = [];
      found.histories.push({ entry, runs: own });
      for (const [run, task] of tasks.slice(0, entry.runs).entries()) {
        const message = l10n.t('{0}: search {1} of {2}', label, String(run + 1), String(entry.runs));
        const share = work.run(entry);
        const searching = runOf(entry.method, setup.space, task, setup.trials, seedOf(input, run));
        let step = searching.next();
        for (; step.done !== true; step = searching.next()) {
          yield { fraction: Math.min(1, done + share * step.value ** 2), message };
        }
        own.push(step.value);
        done += share;
        const fraction = Math.min(1, done);
        yield { fraction, message };
        if (run === 0) yield* again(entry, setup, found, input, fraction);
        const partial = entry.method.id === 'gp' || run + 1 === entry.runs;
        if (partial) {
          yield {
            fraction,
            message,
            partial: yield* working(report(input, setup, found), fraction, message),
          };
        }
      }
    }
    return yield* working(report(input, setup, found), 1, l10n.t('Drawing charts'));
  },
};

/** What is known so far. */
interface Found {
  readonly tasks: readonly Task[];
  /** The parameters of the first task, the most important first. */
  readonly ranked: readonly DrawableParameter[];
  readonly histories: History[];
  readonly repeats: Map<string, boolean>;
}

function seedOf({ seed }: DemoInput, run: number): string {
  return `${seed}/search ${run}`;
}

/** Makes the first trials of a first search again. */
function* again(
  { method }: Entry,
  { space, trials }: Setup,
  { tasks: [task], histories, repeats }: Found,
  input: DemoInput,
  fraction: number,
): Generator<Progress, void, void> {
  const before = histories.at(-1)?.runs[0];
  if (task === undefined || before === undefined) return;
  const count = Math.min(trials, repeatedTrials);
  const repeat = runOf(method, space, task, count, seedOf(input, 0));
  const once = yield* working(repeat, fraction, l10n.t('Making it again'));
  repeats.set(method.id, isSame(once, before));
}

/** Shares of the time it takes, as measured. */
function costs({ entries, trials }: Setup): { tasks: number; run(entry: Entry): number } {
  const each = ({ method: { id } }: Entry): number => (id === 'gp' ? trials ** 2 / 2 : trials);
  const tasks = 60 * Math.max(...entries.map(({ runs }) => runs));
  const all = entries.reduce((sum, entry) => sum + entry.runs * each(entry), tasks);
  return { tasks: tasks / all, run: entry => each(entry) / all };
}

function* report({ seed, options, source }: DemoInput, setup: Setup, found: Found): Work<Report> {
  const { tasks, ranked, repeats } = found;
  const { trials, objective } = setup;
  const histories = found.histories.filter(({ runs }) => runs.length > 0);
  const [random] = histories;
  const [task] = tasks;
  if (random === undefined || task === undefined) throw new RangeError('Random search is first.');
  const wide = alwaysActive(wideParameters(ranked));
  const answer = yield* searchAnswer(histories, random, tasks, ranked, trials);
  const curves = curvesChart(histories, random, trials);
  yield;
  const sections: Section[] = [
    {
      id: 'curves',
      title: l10n.t('How far each search is'),
      caption: l10n.t(
        'The trial that looks best so far, without noise, above the lowest loss there is. Lines are medians over seeds, bands the middle half; every seed is another made-up task on your parameters.',
      ),
      blocks: [
        curves,
        comparisonTable(histories, random),
        { kind: 'text', text: l10n.t('In place of a training: {0}.', objective.label()) },
      ],
    },
  ];
  yield;
  sections.push({
    id: 'trials',
    title: l10n.t('Where the trials went'),
    caption: l10n.t(
      'The most important parameter of the first seed’s task comes first; the dashed line is its best value. Trials of one search stand in their order.',
    ),
    blocks: [stripsChart(histories, task, ranked)],
  });
  yield;
  if (wide) {
    sections.push({
      id: 'decades',
      title: l10n.t('Decades'),
      caption: l10n.t(
        'Random search spreads its trials as the file says; a search that learns, where it pays. The framed decade has the lowest loss.',
      ),
      blocks: [decadesChart(histories, task, wide)],
    });
    yield;
  }
  sections.push({
    id: 'checks',
    title: l10n.t('Checks'),
    blocks: [{ kind: 'checks', checks: searchChecks(histories, random, repeats) }],
  });
  return demoReport(search, { options, seed, source }, answer, sections);
}
