import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { levelCount } from '../space/distribution';
import type { Check } from './check';

/**
 * The batch size among what is searched (Godbole et al., Deep Learning Tuning Playbook, 2023, "Why shouldn't the batch
 * size be tuned to directly improve validation set performance?").
 */
export const tunedBatchSize: Check = {
  code: 'tuned-batch-size',
  severity: 'hint',
  get title() {
    return l10n.t('Batch size as a parameter');
  },
  run: ({ parameters }) =>
    parameters.flatMap(({ name, domain, tokens }) => {
      if (domain === undefined || !(levelCount(domain) > 1)) return [];
      if (!/(?:^|[._/-])(?:train[_-]?)?batch[_-]?size$/i.test(name)) return [];
      const message = l10n.t(
        '`{0}` mostly sets how fast training is, and every other setting has to be found again for each; choose it for speed, and search the learning rate and the regularization at that size.',
        name,
      );
      return [finding(tunedBatchSize, tokens.name, message, { parameter: name })];
    }),
};
