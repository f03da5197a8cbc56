import { analyse } from '../../src/core/analyse';

/** Prints the median time of recognising, reading and checking a sweep of 500 lines, warm. */
const parameters = Array.from({ length: 124 }, (_, i) =>
  [
    `  group_${i}.lr:`,
    '    distribution: log_uniform_values',
    '    min: 1.0e-5 # smallest that learns',
    `    max: 0.${1 + (i % 9)}`,
  ].join('\n'),
);
const text = ['program: train.py', 'method: bayes', 'metric: {name: val_loss, goal: minimize}', 'parameters:']
  .concat(parameters)
  .join('\n');

const time = (): number => {
  const start = performance.now();
  analyse(text, 'yaml', 'sweep.yaml');
  return performance.now() - start;
};
const cold = time();
for (let i = 0; i < 30; i++) time();
const warm = Array.from({ length: 101 }, time).sort((a, b) => a - b);

console.log(`lines               ${text.split('\n').length}`);
console.log(`first analysis      ${cold.toFixed(1)} ms`);
console.log(`warm, median        ${(warm[50] ?? NaN).toFixed(2)} ms`);
console.log(`warm, 95 %          ${(warm[95] ?? NaN).toFixed(2)} ms`);
