import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { estimateOf, type Estimate } from '../../validation/estimate';
import { nestedStudy, type NestedStudy } from '../../validation/nestedStudy';
import type { ProblemId } from '../../validation/smallProblems';

export type WayId = 'flat' | 'nested' | 'holdOut' | 'single';

/** How one way to validate errs over many searches. */
export interface Way {
  readonly id: WayId;
  /** What it said less what is true, search by search. */
  readonly errors: readonly number[];
  readonly bias: Estimate;
  /** The root of the mean squared error. */
  readonly rmse: number;
}

export interface Searches {
  readonly studies: readonly NestedStudy[];
  readonly truth: Estimate;
  readonly ways: readonly Way[];
}

/** Searches that are simulated: fewer where each has many trials. */
export function searchCount(trials: number): number {
  return Math.max(20, Math.min(60, Math.floor(3000 / trials)));
}

export function* runSearches(
  problem: ProblemId,
  trials: number,
  random: RandomStream,
): Generator<number, Searches, void> {
  const count = searchCount(trials);
  const studies: NestedStudy[] = [];
  while (studies.length < count) {
    const work: Work<NestedStudy> = nestedStudy(
      problem,
      trials,
      random.substream(`search/${studies.length}`),
    );
    let step = work.next();
    for (; !step.done; step = work.next()) yield studies.length / count;
    studies.push(step.value);
  }
  return {
    studies,
    truth: estimateOf(studies.map(({ truth }) => truth)),
    ways: [
      way('flat', studies, study => study.flat - study.truth),
      way('nested', studies, study => study.nested - study.truth),
      way('holdOut', studies, study => study.holdOut - study.truth),
      way('single', studies, study => study.single - study.singleTruth),
    ],
  };
}

function way(id: WayId, studies: readonly NestedStudy[], error: (study: NestedStudy) => number): Way {
  const errors = studies.map(error);
  const squares = errors.reduce((sum, x) => sum + x * x, 0);
  return { id, errors, bias: estimateOf(errors), rmse: Math.sqrt(squares / errors.length) };
}

export function wayLabel(id: WayId): string {
  switch (id) {
    case 'flat':
      return l10n.t('Flat cross-validation');
    case 'nested':
      return l10n.t('Nested cross-validation');
    case 'holdOut':
      return l10n.t('One hold-out fifth');
    case 'single':
      return l10n.t('A trial nobody chose');
  }
}

export function problemLabel(id: ProblemId): string {
  switch (id) {
    case 'iris':
      return l10n.t('Fisher’s irises');
    case 'overlap':
      return l10n.t('overlapping classes');
    case 'noise':
      return l10n.t('pure noise');
  }
}
