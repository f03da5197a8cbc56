import type { Finding, Rule } from '../../finding';
import type { Routine } from './routine';

/** A pattern of leaking validation, looked for in the Python code around a search space. */
export interface PythonCheck extends Rule {
  /** What a text must hold for the check to be worth running. */
  readonly tell: RegExp;
  run(routines: readonly Routine[]): readonly Finding[];
}
