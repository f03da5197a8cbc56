import { readFileSync } from 'node:fs';
import type { SourceLanguage } from '../../../src/core/text/source';

/** A fenced example of `media/checks.md`. */
export interface Example {
  /** Of the section it stands in. */
  readonly code: string;
  readonly expected: 'wrong' | 'right';
  readonly language: SourceLanguage;
  readonly text: string;
}

export function pageExamples(): Example[] {
  const sections = readFileSync('media/checks.md', 'utf8').split(/^### /m).slice(1);
  return sections.flatMap(section => {
    const code = section.slice(0, section.indexOf('\n')).trim();
    return [...section.matchAll(/^```(yaml|json|python|text) (wrong|right)( katib)?\n(.*?)^```/gms)].map(
      ([, language, expected, katib, body = '']): Example => ({
        code,
        expected: expected === 'wrong' ? 'wrong' : 'right',
        language: language as SourceLanguage,
        text: katib === undefined ? body : wholeExperiment(body),
      }),
    );
  });
}

/** What the Katib examples leave out, field by field. */
const experiment: ReadonlyMap<string, string> = new Map([
  ['apiVersion', 'apiVersion: kubeflow.org/v1beta1\n'],
  ['kind', 'kind: Experiment\n'],
  ['metadata', 'metadata: {name: example}\n'],
]);
const spec: ReadonlyMap<string, string> = new Map([
  ['objective', 'objective: {type: minimize, objectiveMetricName: loss}\n'],
  ['algorithm', 'algorithm: {algorithmName: random}\n'],
  [
    'parameters',
    'parameters:\n  - {name: lr, parameterType: double, feasibleSpace: {min: "0.01", max: "0.05"}}\n',
  ],
  [
    'trialTemplate',
    'trialTemplate:\n  primaryContainerName: main\n  trialParameters: [{name: lr, reference: lr}]\n' +
      '  trialSpec: {apiVersion: batch/v1, kind: Job, args: ["${trialParameters.lr}"]}\n',
  ],
]);

function wholeExperiment(fragment: string): string {
  const given = new Map(
    fragment.split(/^(?=\w)/m).map((field): [string, string] => [field.slice(0, field.indexOf(':')), field]),
  );
  const above = [...experiment].map(([key, field]) => given.get(key) ?? field);
  const below = [...new Map([...spec, ...given])].filter(([key]) => !experiment.has(key));
  const indented = below.map(([, field]) => field.replace(/^(?=.)/gm, '  '));
  return [...above, 'spec:\n', ...indented].join('');
}
