import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { parentsOf } from '../space/conditions';
import type { Parameter } from '../space/searchSpace';
import { hasNoConditions } from './applicability';
import type { Check } from './check';

/** Parameters that wait for each other are never active; reported once for each circle, at its first parameter. */
export const conditionCycle: Check = {
  code: 'condition-cycle',
  severity: 'error',
  get title() {
    return l10n.t('Conditions in a circle');
  },
  notApplicable: hasNoConditions,
  run: ({ parameters }) => {
    const byName = new Map(parameters.map(parameter => [parameter.name, parameter]));
    const reported = new Set<string>();
    return parameters.flatMap(parameter => {
      if (reported.has(parameter.name)) return [];
      const circle = circleThrough(parameter, byName);
      if (circle === undefined) return [];
      for (const name of circle) reported.add(name);
      const message =
        circle.length === 1
          ? l10n.t('`{0}` depends on itself, so it is never active; remove its condition.', parameter.name)
          : l10n.t(
              '`{0}` depends on itself ({1}), so none of them is ever active; remove one of the conditions.',
              parameter.name,
              [...circle, parameter.name].join(' → '),
            );
      const { tokens, name } = parameter;
      return [finding(conditionCycle, tokens.condition ?? tokens.name, message, { parameter: name })];
    });
  },
};

/** The shortest way from a parameter over its parents back to it. */
function circleThrough(start: Parameter, byName: ReadonlyMap<string, Parameter>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [start.name];
  for (const name of open) {
    for (const parent of parentsOf(byName.get(name)?.condition)) {
      if (parent === start.name) return wayTo(name, start.name, cameFrom);
      if (cameFrom.has(parent) || !byName.has(parent)) continue;
      cameFrom.set(parent, name);
      open.push(parent);
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = end; at !== undefined && at !== start; at = cameFrom.get(at)) {
    way.unshift(at);
  }
  return [start, ...way];
}
