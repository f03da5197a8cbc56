import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { plainName } from '../llm/role';
import { llmSettings } from '../llm/settings';
import { span } from '../llm/span';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';

/**
 * Where the best rates of adapters lie: 1e-4 to 1e-3 in a sweep of some thirty models with AdamW and batches of 128
 * (thinking-machines-lab/tinker-cookbook, `get_lr`), ten times those of full fine-tuning (Schulman, LoRA Without
 * Regret, 2025). Half a decade more on the lower side is left for small batches.
 */
const known = { low: 1e-4, high: 1e-3 };
const least = 5e-5;

/** Preferences and rewards are learnt at far lower rates. */
const reinforcement = /(?:^|_)(?:dpo|ppo|grpo|kto|orpo|rlhf|reward|kl|beta|clip_range)(?:_|$)/;

/** A learning rate for adapters in the range of full fine-tuning, or beyond what trains at all. */
export const llmLoraRate: Check = {
  code: 'lora-learning-rate',
  severity: 'information',
  get title() {
    return l10n.t('Learning rate unusual for LoRA');
  },
  run: space => {
    const { adapter, certainty, parameters } = llmSettings(space);
    const rate = parameters.get('learningRate');
    if (!adapter || certainty !== 'certain' || rate === undefined) return [];
    if (space.parameters.some(({ name }) => reinforcement.test(plainName(name)))) return [];
    const range = span(rate.domain);
    if (range === undefined || !(range.low > 0)) return [];
    if (range.high > least && range.low <= 2 * known.high) return [];
    const message =
      range.high <= least
        ? l10n.t(
            '`{0}` ends at {1}, a rate for training all weights; adapters learn best at about ten times that, {2} to {3} in published sweeps. Raise the upper bound.',
            rate.name,
            formatNumber(range.high),
            formatNumber(known.low),
            formatNumber(known.high),
          )
        : l10n.t(
            '`{0}` begins at {1}; adapters learn best at {2} to {3} in published sweeps. Lower the lower bound.',
            rate.name,
            formatNumber(range.low),
            formatNumber(known.low),
            formatNumber(known.high),
          );
    return [finding(llmLoraRate, rate.tokens.name, message, { parameter: rate.name })];
  },
};
