import * as l10n from '@vscode/l10n';
import { configurationMapping, varyingParameters } from '../sampling/configurations';
import type { SearchMethod } from './method';
import { drawUntried } from './untried';

/** Independent draws from the space (Bergstra & Bengio, JMLR 13, 2012), without repeating one of a finite space. */
export const randomSearch: SearchMethod = {
  id: 'random',
  label: () => l10n.t('Random search'),
  *suggest(space, trials, random) {
    const toConfiguration = configurationMapping(space);
    const dimension = varyingParameters(space).length;
    const draw = () => toConfiguration(Float64Array.from({ length: dimension }, random.uniform));
    const configuration = yield* drawUntried(space, trials, draw, random);
    return configuration && { configuration };
  },
};
