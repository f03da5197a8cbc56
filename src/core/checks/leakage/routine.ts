import { childrenOf, expressionsOf, statementsOf } from '../../python/children';
import type { Environment } from '../../python/environment';
import { enterFunction } from '../../python/functions';
import type { PythonModule } from '../../python/module';
import type { Body, CallExpression, Expression, FunctionStatement, Statement } from '../../python/syntax';

/** A function, or the module's own code, as the steps it takes in the order of the text. */
export interface Routine {
  readonly definition: FunctionStatement | undefined;
  readonly environment: Environment;
  readonly steps: readonly Step[];
}

/** One statement without those inside it. */
export interface Step {
  readonly kind: Statement['kind'];
  /** The names it binds, `df` for `df["x"] = …`. */
  readonly binds: readonly string[];
  /** Whether what those names held before is gone. */
  readonly isFresh: boolean;
  /** Names, attributes and text keys it reads, loops around it included where it adds to a name. */
  readonly reads: ReadonlySet<string>;
  /** Inner calls first. */
  readonly calls: readonly CallExpression[];
  /** The right-hand side, the returned value or the expression itself. */
  readonly value: Expression | undefined;
}

/** The module's own code first, then every function in it, methods and inner functions included. */
export function routinesOf(module: PythonModule): Routine[] {
  const found: Routine[] = [];
  collect(undefined, module.body, module.environment, found);
  return found;
}

function collect(
  definition: FunctionStatement | undefined,
  body: Body,
  environment: Environment,
  found: Routine[],
): void {
  const steps: Step[] = [];
  found.push({ definition, environment, steps });
  const inner: FunctionStatement[] = [];
  for (const statement of body) visit(statement, new Set(), steps, inner);
  for (const each of inner) {
    const inside = enterFunction(each, environment);
    collect(each, inside.body, inside.environment, found);
  }
}

function visit(
  statement: Statement,
  around: ReadonlySet<string>,
  steps: Step[],
  inner: FunctionStatement[],
): void {
  if (statement.kind === 'function') {
    inner.push(statement);
    return;
  }
  steps.push(stepOf(statement, around));
  const within = statement.kind === 'for' ? new Set([...around, ...namesRead(statement.iterable)]) : around;
  for (const child of statementsOf(statement)) visit(child, within, steps, inner);
}

function stepOf(statement: Statement, around: ReadonlySet<string>): Step {
  const expressions = expressionsOf(statement);
  const targets = targetsOf(statement);
  const used = statement.kind === 'assign' ? [statement.value] : expressions;
  const reads = new Set(used.flatMap(expression => [...namesRead(expression)]));
  if (statement.kind === 'rebind') for (const name of around) reads.add(name);
  const plain = statement.kind === 'assign' || statement.kind === 'for';
  return {
    kind: statement.kind,
    binds: targets.flatMap(boundNames),
    isFresh: plain && targets.every(isName),
    reads,
    calls: expressions.flatMap(callsIn),
    value: 'value' in statement ? statement.value : undefined,
  };
}

function targetsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'assign':
    case 'rebind':
      return statement.targets;
    case 'for':
      return [statement.target];
    case 'with':
      return statement.items.flatMap(({ target }) => target ?? []);
    case 'block':
    case 'class':
    case 'expression':
    case 'function':
    case 'if':
    case 'import':
    case 'leave':
    case 'outer':
    case 'return':
      return [];
  }
}

function isName(target: Expression): boolean {
  return target.kind === 'name' || (target.kind === 'sequence' && target.items.every(isName));
}

function boundNames(target: Expression): string[] {
  if (target.kind === 'name') return [target.name];
  if (target.kind === 'sequence') return target.items.flatMap(boundNames);
  if (target.kind === 'spread') return boundNames(target.value);
  return target.kind === 'subscript' || target.kind === 'attribute' ? boundNames(target.object) : [];
}

/** Names, attributes and text keys in an expression; what is called by its bare name is none. */
export function namesRead(expression: Expression): Set<string> {
  const names = new Set<string>();
  const look = (each: Expression): void => {
    if (each.kind === 'name') names.add(each.name);
    if (each.kind === 'attribute') names.add(each.name);
    if (each.kind === 'subscript' && each.index.kind === 'string') {
      const [only] = each.index.parts;
      if (typeof only === 'string') names.add(only);
    }
    for (const child of childrenOf(each)) {
      if (each.kind !== 'call' || child !== each.callee) look(child);
      else if (child.kind === 'attribute') look(child.object);
    }
  };
  look(expression);
  return names;
}

/** The calls in an expression, inner ones first. */
export function callsIn(expression: Expression): CallExpression[] {
  const inner = childrenOf(expression).flatMap(callsIn);
  return expression.kind === 'call' ? [...inner, expression] : inner;
}
