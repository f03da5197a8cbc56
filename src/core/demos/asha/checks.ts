import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import { correlationCheck } from './correlation';
import type { AshaPlan } from './plan';
import { bestOf, idleShare, type Field, type Played } from './run';
import { trainsNoFurther } from '../scheduleChecks';

export function ashaChecks(field: Field, ours: Played, theirs: Played, plan: AshaPlan): CheckResult[] {
  return [
    withinMaximum(ours, plan),
    inTop(ours, plan),
    oneJobAWorker(ours, plan),
    unitsAddUp(ours),
    trainsMore(ours, theirs, plan),
    busy(ours, plan),
    correlationCheck(field, plan),
    bestTrainedInFull(field, ours),
  ];
}

function withinMaximum({ jobs }: Played, { maxResource }: AshaPlan): CheckResult {
  return trainsNoFurther(Math.max(0, ...jobs.map(({ resource }) => resource)), maxResource);
}

function inTop({ decisions }: Played, { reductionFactor, policy }: AshaPlan): CheckResult {
  const name = l10n.t('Whoever goes on was in the top 1/η of the rung');
  const promoted = decisions.filter(({ outcome }) => outcome === 'promoted');
  const value = promoted.filter(({ rank, of }) => rank > of / reductionFactor + 1e-9).length;
  if (!policy.rule) {
    return {
      name,
      status: value === 0 ? 'PASS' : 'FAIL',
      message: l10n.t('{0} promotions of others.', String(value)),
      value,
      target: 0,
    };
  }
  return {
    name,
    status: 'INFO',
    message: l10n.t(
      '{0} of {1} went on from further down: this scheduler decides at once, with whatever it has seen.',
      String(value),
      String(promoted.length),
    ),
    value,
  };
}

function oneJobAWorker({ attempts }: Played, { workers }: AshaPlan): CheckResult {
  const until = new Array<number>(workers).fill(0);
  const value = attempts.filter(({ worker, start, end }) => {
    const overlaps = start < (until[worker] ?? Infinity);
    until[worker] = end;
    return overlaps;
  }).length;
  return {
    name: l10n.t('A worker trains one trial at a time'),
    status: value === 0 ? 'PASS' : 'FAIL',
    message: l10n.t('{0} jobs overlap on {1} workers.', String(value), String(workers)),
    value,
    target: 0,
  };
}

function unitsAddUp({ attempts, jobs }: Played): CheckResult {
  const value = attempts
    .filter(({ outcome }) => outcome === 'told')
    .reduce((sum, { job }) => sum + job.resource - job.from, 0);
  const failed = new Set(attempts.filter(({ outcome }) => outcome === 'crashed').map(({ job }) => job.id));
  for (const { job, outcome } of attempts) if (outcome === 'told') failed.delete(job.id);
  const target = jobs
    .filter(({ id, loss }) => loss !== undefined && !failed.has(id))
    .reduce((sum, { resource, from }) => sum + resource - from, 0);
  return {
    name: l10n.t('What was trained is what was asked for'),
    status: Math.abs(value - target) <= 1e-9 * target ? 'PASS' : 'FAIL',
    message: l10n.t('{0} units of {1}.', formatNumber(value), formatNumber(target)),
    value,
    target,
    tolerance: 0,
  };
}

function trainsMore(ours: Played, theirs: Played, { endless }: AshaPlan): CheckResult {
  if (!endless) {
    return {
      name: l10n.t('It is done before synchronous halving'),
      status: ours.time <= theirs.time ? 'PASS' : 'INFO',
      message: l10n.t('After {0} against {1}.', formatNumber(ours.time), formatNumber(theirs.time)),
      value: ours.time,
      target: theirs.time,
    };
  }
  const [value, target] = [trained(ours), trained(theirs)];
  return {
    name: l10n.t('It trains more than synchronous halving in the same time'),
    status: value >= target ? 'PASS' : 'INFO',
    message: l10n.t('{0} units against {1}.', formatNumber(value), formatNumber(target)),
    value,
    target,
  };
}

/** Units of jobs that were told. */
function trained({ jobs }: Played): number {
  return jobs.reduce((sum, job) => (job.loss === undefined ? sum : sum + job.resource - job.from), 0);
}

function busy(ours: Played, { workers }: AshaPlan): CheckResult {
  const value = idleShare(ours, workers);
  return {
    name: l10n.t('Workers are busy'),
    status: value <= 0.25 ? 'PASS' : 'WARN',
    message: l10n.t(
      '{0} % of {1} workers’ time is idle; the end of the last trials has nothing else to do.',
      formatNumber(Math.round(100 * value)),
      String(workers),
    ),
    value,
    target: 0.25,
  };
}

function bestTrainedInFull(field: Field, ours: Played): CheckResult {
  const name = l10n.t('The truly best configuration is trained in full');
  const { resources } = ours;
  const best = bestOf(field, ours);
  if (best === undefined) {
    return { name, status: 'NOT_APPLICABLE', message: l10n.t('No configuration can be trained in full.') };
  }
  const reached = Math.max(...ours.jobs.filter(({ trial }) => trial === best).map(({ rung }) => rung));
  const full = reached === resources.length - 1;
  return {
    name,
    status: full ? 'PASS' : 'INFO',
    message: full
      ? l10n.t('Trial {0} is.', String(best))
      : l10n.t('Trial {0} got no further than {1}.', String(best), formatNumber(resources[reached] ?? 0)),
  };
}
