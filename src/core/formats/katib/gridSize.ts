import type { ParameterSpec } from './parameterSpec';

/**
 * How many combinations `convert_to_combinations` lists (`internal/search_space.py`); undefined where it raises.
 * Doubles are `arange(min, max + step, step)` without a last value above the maximum.
 */
export function gridSize(parameters: readonly ParameterSpec[]): number | undefined {
  return parameters.reduce<number | undefined>((size, parameter) => {
    const levels = levelsOf(parameter);
    return size === undefined || levels === undefined ? undefined : size * levels;
  }, 1);
}

function levelsOf({ type, min, max, step, items, list }: ParameterSpec): number | undefined {
  if (type === 'categorical' || type === 'discrete') return list ? items.length : undefined;
  if (type === undefined || min?.value === undefined || max?.value === undefined) return undefined;
  if (step ? step.value === undefined : type === 'double') return undefined;
  const size = step?.value ?? 1;
  if (!(size > 0)) return undefined;
  if (type === 'int') return Math.max(0, Math.floor((max.value - min.value) / size) + 1);
  const count = Math.max(0, Math.ceil((max.value + size - min.value) / size));
  return count > 0 && min.value + (count - 1) * size > max.value ? count - 1 : count;
}
