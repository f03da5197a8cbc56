import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../numeric/random';
import { varyingParameters } from '../sampling/configurations';
import type { SearchSpace } from '../space/searchSpace';
import { conditionalValley } from './conditionalValley';
import { objectives, type ObjectiveChoice } from './objectives';
import { onSpace, type SpaceObjective } from './spaceObjective';

export interface SpaceObjectiveChoice {
  readonly id: string;
  label(): string;
  /** The space it is at home in, in the notation of PCS. */
  ownSpace(): string;
  on(space: SearchSpace, random: RandomStream): SpaceObjective;
}

/** What can take the place of a training on any space. */
export const spaceObjectives: readonly SpaceObjectiveChoice[] = [
  ...objectives.map(fromTestFunction),
  {
    id: 'conditional-valley',
    label: () => l10n.t('Conditional valley (each branch has its own optimum)'),
    ownSpace: () => training,
    on: conditionalValley,
  },
];

/** A usual training: eleven parameters of all kinds, five of them conditional. */
const training = `solver categorical {adam, lamb, sgd} [adam]
learning_rate real [1e-5, 1] [1e-3] log
beta2 real [0.9, 0.9999] [0.999]
momentum real [0, 0.99] [0.9]
schedule categorical {constant, cosine, step} [cosine]
step_epochs integer [1, 50] [10]
layers integer [1, 3] [1]
units_1 integer [16, 1024] [128] log
units_2 integer [16, 1024] [128] log
units_3 integer [16, 1024] [128] log
dropout real [0, 0.7] [0.1]

beta2 | solver in {adam, lamb}
momentum | solver == sgd
step_epochs | schedule == step
units_2 | layers > 1
units_3 | layers > 2
`;

function fromTestFunction({
  id,
  label,
  function: make,
  dimensions = 1,
}: ObjectiveChoice): SpaceObjectiveChoice {
  return {
    id,
    label,
    ownSpace: () =>
      make(dimensions)
        .bounds.map(([low, high], i) => `x${i + 1} real [${low}, ${high}] [${low}]\n`)
        .join(''),
    on: (space, random) => onSpace(make(Math.max(1, varyingParameters(space).length)), space, random),
  };
}
