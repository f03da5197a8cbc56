import { formats, recognise } from '../../../src/core/formats/index';
import type { FormatId, SearchSpace } from '../../../src/core/space/searchSpace';
import { parseSource } from '../../../src/core/text/parse';
import type { SourceDocument, SourceLanguage } from '../../../src/core/text/source';

/** A document as the editor has it open, read. */
export interface Opened {
  readonly document: SourceDocument;
  readonly spaces: readonly SearchSpace[];
}

export function opened(text: string, language: SourceLanguage = 'yaml', forced?: FormatId): Opened {
  const document = parseSource(text, language);
  const format = recognise(document, forced);
  if (format === undefined) throw new Error(`Not one of ${formats.map(({ id }) => id).join(', ')}.`);
  return { document, spaces: format.read(document) };
}

export const nested = `{
  "optimizer": {"_type": "choice", "_value": [
    {"_name": "sgd", "momentum": {"_type": "uniform", "_value": [0.8, 0.99]}},
    {"_name": "adam"}
  ]},
  "dropout": {"_type": "uniform", "_value": [0, 0.5]}
}`;

export const groups = `method: random
parameters:
  lr: {min: 0.1, max: 0.5}
  augmentation:
    parameters:
      mixup: {min: 0.0, max: 0.8}
      crop:
        parameters:
          size: {values: [8, 16]}
  epochs: {value: 27}
`;

export const katib = (name: string): string => `apiVersion: kubeflow.org/v1beta1
kind: Experiment
metadata: {name: ${name}}
spec:
  algorithm:
    algorithmName: hyperband
    algorithmSettings:
      - {name: r_l, value: "9"}
      - {name: resource_name, value: "epochs"}
  parameters:
    - name: lr
      parameterType: double
      feasibleSpace: {min: "0.1", max: "0.5"}
    - name: epochs
      parameterType: int
      feasibleSpace: {min: "1", max: "9"}
  trialTemplate:
    trialParameters:
      - {name: rate, reference: lr}
      - {name: budget, reference: epochs}
`;

export const configSpace = `{
  "hyperparameters": [
    {"name": "solver", "type": "categorical", "choices": ["adam", "sgd"], "default": "sgd"},
    {"name": "beta", "type": "uniform_float", "lower": 0.0, "upper": 1.0, "default": 0.5, "log": false}
  ],
  "conditions": [{"child": "beta", "parent": "solver", "type": "EQ", "value": "adam"}],
  "forbiddens": [{"type": "AND", "clauses": [
    {"name": "solver", "type": "EQUALS", "value": "adam"},
    {"name": "beta", "type": "EQUALS", "value": 0.5}
  ]}],
  "python_module_version": "0.4.19",
  "json_format_version": 0.2
}`;
