import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { formatNumber } from '../../../text/formatNumber';
import { settingText, type Experiment } from '../experiment';
import { gridSize } from '../gridSize';
import { isPlaceholder } from '../goField';
import { hyperbandSettings } from '../hyperband';
import { isNumericType } from '../parameterSpec';
import { algorithmSetting, gridTooSmall, hyperbandParallelism, tooFewDimensions } from '../rules';
import { defaultParallelTrials } from './counts';

/** What each service's validation asks of the counts and of the space as a whole. */
export function checkBudget(experiment: Experiment): Finding[] {
  const name = experiment.algorithm?.name.text;
  if (name === 'grid') return checkGrid(experiment);
  if (name === 'cmaes') return checkDimensions(experiment);
  return name === 'hyperband' ? [...checkParallelism(experiment), ...checkResource(experiment)] : [];
}

function checkGrid({ parameters, maxTrials }: Experiment): Finding[] {
  const size = gridSize(parameters);
  if (!maxTrials || size === undefined || maxTrials.value <= size) return [];
  const message = l10n.t(
    '`maxTrialCount` is {0}, but the grid has {1} combinations, and Katib rejects more trials than those.',
    formatNumber(maxTrials.value),
    formatNumber(size),
  );
  const fix = {
    title: l10n.t('Set maxTrialCount to {0}', formatNumber(size)),
    edits: [{ range: maxTrials.range, newText: String(size) }],
    safe: false,
  };
  return [finding(gridTooSmall, maxTrials.range, message, { fixes: size > 0 ? [fix] : [] })];
}

function checkDimensions({ parameters, algorithm }: Experiment): Finding[] {
  const numeric = parameters.filter(({ type }) => isNumericType(type)).length;
  if (numeric >= 2 || !algorithm || parameters.length === 0) return [];
  const message = l10n.t(
    'CMA-ES needs 2 or more parameters of type double or int, and this space has {0}; use another algorithm.',
    formatNumber(numeric),
  );
  return [finding(tooFewDimensions, algorithm.name.range, message)];
}

function checkParallelism({ algorithm, parallelTrials }: Experiment): Finding[] {
  const settings = algorithm && hyperbandSettings(algorithm);
  if (!algorithm || !settings) return [];
  const { eta, maxResource, trials } = settings;
  const present = parallelTrials?.value ?? defaultParallelTrials;
  if (present >= trials) return [];
  const message = l10n.t(
    'Hyperband starts {0} trials at once (eta {1} and r_l {2}), so Katib wants `parallelTrialCount` {0} or more, not {3}.',
    formatNumber(trials),
    formatNumber(eta.value),
    formatNumber(maxResource.value),
    formatNumber(present),
  );
  const fixes = parallelTrials
    ? [
        {
          title: l10n.t('Set parallelTrialCount to {0}', formatNumber(trials)),
          edits: [{ range: parallelTrials.range, newText: String(trials) }],
          safe: false,
        },
      ]
    : [];
  return [finding(hyperbandParallelism, parallelTrials?.range ?? algorithm.name.range, message, { fixes })];
}

function checkResource({ algorithm, parameters }: Experiment): Finding[] {
  const resource = settingText(algorithm?.settings ?? [], 'resource_name');
  if (!resource || isPlaceholder(resource.text) || parameters.some(({ name }) => name === resource.text)) {
    return [];
  }
  const message = l10n.t(
    '`resource_name` is `{0}`, but no parameter has that name; name one of them.',
    resource.text,
  );
  return [finding(algorithmSetting, resource.range, message)];
}
