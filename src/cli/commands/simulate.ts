import * as l10n from '@vscode/l10n';
import { basename } from 'node:path';
import { analyse } from '../../core/analyse';
import { randomStream } from '../../core/numeric/random';
import { noisy } from '../../core/objectives/spaceObjective';
import { spaceObjectives, type SpaceObjectiveChoice } from '../../core/objectives/spaceObjectives';
import { incumbent, type SearchMethod, type Trial } from '../../core/search/method';
import { searchMethods } from '../../core/search/methods';
import { optimiser } from '../../core/search/optimiser';
import type { SearchSpace } from '../../core/space/searchSpace';
import { parseOptions, wholeNumber } from '../options';
import { printJson } from '../output';
import { readSpace } from '../readSpace';
import { UsageError } from '../usageError';

/** A whole search on an objective whose minimum is known: in its own space, or on the parameters of a file. */
export function simulate(args: readonly string[]): number {
  const { values, positionals } = parseOptions(args, {
    objective: { type: 'string' },
    space: { type: 'string' },
    name: { type: 'string' },
    optimizer: { type: 'string', default: 'tpe' },
    trials: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    noise: { type: 'string', default: '0' },
    json: { type: 'boolean', default: true },
  });
  if (positionals.length > 0) {
    throw new UsageError(l10n.t('simulate takes options only, not {0}.', positionals.join(' ')));
  }
  if (values.objective === undefined && values.space === undefined) {
    throw new UsageError(l10n.t('Say --objective NAME, --space FILE or both.'));
  }
  const count = wholeNumber('--trials', values.trials, 1);
  const seed = wholeNumber('--seed', values.seed, 0);
  const noise = Number(values.noise);
  if (!(noise >= 0 && noise < Infinity)) {
    throw new UsageError(l10n.t('--noise must be a number of at least 0, not "{0}".', values.noise));
  }
  const method = methodNamed(values.optimizer, count);
  const choice = objectiveNamed(values.objective ?? 'conditional-valley');
  const read = values.space === undefined ? undefined : readSpace(values.space, values.name);
  const space = read?.space ?? ownSpace(choice);
  // The objective is the same for every seed, so that searches can be compared on it.
  const exact = choice.on(space, randomStream('objective'));
  const objective = noisy(exact, noise, randomStream(seed).substream('noise'));
  const search = optimiser(method, space, seed);
  for (let n = 0; n < count; n++) {
    const suggestion = search.ask();
    if (!suggestion) break;
    search.tell(suggestion.id, objective.evaluate(suggestion.configuration));
  }
  const trials = search.trials();
  printJson({
    ...(read && { file: basename(read.file), format: space.format }),
    objective: choice.id,
    optimizer: method.id,
    seed,
    ...(noise > 0 && { noise }),
    minimum: exact.minimum,
    trials: trials.map(shown),
    incumbent: shown(incumbent(trials)),
  });
  return 0;
}

function objectiveNamed(id: string): SpaceObjectiveChoice {
  const found = spaceObjectives.find(objective => objective.id === id);
  if (found) return found;
  const known = spaceObjectives.map(objective => objective.id).join(', ');
  throw new UsageError(l10n.t('There is no objective "{0}"; there are {1}.', id, known));
}

function methodNamed(id: string, trials: number): SearchMethod {
  const methods = searchMethods(trials);
  const found = methods.find(method => method.id === id);
  if (found) return found;
  const known = methods.map(method => method.id).join(', ');
  throw new UsageError(l10n.t('There is no optimizer "{0}"; there are {1}.', id, known));
}

function ownSpace(choice: SpaceObjectiveChoice): SearchSpace {
  const space = analyse(choice.ownSpace(), 'text', `${choice.id}.pcs`, { format: 'pcs' })?.spaces[0];
  if (!space) throw new Error(`The space of ${choice.id} cannot be read.`);
  return space;
}

function shown(trial: Trial | undefined) {
  return trial && { number: trial.id, params: Object.fromEntries(trial.configuration), value: trial.loss };
}
