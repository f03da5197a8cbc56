import * as l10n from '@vscode/l10n';
import type { RungOptions } from '../fidelity/rungs';
import type { OptionValue } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { DemoError, type Control } from './demo';
import { halvingBudget, limits } from './halvingBudget';

type Limit = (typeof limits)[keyof typeof limits];

export function limited(id: string, label: string, limit: Limit, value: number): Control {
  return { kind: 'number', id, label, ...limit, value };
}

/** The rungs of the file's own schedule; without one those from 1 to `usualMost`, where that is given. */
export function rungControls(space: SearchSpace, usualMost?: number): Control[] {
  const { minResource, maxResource, reductionFactor } = halvingBudget(space);
  const usual = space.budget.earlyStopping?.family === 'hyperband' ? undefined : usualMost;
  return [
    limited('minResource', l10n.t('Least resource'), limits.resource, usual === undefined ? minResource : 1),
    limited('maxResource', l10n.t('Most resource'), limits.resource, usual ?? maxResource),
    limited('reductionFactor', l10n.t('Reduction factor η'), limits.reductionFactor, reductionFactor),
  ];
}

/** @throws DemoError when the two resources are the wrong way round. */
export function rungOptions(options: Readonly<Record<string, OptionValue>>): RungOptions {
  const minResource = Number(options['minResource']);
  const maxResource = Number(options['maxResource']);
  if (!(minResource <= maxResource)) {
    throw new DemoError(
      l10n.t(
        'The most resource, {0}, is below the least, {1}; raise it to see trials trained.',
        formatNumber(maxResource),
        formatNumber(minResource),
      ),
    );
  }
  return { minResource, maxResource, reductionFactor: Number(options['reductionFactor']) };
}

export function configurationsControl(space: SearchSpace): Control {
  return limited(
    'configurations',
    l10n.t('Configurations'),
    limits.configurations,
    halvingBudget(space).configurations,
  );
}

const usualWorkers = 8;

/** As many as the file runs side by side. */
export function workersControl({ budget }: SearchSpace, max: number): Control {
  const workers = Math.round(budget.parallelTrials?.value ?? usualWorkers);
  const value = Math.min(max, Math.max(1, workers));
  return { kind: 'number', id: 'workers', label: l10n.t('Workers'), min: 1, max, step: 1, value };
}
