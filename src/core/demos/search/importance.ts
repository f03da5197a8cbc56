import type { Work } from '../../numeric/work';
import { varyingParameters } from '../../sampling/configurations';
import { levelCount, toUnit } from '../../space/distribution';
import type { DrawableParameter, SearchSpace } from '../../space/searchSpace';
import { valueKey } from '../../space/values';
import type { Value } from '../../text/scalars';
import type { Tried } from './task';

const slices = 12;

/**
 * The parameters by how much of the variance of the loss each explains by itself, most first: the variance of the mean
 * loss over its values, or over a dozen equally likely slices (first-order Sobol indices, Saltelli et al. 2008).
 */
export function* byImportance(space: SearchSpace, reference: readonly Tried[]): Work<DrawableParameter[]> {
  const ranked: { parameter: DrawableParameter; explained: number }[] = [];
  for (const parameter of varyingParameters(space)) {
    const groups = new Map<string, { count: number; sum: number }>();
    for (const [i, { configuration, loss }] of reference.entries()) {
      if (i % 512 === 0) yield;
      const key = sliceOf(parameter, configuration.get(parameter.name));
      const group = groups.get(key) ?? { count: 0, sum: 0 };
      group.count++;
      group.sum += loss;
      groups.set(key, group);
    }
    const mean = reference.reduce((sum, { loss }) => sum + loss, 0) / reference.length;
    const explained = [...groups.values()].reduce(
      (sum, group) => sum + group.count * (group.sum / group.count - mean) ** 2,
      0,
    );
    ranked.push({ parameter, explained });
  }
  return ranked.sort((a, b) => b.explained - a.explained).map(({ parameter }) => parameter);
}

/** The first that is always active, else the first. */
export function alwaysActive(ranked: readonly DrawableParameter[]): DrawableParameter | undefined {
  return ranked.find(({ condition }) => !condition) ?? ranked[0];
}

function sliceOf({ domain }: DrawableParameter, value: Value | undefined): string {
  if (value === undefined) return '';
  if (levelCount(domain) <= slices) return valueKey(value);
  return String(Math.floor(toUnit(domain, value) * slices));
}
