import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import { levelCount } from '../space/distribution';
import type { Declared } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import type { Check } from './check';
import { replaceToken } from './edits/token';

/** A grid over something that has no list of values. Katib's own rule about it is reported by its reader. */
export const gridContinuous: Check = {
  code: 'grid-continuous',
  severity: 'error',
  get title() {
    return l10n.t('Grid over a continuous parameter');
  },
  run: (space, text) =>
    space.method?.family === 'grid'
      ? space.parameters.flatMap(parameter => {
          const { name, tokens } = parameter;
          const range = tokens.notation ?? tokens.name;
          switch (space.format) {
            case 'wandb-sweep':
              return parameter.domain === undefined || wandbGridTakes(parameter.declared)
                ? []
                : [
                    finding(gridContinuous, range, wandbMessage(parameter), {
                      parameter: name,
                      fixes: randomInstead(space, text),
                    }),
                  ];
            case 'nni-search-space':
            case 'nni-experiment':
              return parameter.domain !== undefined && levelCount(parameter.domain) === Infinity
                ? [finding(gridContinuous, range, nniMessage(name), nniDetails(name))]
                : [];
            case 'katib-experiment':
              return [];
          }
        })
      : [],
};

/** `grid_search_next_runs` of wandb/sweeps: categorical without probabilities, constant, int_uniform, q_uniform. */
function wandbGridTakes({ type, notation, choices }: Declared): boolean {
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

function wandbMessage({ name, declared }: Parameter): string {
  return declared.type === 'categorical'
    ? l10n.t(
        'Grid search refuses `{0}`, because it has probabilities; remove them, or use random search.',
        name,
      )
    : l10n.t(
        'Grid search cannot enumerate `{0}`: W&B takes only `values`, whole-number ranges and `q_uniform` here and the run stops; list its values, or use random search.',
        name,
      );
}

function nniMessage(name: string): string {
  return l10n.t(
    '`{0}` is continuous, so NNI’s grid has no end and keeps halving the range; use `choice` or `quniform`, or limit the trials.',
    name,
  );
}

const nniDetails = (parameter: string) => ({ parameter, severity: 'information' as const });

function randomInstead({ method }: SearchSpace, text: string): Fix[] {
  if (method === undefined) return [];
  return [
    {
      title: l10n.t('Use random search'),
      edits: [replaceToken(text, method.range, 'random')],
      safe: false,
    },
  ];
}
