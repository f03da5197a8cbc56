import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import type { TextRange } from '../text/range';
import { shorten } from '../text/shorten';
import { hasNoChoices } from './applicability';
import type { Check } from './check';
import { keyOf } from '../text/edits/entry';
import { replaceToken } from '../text/edits/token';
import { isWandb } from './tool';

/** A list of one: a constant that looks like something searched. */
export const singleChoice: Check = {
  code: 'single-choice',
  severity: 'information',
  get title() {
    return l10n.t('Only one choice');
  },
  notApplicable: hasNoChoices,
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { declared, tokens, name } = parameter;
      const [only, ...others] = declared.choices ?? [];
      if (only === undefined || others.length > 0) return [];
      const value = shorten(choiceLabel(only.value), 40);
      const message = isWandb(space.format)
        ? l10n.t('`{0}` has one choice, {1}, so it does not vary; write it as `value`.', name, value)
        : l10n.t('`{0}` has one choice, {1}, so it does not vary.', name, value);
      const fixes = constantFix(space, parameter, only.range, text);
      return [finding(singleChoice, tokens.choices ?? tokens.name, message, { parameter: name, fixes })];
    }),
};

/** `values: [x]` → `value: x`, where nothing but the list would be lost. Only W&B has a word for a constant. */
function constantFix(
  space: SearchSpace,
  { tokens, declared }: Parameter,
  item: TextRange,
  text: string,
): Fix[] {
  const list = tokens.choices;
  if (!isWandb(space.format) || list === undefined || declared.choices?.[0]?.weight !== undefined) {
    return [];
  }
  const key = keyOf(text, list.start);
  if (key === undefined || text.slice(key.start, key.end).replace(/["']/g, '') !== 'values') return [];
  const opening = text.slice(list.start, item.start);
  const closing = text.slice(item.end, list.end);
  if (!/^(?:\[\s*|- +)$/.test(opening) || !/^[\s,]*\]?$/.test(closing)) return [];
  const itemText = text.slice(item.start, item.end);
  if (itemText.includes('\n')) return [];
  const notation = tokens.notation === undefined ? [] : [replaceToken(text, tokens.notation, 'constant')];
  return [
    {
      title: l10n.t('Write it as value'),
      edits: [
        replaceToken(text, key, 'value'),
        { range: { start: key.end, end: list.end }, newText: `: ${itemText}` },
        ...notation,
      ],
      // A person may have left the list there to add to it.
      safe: false,
    },
  ];
}
