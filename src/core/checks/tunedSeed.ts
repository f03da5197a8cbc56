import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { levelCount } from '../space/distribution';
import { isNoGrid } from './applicability';
import type { Check } from './check';
import { words } from './words';

/** A seed among what is searched: the best trial is then the luckiest. A grid repeats every setting for each seed. */
export const tunedSeed: Check = {
  code: 'tuned-seed',
  severity: 'warning',
  get title() {
    return l10n.t('Random seed as a parameter');
  },
  run: space =>
    space.parameters.flatMap(({ name, domain, tokens }) => {
      if (domain === undefined || !(levelCount(domain) > 1) || !isSeed(name)) return [];
      if (isNoGrid(space) === undefined) return [];
      const message = l10n.t(
        'Searching `{0}` picks the luckiest one, and its gain will not repeat; fix the seed, or run each setting with several and compare the means.',
        name,
      );
      return [finding(tunedSeed, tokens.name, message, { parameter: name })];
    }),
};

function isSeed(name: string): boolean {
  const parts = words(name);
  return parts.has('seed') || (parts.has('random') && parts.has('state'));
}
