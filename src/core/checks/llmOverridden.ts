import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { plainName } from '../llm/role';
import { span } from '../llm/span';
import { levelCount } from '../space/distribution';
import { drawableParameters } from '../space/searchSpace';
import type { Check } from './check';

/** What a positive value of the second switches off (transformers, `training_args.py`: "Overrides …"). */
const pairs: readonly (readonly [overridden: RegExp, by: RegExp])[] = [
  [/(?:^|_)num_train_epochs$/, /(?:^|_)max_(?:train_)?steps$/],
  [/(?:^|_)warmup_ratio$/, /(?:^|_)warmup_steps$/],
];

/** A searched setting that the trainer never looks at, because another one is always given. */
export const llmOverridden: Check = {
  code: 'overridden-setting',
  severity: 'warning',
  get title() {
    return l10n.t('Setting that another overrides');
  },
  run: space =>
    pairs.flatMap(([overridden, by]) => {
      const drawable = drawableParameters(space);
      const dead = drawable.find(
        ({ name, domain }) => overridden.test(plainName(name)) && levelCount(domain) > 1,
      );
      const other = drawable.find(
        ({ name, condition }) => by.test(plainName(name)) && condition === undefined,
      );
      if (dead === undefined || other === undefined || !((span(other.domain)?.low ?? 0) > 0)) return [];
      const message = l10n.t(
        '`{0}` has no effect while `{1}` is above 0, as it always is here; remove one of the two.',
        dead.name,
        other.name,
      );
      return [finding(llmOverridden, dead.tokens.name, message, { parameter: dead.name })];
    }),
};
