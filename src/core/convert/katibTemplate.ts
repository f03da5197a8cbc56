import type { Block } from './yamlText';
import { block } from './yamlText';

/** A batch job that hands every parameter to a program on its command line. */
export function trialTemplate(parameters: readonly string[]): Block {
  const names = trialNames(parameters);
  return block({
    primaryContainerName: 'training',
    trialParameters: parameters.map((reference, i) => block({ name: names[i] ?? reference, reference })),
    trialSpec: block({
      apiVersion: 'batch/v1',
      kind: 'Job',
      spec: block({
        template: block({
          spec: block({
            containers: [
              block({
                name: 'training',
                image: 'YOUR_IMAGE',
                command: [
                  'python',
                  'train.py',
                  ...parameters.map((name, i) => `--${name}=\${trialParameters.${names[i] ?? name}}`),
                ],
              }),
            ],
            restartPolicy: 'Never',
          }),
        }),
      }),
    }),
  });
}

/** `learning-rate` becomes `learningRate`: letters and digits, each name once. */
function trialNames(parameters: readonly string[]): string[] {
  const taken = new Set<string>();
  return parameters.map(parameter => {
    const [first = '', ...others] = parameter.match(/[A-Za-z0-9]+/g) ?? ['parameter'];
    const plain = first + others.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    let name = plain;
    for (let count = 2; taken.has(name); count++) name = `${plain}${count}`;
    taken.add(name);
    return name;
  });
}
