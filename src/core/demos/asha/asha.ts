import * as l10n from '@vscode/l10n';
import type { Section } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import type { Demo, Progress } from '../demo';
import { demoReport, requireVarying } from '../demoReport';
import { toolSections } from '../toolComparison';
import { showing } from '../regretContest';
import { working } from '../working';
import { ashaChecks } from './checks';
import { ashaContest, ashaRegrets } from './contest';
import { correlationChart } from './correlation';
import { decisionTable, mostDecisions, notable, rungTable, waitingTable } from './decisions';
import { ashaControls, ashaPlan, type AshaPlan } from './plan';
import { policyNote } from './policies';
import { asynchronous, drawField, idleShare, inFull, synchronous, type play, type Played } from './run';
import { timeline } from './timeline';
import { whatIfCharts } from './whatIf';

/** The report is brought up to date after so many events. */
const eventsAPartial = 40;

/** Asynchronous halving beside synchronous on simulated workers, some of them slow. */
export const asha: Demo = {
  id: 'asha',
  get title() {
    return l10n.t('ASHA');
  },
  get question() {
    return l10n.t('What do slow workers cost, and do cheap budgets predict expensive ones?');
  },
  controls: ashaControls,
  *run(input) {
    const { space, seed, options } = input;
    requireVarying(space);
    const plan = ashaPlan(space, options);
    const drawing = l10n.t('Drawing configurations');
    const field = yield* working(drawField(space, plan, seed), 0, drawing);
    const done = (so: Played): string => l10n.t('{0} jobs done', String(so.jobs.length));
    const theirs = yield* live(synchronous(plan, field, seed), 0.1, so => ({
      message: done(so),
      partial: demoReport(asha, input, answer(plan, so), [workersSection(space, plan, so)]),
    }));
    const ours = yield* live(asynchronous(plan, field, seed, theirs.time), 0.4, so => ({
      message: done(so),
      partial: demoReport(asha, input, answer(plan, theirs), [workersSection(space, plan, theirs, so)]),
    }));
    const playing = l10n.t('Playing against random search');
    const against = yield* showing(ashaContest(space, plan, seed), [0.5, 0.8], playing, soFar =>
      demoReport(asha, input, answer(plan, theirs, ours), [
        workersSection(space, plan, theirs, ours),
        ashaRegrets(plan, soFar),
      ]),
    );
    const others = yield* working(
      whatIfCharts(space, plan, field, seed),
      0.8,
      l10n.t('Trying other settings'),
    );
    const writing = { fraction: 0.95, message: l10n.t('Writing the report') };
    const sections: Section[] = [workersSection(space, plan, theirs, ours), ashaRegrets(plan, against)];
    yield writing;
    const schedules = [
      { name: plan.policy.label(), played: ours },
      { name: l10n.t('Synchronous halving'), played: theirs },
    ];
    sections.push({ id: 'rungs', title: l10n.t('Rungs'), blocks: [rungTable(schedules)] });
    sections.push(...toolSections(space, input.document), decisionsSection(plan, ours));
    yield writing;
    sections.push({
      id: 'correlation',
      title: l10n.t('Budgets'),
      caption: l10n.t(
        'Every one of {0} configurations trained to every rung, which only a simulation can afford. Correlations among survivors alone come out lower.',
        String(field.losses.length),
      ),
      blocks: [correlationChart(field, ours, plan)],
    });
    yield writing;
    const checks = ashaChecks(field, ours, theirs, plan);
    sections.push(
      { id: 'what-if', title: l10n.t('What other settings would have cost'), blocks: others },
      { id: 'checks', title: l10n.t('Checks'), blocks: [{ kind: 'checks', checks }] },
    );
    return demoReport(asha, input, answer(plan, theirs, ours), sections);
  },
};

/** Plays to the end with a report now and then. */
function* live(
  run: ReturnType<typeof play>,
  fraction: number,
  progress: (so: Played) => Omit<Progress, 'fraction'>,
): Generator<Progress, Played, void> {
  for (let events = 1; ; events++) {
    const step = run.next();
    if (step.done) return step.value;
    if (events % eventsAPartial === 0) yield { fraction, ...progress(step.value()) };
  }
}

function workersSection(space: SearchSpace, plan: AshaPlan, theirs: Played, ours?: Played): Section {
  const end = Math.max(theirs.time, ours?.time ?? 0, 1e-9);
  return {
    id: 'workers',
    title: l10n.t('Who worked when'),
    caption: [
      l10n.t(
        'Simulated workers and training, not yours. Both schedules meet the same configurations, in the same order, and the same stragglers; gaps are workers that wait.',
      ),
      policyNote(space, plan.policy, plan.reports),
    ]
      .filter(part => part !== '')
      .join(' '),
    blocks: [
      ...(ours ? [timeline('asha-workers', plan.policy.label(), ours, plan, end)] : []),
      timeline('asha-synchronous', l10n.t('Synchronous halving'), theirs, plan, end),
    ],
  };
}

function decisionsSection(plan: AshaPlan, ours: Played): Section {
  const decisions = notable(ours, plan);
  const left = decisions.length - mostDecisions;
  const waiting = waitingTable(ours, plan);
  return {
    id: 'decisions',
    title: l10n.t('Who went on and why'),
    blocks: [
      decisionTable(decisions),
      ...(left > 0
        ? [
            {
              kind: 'text' as const,
              text: l10n.t(
                'Shown are the first {0} decisions; {1} more follow.',
                String(mostDecisions),
                String(left),
              ),
            },
          ]
        : []),
      ...(waiting.rows.length > 0 ? [waiting] : []),
    ],
  };
}

function answer(plan: AshaPlan, theirs: Played, ours?: Played): string {
  const { workers, policy } = plan;
  const idle = (played: Played): string => formatNumber(Math.round(100 * idleShare(played, workers)));
  const begun = ({ jobs }: Played): string => String(jobs.filter(({ rung }) => rung === 0).length);
  const halving = l10n.t(
    'Synchronous halving takes {0} units of time for {1} configurations on {2} workers, {3} % idle',
    formatNumber(theirs.time),
    begun(theirs),
    String(workers),
    idle(theirs),
  );
  if (!ours) return l10n.t('{0}.', halving);
  return plan.endless
    ? l10n.t(
        '{0}; in that time {1} begins {2} and trains {3} in full instead of {4}, {5} % idle.',
        halving,
        policy.label(),
        begun(ours),
        String(inFull(ours)),
        String(inFull(theirs)),
        idle(ours),
      )
    : l10n.t('{0}; {1} takes {2}, {3} % idle.', halving, policy.label(), formatNumber(ours.time), idle(ours));
}
