import { analyse } from '../../../src/core/analyse';
import type { Finding } from '../../../src/core/finding';
import { applyEdits } from '../../../src/core/text/range';
import type { SourceLanguage } from '../../../src/core/text/source';

/** The findings of one code in a text that is a search space. */
export function found(code: string, text: string, language: SourceLanguage = 'yaml'): Finding[] {
  const analysis = analyse(text, language);
  if (analysis === undefined) throw new Error(`Not a search space:\n${text}`);
  return analysis.findings.filter(finding => finding.code === code);
}

/** A W&B sweep with these lines under `parameters:`. */
export function sweep(parameters: string, head = 'method: random'): string {
  return `${head}\nparameters:\n${parameters}\n`;
}

/** A Katib experiment with these parameters, written as `{name, …}` flow mappings. */
export function experiment(parameters: readonly string[], algorithm = 'random', more = ''): string {
  return [
    'apiVersion: kubeflow.org/v1beta1',
    'kind: Experiment',
    'metadata: {name: example}',
    'spec:',
    '  objective: {type: minimize, objectiveMetricName: loss}',
    `  algorithm: {algorithmName: ${algorithm}}`,
    ...(more === '' ? [] : [`  ${more}`]),
    '  parameters:',
    ...parameters.map(parameter => `    - ${parameter}`),
  ].join('\n');
}

/** What a finding underlines. */
export function token(text: string, { range }: Finding): string {
  return text.slice(range.start, range.end);
}

/** The text after the finding's fix at `index`. */
export function fixed(text: string, { fixes }: Finding, index = 0): string {
  const fix = fixes[index];
  if (fix === undefined) throw new Error(`There is no fix ${index}.`);
  return applyEdits(text, fix.edits);
}
