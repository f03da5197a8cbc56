import { childrenOf, expressionsOf, statementsOf } from '../../python/children';
import type { Thunk } from '../../python/environment';
import { enterCall } from '../../python/functions';
import type { Routine } from '../../python/routines';
import type { Expression, Statement } from '../../python/syntax';
import type { TextRange } from '../../text/range';

/** The calls that declare parameters somewhere in an expression, what it takes in by name included. */
export type DeclarationsIn = (thunk: Thunk) => ReadonlySet<Expression>;

/** An expression that is a space by itself, not part of another. */
export interface Root {
  readonly thunk: Thunk;
  readonly declarations: ReadonlySet<Expression>;
  /** The variable, argument or function it goes by. */
  readonly name: string | undefined;
  /** The word it goes by, or its start: where a lens stands. */
  readonly range: TextRange;
}

/** The outermost expressions of a module that declare parameters, in document order. */
export function rootsOf(routines: readonly Routine[], declarationsIn: DeclarationsIn): Root[] {
  const found = routines.flatMap(routine => {
    const search = new Search(routine, declarationsIn);
    for (const statement of routine.body) search.statement(statement);
    return search.roots;
  });
  const isPart = (root: Root, i: number): boolean =>
    found.some((other, j) => {
      if (i === j || !isSubset(root.declarations, other.declarations)) return false;
      if (other.declarations.size > root.declarations.size) return true;
      // Of the same said twice the last counts, but a variable that is added to stands where it begins.
      return other.name === root.name ? j < i : j > i;
    });
  return found.filter((root, i) => !isPart(root, i)).sort((a, b) => a.range.start - b.range.start);
}

function isSubset(part: ReadonlySet<Expression>, whole: ReadonlySet<Expression>): boolean {
  return part.size <= whole.size && [...part].every(expression => whole.has(expression));
}

/** Whether two expressions have a declaration in common: `Tuner(param_space=space)` and `space`. */
export function overlaps(a: ReadonlySet<Expression>, b: ReadonlySet<Expression>): boolean {
  return [...a].some(expression => b.has(expression));
}

class Search {
  readonly roots: Root[] = [];

  constructor(
    private readonly routine: Routine,
    private readonly declarationsIn: DeclarationsIn,
  ) {}

  statement(statement: Statement): void {
    if (statement.kind === 'function') return;
    const [target] = statement.kind === 'assign' ? statement.targets : [];
    if (target?.kind === 'name' && statement.kind === 'assign' && !this.#isElsewhere(statement.value)) {
      if (this.#isRoot(target, target.name, target.range)) return;
    } else if (target?.kind === 'subscript' && target.object.kind === 'name') {
      // What is put into a dictionary is found by the dictionary's name.
      if (this.#isRoot(target.object, target.object.name, target.object.range)) return;
    }
    for (const expression of expressionsOf(statement)) this.#look(expression);
    for (const child of statementsOf(statement)) this.statement(child);
  }

  #look(expression: Expression, name?: string, range?: TextRange): void {
    const isElsewhere = this.#isElsewhere(expression);
    if (!isElsewhere && this.#isRoot(expression, name, range)) return;
    if (expression.kind !== 'call') return childrenOf(expression).forEach(child => this.#look(child));
    this.#look(expression.callee);
    for (const { name: keyword, value } of expression.arguments) {
      this.#look(value, keyword?.text, keyword?.range);
    }
  }

  /** A name, or a call of the module's own function: what it stands for is found where that is. */
  #isElsewhere(expression: Expression): boolean {
    const thunk = { expression, environment: this.routine.environment };
    return expression.kind === 'name' || enterCall(thunk) !== undefined;
  }

  #isRoot(expression: Expression, name: string | undefined, range: TextRange | undefined): boolean {
    const thunk = { expression, environment: this.routine.environment };
    const declarations = this.declarationsIn(thunk);
    if (declarations.size === 0) return false;
    const { start } = expression.range;
    this.roots.push({
      thunk,
      declarations,
      name: name ?? this.routine.name,
      range: range ?? { start, end: start + 1 },
    });
    return true;
  }
}
