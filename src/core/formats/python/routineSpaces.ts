import { methodsOf, type Routine } from '../../python/routines';
import { Walk, type Visitor } from '../../python/walk';
import type { PythonModule } from '../../python/module';
import type { CallExpression } from '../../python/syntax';
import type { TextRange } from '../../text/range';

/** A visitor that knows whether it has met any parameter. */
export interface Collector extends Visitor {
  readonly first: CallExpression | undefined;
  /** Whether a call draws a parameter. */
  draws(call: CallExpression): boolean;
}

/** A routine that defines a space, and what was collected while walking it. */
export interface Walked<C extends Collector> {
  readonly routine: Routine;
  readonly collector: C;
  /** The functions walked as part of it. */
  readonly inlined: ReadonlySet<object>;
}

/**
 * Walks every routine that draws parameters or hands on what they are drawn from, and gives those that are not
 * themselves part of another: each is a space.
 */
export function walkRoutines<C extends Collector>(
  module: PythonModule,
  collector: () => C,
): readonly Walked<C>[] {
  const { routines, environment } = module;
  const methods = methodsOf(routines, environment);
  const all = routines.flatMap((routine): Walked<C>[] => {
    const own = collector();
    if (!routine.calls.some(call => own.draws(call) || handsOn(call, routine, own))) return [];
    const walk = new Walk(own, methods);
    walk.routine(routine);
    return own.first ? [{ routine, collector: own, inlined: walk.inlined }] : [];
  });
  const inlined = new Set(all.flatMap(walked => [...walked.inlined]));
  const roots = all.filter(({ routine: { definition } }) => {
    if (!definition || !inlined.has(definition)) return true;
    // Handed around by name, it is used on its own as well.
    const name = definition.kind === 'function' ? definition.name.text : undefined;
    return name !== undefined && routines.some(({ references }) => references.has(name));
  });
  return roots.length > 0 ? roots : all;
}

function handsOn(call: CallExpression, { environment }: Routine, visitor: Visitor): boolean {
  return call.arguments.some(({ value }) => visitor.isSource({ expression: value, environment }));
}

/** As a person calls a space: the function, or for a lambda that only calls one, that one. */
export function spaceName<C extends Collector>(
  { routine, inlined }: Walked<C>,
  routines: readonly Routine[],
): string | undefined {
  if (routine.name !== undefined) return routine.name;
  return routines.find(({ definition }) => definition && inlined.has(definition))?.name;
}

/** Where a lens stands: the name of the function, or the first declaration. */
export function lensRange<C extends Collector>({ routine: { definition }, collector }: Walked<C>): TextRange {
  if (definition?.kind === 'function') return definition.name.range;
  return collector.first?.range ?? { start: 0, end: 0 };
}

/** Names of parameters that are annotated with a type of this name, in any function of the module. */
export function annotatedAs(type: RegExp, routines: readonly Routine[]): ReadonlySet<string> {
  return new Set(
    routines.flatMap(({ definition }) =>
      (definition?.parameters ?? []).flatMap(({ name, annotation }) => {
        const isNamed = annotation?.kind === 'attribute' || annotation?.kind === 'name';
        return isNamed && type.test(annotation.name) ? [name] : [];
      }),
    ),
  );
}
