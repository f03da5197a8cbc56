import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Fix } from '../finding';
import type { DeclaredChoice } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { choiceLabel, valueKey } from '../space/values';
import type { Check } from './check';
import { removeItem } from '../text/edits/listItem';

/** The same choice listed more than once. */
export const duplicateChoice: Check = {
  code: 'duplicate-choice',
  severity: 'warning',
  get title() {
    return l10n.t('Choice listed twice');
  },
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { choices = [] } = parameter.declared;
      const alike = new Map<string, number[]>();
      choices.forEach(({ value }, index) => {
        const key = valueKey(value);
        const indices = alike.get(key);
        if (indices === undefined) alike.set(key, [index]);
        else indices.push(index);
      });
      return [...alike.values()].flatMap(([original = 0, ...repeats]) =>
        repeats.map(index =>
          repeated(space, parameter, { original, index, copies: repeats.length + 1 }, text),
        ),
      );
    }),
};

interface Repeat {
  readonly original: number;
  readonly index: number;
  readonly copies: number;
}

function repeated(
  space: SearchSpace,
  parameter: Parameter,
  { original, index, copies }: Repeat,
  text: string,
): Finding {
  const at = (i: number): DeclaredChoice => parameter.declared.choices?.[i] as DeclaredChoice;
  const choice = at(index);
  const label = abbreviate(choiceLabel(choice.value));
  const message =
    space.method?.family === 'grid'
      ? l10n.t('`{0}` is listed again, and a grid gains nothing from a repeat; remove it.', label)
      : copies === 2
        ? l10n.t('`{0}` appears twice and is drawn twice as often; remove one.', label)
        : l10n.t('`{0}` appears {1} times and is drawn {1} times as often; keep one.', label, copies);
  return finding(duplicateChoice, choice.range, message, {
    parameter: parameter.name,
    related: [{ message: l10n.t('First listed here'), range: at(original).range }],
    fixes: removeFix(parameter, index, text),
  });
}

/** None where the choices are weighted, since the list of weights would no longer match. */
function removeFix({ declared, tokens }: Parameter, index: number, text: string): Fix[] {
  const { choices = [] } = declared;
  const [previous, choice] = [choices[index - 1], choices[index]];
  if (previous === undefined || choice === undefined || tokens.choices === undefined) return [];
  if (choices.some(({ weight }) => weight !== undefined)) return [];
  const edits = removeItem(text, tokens.choices, previous.range, choice.range);
  return edits === undefined ? [] : [{ title: l10n.t('Remove the repeat'), edits, safe: true }];
}

function abbreviate(label: string): string {
  return label.length > 40 ? `${label.slice(0, 39)}…` : label;
}
