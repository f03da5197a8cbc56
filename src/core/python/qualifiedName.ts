import type { Environment } from './environment';
import type { Expression } from './syntax';

/** What a name that is bound nowhere usually stands for: a notebook imports it in another cell. */
const customary: ReadonlyMap<string, string> = new Map([
  ['np', 'numpy'],
  ['tune', 'ray.tune'],
  ['hp', 'hyperopt.hp'],
  ['kt', 'keras_tuner'],
  ['kerastuner', 'keras_tuner'],
]);

/** How far aliases are followed: `u = t.uniform` with `t = tune`. */
const longestChain = 20;

/**
 * The full name of what an expression refers to: `ray.tune.uniform` for `t.uniform` after `from ray import tune as t`.
 * Undefined for anything that is no name, or that the module defines itself.
 */
export function qualifiedName(
  expression: Expression,
  environment: Environment,
  chain = longestChain,
): string | undefined {
  if (chain === 0) return undefined;
  if (expression.kind === 'attribute') {
    const object = qualifiedName(expression.object, environment, chain - 1);
    return object === undefined ? undefined : `${object}.${expression.name}`;
  }
  if (expression.kind !== 'name') return undefined;
  const found = environment.binding(expression.name);
  switch (found?.binding.kind) {
    case 'import':
      return found.binding.path.replace(/^kerastuner\b/, 'keras_tuner');
    case 'value':
      return qualifiedName(found.binding.value, found.environment, chain - 1);
    case 'function':
    case 'class':
    case 'dynamic':
      return undefined;
    case undefined:
      return environment.lookup(expression.name)
        ? undefined
        : (customary.get(expression.name) ?? expression.name);
  }
}
