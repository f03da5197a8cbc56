import { topologicalOrder } from '../space/conditions';
import type { Configuration, DrawableParameter, SearchSpace } from '../space/searchSpace';
import { parzenAxis, type ParzenAxis } from '../surrogate/parzenAxis';
import type { ParzenTrials, Placement } from '../surrogate/parzenEstimator';
import type { Trial } from './method';

/** A parameter in the order in which a configuration is put together, parents first. */
export interface ParzenStep {
  readonly parameter: DrawableParameter;
  /** Its index among the axes; absent for a constant. */
  readonly axis?: number | undefined;
}

/** A space as Parzen estimators see it. */
export interface ParzenSpace {
  readonly axes: readonly ParzenAxis[];
  readonly steps: readonly ParzenStep[];
}

const spaces = new WeakMap<SearchSpace, ParzenSpace>();

export function parzenSpace(space: SearchSpace): ParzenSpace {
  const known = spaces.get(space);
  if (known) return known;
  const axes: ParzenAxis[] = [];
  const steps = topologicalOrder(space).flatMap((parameter): ParzenStep[] => {
    const { domain } = parameter;
    if (!domain) return [];
    const drawable = { ...parameter, domain };
    const axis = parzenAxis(drawable);
    return [{ parameter: drawable, axis: axis && axes.push(axis) - 1 }];
  });
  const made = { axes, steps };
  spaces.set(space, made);
  return made;
}

/** Where trials stand on the axes, and their order along each: kept, because sorting anew is what would cost most. */
export interface ParzenHistory {
  readonly space: SearchSpace;
  readonly configurations: Configuration[];
  readonly placements: Placement[];
  /** By axis: the trials that have it, by ascending position, the earlier of equals first. */
  readonly ascending: number[][];
}

/** By the configuration of the first trial, which is a different object in every search. */
const histories = new WeakMap<Configuration, ParzenHistory>();

export function parzenHistory(space: SearchSpace, trials: readonly Trial[]): ParzenHistory {
  const { axes } = parzenSpace(space);
  const first = trials[0]?.configuration;
  const known = first && histories.get(first);
  const history =
    known && known.space === space && isBeginningOf(known.configurations, trials)
      ? known
      : { space, configurations: [], placements: [], ascending: axes.map(() => []) };
  for (const { configuration } of trials.slice(history.configurations.length)) {
    append(history, axes, configuration);
  }
  if (first) histories.set(first, history);
  return history;
}

/** Some of the trials of a history, given by ascending id, as some of the axes see them. */
export function historyOf(
  { placements, ascending }: ParzenHistory,
  ids: readonly number[],
  axes: readonly number[],
): ParzenTrials {
  const index = new Int32Array(placements.length).fill(-1);
  ids.forEach((id, i) => (index[id] = i));
  return {
    placements: ids.map(id => Float64Array.from(axes, d => placements[id]?.[d] as number)),
    ascending: axes.map(d => {
      const indices: number[] = [];
      for (const id of ascending[d] ?? []) {
        const i = index[id] as number;
        if (i >= 0) indices.push(i);
      }
      return indices;
    }),
  };
}

function isBeginningOf(configurations: readonly Configuration[], trials: readonly Trial[]): boolean {
  return configurations.every((configuration, i) => trials[i]?.configuration === configuration);
}

function append(history: ParzenHistory, axes: readonly ParzenAxis[], configuration: Configuration): void {
  const { configurations, placements, ascending } = history;
  const placement = Float64Array.from(axes, ({ parameter, position }) => {
    const value = configuration.get(parameter.name);
    return value === undefined ? NaN : position(value);
  });
  const id = placements.push(placement) - 1;
  configurations.push(configuration);
  placement.forEach((position, d) => {
    const order = ascending[d];
    if (!order || Number.isNaN(position)) return;
    let [from, to] = [0, order.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((placements[order[middle] as number]?.[d] as number) <= position) from = middle + 1;
      else to = middle;
    }
    order.splice(from, 0, id);
  });
}
