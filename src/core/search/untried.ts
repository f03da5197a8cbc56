import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurationKey } from '../sampling/duplicates';
import { fullGrid, gridConfigurations } from '../sampling/grid';
import { gridSize } from '../sampling/gridSize';
import { isForbidden } from '../space/conditions';
import { isContinuous, levelCount } from '../space/distribution';
import { drawableParameters, type Configuration, type SearchSpace } from '../space/searchSpace';
import type { Trial } from './method';

/** Draws before the untried configurations of a small space are listed instead. */
const patience = 200;

/** Draws before a space counts as forbidden altogether. */
const lastPatience = 10_000;

/** The most configurations that are listed to find an untried one. */
const mostListed = 100_000;

const perStep = 32;

/**
 * The first configuration of `draw` that is neither forbidden nor tried before. Where draws keep repeating what was
 * tried, it comes from the untried ones of the space, all equally likely; a space too large to list repeats itself.
 * Undefined when everything that is allowed was tried.
 */
export function* drawUntried(
  space: SearchSpace,
  trials: readonly Trial[],
  draw: () => Configuration,
  random: RandomStream,
): Work<Configuration | undefined> {
  const isTried = triedAmong(space, trials);
  const listed = isListable(space);
  let repeated: Configuration | undefined;
  for (let drawn = 0; drawn < (listed || repeated ? patience : lastPatience); drawn++) {
    if (drawn % perStep === perStep - 1) yield;
    const candidate = draw();
    if (isForbidden(space, candidate)) continue;
    if (!isTried(candidate)) return candidate;
    repeated ??= candidate;
  }
  return listed ? yield* chooseUntried(space, isTried, random) : repeated;
}

/**
 * Whether a configuration has the values of one of the trials, pending and failed ones included. Where every
 * configuration has a continuous parameter none is drawn twice, and nothing is compared.
 */
export function triedAmong(
  space: SearchSpace,
  trials: readonly Trial[],
): (configuration: Configuration) => boolean {
  if (space.parameters.some(({ domain, condition }) => domain && !condition && isContinuous(domain))) {
    return () => false;
  }
  const tried = new Set(trials.map(({ configuration }) => keyOf(configuration)));
  return configuration => tried.has(configurationKey(configuration));
}

/** Whether the space has few enough configurations to go through them one by one. */
function isListable(space: SearchSpace): boolean {
  if (!drawableParameters(space).every(({ domain }) => Number.isFinite(levelCount(domain)))) return false;
  // The forbidden ones are gone through as well.
  const size = gridSize({ ...space, forbidden: [] }, fullGrid(space, 1));
  return size !== undefined && size <= mostListed;
}

function* chooseUntried(
  space: SearchSpace,
  isTried: (configuration: Configuration) => boolean,
  random: RandomStream,
): Work<Configuration | undefined> {
  let chosen: Configuration | undefined;
  let untried = 0;
  let seen = 0;
  for (const configuration of gridConfigurations(space, fullGrid(space, 1))) {
    if (seen++ % perStep === perStep - 1) yield;
    if (isForbidden(space, configuration) || isTried(configuration)) continue;
    // One of those so far, each as likely as the others.
    if (random.integer(++untried) === 0) chosen = configuration;
  }
  return chosen;
}

const keys = new WeakMap<Configuration, string>();

function keyOf(configuration: Configuration): string {
  const known = keys.get(configuration);
  if (known !== undefined) return known;
  const key = configurationKey(configuration);
  keys.set(configuration, key);
  return key;
}
