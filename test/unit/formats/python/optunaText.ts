import { optunaPython } from '../../../../src/core/formats/optuna/optunaPython';
import { parseSource } from '../../../../src/core/text/parse';
import { onlySpace } from '../onlySpace';

export const readAll = (text: string) => optunaPython.read(parseSource(text, 'python'));
export const read = (text: string) => onlySpace(readAll(text));

/** A module with an objective function of these lines. */
export function objective(...lines: readonly string[]): string {
  return ['import optuna', '', 'def objective(trial):', ...lines.map(line => `    ${line}`), ''].join('\n');
}
