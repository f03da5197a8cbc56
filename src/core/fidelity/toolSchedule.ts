import type { EarlyStopping, SearchSpace } from '../space/searchSpace';
import { hyperbandBrackets } from './hyperband';
import { promotions, promotionsByLogarithm } from './promotions';
import type { RungOptions } from './rungs';
import { scheduleTable, topFraction } from './schedule';
import { statedSchedule } from './statedSchedule';
import { toolBrackets, type PlannedRung } from './toolBrackets';
import { toolLadder } from './toolLadder';

/** The schedule of a file as it is exactly and as its tool computes it, bracket by bracket. */
export interface ToolSchedule {
  readonly tool: string;
  /** Whether the exact brackets are those of algorithm 1 of Hyperband. */
  readonly isHyperband: boolean;
  readonly exact: readonly (readonly PlannedRung[])[];
  readonly computed: readonly (readonly PlannedRung[])[];
}

export interface ToolScheduleOptions extends RungOptions {
  readonly configurations: number;
}

/**
 * Undefined where the file has no schedule, or its tool's arithmetic is not known.
 * @param numbers the schedule of the file with what it leaves open filled in.
 */
export function toolSchedule(space: SearchSpace, numbers: ToolScheduleOptions): ToolSchedule | undefined {
  const brackets = toolBrackets(space);
  const stated = statedSchedule(space);
  if (brackets && stated) {
    const exact = hyperbandBrackets({ ...stated, convention: 'algorithm1' }).map(bracket =>
      scheduleTable(bracket).map(({ configurations, resource }) => ({ configurations, resource })),
    );
    return { tool: brackets.tool, isHyperband: true, exact, computed: brackets.brackets };
  }
  const ladder = toolLadder(space);
  if (!ladder) return undefined;
  const lengths = (isExact: boolean): Part[] =>
    parts(space.budget.earlyStopping, numbers, isExact ? promotions : promotionsByLogarithm);
  return {
    tool: ladder.tool,
    isHyperband: false,
    exact: lengths(true).map(part => planned(part, ladder.exact(part), topFraction(part.reductionFactor))),
    computed: lengths(false).map(part =>
      planned(part, ladder.resources(part), ladder.promoted(part.reductionFactor)).map(rung => ({
        ...rung,
        isOpen: !ladder.isCompared(part, rung.resource),
      })),
    ),
  };
}

/** The numbers of one of the ladders that a tool runs beside each other. */
type Part = ToolScheduleOptions;

/**
 * One ladder, but in Determined's adaptive search one for each of the numbers of rungs that its mode takes, each with
 * as many trials as cost the same (`adaptive_asha.go`, `getBracketMaxTrials`).
 */
function parts(
  stopping: EarlyStopping | undefined,
  numbers: ToolScheduleOptions,
  count: (ratio: number, reductionFactor: number) => number,
): Part[] {
  if (stopping?.mode === undefined) return [numbers];
  const { configurations, maxResource, reductionFactor: divisor } = numbers;
  const most = Math.min(
    (stopping.rungsBelow?.value ?? 4) + 1,
    count(maxResource, divisor) + 1,
    count(configurations, divisor) + 1,
  );
  const least = { conservative: 1, standard: Math.floor((most - 1) / 2) + 1, aggressive: most }[
    stopping.mode
  ];
  const rungCounts = Array.from({ length: most - least + 1 }, (_, i) => most - i);
  const weights = rungCounts.map(rungs => divisor ** (rungs - 1) / rungs);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const trials = weights.map(weight => Math.max(1, Math.floor((weight / total) * configurations)));
  const left = Math.max(0, configurations - trials.reduce((sum, n) => sum + n, 0));
  return rungCounts.map((rungs, i) => ({
    ...numbers,
    configurations: (trials[i] ?? 1) + (i === 0 ? left : 0),
    minResource: maxResource / divisor ** (rungs - 1),
  }));
}

function planned(
  { configurations }: Part,
  resources: readonly number[],
  promoted: (trials: number) => number,
): PlannedRung[] {
  return scheduleTable({ configurations, resources, promoted }).map(row => ({
    configurations: row.configurations,
    resource: row.resource,
  }));
}
