import * as l10n from '@vscode/l10n';
import { knownTuner } from '../formats/nni/tuners';
import type { Condition, DrawableParameter } from '../space/searchSpace';
import { choiceLabel, sameValue } from '../space/values';
import type { Value } from '../text/scalars';
import { declareAll } from './candidate';
import { nniVariables } from './nniVariable';
import type { Losses } from './losses';
import { loseConditions } from './unsupported';
import type { Data } from './yamlText';

const tool = 'NNI';

/** The mapping from names to `{_type, _value}`, nested where a choice decides what else there is to draw. */
export function nniSpace(parameters: readonly DrawableParameter[], losses: Losses): Record<string, Data> {
  const names = new Set(parameters.map(({ name }) => name));
  const variables = declareAll(tool, parameters, nniVariables, losses);
  const isNested = ({ condition }: DrawableParameter): boolean => {
    const branch = branchOf(condition);
    return (
      branch !== undefined && names.has(branch.parent) && variables.get(branch.parent)?.type === 'choice'
    );
  };
  loseConditions(
    tool,
    parameters.filter(parameter => !isNested(parameter)),
    losses,
  );
  const top = parameters.filter(parameter => !isNested(parameter));
  const written = new Set<string>();
  const members = (list: readonly DrawableParameter[], prefix: string): Record<string, Data> =>
    Object.fromEntries(list.map(parameter => [keyIn(prefix, parameter.name), declaration(parameter)]));
  const declaration = ({ name }: DrawableParameter): Data => {
    written.add(name);
    const { type, value } = variables.get(name) ?? { type: 'choice', value: [] };
    const children = parameters.filter(
      child => isNested(child) && branchOf(child.condition)?.parent === name,
    );
    if (children.length === 0) return { _type: type, _value: value };
    return {
      _type: type,
      _value: value.map(choice => {
        const active = children.filter(({ condition }) =>
          branchOf(condition)?.values.some(wanted => sameValue(wanted, choice)),
        );
        return { _name: choice, ...members(active, `${name}.${choiceLabel(choice)}.`) };
      }),
    };
  };
  const space = members(top, '');
  sayRepeated(parameters.filter(isNested), written, losses);
  return space;
}

/** The choices of one parent under which a parameter is active, where its condition is no more than that. */
function branchOf(
  condition: Condition | undefined,
): { parent: string; values: readonly Value[] } | undefined {
  return condition?.kind === 'in' ? condition : undefined;
}

/** NNI puts the names of parent and choice before a nested name itself. */
function keyIn(prefix: string, name: string): string {
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return own === '' || own === '_name' ? name : own;
}

function sayRepeated(
  nested: readonly DrawableParameter[],
  written: ReadonlySet<string>,
  losses: Losses,
): void {
  for (const { name, condition } of nested) {
    const branches = branchOf(condition)?.values.length ?? 0;
    if (!written.has(name)) {
      losses.add(l10n.t('None of the choices of its parent makes it active, so it is left out.'), name);
    } else if (branches > 1) {
      losses.add(l10n.t('NNI has it once for each of {0} choices and learns them apart.', branches), name);
    }
  }
}

/** Whether a built-in algorithm takes all of these variables. */
export function tunerTakes(tuner: string, space: Readonly<Record<string, Data>>): boolean {
  const known = knownTuner(tuner);
  if (!known) return false;
  return Object.values(space).every(variable => {
    const { _type: type, _value: value } = variable as {
      readonly _type: string;
      readonly _value: readonly Data[];
    };
    if (!known.types.some(taken => taken === type)) return false;
    if (type !== 'choice') return true;
    const branches = value.some(item => typeof item === 'object' && item !== null && '_name' in item);
    if (branches) return known.nested;
    return known.textChoices || value.every(item => typeof item === 'number');
  });
}
