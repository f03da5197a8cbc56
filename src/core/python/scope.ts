import type {
  Body,
  ClassStatement,
  DictionaryEntry,
  Expression,
  FunctionStatement,
  Statement,
} from './syntax';

/** What a name stands for in the scope that binds it. */
export type Binding =
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'function'; readonly definition: FunctionStatement }
  | { readonly kind: 'class'; readonly definition: ClassStatement }
  | { readonly kind: 'import'; readonly path: string }
  /** Bound more than once, by a loop, or as a parameter: nothing is known before the program runs. */
  | { readonly kind: 'dynamic' };

/** The names a module, class or function body binds, nested functions left out. */
export interface Scope {
  readonly bindings: ReadonlyMap<string, Binding>;
  /** `name[key] = value` and `name.update(…)` anywhere in the body, by name. */
  readonly additions: ReadonlyMap<string, readonly DictionaryEntry[]>;
  /** Modules of `from … import *`. */
  readonly wildcards: readonly string[];
}

/** @param parameters names bound by the function's own signature. */
export function scopeOf(body: Body, parameters: readonly string[] = []): Scope {
  const collector = new Collector();
  for (const name of parameters) collector.bind(name, dynamic);
  collector.body(body);
  return collector;
}

const dynamic: Binding = { kind: 'dynamic' };

class Collector implements Scope {
  readonly bindings = new Map<string, Binding>();
  readonly additions = new Map<string, DictionaryEntry[]>();
  readonly wildcards: string[] = [];

  /** A second binding makes a name dynamic, unless both import the same. */
  bind(name: string, binding: Binding): void {
    const known = this.bindings.get(name);
    const isSame = known?.kind === 'import' && binding.kind === 'import' && known.path === binding.path;
    this.bindings.set(name, known && !isSame ? dynamic : binding);
  }

  body(body: Body): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case 'assign':
        return statement.targets.forEach(target => this.target(target, statement.value));
      case 'rebind':
        return statement.targets.forEach(target => this.target(target, undefined));
      case 'import':
        for (const { name, path } of statement.bindings) {
          if (name === '*') this.wildcards.push(path.replace(/\.\*$/, ''));
          else this.bind(name, { kind: 'import', path });
        }
        return;
      case 'function':
        this.bind(statement.name.text, { kind: 'function', definition: statement });
        return outerNames([statement]).forEach(name => this.bind(name, dynamic));
      case 'class':
        this.bind(statement.name.text, { kind: 'class', definition: statement });
        return outerNames([statement]).forEach(name => this.bind(name, dynamic));
      case 'if':
        return statement.branches.forEach(({ body }) => this.body(body));
      case 'for':
        this.target(statement.target, undefined);
        this.body(statement.body);
        return this.body(statement.otherwise);
      case 'with':
        for (const { target } of statement.items) if (target) this.target(target, undefined);
        return this.body(statement.body);
      case 'outer':
        return statement.names.forEach(name => this.bind(name, dynamic));
      case 'block':
        return statement.bodies.forEach(body => this.body(body));
      case 'expression':
        return this.update(statement.value);
      case 'return':
      case 'leave':
        return;
    }
  }

  /** `name.update({…})` adds entries. */
  private update(call: Expression): void {
    if (call.kind !== 'call' || call.callee.kind !== 'attribute') return;
    const { object, name } = call.callee;
    const [first] = call.arguments;
    if (name !== 'update' || object.kind !== 'name' || !first || first.name) return;
    this.addition(object.name, { value: first.value, range: call.range });
  }

  private addition(name: string, entry: DictionaryEntry): void {
    this.additions.set(name, [...(this.additions.get(name) ?? []), entry]);
  }

  private target(target: Expression, value: Expression | undefined): void {
    if (target.kind === 'name') return this.bind(target.name, value ? { kind: 'value', value } : dynamic);
    if (target.kind === 'spread') return this.target(target.value, undefined);
    if (target.kind === 'sequence') {
      const items = value?.kind === 'sequence' ? value.items : [];
      const pairs = items.length === target.items.length && !items.some(({ kind }) => kind === 'spread');
      return target.items.forEach((item, i) => this.target(item, pairs ? items[i] : undefined));
    }
    if (target.kind !== 'subscript' || target.object.kind !== 'name' || !value) return;
    const range = { start: target.range.start, end: value.range.end };
    this.addition(target.object.name, { key: target.index, value, range });
  }
}

/** What the functions in a body declare `global` or `nonlocal`, and so may rebind out here. */
function outerNames(body: Body): readonly string[] {
  return body.flatMap(statement => {
    switch (statement.kind) {
      case 'outer':
        return statement.names;
      case 'function':
        return statement.declaresOuter ? outerNames(statement.body) : [];
      case 'class':
      case 'with':
        return outerNames(statement.body);
      case 'for':
        return [...outerNames(statement.body), ...outerNames(statement.otherwise)];
      case 'if':
        return statement.branches.flatMap(branch => outerNames(branch.body));
      case 'block':
        return statement.bodies.flatMap(outerNames);
      case 'assign':
      case 'expression':
      case 'import':
      case 'leave':
      case 'rebind':
      case 'return':
        return [];
    }
  });
}
