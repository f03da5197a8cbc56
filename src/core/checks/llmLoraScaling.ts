import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { llmSettings } from '../llm/settings';
import { span } from '../llm/span';
import { levelCount } from '../space/distribution';
import type { DrawableParameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';

/**
 * LoRA's α beside the learning rate. The update is (α / rank) · B·A, and "tuning α is roughly the same as tuning the
 * learning rate" (Hu et al., LoRA, 2021, §4.1, who fix it); α and the initial scale and rates of A and B have two
 * directions only that matter (Schulman, LoRA Without Regret, 2025).
 */
export const llmLoraScaling: Check = {
  code: 'lora-scaling',
  severity: 'information',
  get title() {
    return l10n.t('LoRA α searched beside the learning rate');
  },
  run: space => {
    const { certainty, parameters } = llmSettings(space);
    const [alpha, rate, rank] = [
      parameters.get('alpha'),
      parameters.get('learningRate'),
      parameters.get('rank'),
    ];
    if (certainty !== 'certain' || !varies(alpha) || !varies(rate)) return [];
    const scaling = span(alpha.domain);
    const ranks = varies(rank) ? span(rank.domain) : undefined;
    const message =
      rank && scaling && ranks && scaling.low > 0 && ranks.low > 0
        ? l10n.t(
            '`{0}` acts as `{1}` does, and drawn apart from `{2}` it scales the update by {3} to {4}; fix it, or write it as a multiple of the rank, and search the learning rate.',
            alpha.name,
            rate.name,
            rank.name,
            formatNumber(scaling.low / ranks.high),
            formatNumber(scaling.high / ranks.low),
          )
        : l10n.t(
            '`{0}` acts as `{1}` does, so one direction is searched twice; fix it and search the learning rate.',
            alpha.name,
            rate.name,
          );
    return [finding(llmLoraScaling, alpha.tokens.name, message, { parameter: alpha.name })];
  },
};

function varies(parameter: DrawableParameter | undefined): parameter is DrawableParameter {
  return parameter !== undefined && levelCount(parameter.domain) > 1;
}
