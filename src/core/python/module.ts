import { parser } from '@lezer/python';
import { Environment } from './environment';
import { routinesOf, type Routine } from './routines';
import { scopeOf } from './scope';
import { readBody } from './statements';
import type { Body } from './syntax';

/** A Python file, parsed when it is first asked for. Broken code is read as far as it goes. */
export class PythonModule {
  #body: Body | undefined;
  #environment: Environment | undefined;
  #routines: readonly Routine[] | undefined;

  constructor(readonly text: string) {}

  get body(): Body {
    this.#body ??= readBody(parser.parse(this.text).topNode, this.text);
    return this.#body;
  }

  /** The module's own scope. */
  get environment(): Environment {
    this.#environment ??= Environment.of(scopeOf(this.body));
    return this.#environment;
  }

  /** The module's own code and every function and lambda in it. */
  get routines(): readonly Routine[] {
    this.#routines ??= routinesOf(this.body, this.environment);
    return this.#routines;
  }
}
