import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Fix } from '../finding';
import type { DeclaredChoice } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { choiceLabel, valueKey } from '../space/values';
import { removeItem } from '../text/edits/listItem';
import { shorten } from '../text/shorten';
import { hasNoChoices } from './applicability';
import type { Check } from './check';

/** The same choice listed more than once; one finding for each such choice, at its first repeat. */
export const duplicateChoice: Check = {
  code: 'duplicate-choice',
  severity: 'warning',
  get title() {
    return l10n.t('Choice listed twice');
  },
  notApplicable: hasNoChoices,
  run: (space, text) =>
    space.parameters.flatMap(parameter =>
      alike(parameter.declared.choices ?? []).flatMap(([original, ...repeats]) =>
        original === undefined || repeats[0] === undefined
          ? []
          : [repeated(space, parameter, original, repeats, text)],
      ),
    ),
};

/** The choices by value, each with its place in the list. */
function alike(choices: readonly DeclaredChoice[]): Place[][] {
  const places = new Map<string, Place[]>();
  choices.forEach((choice, index) => {
    const key = valueKey(choice.value);
    const found = places.get(key);
    const place = { choice, previous: choices[index - 1] };
    if (found === undefined) places.set(key, [place]);
    else found.push(place);
  });
  return [...places.values()];
}

interface Place {
  readonly choice: DeclaredChoice;
  readonly previous: DeclaredChoice | undefined;
}

function repeated(
  space: SearchSpace,
  parameter: Parameter,
  original: Place,
  repeats: readonly Place[],
  text: string,
): Finding {
  const label = shorten(choiceLabel(original.choice.value), 40);
  const copies = repeats.length + 1;
  const message =
    space.method?.family === 'grid'
      ? l10n.t('`{0}` is listed again, and a grid gains nothing from a repeat; remove it.', label)
      : copies === 2
        ? l10n.t('`{0}` appears twice and is drawn twice as often; remove one.', label)
        : l10n.t('`{0}` appears {1} times and is drawn {1} times as often; keep one.', label, copies);
  return finding(duplicateChoice, (repeats[0] ?? original).choice.range, message, {
    parameter: parameter.name,
    related: [{ message: l10n.t('First listed here'), range: original.choice.range }],
    fixes: removal(parameter, repeats, text),
  });
}

/** None where the choices are weighted, since the list of weights would no longer match. */
function removal({ declared, tokens }: Parameter, repeats: readonly Place[], text: string): Fix[] {
  const list = tokens.choices;
  if (list === undefined || declared.choices?.some(({ weight }) => weight !== undefined)) return [];
  const edits = repeats.map(
    ({ choice, previous }) => previous && removeItem(text, list, previous.range, choice.range),
  );
  const title = repeats.length === 1 ? l10n.t('Remove the repeat') : l10n.t('Remove the repeats');
  return edits.some(edit => edit === undefined)
    ? []
    : [{ title, edits: edits.flatMap(edit => edit ?? []), safe: true }];
}
