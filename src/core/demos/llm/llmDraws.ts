import type { Role } from '../../llm/role';
import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { configurationMapping, varyingParameters } from '../../sampling/configurations';
import { isForbidden, parentsOf } from '../../space/conditions';
import { fromUnit } from '../../space/distribution';
import type { Configuration } from '../../space/searchSpace';
import { knownParameters, llmTrial, type LlmPlan, type LlmTrial } from './llmPlan';

const count = 1024;
const perStep = 64;

/** What random configurations of a plan cost; forbidden ones left out. */
export function* drawLlmTrials(plan: LlmPlan, random: RandomStream): Work<LlmTrial[]> {
  const toConfiguration = configurationMapping(plan.space);
  const dimension = varyingParameters(plan.space).length;
  const trials: LlmTrial[] = [];
  for (let drawn = 0; drawn < count; drawn++) {
    if (drawn % perStep === 0) yield;
    const configuration = toConfiguration(Float64Array.from({ length: dimension }, random.uniform));
    if (!isForbidden(plan.space, configuration)) trials.push(llmTrial(plan, configuration));
  }
  return trials;
}

/** The best configuration that is known, and what each setting does to it. */
export interface LlmBest extends LlmTrial {
  /** By role: how far the loss rises above the lowest along the values of the parameter alone. */
  readonly stakes: ReadonlyMap<Role, Stake>;
}

export interface Stake {
  readonly loss: number;
  /** Some value diverges or does not fit. */
  readonly fails: boolean;
}

const levels = 21;
const sweeps = 3;

/** The best of the draws, improved along one parameter after the other; undefined when every draw failed. */
export function* bestLlmTrial(plan: LlmPlan, draws: readonly LlmTrial[]): Work<LlmBest | undefined> {
  const parents = new Set(plan.space.parameters.flatMap(({ condition }) => parentsOf(condition)));
  let best = draws
    .filter(({ loss }) => Number.isFinite(loss))
    .reduce<LlmTrial | undefined>((a, b) => (a === undefined || b.loss < a.loss ? b : a), undefined);
  const stakes = new Map<Role, Stake>();
  for (let sweep = 0; sweep < sweeps && best !== undefined; sweep++) {
    for (const [role, { name, domain }] of knownParameters(plan)) {
      yield;
      const from: Configuration = best.configuration;
      if (parents.has(name) || !from.has(name)) continue;
      const along = Array.from({ length: levels }, (_, level) =>
        new Map(from).set(name, fromUnit(domain, (level + 0.5) / levels)),
      )
        .filter(configuration => !isForbidden(plan.space, configuration))
        .map(configuration => llmTrial(plan, configuration));
      const losses = along.map(({ loss }) => loss).filter(Number.isFinite);
      stakes.set(role, {
        loss: losses.length === 0 ? 0 : Math.max(...losses) - Math.min(...losses, best.loss),
        fails: losses.length < along.length,
      });
      for (const trial of along) if (trial.loss < best.loss) best = trial;
    }
  }
  return best && { ...best, stakes };
}
