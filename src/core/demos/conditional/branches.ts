import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { configurationMapping, varyingParameters } from '../../sampling/configurations';
import { isForbidden, parentsOf } from '../../space/conditions';
import { levelCount } from '../../space/distribution';
import type { Configuration, SearchSpace } from '../../space/searchSpace';
import { choiceLabel } from '../../space/values';
import { shorten } from '../../text/shorten';
import type { Value } from '../../text/scalars';

/** All configurations with the same active parameters. */
export interface Branch {
  /** The values of the parents that lead to it: "solver adam or lamb; layers 1". */
  readonly label: string;
  /** Of configurations drawn at random. */
  readonly share: number;
  /** How many parameters vary in it: its effective dimension. */
  readonly dimension: number;
  readonly active: ReadonlySet<string>;
}

export interface Branching {
  /** The most frequent first. */
  readonly branches: readonly Branch[];
  /** How many draws it was counted in. */
  readonly draws: number;
  /** By parameter that varies: the share of draws it is active in. */
  readonly shares: ReadonlyMap<string, number>;
}

const draws = 4096;
const perStep = 64;
const shownValues = 4;

/** The branches of a space, counted among random draws that are not forbidden. */
export function* branchesOf(space: SearchSpace, random: RandomStream): Work<Branching> {
  const toConfiguration = configurationMapping(space);
  const varying = varyingParameters(space);
  const parents = [...new Set(space.parameters.flatMap(({ condition }) => parentsOf(condition)))];
  const groups = new Map<string, { active: Set<string>; configurations: Configuration[] }>();
  let counted = 0;
  for (let drawn = 0; drawn < draws; drawn++) {
    if (drawn % perStep === 0) yield;
    const configuration = toConfiguration(Float64Array.from({ length: varying.length }, random.uniform));
    if (isForbidden(space, configuration)) continue;
    counted++;
    const active = varying.filter(({ name }) => configuration.has(name)).map(({ name }) => name);
    const key = JSON.stringify(active);
    const group = groups.get(key) ?? { active: new Set(active), configurations: [] };
    group.configurations.push(configuration);
    groups.set(key, group);
  }
  const branches = [...groups.values()]
    .map(({ active, configurations }) => ({
      label: labelOf(space, parents, configurations),
      share: configurations.length / counted,
      dimension: active.size,
      active,
    }))
    .sort((a, b) => b.share - a.share);
  const shares = new Map(
    varying.map(({ name }) => [
      name,
      branches.reduce((sum, { active, share }) => sum + (active.has(name) ? share : 0), 0),
    ]),
  );
  return { branches, draws: counted, shares };
}

/** Of each parent, the values that occur, where not all of them do. */
function labelOf(
  space: SearchSpace,
  parents: readonly string[],
  configurations: readonly Configuration[],
): string {
  const parts = parents.flatMap(name => {
    const domain = space.parameters.find(parameter => parameter.name === name)?.domain;
    const seen = new Map<string, Value>();
    for (const configuration of configurations) {
      const value = configuration.get(name);
      if (value !== undefined) seen.set(choiceLabel(value), value);
    }
    if (domain === undefined || seen.size === 0) return [];
    const numbers = [...seen.values()].filter(value => typeof value === 'number').sort((a, b) => a - b);
    if (seen.size >= levelCount(domain) && levelCount(domain) > 1) return [];
    const [low, high] = [numbers[0], numbers.at(-1)];
    const range = numbers.length > shownValues && low !== undefined && high !== undefined;
    const text = range
      ? `${choiceLabel(Number(low.toPrecision(2)))} … ${choiceLabel(Number(high.toPrecision(2)))}`
      : [...seen.keys()].sort().slice(0, shownValues).join(', ');
    return [`${name} ${text}`];
  });
  return parts.length === 0 ? l10n.t('otherwise') : shorten(parts.join('; '), 90);
}

/** The mean number of parameters that act in a trial. */
export function meanDimension({ branches }: Branching): number {
  return branches.reduce((sum, { share, dimension }) => sum + share * dimension, 0);
}
