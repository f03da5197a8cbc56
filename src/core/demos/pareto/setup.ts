import * as l10n from '@vscode/l10n';
import { randomStream } from '../../numeric/random';
import {
  isOrdered,
  sizeDrivers,
  tuningTask,
  type CostId,
  type TuningTask,
} from '../../objectives/multiTuningTask';
import type { Losses } from '../../pareto/dominance';
import { hypervolume } from '../../pareto/hypervolume';
import { hypervolumeSearch } from '../../pareto/hypervolumeSearch';
import type { MultiObjectiveMethod } from '../../pareto/multiObjectiveMethod';
import { nsga2 } from '../../pareto/nsga2';
import { parEgo } from '../../pareto/parEgo';
import type { OptionValue } from '../../report/report';
import { varyingParameters } from '../../sampling/configurations';
import { randomSearch } from '../../search/randomSearch';
import type { SearchSpace } from '../../space/searchSpace';
import { DemoError, type Control, type DemoInput } from '../demo';

/** What both demonstrations of several objectives are about. */
export interface TradeOff {
  readonly space: SearchSpace;
  readonly task: TuningTask;
  readonly cost: CostId;
  readonly trials: number;
  /** From which the hypervolume is measured. */
  readonly reference: Losses;
  /** The hypervolume of the best errors there are at every cost. */
  readonly attainable: number;
}

const byName = '';

export function tradeOffControls(space: SearchSpace): Control[] {
  const drivers = varyingParameters(space).filter(isOrdered);
  return [
    {
      kind: 'number',
      id: 'trials',
      label: l10n.t('Trials'),
      min: 10,
      max: 100,
      step: 1,
      value: Math.min(100, Math.max(10, space.budget.trials?.value ?? 40)),
    },
    {
      kind: 'choice',
      id: 'cost',
      label: l10n.t('Error against'),
      choices: (['latency', 'parameters', 'memory'] as const).map(value => ({
        value,
        label: costTitle(value),
      })),
      value: 'latency',
    },
    {
      kind: 'choice',
      id: 'driver',
      label: l10n.t('The cost grows with'),
      choices: [
        {
          value: byName,
          label: l10n.t(
            'by name: {0}',
            sizeDrivers(space)
              .map(({ name }) => name)
              .join(', '),
          ),
        },
        ...drivers.map(({ name }) => ({ value: name, label: name })),
      ],
      value: byName,
    },
  ];
}

/** @throws DemoError when there is nothing to trade. */
export function tradeOffOf({ space, options, seed }: DemoInput): TradeOff {
  const chosen = varyingParameters(space).filter(({ name }) => name === options['driver']);
  const drivers = chosen.length > 0 ? chosen : sizeDrivers(space);
  if (drivers.length === 0) {
    throw new DemoError(
      l10n.t(
        'Nothing here goes from small to large, so that nothing can be traded for a lower error. Add a number with a low and a high, such as a hidden size.',
      ),
    );
  }
  const cost = costOf(options['cost']);
  const task = tuningTask(space, cost, drivers, randomStream(seed).substream('trade-off'));
  const reference = lossesOf(task.worst);
  return {
    space,
    task,
    cost,
    trials: Number(options['trials']),
    reference,
    attainable: hypervolume(
      task.sizes.map(size => lossesOf(task.bestAt(size))),
      reference,
    ),
  };
}

/** The error, and the logarithm of the cost: a factor in cost is as much wherever it is. */
export function lossesOf([error, cost]: readonly [number, number]): Losses {
  return [error, Math.log(cost)];
}

/** The share of what can be dominated at all. */
export function shareOf({ reference, attainable }: TradeOff, found: readonly Losses[]): number {
  return hypervolume(found, reference) / attainable;
}

export type MethodId = 'ehvi' | 'parego' | 'nsga2' | 'random';

export const methodIds: readonly MethodId[] = ['ehvi', 'parego', 'nsga2', 'random'];

export function methodOf(id: MethodId, { reference }: TradeOff): MultiObjectiveMethod {
  switch (id) {
    case 'ehvi':
      return hypervolumeSearch(reference);
    case 'parego':
      return parEgo;
    case 'nsga2':
      return nsga2();
    case 'random':
      return randomSearch;
  }
}

export function methodLabel(id: MethodId): string {
  switch (id) {
    case 'ehvi':
      return l10n.t('Expected hypervolume improvement');
    case 'parego':
      return parEgo.label();
    case 'nsga2':
      return l10n.t('NSGA-II');
    case 'random':
      return randomSearch.label();
  }
}

export function costTitle(cost: CostId): string {
  switch (cost) {
    case 'latency':
      return l10n.t('Latency (ms)');
    case 'parameters':
      return l10n.t('Parameters (millions)');
    case 'memory':
      return l10n.t('Memory (GB)');
  }
}

/** A cost in a sentence, `{0}` being the number. */
export function costText(cost: CostId, amount: string): string {
  switch (cost) {
    case 'latency':
      return l10n.t('{0} ms', amount);
    case 'parameters':
      return l10n.t('{0} million parameters', amount);
    case 'memory':
      return l10n.t('{0} GB', amount);
  }
}

function costOf(option: OptionValue | undefined): CostId {
  return option === 'parameters' || option === 'memory' ? option : 'latency';
}

/** What the losses stand for. */
export function standIn({ task, cost }: TradeOff): string {
  return l10n.t(
    'Both losses are stand-ins for your training: the error falls with the size of the model and with how well everything else is tuned, and the cost ({0}) grows with {1}.',
    costTitle(cost),
    task.drivers.map(({ name }) => name).join(', '),
  );
}
