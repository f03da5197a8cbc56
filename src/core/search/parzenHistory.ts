import { topologicalOrder } from '../space/conditions';
import type { Configuration, DrawableParameter, SearchSpace } from '../space/searchSpace';
import { parzenAxis, type ParzenAxis } from '../surrogate/parzenAxis';
import type { AxisPositions } from '../surrogate/parzenKernels';
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
  readonly axes: readonly {
    /** By trial; NaN for one that does not have the parameter. */
    readonly positions: number[];
    /** The trials that have it, by ascending position, the earlier of equals first. */
    readonly ascending: number[];
  }[];
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
      : { space, configurations: [], axes: axes.map(() => ({ positions: [], ascending: [] })) };
  for (const { configuration } of trials.slice(history.configurations.length)) {
    append(history, axes, configuration);
  }
  if (first) histories.set(first, history);
  return history;
}

/** Some of the trials, given by ascending id, along some of the axes: the components of an estimator, and its prior. */
export function positionsAlong(
  history: ParzenHistory,
  ids: readonly number[],
  axes: readonly number[],
): AxisPositions[] {
  const index = new Int32Array(history.configurations.length).fill(-1);
  for (let i = 0; i < ids.length; i++) index[ids[i] as number] = i;
  return axes.map(d => {
    const { positions: all = [], ascending: order = [] } = history.axes[d] ?? {};
    const positions = new Float64Array(ids.length + 1).fill(NaN);
    for (let i = 0; i < ids.length; i++) positions[i] = all[ids[i] as number] as number;
    const ascending = new Int32Array(ids.length);
    let found = 0;
    for (let rank = 0; rank < order.length; rank++) {
      const i = index[order[rank] as number] as number;
      if (i >= 0) ascending[found++] = i;
    }
    return { positions, ascending: ascending.subarray(0, found) };
  });
}

function isBeginningOf(configurations: readonly Configuration[], trials: readonly Trial[]): boolean {
  return configurations.every((configuration, i) => trials[i]?.configuration === configuration);
}

function append(history: ParzenHistory, axes: readonly ParzenAxis[], configuration: Configuration): void {
  const id = history.configurations.push(configuration) - 1;
  axes.forEach(({ parameter, position }, d) => {
    const { positions = [], ascending = [] } = history.axes[d] ?? {};
    const value = configuration.get(parameter.name);
    const own = value === undefined ? NaN : position(value);
    positions.push(own);
    if (Number.isNaN(own)) return;
    let [from, to] = [0, ascending.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((positions[ascending[middle] as number] as number) <= own) from = middle + 1;
      else to = middle;
    }
    ascending.splice(from, 0, id);
  });
}
