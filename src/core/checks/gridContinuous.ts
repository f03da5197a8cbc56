import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Declared } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { isNoGrid } from './applicability';
import type { Check } from './check';
import { replaceToken } from '../text/edits/token';
import { isWandb } from './tool';

/** A grid over something W&B cannot list. What Katib and NNI make of it are findings of their readers. */
export const gridContinuous: Check = {
  code: 'grid-continuous',
  severity: 'error',
  get title() {
    return l10n.t('Grid over a continuous parameter');
  },
  notApplicable: isNoGrid,
  run: (space, text) => {
    if (!isWandb(space.format) || space.method?.family !== 'grid') return [];
    return space.parameters
      .filter(({ domain, declared }) => domain !== undefined && !isTaken(declared))
      .map(parameter =>
        finding(gridContinuous, parameter.tokens.notation ?? parameter.tokens.name, messageFor(parameter), {
          parameter: parameter.name,
          fixes: randomInstead(space, text),
        }),
      );
  },
};

/** `grid_search_next_runs` of wandb/sweeps: categorical without probabilities, constant, int_uniform, q_uniform. */
function isTaken({ type, notation, choices }: Declared): boolean {
  switch (type) {
    case 'constant':
      return true;
    case 'categorical':
    case 'ordinal':
      return choices?.every(({ weight }) => weight === undefined) ?? true;
    case 'integer':
    case 'float':
      return (
        notation === 'q_uniform' || notation === 'int_uniform' || (notation === '' && type === 'integer')
      );
  }
}

function messageFor({ name, declared }: Parameter): string {
  return declared.type === 'categorical'
    ? l10n.t(
        'W&B’s grid refuses `{0}` for its probabilities and stops; remove them, or use random search.',
        name,
      )
    : l10n.t(
        'W&B’s grid cannot enumerate `{0}` and stops, since it takes `values`, whole-number ranges and `q_uniform` only; list its values, or use random search.',
        name,
      );
}

function randomInstead({ method }: SearchSpace, text: string): Fix[] {
  if (method === undefined) return [];
  const edit = replaceToken(text, method.range, 'random');
  return [{ title: l10n.t('Use random search'), edits: [edit], safe: false }];
}
