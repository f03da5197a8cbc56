import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type {
  EarlyStopping,
  Method,
  Objective,
  Parameter,
  SearchSpace,
  Stated,
} from '../../space/searchSpace';
import { pythonInt } from '../../text/pythonNumber';
import { child, entry, type SourceDocument, type SourceNode } from '../../text/source';
import type { Format } from '../format';
import { checkAlgorithm } from './checks/algorithm';
import { checkBudget } from './checks/budget';
import { checkCounts } from './checks/counts';
import { checkDraws } from './checks/draws';
import { checkFieldTypes } from './checks/fieldTypes';
import { checkName, checkSpelling, checkVersion } from './checks/names';
import { checkObjective, goals } from './checks/objective';
import { checkParameters } from './checks/parameters';
import { checkTrialTemplate } from './checks/trialTemplate';
import { drawnDomain } from './drawn';
import {
  experimentNodes,
  keyRange,
  readExperiment,
  readSettings,
  settingText,
  type Experiment,
} from './experiment';
import { goText } from './goField';
import { hyperbandSettings } from './hyperband';
import { asParameter } from './parameterSpec';
import { readPopulation } from './population';
import { missingField } from './rules';

/** A Katib `Experiment` resource, among whatever other resources its file holds. */
export const katibExperiment: Format = {
  id: 'katib-experiment',
  label: 'Katib Experiment',
  recognise: document => (experimentNodes(document).length > 0 ? 1 : 0),
  read: readDocument,
};

function readDocument(document: SourceDocument): SearchSpace[] {
  const nodes = experimentNodes(document);
  if (nodes.length === 0) return [noExperiment(document)];
  return nodes.map(node => {
    const space = readNode(readExperiment(node, document.text));
    return nodes.length === 1 ? space : { ...space, name: resourceName(node) };
  });
}

function resourceName(node: SourceNode): string {
  const name = child(node, 'metadata', 'name');
  return name?.kind === 'scalar' ? name.text : l10n.t('unnamed');
}

function readNode(experiment: Experiment): SearchSpace {
  return {
    ...frame,
    parameters: readParameters(experiment),
    objective: readObjective(experiment),
    method: readMethod(experiment),
    budget: {
      trials: experiment.maxTrials,
      parallelTrials: experiment.parallelTrials,
      earlyStopping: readHyperband(experiment) ?? readEarlyStopping(experiment),
      population: readPopulation(experiment),
    },
    range: keyRange(experiment.spec, 'parameters') ?? experiment.specRange,
    findings: check(experiment),
  };
}

const frame = { format: 'katib-experiment', dialect: 'goyaml', forbidden: [] } as const;

function noExperiment({ roots }: SourceDocument): SearchSpace {
  const start = roots[0]?.range.start ?? 0;
  const range = { start, end: start };
  const message = l10n.t(
    'No Katib Experiment stands here: no document has kind Experiment and apiVersion kubeflow.org/v1beta1.',
  );
  return { ...frame, parameters: [], budget: {}, range, findings: [finding(missingField, range, message)] };
}

/** The rules of versions before v1beta1 are others; of those only the parameters are looked at. */
function check(experiment: Experiment): Finding[] {
  const always = [
    ...checkVersion(experiment),
    ...checkFieldTypes(experiment),
    ...checkParameters(experiment),
  ];
  if (!experiment.current) return always;
  return [
    ...always,
    ...checkName(experiment),
    ...checkSpelling(experiment),
    ...checkObjective(experiment),
    ...checkAlgorithm(experiment),
    ...checkCounts(experiment),
    ...checkDraws(experiment),
    ...checkBudget(experiment),
    ...checkTrialTemplate(experiment),
  ];
}

/** Of parameters with the same name the first is kept. */
function readParameters({ parameters, algorithm }: Experiment): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const spec of parameters) {
    if (!byName.has(spec.name)) byName.set(spec.name, asParameter(spec, drawnDomain(spec, algorithm)));
  }
  return [...byName.values()];
}

function readObjective({ spec }: Experiment): Objective | undefined {
  const objective = child(spec, 'objective');
  const metric = goText(child(objective, 'objectiveMetricName'));
  const type = goText(child(objective, 'type'));
  const goal = goals.find(one => one === type?.text);
  if (!metric || !type || !goal) return undefined;
  return { metric: metric.text, goal, metricRange: metric.range, goalRange: type.range };
}

function readMethod({ algorithm }: Experiment): Method | undefined {
  if (!algorithm) return undefined;
  return {
    name: algorithm.name.text,
    family: algorithm.known?.family ?? 'other',
    range: algorithm.name.range,
  };
}

function readHyperband({ algorithm, spec }: Experiment): EarlyStopping | undefined {
  const settings = algorithm?.known?.service === 'hyperband' ? hyperbandSettings(algorithm) : undefined;
  if (!algorithm || !settings) return undefined;
  return {
    name: algorithm.name.text,
    family: 'hyperband',
    maxResource: settings.maxResource,
    reductionFactor: settings.eta,
    range: keyRange(spec, 'algorithm') ?? algorithm.name.range,
  };
}

function readEarlyStopping({ spec }: Experiment): EarlyStopping | undefined {
  const stopping = entry(spec, 'earlyStopping');
  const name = goText(child(stopping?.value, 'algorithmName'));
  if (!stopping || !name) return undefined;
  const settings = readSettings(child(stopping.value, 'algorithmSettings'));
  const stated = (setting: string): Stated | undefined => {
    const text = settingText(settings, setting);
    const value = text && pythonInt(text.text);
    return text && value !== undefined ? { value, range: text.range } : undefined;
  };
  return {
    name: name.text,
    family: name.text === 'medianstop' ? 'medianStopping' : 'other',
    minResource: stated('start_step'),
    startupTrials: stated('min_trials_required'),
    range: stopping.key.range,
  };
}
