import * as l10n from '@vscode/l10n';
import type { Budget, Parameter, SearchSpace } from '../../space/searchSpace';
import { entry, type MapNode, type SourceDocument } from '../../text/source';
import type { Format } from '../format';
import { readEarlyTerminate } from './earlyTerminate';
import { checkBayes, readMethod } from './method';
import { readMetric } from './metric';
import { numberField } from './numberField';
import { readParameters } from './parameters';
import { Reading } from './reading';
import { recogniseSweep, sweepNode } from './recognise';
import { badNumber, badProbabilities, noParameters } from './rules';
import { checkTopLevel } from './topLevel';

/** Sweep configurations of Weights & Biases, in YAML or JSON; W&B reads both with PyYAML's `safe_load`. */
export const wandbSweep: Format = {
  id: 'wandb-sweep',
  get label() {
    return l10n.t('W&B sweep');
  },
  recognise: recogniseSweep,
  read: document => [readSweep(document)],
};

function readSweep(document: SourceDocument): SearchSpace {
  const reading = new Reading(document);
  const root = sweepNode(document) ?? emptyMap;
  const at = entry(root, 'parameters');
  const place = at?.key.range ?? root.entries[0]?.key.range ?? root.range;
  checkTopLevel(reading, root);
  const method = readMethod(reading, root, place);
  const objective = readMetric(reading, root);
  if (method) checkBayes(reading, root, method, objective);
  const parameters = at?.value.kind === 'map' ? readParameters(reading, at.value) : [];
  if (parameters.length === 0 && entry(root, 'scheduler') === undefined) {
    reading.report(noParameters, place, l10n.t('W&B needs at least one parameter under `parameters`.'));
  }
  if (method?.name === 'bayes') checkWeights(reading, parameters);
  return {
    format: 'wandb-sweep',
    dialect: 'pyyaml',
    parameters,
    forbidden: [],
    objective,
    method,
    budget: readBudget(reading, root),
    range: place,
    findings: reading.findings,
  };
}

const emptyMap: MapNode = { kind: 'map', entries: [], range: { start: 0, end: 0 } };

function readBudget(reading: Reading, root: MapNode): Budget {
  const cap = numberField(reading, root, 'run_cap');
  if (cap && !(Number.isInteger(cap.value) && cap.value > 0)) {
    reading.report(badNumber, cap.range, l10n.t('`run_cap` must be a whole number from 1 on.'));
  }
  return {
    trials: cap && { value: cap.value, range: cap.range },
    earlyStopping: readEarlyTerminate(reading, root),
  };
}

/** `bayes_search.py` has no place for weighted choices and ends with an IndexError at the first run. */
function checkWeights(reading: Reading, parameters: readonly Parameter[]): void {
  for (const { name, declared, tokens } of parameters) {
    if (!declared.choices?.some(({ weight }) => weight !== undefined)) continue;
    const message = l10n.t(
      '`{0}`: Bayesian search fails on probabilities; remove them, or use random search.',
      name,
    );
    reading.report(badProbabilities, tokens.notation ?? tokens.name, message, { parameter: name });
  }
}
