import * as l10n from '@vscode/l10n';
import { rungs } from '../../fidelity/rungs';
import type { Work } from '../../numeric/work';
import type { ChartBlock } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { whatIfChart, type WhatIf } from '../whatIfChart';
import type { AshaPlan } from './plan';
import {
  asynchronous,
  drawField,
  idleShare,
  inFull,
  synchronous,
  type Field,
  type play,
  type Played,
} from './run';

/** What other numbers of workers, another η and another least resource would have come to. */
export function* whatIfCharts(
  space: SearchSpace,
  plan: AshaPlan,
  field: Field,
  seed: number,
): Work<ChartBlock[]> {
  const { workers, reductionFactor: eta, minResource, resources } = plan;
  const charts = [
    {
      id: 'asha-workers-other',
      title: l10n.t('With other workers'),
      setting: l10n.t('Workers'),
      own: workers,
      values: [1, 2, 4, 8, 16, 32, workers],
      changed: (value: number): AshaPlan => ({ ...plan, workers: value }),
    },
    {
      id: 'asha-factor',
      title: l10n.t('With another reduction factor'),
      setting: l10n.t('Reduction factor η'),
      own: eta,
      values: [2, 3, 4, 5, 6, eta],
      changed: (value: number): AshaPlan => withRungs({ ...plan, reductionFactor: value }),
    },
    {
      id: 'asha-least',
      title: l10n.t('With another least resource'),
      setting: l10n.t('Least resource'),
      own: minResource,
      values: resources,
      changed: (value: number): AshaPlan => withRungs({ ...plan, minResource: value }),
    },
  ];
  const drawn: ChartBlock[] = [];
  for (const { id, title, setting, own, values, changed } of charts) {
    const options: WhatIf[] = [];
    const ascending = [...new Set(values)].sort((a, b) => a - b);
    for (const value of ascending) {
      const other = changed(value);
      const isSameField = other.resources === plan.resources;
      const losses = isSameField ? field : yield* drawField(space, other, seed);
      options.push({ label: formatNumber(value), values: yield* outcome(other, losses, seed) });
    }
    const measures = [
      { key: 'time', title: l10n.t('Time, synchronous') },
      { key: 'ours', title: plan.endless ? l10n.t('Trained in full meanwhile') : l10n.t('Time') },
      { key: 'idle', title: l10n.t('Idle %') },
    ];
    drawn.push(whatIfChart({ id, title, setting, measures, options, chosen: ascending.indexOf(own) }));
  }
  return drawn;
}

function withRungs(plan: AshaPlan): AshaPlan {
  const resources = rungs(plan);
  return { ...plan, resources, reports: plan.policy.isCurve ? plan.reports : resources };
}

function* outcome(plan: AshaPlan, field: Field, seed: number): Work<Record<string, number>> {
  const theirs = yield* toEnd(synchronous(plan, field, seed));
  const ours = yield* toEnd(asynchronous(plan, field, seed, theirs.time));
  return {
    time: theirs.time,
    ours: plan.endless ? inFull(ours) : ours.time,
    idle: Math.round(100 * idleShare(ours, plan.workers)),
  };
}

function* toEnd(run: ReturnType<typeof play>): Work<Played> {
  for (let events = 1; ; events++) {
    const step = run.next();
    if (step.done) return step.value;
    if (events % 8 === 0) yield;
  }
}
