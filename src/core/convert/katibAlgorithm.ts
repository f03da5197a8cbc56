import { algorithms } from '../formats/katib/algorithms';
import type { DrawableParameter, MethodFamily, SearchSpace } from '../space/searchSpace';
import { misfit } from './candidate';
import { reductionFactorOf } from './firstRung';
import { katibCandidates } from './katibDeclaration';

/**
 * The algorithm of the kind that was asked for under which most is drawn as it was: several of Katib's ignore the
 * distribution, and what is drawn matters more than how it is searched.
 */
export function algorithmFor(space: SearchSpace, parameters: readonly DrawableParameter[]): string {
  const tried = [...own(space), ...byFamily(space)].map(algorithm => ({
    algorithm,
    off: misfit('Katib', parameters, domain => katibCandidates(domain, algorithm)),
  }));
  return tried.reduce((best, other) => (other.off < best.off - 1e-6 ? other : best)).algorithm;
}

/** The algorithm by its own name, where it needs no settings beside it. */
function own({ method }: SearchSpace): string[] {
  const known = algorithms.get(method?.name ?? '');
  return method && known?.settings && known.required.length === 0 ? [method.name] : [];
}

function byFamily(space: SearchSpace): readonly string[] {
  return families[space.method?.family ?? 'random'].filter(
    name => name !== 'hyperband' || hyperbandTrials(space) !== undefined,
  );
}

/** How many trials Katib's Hyperband starts at once, where that many are wanted and it has its maximum. */
export function hyperbandTrials(space: SearchSpace): number | undefined {
  const { earlyStopping, trials, parallelTrials } = space.budget;
  const max = earlyStopping?.family === 'hyperband' ? earlyStopping.maxResource?.value : undefined;
  if (max === undefined || max < 1) return undefined;
  const eta = reductionFactorOf(space);
  const atOnce = Math.ceil(eta ** Math.trunc(Math.log(max) / Math.log(eta)));
  const wanted = parallelTrials?.value ?? Math.min(trials?.value ?? mostAtOnce, mostAtOnce);
  return atOnce <= wanted ? atOnce : undefined;
}

/** More pods than this at once nobody gets without asking. */
const mostAtOnce = 100;

const families: Readonly<Record<MethodFamily, readonly string[]>> = {
  grid: ['grid', 'random'],
  random: ['random'],
  quasiRandom: ['sobol', 'random'],
  bayesian: ['bayesianoptimization', 'multivariate-tpe', 'tpe'],
  parzen: ['multivariate-tpe', 'tpe'],
  evolution: ['cmaes', 'multivariate-tpe', 'random'],
  hyperband: ['hyperband', 'random'],
  population: ['multivariate-tpe', 'random'],
  other: ['random'],
};
