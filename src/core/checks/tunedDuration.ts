import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { llmSettings } from '../llm/settings';
import { levelCount } from '../space/distribution';
import type { Parameter } from '../space/searchSpace';
import type { Check } from './check';

/**
 * The length of training among what is searched: longer is nearly always better, until it overfits. Fine-tuning a
 * language model overfits within a few passes, so there the number is a choice like any other.
 */
export const tunedDuration: Check = {
  code: 'tuned-duration',
  severity: 'information',
  get title() {
    return l10n.t('Length of training as a parameter');
  },
  run: space => {
    const { parameters, budget } = space;
    const overfitsSoon = llmSettings(space).certainty === 'certain';
    return parameters.flatMap(({ name, domain, tokens }) => {
      if (domain === undefined || !(levelCount(domain) > 1) || !isDuration(name)) return [];
      if (isPolicyOptimisation(parameters)) return [];
      const isResource = budget.earlyStopping?.family === 'hyperband';
      if (overfitsSoon && !isResource) return [];
      const message = isResource
        ? l10n.t(
            '`{0}` is searched while {1} stops trials by how far they have trained, so trials of different lengths are compared; fix it at the most.',
            name,
            budget.earlyStopping?.name ?? '',
          )
        : l10n.t(
            'Searching `{0}` mostly finds that longer is better; fix it at what you can afford, keep the best checkpoint, and spend the trials on the rest.',
            name,
          );
      const severity = isResource ? 'warning' : 'information';
      return [finding(tunedDuration, tokens.name, message, { parameter: name, severity })];
    });
  },
};

/** `epochs`, `num_epochs`, `max_train_steps`, `trainer.max_steps`; not `warmup_epochs` or `epochs_per_cycle`. */
function isDuration(name: string): boolean {
  const last = name.split(/[./]/).at(-1) ?? name;
  return (
    /^(?:(?:n|num|number_of|nb|max|total|train|training)[_-]?)*(?:epochs?|iters?|iterations)$/i.test(last) ||
    /^(?:(?:n|num|max|total)[_-]?)*(?:train(?:ing)?)[_-]?steps$|^max[_-]?steps$/i.test(last)
  );
}

/** PPO calls its passes over each batch of experience epochs. */
function isPolicyOptimisation(parameters: readonly Parameter[]): boolean {
  return parameters.some(({ name }) => /(?:^|[._/])(?:gae_lambda|clip_range)$/.test(name));
}
