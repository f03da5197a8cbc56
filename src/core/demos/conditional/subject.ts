import { pcs } from '../../formats/pcs/pcs';
import { spaceObjectives } from '../../objectives/spaceObjectives';
import { parentsOf } from '../../space/conditions';
import type { Condition, Parameter, SearchSpace } from '../../space/searchSpace';
import { parseSource } from '../../text/parse';

/** What is shown: the open space, the same with the conditions that its names suggest, or an example. */
export interface Subject {
  readonly space: SearchSpace;
  readonly origin: 'own' | 'suggested' | 'example';
  /** Names of the parameters whose condition is suggested. */
  readonly suggested: readonly string[];
}

/** What only matters for some choices of another parameter. */
const usual: readonly { readonly child: RegExp; readonly parent: RegExp; readonly values: RegExp }[] = [
  { child: /(?:^|[._/-])(?:momentum|nesterov)$/i, parent: /optim|solver/i, values: /sgd|rmsprop/i },
  {
    child: /(?:^|[._/-])(?:adam_?)?(?:beta_?[12]|betas)$/i,
    parent: /optim|solver/i,
    values: /adam|lamb|lion/i,
  },
  { child: /(?:^|[._/-])gamma$/i, parent: /kernel/i, values: /rbf|poly|sigmoid/i },
  { child: /(?:^|[._/-])degree$/i, parent: /kernel/i, values: /poly/i },
  { child: /(?:^|[._/-])coef0$/i, parent: /kernel/i, values: /poly|sigmoid/i },
];

export function subjectOf(space: SearchSpace): Subject {
  const hasParents = (parameter: Parameter): boolean => parentsOf(parameter.condition).length > 0;
  if (space.parameters.some(hasParents)) return { space, origin: 'own', suggested: [] };
  const conditions = new Map(
    space.parameters.flatMap(parameter => {
      const condition = suggestedFor(parameter, space.parameters);
      return condition ? [[parameter.name, condition] as const] : [];
    }),
  );
  if (conditions.size > 0) {
    const parameters = space.parameters.map(parameter => ({
      ...parameter,
      condition: conditions.get(parameter.name),
    }));
    return { space: { ...space, parameters }, origin: 'suggested', suggested: [...conditions.keys()] };
  }
  const text = spaceObjectives.find(({ id }) => id === 'conditional-valley')?.ownSpace() ?? '';
  const [example] = pcs.read(parseSource(text, 'text', 'example.pcs'));
  if (example === undefined) throw new Error('The example is a space.');
  return { space: { ...example, budget: space.budget }, origin: 'example', suggested: [] };
}

function suggestedFor({ name }: Parameter, parameters: readonly Parameter[]): Condition | undefined {
  for (const { child, parent, values } of usual) {
    if (!child.test(name)) continue;
    for (const { name: other, domain } of parameters) {
      if (other === name || !parent.test(other) || domain === undefined || !('choices' in domain)) continue;
      const all = domain.choices.map(({ value }) => value);
      const met = all.filter(value => values.test(String(value)));
      if (met.length > 0 && met.length < all.length) return { kind: 'in', parent: other, values: met };
    }
  }
  return undefined;
}

/** The space as a tool without conditions sees it: every parameter is drawn in every trial. */
export function flattened(space: SearchSpace): SearchSpace {
  return {
    ...space,
    parameters: space.parameters.map(parameter => ({ ...parameter, condition: undefined })),
  };
}
