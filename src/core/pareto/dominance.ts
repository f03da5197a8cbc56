/** One loss per objective, each to be minimised. */
export type Losses = readonly number[];

/** Whether `a` is at least as good as `b` in every objective and better in one. NaN is worse than any number. */
export function dominates(a: Losses, b: Losses): boolean {
  let better = false;
  for (let j = 0; j < b.length; j++) {
    const left = orWorst(a[j]);
    const right = orWorst(b[j]);
    if (left > right) return false;
    better ||= left < right;
  }
  return better;
}

/** What an evaluation brought: its losses, and by how much it misses its constraints. */
export interface Outcome {
  readonly losses: Losses;
  /** The sum of what each constraint is exceeded by; 0 or absent when all are met. */
  readonly violation?: number | undefined;
}

/**
 * Constraint domination (Deb, Pratap, Agarwal & Meyarivan 2002, §VI): what is feasible dominates what is not, of two
 * infeasible the one that violates less dominates, and among the feasible the losses decide.
 */
export function constrainedDominates(a: Outcome, b: Outcome): boolean {
  const left = violationOf(a);
  const right = violationOf(b);
  return left === right ? left === 0 && dominates(a.losses, b.losses) : left < right;
}

/** 0 when feasible; NaN counts as the worst violation. */
export function violationOf({ violation = 0 }: Outcome): number {
  return Math.max(0, orWorst(violation));
}

export function orWorst(loss: number | undefined): number {
  return loss === undefined || Number.isNaN(loss) ? Infinity : loss;
}
