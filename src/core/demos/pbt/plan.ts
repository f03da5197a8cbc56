import * as l10n from '@vscode/l10n';
import type { OptionValue } from '../../report/report';
import type { Population, SearchSpace } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import type { Control } from '../demo';
import { halvingBudget, limits } from '../halvingBudget';
import { limited } from '../scheduleControls';

export interface PbtPlan {
  readonly population: number;
  readonly maxResource: number;
  /** When members are compared, ascending. */
  readonly resources: readonly number[];
  readonly quantile: number;
  readonly resampleProbability: number;
  readonly factors: readonly [up: number, down: number];
  /** The parameters that change on the way; all of them where absent. */
  readonly changes: readonly string[] | undefined;
  readonly isSynchronous: boolean;
  readonly drift: number;
  readonly haste: number;
}

const usualPopulation = 20;
const usualSteps = 20;
const most = { population: 100, steps: 100 };

export function pbtControls(space: SearchSpace): Control[] {
  const { population: stated, earlyStopping } = space.budget;
  const number = (
    id: string,
    label: string,
    [min, max, step]: readonly [number, number, number],
    value: number,
  ): Control => {
    const within = Math.min(max, Math.max(min, Number.isFinite(value) ? value : min));
    return { kind: 'number', id, label, min, max, step, value: within };
  };
  const percent = (share: number): number => Math.round(100 * share);
  const isHalving = earlyStopping?.family === 'hyperband';
  const maxResource = Math.min(
    limits.resource.max,
    Math.max(
      1,
      stated?.maxResource?.value ??
        (stated?.interval
          ? stated.interval.value * usualSteps
          : isHalving
            ? halvingBudget(space).maxResource
            : 100),
    ),
  );
  const steps = stated?.interval ? Math.floor(maxResource / stated.interval.value + 1e-9) : usualSteps;
  const [up, down] = stated?.factors ?? [1.2, 0.8];
  return [
    number('population', l10n.t('Population'), [2, most.population, 1], Math.round(sizeOf(space))),
    limited('maxResource', l10n.t('Most resource'), limits.resource, maxResource),
    number('steps', l10n.t('Comparisons on the way'), [2, most.steps, 1], steps),
    number(
      'quantile',
      l10n.t('Bottom that copies (%)'),
      [0, 50, 1],
      percent(stated?.quantile?.value ?? 0.25),
    ),
    number(
      'resample',
      l10n.t('Drawn anew when exploring (%)'),
      [0, 100, 1],
      percent(stated?.resampleProbability?.value ?? 0.25),
    ),
    number('up', l10n.t('Perturbation upwards, times'), [1.01, 10, 0.01], up),
    number('down', l10n.t('Perturbation downwards, times'), [0.01, 0.99, 0.01], down),
    {
      kind: 'flag',
      id: 'synchronous',
      label: l10n.t('Members wait for each other'),
      value: stated?.isSynchronous ?? true,
    },
    number('drift', l10n.t('How far the best values move'), [0, 1, 0.1], 0.7),
    number('haste', l10n.t('How much early gains mislead'), [0, 1, 0.1], 0),
  ];
}

/** As the file states it, or as many as run side by side. */
function sizeOf({ budget: { population, parallelTrials } }: SearchSpace): number {
  const parallel = parallelTrials?.value ?? 0;
  return population?.size?.value ?? (parallel >= 4 ? parallel : usualPopulation);
}

export function pbtPlan(space: SearchSpace, options: Readonly<Record<string, OptionValue>>): PbtPlan {
  const [maxResource, steps] = [Number(options['maxResource']), Number(options['steps'])];
  return {
    population: Number(options['population']),
    maxResource,
    resources: Array.from({ length: steps }, (_, k) => (maxResource * (k + 1)) / steps),
    quantile: Number(options['quantile']) / 100,
    resampleProbability: Number(options['resample']) / 100,
    factors: [Number(options['up']), Number(options['down'])],
    changes: space.budget.population?.changes,
    isSynchronous: options['synchronous'] !== false,
    drift: Number(options['drift']),
    haste: Number(options['haste']),
  };
}

/** Where the settings come from, and what the tool does that is not played here. */
export function pbtSource({ format, budget: { population } }: SearchSpace): string {
  if (!population) {
    return l10n.t(
      'The file states no population, so the settings start from usual values; the controls change them.',
    );
  }
  const start = l10n.t('The settings start from the file’s own {0}.', population.name);
  return [start, sizes(population), differences(format, population)].filter(part => part !== '').join(' ');
}

/** What the controls cannot hold or the file leaves open. */
function sizes({ size, maxResource, interval }: Population): string {
  if (size && size.value > most.population) {
    return l10n.t(
      'Played are {0} members instead of {1}.',
      String(most.population),
      formatNumber(size.value),
    );
  }
  if (!maxResource && interval) {
    return l10n.t(
      'How long members train is not in the file; shown are {0} comparisons, {1} units apart.',
      String(usualSteps),
      formatNumber(interval.value),
    );
  }
  return '';
}

function differences(format: SearchSpace['format'], { name, changes }: Population): string {
  if (format === 'katib-experiment') {
    return l10n.t(
      'Katib gives the bottom the values of the top but lets it keep its own model, and changes the values of everybody else in every generation; played here is the algorithm of the paper.',
    );
  }
  if (format === 'nni-experiment') {
    return l10n.t(
      'NNI moves a number by a share of its range rather than by a factor; played here is a factor.',
    );
  }
  const parts = [
    changes ? l10n.t('On the way these change alone: {0}.', changes.join(', ')) : '',
    name === 'PB2'
      ? l10n.t(
          'PB2 takes new values from a model of what improved before; played here are factors and new draws.',
        )
      : '',
  ];
  return parts.filter(part => part !== '').join(' ');
}
