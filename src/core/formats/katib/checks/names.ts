import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { formatNumber } from '../../../text/formatNumber';
import { nearestWord } from '../../../text/nearestWord';
import { child, type SourceNode } from '../../../text/source';
import { keyRange, type Experiment } from '../experiment';
import { goText, isPlaceholder } from '../goField';
import { experimentName, misspeltField, obsoleteVersion } from '../rules';
import { missing } from './missing';
import { replaceBy } from './unknown';

const longestName = 40;

export function checkVersion({ apiVersion, current }: Experiment): Finding[] {
  if (current) return [];
  const message = l10n.t(
    '`{0}` is an obsolete Katib API that clusters no longer serve; `kubeflow.org/v1beta1` writes the trial template differently.',
    apiVersion.text,
  );
  return [finding(obsoleteVersion, apiVersion.range, message)];
}

/** The name becomes part of the names of Kubernetes objects. */
export function checkName({ root, specRange }: Experiment): Finding[] {
  const name = goText(child(root, 'metadata', 'name'));
  if (!name) {
    const named = child(root, 'metadata', 'generateName') !== undefined;
    return named ? [] : [missing('metadata.name', keyRange(root, 'metadata') ?? specRange)];
  }
  if (isPlaceholder(name.text)) return [];
  if (name.text.length > longestName) {
    const message = l10n.t(
      'This name has {0} characters, and Katib takes at most {1}; shorten it.',
      formatNumber(name.text.length),
      formatNumber(longestName),
    );
    return [finding(experimentName, name.range, message)];
  }
  if (/^[a-z]([-a-z0-9.]*[a-z0-9])?$/.test(name.text)) return [];
  const message = l10n.t(
    'Katib takes names of lower-case letters, digits and hyphens that start with a letter, not `{0}`.',
    name.text,
  );
  return [finding(experimentName, name.range, message)];
}

export const specFields = [
  'parameters',
  'objective',
  'algorithm',
  'earlyStopping',
  'trialTemplate',
  'parallelTrialCount',
  'maxTrialCount',
  'maxFailedTrialCount',
  'metricsCollectorSpec',
  'nasConfig',
  'resumePolicy',
];
export const objectiveFields = [
  'type',
  'goal',
  'objectiveMetricName',
  'additionalMetricNames',
  'metricStrategies',
];
export const algorithmFields = ['algorithmName', 'algorithmSettings'];
export const parameterFields = ['name', 'parameterType', 'feasibleSpace'];
export const feasibleSpaceFields = ['min', 'max', 'step', 'list', 'distribution'];

/** Katib drops fields it does not know without a word; one that is nearly right is most likely a slip. */
export function checkSpelling({ spec, parameters, text }: Experiment): Finding[] {
  return [
    ...misspelt(spec, specFields, text),
    ...misspelt(child(spec, 'objective'), objectiveFields, text),
    ...misspelt(child(spec, 'algorithm'), algorithmFields, text),
    ...misspelt(child(spec, 'earlyStopping'), algorithmFields, text),
    ...parameters.flatMap(parameter => [
      ...misspelt(parameter.node, parameterFields, text),
      ...misspelt(parameter.feasibleSpace, feasibleSpaceFields, text),
    ]),
  ];
}

function misspelt(node: SourceNode | undefined, known: readonly string[], text: string): Finding[] {
  if (node?.kind !== 'map') return [];
  const present = new Set(node.entries.map(({ key }) => key.text));
  return node.entries.flatMap(({ key }) => {
    if (known.includes(key.text)) return [];
    const near = nearestWord(key.text, known);
    if (near === undefined || present.has(near)) return [];
    const message = l10n.t('Katib ignores `{0}`; did you mean `{1}`?', key.text, near);
    return [finding(misspeltField, key.range, message, { fixes: [replaceBy(text, key.range, near)] })];
  });
}
