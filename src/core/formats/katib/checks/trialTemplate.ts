import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { child, entry, type MapEntry, type SourceNode } from '../../../text/source';
import { type Experiment } from '../experiment';
import { goText } from '../goField';
import { exclusiveFields, trialTemplate } from '../rules';
import { missing } from './missing';
import { checkTrialParameters } from './trialParameters';

/** Kinds whose success and failure conditions the mutating webhook fills in (`experiment_defaults.go`). */
const kindsWithConditions = new Set(['Job', 'TFJob', 'PyTorchJob', 'XGBoostJob', 'MPIJob', 'TrainJob']);

/** `validateTrialTemplate` of the admission webhook. */
export function checkTrialTemplate(experiment: Experiment): Finding[] {
  const template = entry(experiment.spec, 'trialTemplate');
  if (!template) return [missing('spec.trialTemplate', experiment.specRange)];
  const trialSpec = entry(template.value, 'trialSpec');
  const configMap = entry(template.value, 'configMap');
  return [
    ...required(template, ['primaryContainerName', 'trialParameters']),
    ...(kindsWithConditions.has(goText(child(trialSpec?.value, 'kind'))?.text ?? '')
      ? []
      : required(template, ['successCondition', 'failureCondition'])),
    ...((trialSpec ?? configMap) ? [] : [missing('spec.trialTemplate.trialSpec', template.key.range)]),
    ...(trialSpec && configMap ? [twoSources(configMap)] : []),
    ...(configMap ? required(configMap, ['configMapName', 'configMapNamespace', 'templatePath']) : []),
    ...(trialSpec ? checkTrialSpec(trialSpec) : []),
    ...checkTrialParameters(experiment, child(template.value, 'trialParameters'), trialSpec?.value),
  ];
}

function required({ key, value }: MapEntry, fields: readonly string[]): Finding[] {
  return fields
    .filter(field => isAbsent(child(value, field)))
    .map(field =>
      missing(
        key.text === 'trialTemplate' ? `spec.trialTemplate.${field}` : `${key.text}.${field}`,
        key.range,
      ),
    );
}

function isAbsent(node: SourceNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && goText(node) === undefined);
}

function twoSources({ key }: MapEntry): Finding {
  return finding(
    exclusiveFields,
    key.range,
    l10n.t('Katib takes either `trialSpec` or `configMap`, not both; remove one.'),
  );
}

function checkTrialSpec(trialSpec: MapEntry): Finding[] {
  const metadata = child(trialSpec.value, 'metadata');
  const named = ['name', 'namespace'].flatMap(key => entry(metadata, key) ?? []);
  return [
    ...required(trialSpec, ['apiVersion', 'kind']),
    ...named.map(({ key }) =>
      finding(
        trialTemplate,
        key.range,
        l10n.t(
          'Katib names each trial itself and rejects `metadata.{0}` in its template; remove it.',
          key.text,
        ),
      ),
    ),
  ];
}
