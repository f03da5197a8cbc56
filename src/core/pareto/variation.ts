import type { RandomStream } from '../numeric/random';
import { configurationMapping, varyingParameters } from '../sampling/configurations';
import { toUnit } from '../space/distribution';
import type { Configuration, SearchSpace } from '../space/searchSpace';

/** How near children stay to their parents: Deb's distribution indices η for crossover and mutation. */
const crossoverIndex = 15;
const mutationIndex = 20;

/**
 * How a configuration comes from two others, each parameter on the unit interval of its own distribution: numbers by
 * simulated binary crossover and polynomial mutation (Deb & Agrawal 1995; Deb & Goyal 1996), alternatives from
 * either parent and redrawn now and then. A parameter that only one parent has comes from it; one that none has is
 * drawn. What is inactive in the child is left out.
 */
export function variation(
  space: SearchSpace,
): (first: Configuration, second: Configuration, random: RandomStream) => Configuration {
  const toConfiguration = configurationMapping(space);
  const axes = varyingParameters(space);
  const ordered = axes.map(({ domain }) => domain.kind !== 'categorical');
  const mutationRate = 1 / Math.max(1, axes.length);

  return (first, second, random) => {
    const crossing = random.uniform() < 0.9;
    const child = Float64Array.from(axes, ({ name, domain }, i) => {
      const [a, b] = [first, second].map(parent => {
        const value = parent.get(name);
        return value === undefined ? undefined : toUnit(domain, value);
      });
      const redrawn = random.uniform();
      if (a === undefined && b === undefined) return redrawn;
      const inherited = crossed(a ?? b ?? redrawn, b ?? a ?? redrawn, ordered[i] === true, crossing, random);
      if (random.uniform() >= mutationRate) return inherited;
      return ordered[i] ? mutated(inherited, random) : redrawn;
    });
    return toConfiguration(child);
  };
}

function crossed(a: number, b: number, ordered: boolean, crossing: boolean, random: RandomStream): number {
  if (!crossing || a === b) return a;
  if (!ordered) return random.uniform() < 0.5 ? a : b;
  const u = random.uniform();
  if (u < 0.25) return a;
  if (u < 0.5) return b;
  const v = random.uniform();
  const spread = (v < 0.5 ? 2 * v : 1 / (2 * (1 - v))) ** (1 / (crossoverIndex + 1));
  return clamped((a + b) / 2 + ((u < 0.75 ? 1 : -1) * spread * (a - b)) / 2);
}

function mutated(u: number, random: RandomStream): number {
  const v = random.uniform();
  const power = 1 / (mutationIndex + 1);
  const delta =
    v < 0.5
      ? (2 * v + (1 - 2 * v) * (1 - u) ** (mutationIndex + 1)) ** power - 1
      : 1 - (2 * (1 - v) + 2 * (v - 0.5) * u ** (mutationIndex + 1)) ** power;
  return clamped(u + delta);
}

function clamped(u: number): number {
  return Math.min(1, Math.max(0, u));
}
