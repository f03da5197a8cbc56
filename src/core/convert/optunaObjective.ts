import * as l10n from '@vscode/l10n';
import { parentsOf, topologicalOrder } from '../space/conditions';
import type { Condition, DrawableParameter, SearchSpace } from '../space/searchSpace';
import { declareAll } from './candidate';
import type { Losses } from './losses';
import { suggestions } from './optunaSuggest';
import { conditionExpression, type Variable } from './pythonConditions';
import { identifiers, literal, pythonComments } from './pythonText';

/** A run of statements, indented under an `if` where it has a test. */
interface Body {
  readonly test: string | undefined;
  readonly outer: Body | undefined;
  readonly statements: (string | Body)[];
}

/**
 * The statements that suggest every parameter, those with a condition inside the branch of their parent, and that
 * prune what is forbidden.
 */
export function suggestionLines(
  space: SearchSpace,
  parameters: readonly DrawableParameter[],
  losses: Losses,
): string[] {
  const names = identifiers(
    parameters.map(({ name }) => name),
    ['trial', 'optuna', 'train', 'objective', 'study', 'scores'],
  );
  const variables = new Map(parameters.map(({ name }, i) => [name, names[i] ?? name]));
  const root: Body = { test: undefined, outer: undefined, statements: [] };
  const homes = new Map<string, Body>();
  const optional = new Set<string>();

  /** The condition seen from a place: what is set in another branch is None unless that branch was taken. */
  const expression = (condition: Condition, place: Body): string => {
    const variableOf = (parent: string): Variable => {
      const isElsewhere = !isWithin(place, homes.get(parent) ?? root);
      const name = variables.get(parent) ?? parent;
      if (isElsewhere) optional.add(name);
      return { name, optional: isElsewhere };
    };
    return conditionExpression(condition, variableOf);
  };

  const declarations = declareAll('Optuna', parameters, suggestions, losses);
  const ordered = topologicalOrder({ ...space, parameters });
  for (const { name, condition } of ordered) {
    const suggestion = declarations.get(name);
    if (!suggestion) continue;
    const home = bodyFor(condition, root, homes, expression);
    if (condition !== undefined && home === undefined) {
      losses.add(l10n.t('Its condition is on a parameter that is not here, so it is always drawn.'), name);
    }
    homes.set(name, home ?? root);
    (home ?? root).statements.push(
      ...pythonComments(losses.about(name)),
      `${variables.get(name) ?? name} = trial.${suggestion.method}(${literal(name)}, ${suggestion.arguments})`,
    );
  }
  for (const clause of space.forbidden) {
    if (!parentsOf(clause).every(name => homes.has(name))) continue;
    root.statements.push(
      `if ${expression(clause, root)}:`,
      '    raise optuna.TrialPruned("forbidden combination")',
    );
  }
  return [...[...optional].map(name => `${name} = None`), ...linesOf(root)];
}

/** The branch a parameter belongs to, made where it does not exist; undefined when a parent has not been placed. */
function bodyFor(
  condition: Condition | undefined,
  root: Body,
  homes: ReadonlyMap<string, Body>,
  expression: (condition: Condition, place: Body) => string,
): Body | undefined {
  if (condition === undefined) return root;
  const parents = parentsOf(condition).map(name => homes.get(name));
  if (!parents.every(body => body !== undefined)) return undefined;
  // Nested in a parent's branch a child needs that parent; in an alternative it may be active without it.
  const [deepest = root] = hasAlternative(condition)
    ? [root]
    : [...parents].sort((a, b) => depth(b) - depth(a));
  const test = expression(condition, deepest);
  const existing = deepest.statements.find(
    (statement): statement is Body => typeof statement === 'object' && statement.test === test,
  );
  if (existing) return existing;
  const made: Body = { test, outer: deepest, statements: [] };
  deepest.statements.push(made);
  return made;
}

function hasAlternative(condition: Condition): boolean {
  if (condition.kind === 'any') return condition.of.length > 1;
  return condition.kind === 'all' && condition.of.some(hasAlternative);
}

function depth({ outer }: Body): number {
  return outer ? depth(outer) + 1 : 0;
}

function isWithin(place: Body | undefined, body: Body): boolean {
  return place !== undefined && (place === body || isWithin(place.outer, body));
}

function linesOf({ statements }: Body): string[] {
  return statements.flatMap(statement =>
    typeof statement === 'string'
      ? [statement]
      : [`if ${statement.test ?? 'True'}:`, ...linesOf(statement).map(line => `    ${line}`)],
  );
}
