import { Environment } from './environment';
import { parseTree } from './parseTree';
import { routinesOf, type Routine } from './routines';
import { scopeOf, type Scope } from './scope';
import { readBody } from './statements';
import type { Body } from './syntax';

/** A Python file, parsed when it is first asked for. Broken code is read as far as it goes. */
export class PythonModule {
  #body: Body | undefined;
  #environment: Environment | undefined;
  #routines: readonly Routine[] | undefined;

  constructor(readonly text: string) {}

  get body(): Body {
    this.#body ??= readBody(parseTree(this.text).topNode, this.text);
    return this.#body;
  }

  /** The module's own scope. */
  get environment(): Environment {
    this.#environment ??= Environment.of(scopeOf(this.body));
    return this.#environment;
  }

  /** The module's own code, and the functions and lambdas in it that a tuning library may have a part in. */
  get routines(): readonly Routine[] {
    if (this.#routines) return this.#routines;
    const words = wordsOfInterest(scopeOf(this.body));
    const isOfInterest = ({ start, end }: { start: number; end: number }): boolean =>
      words.test(this.text.slice(start, end));
    this.#routines = routinesOf(this.body, this.environment, isOfInterest);
    return this.#routines;
  }
}

const libraries = /^(?:optuna|ray|hyperopt|keras_tuner|kerastuner|ax|wandb)(?:\.|$)/;

/** The libraries' names, what is imported from them, and the methods by which their objects are known. */
function wordsOfInterest({ bindings }: Scope): RegExp {
  const imported = [...bindings].flatMap(([name, binding]) =>
    binding.kind === 'import' && libraries.test(binding.path) ? [name] : [],
  );
  const fixed =
    'optuna ray hyperopt keras_tuner kerastuner ax wandb tune hp kt optimize fmin create_experiment ' +
    'configure_experiment configure_optimization run_trials';
  const words = [...fixed.split(' '), ...imported.filter(name => /^\w+$/.test(name))];
  return new RegExp(`suggest_|[Tt]rial|[Hh]yper_?[Pp]aram|\\b(?:${words.join('|')})\\b`);
}
