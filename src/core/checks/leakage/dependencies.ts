import type { Expression } from '../../python/syntax';
import { namesRead, type Step } from './routine';

/**
 * Everything an expression at a step is computed from: names, attributes and text keys, through the assignments
 * before it back to where each name was last given a value of its own.
 */
export function dependencies(steps: readonly Step[], at: number, expression: Expression): Set<string> {
  const known = new Set<string>();
  const seen = new Set<Step>();
  const follow = (names: Iterable<string>, before: number): void => {
    for (const name of names) {
      known.add(name);
      for (let i = before - 1; i >= 0; i--) {
        const step = steps[i];
        if (!step?.binds.includes(name)) continue;
        if (!seen.has(step)) {
          seen.add(step);
          follow(step.reads, i);
        }
        if (step.isFresh) break;
      }
    }
  };
  follow(namesRead(expression), at);
  return known;
}
