import type { TextRange } from '../text/range';
import type { Environment } from './environment';
import { childrenOf, expressionsOf, statementsOf } from './children';
import { enterFunction } from './functions';
import type {
  Body,
  CallExpression,
  Expression,
  FunctionStatement,
  LambdaExpression,
  Statement,
} from './syntax';

/** A piece of code that runs as one: a function, a lambda or the module itself, in the environment of its inside. */
export interface Routine {
  /** As a person calls it: `objective`, `Objective` for its `__call__`, `Model.build`; undefined for the module. */
  readonly name: string | undefined;
  readonly definition: FunctionStatement | LambdaExpression | undefined;
  readonly body: Body;
  readonly environment: Environment;
  /** Those in its own body, lambdas and functions within left out. */
  readonly calls: readonly CallExpression[];
  /** Names used in it other than to call them. */
  readonly references: ReadonlySet<string>;
}

/** Whether the code at a range may have to do with a search space. */
export type Interest = (range: TextRange) => boolean;

/** The routines of a module that are of interest, the module first, each before those inside it. */
export function routinesOf(body: Body, environment: Environment, isOfInterest: Interest): Routine[] {
  const found: Routine[] = [];
  collect({ name: undefined, definition: undefined, body, environment }, found, isOfInterest);
  return found;
}

function collect(
  routine: Omit<Routine, 'calls' | 'references'>,
  found: Routine[],
  isOfInterest: Interest,
): void {
  const calls: CallExpression[] = [];
  const references = new Set<string>();
  found.push({ ...routine, calls, references });
  const { environment } = routine;
  const enter = (definition: FunctionStatement | LambdaExpression, name: string | undefined): void => {
    if (!isOfInterest(definition.range)) return;
    const { body, environment: inside } = enterFunction(definition, environment);
    collect({ name, definition, body, environment: inside }, found, isOfInterest);
  };
  const look = (expression: Expression, name: string | undefined): void => {
    if (expression.kind === 'call') calls.push(expression);
    if (expression.kind === 'name') references.add(expression.name);
    if (expression.kind === 'lambda') enter(expression, name);
    for (const child of childrenOf(expression)) {
      const isCallee = expression.kind === 'call' && child === expression.callee && child.kind === 'name';
      if (!isCallee) look(child, undefined);
    }
  };
  const visit = (statement: Statement, owner: string | undefined): void => {
    if (statement.kind === 'function') return enter(statement, qualified(statement.name.text, owner));
    for (const expression of expressionsOf(statement)) look(expression, assignedName(statement));
    const inner = statement.kind === 'class' ? statement.name.text : owner;
    for (const child of statementsOf(statement)) visit(child, inner);
  };
  for (const statement of routine.body) visit(statement, undefined);
}

function qualified(name: string, owner: string | undefined): string {
  if (owner === undefined) return name;
  return name === '__call__' ? owner : `${owner}.${name}`;
}

function assignedName(statement: Statement): string | undefined {
  const [target] = statement.kind === 'assign' ? statement.targets : [];
  return target?.kind === 'name' ? target.name : undefined;
}

/** The methods of a module's classes by their bare names; where classes share a name, the first one's. */
export type Methods = ReadonlyMap<
  string,
  { readonly definition: FunctionStatement; readonly around: Environment }
>;

export function methodsOf(routines: readonly Routine[], around: Environment): Methods {
  const methods = new Map<string, { definition: FunctionStatement; around: Environment }>();
  for (const { definition } of routines) {
    if (definition?.kind !== 'function' || definition.parameters[0]?.name !== 'self') continue;
    if (!methods.has(definition.name.text)) methods.set(definition.name.text, { definition, around });
  }
  return methods;
}
