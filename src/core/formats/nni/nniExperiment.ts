import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { Budget, EarlyStopping, Objective, SearchSpace, Stated } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { child, type MapNode, type SourceDocument, type SourceNode } from '../../text/source';
import type { Format } from '../format';
import { readAssessor, readTuner, type Tuner } from './algorithm';
import { checkCapability } from './checks/capability';
import { checkConfig } from './checks/config';
import { checkSpace } from './checks/space';
import { checkMode, checkTuner, modes } from './checks/tuner';
import { field, fieldNumber } from './fields';
import { likeness } from './nniSearchSpace';
import { asParameter } from './parameter';
import { readPopulation } from './population';
import { missingField } from './rules';
import { variablesOf } from './variable';

/** An experiment configuration of either version; only the second can hold its search space itself. */
export const nniExperiment: Format = {
  id: 'nni-experiment',
  label: 'NNI experiment',
  recognise: ({ roots }) => (roots.length === 1 ? recogniseRoot(roots[0]) : 0),
  read: document => [readDocument(document)],
};

const dialect = 'pyyaml';

/** A search space inside, or a key that says where it is together with one that says how it is searched. */
function recogniseRoot(root: SourceNode | undefined): number {
  if (root?.kind !== 'map') return 0;
  const space = field(root, 'searchSpace');
  const isSearched =
    ['trialConcurrency', 'trainingService', 'trainingServicePlatform'].some(key => field(root, key)) ||
    ['tuner', 'advisor', 'assessor'].some(key => field(field(root, key)?.value, ...nameKeys));
  if (space && likeness(space.value) > 0) return isSearched ? 1 : 0.8;
  const isPlaced = field(root, 'searchSpaceFile', 'searchSpacePath', 'trialCommand', 'useAnnotation');
  return isPlaced && isSearched ? 1 : 0;
}

const nameKeys = ['name', 'className', 'builtinTunerName', 'builtinAdvisorName', 'builtinAssessorName'];

function readDocument(document: SourceDocument): SearchSpace {
  const root = document.roots[0];
  const frame = { format: 'nni-experiment', dialect, forbidden: [] } as const;
  if (root?.kind !== 'map') {
    const range = root?.range ?? { start: 0, end: 0 };
    const message = l10n.t('An NNI experiment configuration is a mapping.');
    return { ...frame, parameters: [], budget: {}, range, findings: [finding(missingField, range, message)] };
  }
  const space = field(root, 'searchSpace');
  const tuner = readTuner(root);
  const variables = space?.value.kind === 'map' ? variablesOf(space.value, dialect) : [];
  const range = opening(root);
  const assessor = readAssessor(root);
  return {
    ...frame,
    parameters: variables.map(variable => asParameter(variable, dialect)),
    objective: tuner && readObjective(tuner),
    method: tuner && { name: tuner.name, family: tuner.known?.family ?? 'other', range: tuner.nameRange },
    budget: readBudget(root, tuner),
    range,
    findings: [
      ...checkConfig(root, range, document.text),
      ...checkSpace(variables, dialect, document.text),
      ...(tuner ? checkTuner(tuner, document.text) : []),
      ...(tuner ? checkCapability(tuner, variables, dialect) : []),
      ...(assessor ? checkMode(assessor, document.text) : []),
    ],
  };
}

function opening(root: MapNode): TextRange {
  const key =
    field(root, 'searchSpace') ?? field(root, 'searchSpaceFile', 'searchSpacePath') ?? root.entries[0];
  return key?.key.range ?? { start: root.range.start, end: root.range.start };
}

/** A trial reports one number without a name; NNI calls it `default`. */
function readObjective({ classArgs }: Tuner): Objective | undefined {
  const mode = child(classArgs, 'optimize_mode');
  const goal = mode?.kind === 'scalar' ? modes.find(one => one === mode.text) : undefined;
  return mode && goal && { metric: 'default', goal, metricRange: mode.range, goalRange: mode.range };
}

function readBudget(root: MapNode, tuner: Tuner | undefined): Budget {
  const trials = fieldNumber(field(root, 'maxTrialNumber', 'maxTrialNum'));
  return {
    trials,
    parallelTrials: fieldNumber(field(root, 'trialConcurrency')),
    earlyStopping: (tuner && readHyperband(tuner)) ?? readStopping(root),
    population: tuner && readPopulation(tuner, trials),
  };
}

/** The defaults of `hyperband_advisor.py` and `bohb_advisor.py` are stated by the name of the algorithm. */
function readHyperband({ key, name, nameRange, known, classArgs }: Tuner): EarlyStopping | undefined {
  if (known?.family !== 'hyperband') return undefined;
  const stated = (argument: string, fallback: number): Stated =>
    fieldNumber(field(classArgs, argument)) ?? { value: fallback, range: nameRange };
  const isBohb = known.name === 'BOHB';
  return {
    name,
    family: 'hyperband',
    minResource: isBohb ? stated('min_budget', 1) : undefined,
    maxResource: isBohb ? stated('max_budget', 3) : stated('R', 60),
    reductionFactor: stated('eta', 3),
    range: key,
  };
}

function readStopping(root: MapNode): EarlyStopping | undefined {
  const assessor = readAssessor(root);
  if (!assessor) return undefined;
  return {
    name: assessor.name,
    family: assessor.name.toLowerCase() === 'medianstop' ? 'medianStopping' : 'other',
    minResource: fieldNumber(field(assessor.classArgs, 'start_step')),
    range: assessor.key,
  };
}
