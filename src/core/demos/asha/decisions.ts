import * as l10n from '@vscode/l10n';
import { topFraction } from '../../fidelity/schedule';
import { compareLosses } from '../../fidelity/scheduler';
import type { Row, TableBlock } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { AshaPlan } from './plan';
import type { Played } from './run';

/** Configurations, resource, cost and promotions of each rung of two schedules. */
export function rungTable(
  schedules: readonly { readonly name: string; readonly played: Played }[],
): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Rungs'),
    columns: [
      { key: 'schedule', title: l10n.t('Schedule'), kind: 'text' },
      { key: 'rung', title: l10n.t('Rung'), kind: 'number' },
      { key: 'resource', title: l10n.t('Resource each'), kind: 'number' },
      { key: 'configurations', title: l10n.t('Configurations'), kind: 'number' },
      { key: 'cost', title: l10n.t('Cost if trials resume'), kind: 'number' },
      { key: 'promoted', title: l10n.t('Went on'), kind: 'number' },
      { key: 'first', title: l10n.t('First reached at'), kind: 'number' },
    ],
    rows: schedules.flatMap(({ name, played }) =>
      played.resources.map((resource, rung): Row => {
        const jobs = played.jobs.filter(job => job.rung === rung);
        const decided = played.decisions.filter(other => other.rung === rung && other.outcome === 'promoted');
        const first = played.attempts.find(({ job }) => job.rung === rung);
        return {
          schedule: name,
          rung,
          resource,
          configurations: jobs.length,
          cost: jobs.reduce((sum, job) => sum + job.resource - job.from, 0),
          promoted: decided.length,
          first: first?.start ?? null,
        };
      }),
    ),
  };
}

export const mostDecisions = 200;

/** What is told of: promotions too, unless trials are looked at all the time. */
export function notable({ decisions }: Played, { policy }: AshaPlan): Played['decisions'] {
  return policy.isCurve ? decisions.filter(({ outcome }) => outcome !== 'promoted') : decisions;
}

/** Every promotion, stop and finish in the order they came, with the standing that led to it. */
export function decisionTable(decisions: Played['decisions']): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Promotions and stops'),
    columns: [
      { key: 'time', title: l10n.t('Time'), kind: 'number' },
      { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
      { key: 'resource', title: l10n.t('Trained for'), kind: 'number' },
      { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
      { key: 'reason', title: l10n.t('Outcome'), kind: 'text' },
    ],
    rows: decisions.slice(0, mostDecisions).map(({ time, trial, resource, loss, rank, of, outcome }) => ({
      time,
      trial,
      resource,
      loss: Number.isFinite(loss) ? loss : null,
      reason: reason(outcome, rank, of, loss),
    })),
  };
}

function reason(
  outcome: 'promoted' | 'stopped' | 'finished',
  rank: number,
  of: number,
  loss: number,
): string {
  if (!Number.isFinite(loss)) return l10n.t('stopped: it failed');
  const standing = [String(rank), String(of)];
  switch (outcome) {
    case 'promoted':
      return l10n.t('goes on: rank {0} of {1} so far', ...standing);
    case 'stopped':
      return l10n.t('stopped: rank {0} of {1} so far', ...standing);
    case 'finished':
      return l10n.t('finished: rank {0} of {1} so far', ...standing);
  }
}

/** Who was neither promoted nor stopped when the run ended, and why; only promotion leaves trials behind. */
export function waitingTable(
  { jobs, decisions, resources }: Played,
  { reductionFactor }: AshaPlan,
): TableBlock {
  const top = topFraction(reductionFactor);
  const decided = new Set(decisions.map(({ trial, rung }) => `${trial} ${rung}`));
  const rows = resources.flatMap((resource, rung): Row[] => {
    const ranked = jobs
      .filter(job => job.rung === rung && job.loss !== undefined)
      .sort((a, b) => compareLosses(a.loss ?? NaN, b.loss ?? NaN) || a.trial - b.trial);
    return ranked.flatMap(({ trial, loss = NaN }, index) =>
      decided.has(`${trial} ${rung}`)
        ? []
        : [
            {
              trial,
              resource,
              loss: Number.isFinite(loss) ? loss : null,
              reason: Number.isFinite(loss)
                ? l10n.t(
                    'passed over: rank {0} of {1}, the best {2} went on',
                    String(index + 1),
                    String(ranked.length),
                    formatNumber(top(ranked.length)),
                  )
                : l10n.t('stopped: it failed'),
            },
          ],
    );
  });
  return {
    kind: 'table',
    title: l10n.t('Never promoted'),
    columns: [
      { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
      { key: 'resource', title: l10n.t('Trained for'), kind: 'number' },
      { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
      { key: 'reason', title: l10n.t('Outcome'), kind: 'text' },
    ],
    rows: rows.reverse().slice(0, mostDecisions),
  };
}
