import { varyingParameters } from '../sampling/configurations';
import { countDuplicates } from '../sampling/duplicates';
import type { SearchSpace } from '../space/searchSpace';
import { drawTrials, spread } from './samplingDesigns';

/** What random search does on this space with this many trials, over many repetitions; each list ascending. */
export interface Chance {
  readonly repetitions: number;
  readonly discrepancies: readonly number[];
  readonly duplicates: readonly number[];
}

/** Terms of the discrepancy that may be computed in all: about a second's worth. */
const affordableTerms = 2e8;

/** Repeats random search; yields the share that is done. */
export function* simulateChance(space: SearchSpace, count: number, seed: number): Generator<number, Chance> {
  const terms = (count * count * Math.max(1, varyingParameters(space).length)) / 2;
  const repetitions = Math.min(100, Math.max(20, Math.floor(affordableTerms / terms)));
  const discrepancies: number[] = [];
  const duplicates: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const done = repetition / repetitions;
    const trials = yield* reporting(
      drawTrials(space, 'random', { count }, `${seed}/chance/${repetition}`),
      done,
    );
    const { discrepancy } = yield* reporting(spread(space, trials), done);
    if (discrepancy !== undefined) discrepancies.push(discrepancy);
    duplicates.push(countDuplicates(trials));
    yield done;
  }
  const ascending = (a: number, b: number): number => a - b;
  return {
    repetitions,
    discrepancies: discrepancies.sort(ascending),
    duplicates: duplicates.sort(ascending),
  };
}

/** The value below which a share p of an ascending list lies. */
export function empiricalQuantile(ascending: readonly number[], p: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(p * ascending.length))] ?? NaN;
}

/** Reports the same number at every step of another generator. */
function* reporting<T>(steps: Generator<void, T>, done: number): Generator<number, T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield done;
  }
}
