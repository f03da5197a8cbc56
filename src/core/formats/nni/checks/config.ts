import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { replaceToken } from '../../../text/edits/token';
import { nearestWord } from '../../../text/nearestWord';
import type { TextRange } from '../../../text/range';
import type { MapNode } from '../../../text/source';
import { field, fieldText, plainKey } from '../fields';
import { missingField, unknownField } from '../rules';

/** The fields of `ExperimentConfig`, `nni/experiment/config/experiment_config.py`. */
export const experimentFields = [
  'experimentName',
  'experimentType',
  'searchSpaceFile',
  'searchSpace',
  'trialCommand',
  'trialCodeDirectory',
  'trialConcurrency',
  'trialGpuNumber',
  'maxExperimentDuration',
  'maxTrialNumber',
  'maxTrialDuration',
  'nniManagerIp',
  'useAnnotation',
  'debug',
  'logLevel',
  'experimentWorkingDirectory',
  'tunerGpuIndices',
  'tuner',
  'assessor',
  'advisor',
  'trainingService',
  'sharedStorage',
];
const known = new Set(experimentFields.map(plainKey));

/** Fields only the first version of the configuration had; NNI converts such a file and is not strict with it. */
const oldFields = [
  'trial',
  'trainingServicePlatform',
  'searchSpacePath',
  'maxTrialNum',
  'maxExecDuration',
  'authorName',
];

/** What loading a configuration of the second version raises. Architecture search has fields of its own. */
export function checkConfig(root: MapNode, at: TextRange, text: string): Finding[] {
  if (field(root, ...oldFields) || fieldText(field(root, 'experimentType')) === 'nas') return [];
  return [...unknownFields(root, text), ...missingFields(root, at)];
}

function unknownFields(root: MapNode, text: string): Finding[] {
  return root.entries.flatMap(({ key }) => {
    if (known.has(plainKey(key.text))) return [];
    const near = nearestWord(key.text, experimentFields);
    const message = near
      ? l10n.t('NNI rejects the field `{0}`; did you mean `{1}`?', key.text, near)
      : l10n.t('NNI rejects the field `{0}`, which a configuration does not have; remove it.', key.text);
    const fixes =
      near && !field(root, near)
        ? [{ title: l10n.t('Write {0}', near), edits: [replaceToken(text, key.range, near)], safe: false }]
        : [];
    return [finding(unknownField, key.range, message, { fixes })];
  });
}

/** A fragment without a command or a service is most likely completed elsewhere. */
function missingFields(root: MapNode, at: TextRange): Finding[] {
  if (!field(root, 'trialCommand') || !field(root, 'trainingService')) return [];
  const isAnnotated = /^(?:true|yes|on)$/i.test(fieldText(field(root, 'useAnnotation')) ?? '');
  return [
    ...(field(root, 'trialConcurrency') ? [] : ['trialConcurrency']),
    ...(field(root, 'tuner', 'advisor') ? [] : ['tuner']),
    ...(isAnnotated || field(root, 'searchSpace', 'searchSpaceFile') ? [] : ['searchSpace']),
  ].map(name => finding(missingField, at, l10n.t('NNI does not start without `{0}`; add it.', name)));
}
