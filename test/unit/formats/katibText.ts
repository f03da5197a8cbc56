import { katibExperiment } from '../../../src/core/formats/katib/katibExperiment';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { parseSource } from '../../../src/core/text/parse';
import { onlySpace } from './onlySpace';

/** The parts of an experiment that Katib accepts; a test replaces the part it is about, or leaves it out with ''. */
export interface Parts {
  readonly apiVersion?: string;
  readonly metadata?: string;
  readonly objective?: string;
  readonly algorithm?: string;
  readonly counts?: string;
  readonly parameters?: string;
  readonly template?: string;
  readonly more?: string;
}

export function experiment(parts: Parts = {}): string {
  const {
    apiVersion = 'kubeflow.org/v1beta1',
    metadata = 'metadata: {name: example}',
    objective = 'objective: {type: minimize, objectiveMetricName: loss}',
    algorithm = 'algorithm: {algorithmName: random}',
    counts = 'maxTrialCount: 12',
    parameters = double('lr', 'min: "0.01", max: "0.05"'),
    template = templateOf('lr'),
    more = '',
  } = parts;
  const spec = [objective, algorithm, counts, `parameters:\n${parameters}`, template, more].filter(
    part => part !== '',
  );
  return [`apiVersion: ${apiVersion}`, 'kind: Experiment', metadata, 'spec:', ...spec.map(indent)].join('\n');
}

export function double(name: string, space: string): string {
  return parameter(name, 'double', space);
}

export function parameter(name: string, type: string, space: string): string {
  return `- {name: ${name}, parameterType: ${type}, feasibleSpace: {${space}}}`;
}

export function algorithm(name: string, settings: Readonly<Record<string, string>> = {}): string {
  const list = Object.entries(settings).map(([key, value]) => `{name: ${key}, value: "${value}"}`);
  return `algorithm: {algorithmName: ${name}, algorithmSettings: [${list.join(', ')}]}`;
}

export function templateOf(...names: readonly string[]): string {
  const trialParameters = names.map(name => `  - {name: ${name}, reference: ${name}}`);
  const command = names.map(name => `"--${name}=\${trialParameters.${name}}"`);
  return [
    'trialTemplate:',
    '  primaryContainerName: main',
    '  trialParameters:',
    ...trialParameters,
    '  trialSpec:',
    '    apiVersion: batch/v1',
    '    kind: Job',
    `    command: [${command.join(', ')}]`,
  ].join('\n');
}

export function readKatib(text: string): SearchSpace {
  return onlySpace(katibExperiment.read(parseSource(text, 'yaml')));
}

function indent(block: string): string {
  return block.replace(/^/gm, '  ');
}
