import { hartmann6 } from '../../src/core/objectives/hartmann';
import type { Job, Scheduler } from '../../src/core/fidelity/scheduler';
import { numericDomain } from '../../src/core/space/domains';
import type { Configuration, SearchSpace } from '../../src/core/space/searchSpace';

/**
 * The task on which the peers' figures were measured: Hartmann 6 reached along power laws, resources 1 to 27, η = 3,
 * a trial resumes where it was left.
 */
export const multifidelityTask = { minResource: 1, maxResource: 27, reductionFactor: 3 } as const;

const nowhere = { start: 0, end: 0 };

export const multifidelitySpace: SearchSpace = {
  format: 'ray-python',
  dialect: 'json',
  parameters: ['x0', 'x1', 'x2', 'x3', 'x4', 'x5'].map(name => ({
    name,
    domain: numericDomain({ type: 'float', low: 0, high: 1 }),
    declared: { notation: '', type: 'float', scale: 'linear', bounds: 'values' },
    tokens: { name: nowhere, declaration: nowhere },
  })),
  forbidden: [],
  budget: {},
  range: nowhere,
  findings: [],
};

/** f(x) − min f + (½ + x₀) (r^−α − 27^−α), α = 0.4 + 0.6 x₁. At 27 it is the regret. */
export function multifidelityLoss(configuration: Configuration, resource: number): number {
  const x = [...configuration.values()].map(Number);
  const [x0 = NaN, x1 = NaN] = x;
  const rate = 0.4 + 0.6 * x1;
  return hartmann6.evaluate(x) - hartmann6.minimum + (0.5 + x0) * (resource ** -rate - 27 ** -rate);
}

/**
 * One worker at work until the last mark is spent.
 * @param marks units of resource, ascending.
 * @returns the lowest regret of the trials trained in full by each mark.
 */
export function regretsAt(scheduler: Scheduler, marks: readonly number[]): number[] {
  const regrets = marks.map(() => Infinity);
  let spent = 0;
  for (let job: Job | undefined = scheduler.ask(); job; job = scheduler.ask()) {
    spent += job.resource - job.from;
    if (spent > (marks.at(-1) ?? 0)) break;
    const loss = multifidelityLoss(job.configuration, job.resource);
    scheduler.tell(job.id, loss);
    if (job.resource < multifidelityTask.maxResource) continue;
    for (const [i, mark] of marks.entries()) {
      if (spent <= mark) regrets[i] = Math.min(regrets[i] ?? Infinity, loss);
    }
  }
  return regrets;
}
