import type { EarlyStopping } from '../space/searchSpace';

/** The least a trial is given: as stated, or, where the rungs are counted down from the most, the lowest of them. */
export function firstRung(stopping: EarlyStopping): number | undefined {
  const { minResource, maxResource, reductionFactor, brackets } = stopping;
  if (minResource) return minResource.value;
  if (!maxResource || !brackets) return undefined;
  return Math.max(1, Math.floor(maxResource.value / (reductionFactor?.value ?? 3) ** brackets.value));
}
