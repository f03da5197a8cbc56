import type { Binding, Scope } from './scope';
import type { DictionaryEntry, Expression } from './syntax';

/** An expression and the names it is to be read with. */
export interface Thunk {
  readonly expression: Expression;
  readonly environment: Environment;
}

/** Steps of evaluation a document may cost; names that double each other would otherwise never end. */
const mostSteps = 300_000;

/** Names that stand for names, dictionaries in dictionaries, calls in calls. */
const deepest = 60;

/** The scopes around a place, with what loops and calls bind on the way there. */
export class Environment {
  private constructor(
    private readonly scope: Scope,
    private readonly outer: Environment | undefined,
    private readonly bound: ReadonlyMap<string, Thunk>,
    private readonly work: { left: number; depth: number },
  ) {}

  static of(module: Scope): Environment {
    return new Environment(module, undefined, new Map(), { left: mostSteps, depth: 0 });
  }

  /** A scope within this one. */
  enter(scope: Scope, bound: ReadonlyMap<string, Thunk> = new Map()): Environment {
    return new Environment(scope, this, bound, this.work);
  }

  /** The same scope with names bound by a loop. */
  with(bound: ReadonlyMap<string, Thunk>): Environment {
    return new Environment(this.scope, this.outer, new Map([...this.bound, ...bound]), this.work);
  }

  /** The expression a name stands for; undefined where that is not known before the program runs. */
  lookup(name: string): Thunk | undefined {
    const bound = this.bound.get(name);
    if (bound) return bound;
    const binding = this.scope.bindings.get(name);
    if (binding === undefined) return this.outer?.lookup(name);
    return binding.kind === 'value' ? { expression: binding.value, environment: this } : undefined;
  }

  /** The binding of a name and the environment that holds it. */
  binding(name: string): { readonly binding: Binding; readonly environment: Environment } | undefined {
    const binding = this.scope.bindings.get(name);
    if (binding && !this.bound.has(name)) return { binding, environment: this };
    return this.bound.has(name) ? undefined : this.outer?.binding(name);
  }

  /** The entries that `name[key] = value` adds, in the scope that binds the name. */
  additions(name: string): readonly DictionaryEntry[] {
    if (this.scope.bindings.has(name)) return this.scope.additions.get(name) ?? [];
    return this.outer?.additions(name) ?? [];
  }

  /** Evaluates one level further in; undefined when the document has used up its share or goes in circles. */
  descend<T>(read: () => T): T | undefined {
    if (this.work.left <= 0 || this.work.depth >= deepest) return undefined;
    this.work.left--;
    this.work.depth++;
    try {
      return read();
    } finally {
      this.work.depth--;
    }
  }
}
