import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { SearchSpace } from '../space/searchSpace';
import { tokenText } from '../text/edits/token';
import { shorten } from '../text/shorten';
import type { Check } from './check';

/** A W&B key with a dot: one flat key, which only looks like a group. */
export const dottedName: Check = {
  code: 'dotted-name',
  severity: 'hint',
  get title() {
    return l10n.t('Dot in the name of a parameter');
  },
  notApplicable: isElsewhere,
  run: (space, text) => {
    if (isElsewhere(space) !== undefined) return [];
    return space.parameters.flatMap(({ name, tokens }) => {
      const key = tokenText(text, tokens.name);
      if (!key.includes('.')) return [];
      const message = l10n.t(
        'W&B hands `{0}` on as one flat key: right for a program that parses it, but `wandb.config` gets no group; for a group, nest it under `parameters`.',
        shorten(key, 60),
      );
      return [finding(dottedName, tokens.name, message, { parameter: name })];
    });
  },
};

function isElsewhere({ format }: SearchSpace): string | undefined {
  return format === 'wandb-sweep' ? undefined : l10n.t('Dots in names mean nothing to the tool.');
}
