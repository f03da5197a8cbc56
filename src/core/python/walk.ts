import type { Condition } from '../space/searchSpace';
import { childrenOf, expressionsOf } from './children';
import type { Environment, Thunk } from './environment';
import { evaluate } from './evaluate';
import { boundArguments, enterCall, enterFunction, type Entered } from './functions';
import { destructure, itemsOf } from './items';
import type { Methods, Routine } from './routines';
import { allOf, conditionOf } from './tests';
import type { Body, CallExpression, Expression, Statement } from './syntax';

/** A place in the code as it is reached: the names there, and what is known of the parameters drawn before. */
export interface Place {
  readonly environment: Environment;
  /** When it is reached, as far as that depends on parameters. */
  readonly condition: Condition | undefined;
  /** What `with hp.name_scope(…)` puts before names. */
  readonly prefix: string;
}

/** What a reader wants to know of, and knows about, the code being walked. */
export interface Visitor {
  /** A call is reached; those in its arguments were before. */
  call(call: CallExpression, place: Place): void;
  /** The parameter whose value an expression is. */
  drawn(thunk: Thunk): string | undefined;
  /** The least and greatest value of a whole-number parameter. */
  wholeBounds(parameter: string): readonly [number, number] | undefined;
  /** Whether this is what parameters are drawn from, so that a function given it may draw too. */
  isSource(thunk: Thunk): boolean;
  /** What `with item:` means for its body. */
  within?(item: Thunk, place: Place): Place;
}

/** Longer loops are walked once, their variable unknown. */
const mostTurns = 32;

/** Statements walked in one routine; loops in loops and calls in calls multiply. */
const mostStatements = 20_000;

const deepestCalls = 8;

/**
 * Goes through a routine in the order it runs: loops of known length turn by turn, branches with their conditions,
 * and the module's own functions where they are handed the source of parameters.
 */
export class Walk {
  /** The definitions that were walked as part of another routine. */
  readonly inlined = new Set<object>();
  readonly #stack: object[] = [];
  #left = mostStatements;

  /** @param methods by name, for `self.method(…)`. */
  constructor(
    private readonly visitor: Visitor,
    private readonly methods: Methods,
  ) {}

  routine({ body, environment, definition }: Routine): void {
    if (definition) this.#stack.push(definition);
    this.#body(body, { environment, condition: undefined, prefix: '' });
    this.#stack.pop();
  }

  /** The place after the body; undefined when it always leaves before. */
  #body(body: Body, place: Place): Place | undefined {
    let at: Place | undefined = place;
    for (const statement of body) {
      at = at && this.#statement(statement, at);
      if (!at || this.#left-- <= 0) return undefined;
    }
    return at;
  }

  #statement(statement: Statement, place: Place): Place | undefined {
    switch (statement.kind) {
      case 'if':
        return this.#branches(statement, place);
      case 'for': {
        this.#expression(statement.iterable, place);
        for (const turn of this.#turns(statement.target, statement.iterable, place)) {
          this.#body(statement.body, turn);
        }
        this.#body(statement.otherwise, place);
        return place;
      }
      case 'with': {
        let inside = place;
        for (const { value } of statement.items) {
          this.#expression(value, place);
          const thunk = { expression: value, environment: place.environment };
          inside = this.visitor.within?.(thunk, inside) ?? inside;
        }
        const end = this.#body(statement.body, inside);
        return end && place;
      }
      case 'block':
        for (const value of statement.values) this.#expression(value, place);
        for (const body of statement.bodies) this.#body(body, place);
        return place;
      case 'return':
      case 'leave':
        if (statement.value) this.#expression(statement.value, place);
        return undefined;
      case 'assign':
      case 'class':
      case 'expression':
      case 'function':
      case 'import':
      case 'outer':
      case 'rebind':
        for (const expression of expressionsOf(statement)) this.#expression(expression, place);
        return place;
    }
  }

  #branches({ branches }: Extract<Statement, { kind: 'if' }>, place: Place): Place | undefined {
    let rest = place;
    const ends: (Place | undefined)[] = [];
    for (const { test, body } of branches) {
      if (!test) {
        ends.push(this.#body(body, rest));
        return after(place, ends);
      }
      this.#expression(test, rest);
      const thunk = { expression: test, environment: place.environment };
      const outcome = evaluate(thunk);
      if (outcome === false) continue;
      ends.push(this.#body(body, this.#where(rest, thunk, true)));
      if (outcome === true) return after(place, ends);
      rest = this.#where(rest, thunk, false);
    }
    return after(place, [...ends, rest]);
  }

  #where(place: Place, test: Thunk, outcome: boolean): Place {
    const known = conditionOf(test, outcome, thunk => this.visitor.drawn(thunk));
    return { ...place, condition: allOf([place.condition, known]) };
  }

  /** The turns of a loop; a single one with nothing known of its variable where they cannot be told. */
  #turns(target: Expression, iterable: Expression, place: Place): readonly Place[] {
    const thunk = { expression: iterable, environment: place.environment };
    const drawn = this.#drawnRange(target, thunk, place);
    if (drawn) return drawn;
    const items = itemsOf(thunk);
    if (!items || items.length > mostTurns) return [place];
    return items.map(item => {
      const environment = place.environment.with(destructure(target, item));
      return { ...place, environment };
    });
  }

  /** `for i in range(n_layers)`: turn i is reached where the parameter is above i. */
  #drawnRange(target: Expression, { expression, environment }: Thunk, place: Place): Place[] | undefined {
    if (expression.kind !== 'call' || expression.callee.kind !== 'name') return undefined;
    if (expression.callee.name !== 'range' || expression.arguments.length > 2) return undefined;
    const [first, second] = expression.arguments.map(({ value }) => ({ expression: value, environment }));
    const stop = second ?? first;
    const start = second && first ? evaluate(first) : 0;
    const parent = stop && this.visitor.drawn(stop);
    const bounds = parent === undefined ? undefined : this.visitor.wholeBounds(parent);
    if (parent === undefined || !bounds || typeof start !== 'number') return undefined;
    const [low, high] = bounds;
    if (!(high - start <= mostTurns)) return undefined;
    return Array.from({ length: Math.max(0, high - start) }, (_, turn): Place => {
      const value = start + turn;
      const number = { kind: 'number', value, isFloat: false, range: expression.range } as const;
      const above: Condition | undefined =
        value < low ? undefined : { kind: 'above', parent, bound: value, inclusive: false };
      return {
        ...place,
        environment: environment.with(destructure(target, { expression: number, environment })),
        condition: allOf([place.condition, above]),
      };
    });
  }

  #expression(expression: Expression, place: Place): void {
    if (expression.kind === 'conditional') {
      const thunk = { expression: expression.test, environment: place.environment };
      this.#expression(expression.test, place);
      this.#expression(expression.then, this.#where(place, thunk, true));
      return this.#expression(expression.otherwise, this.#where(place, thunk, false));
    }
    if (expression.kind === 'comprehension') {
      this.#expression(expression.iterable, place);
      for (const turn of this.#turns(expression.target, expression.iterable, place)) {
        if (expression.key) this.#expression(expression.key, turn);
        this.#expression(expression.element, turn);
      }
      return;
    }
    for (const child of childrenOf(expression)) this.#expression(child, place);
    if (expression.kind !== 'call') return;
    this.visitor.call(expression, place);
    this.#enter(expression, place);
  }

  #enter(call: CallExpression, place: Place): void {
    const { environment } = place;
    const isHandedOn = call.arguments.some(({ value }) =>
      this.visitor.isSource({ expression: value, environment }),
    );
    if (!isHandedOn || this.#stack.length > deepestCalls) return;
    const thunk = { expression: call, environment };
    const entered = enterCall(thunk) ?? this.#method(call, environment);
    if (!entered || this.#stack.includes(entered.definition)) return;
    this.inlined.add(entered.definition);
    this.#stack.push(entered.definition);
    this.#body(entered.body, { ...place, environment: entered.environment });
    this.#stack.pop();
  }

  #method(call: CallExpression, environment: Environment): Entered | undefined {
    const { callee } = call;
    if (callee.kind !== 'attribute' || callee.object.kind !== 'name') return undefined;
    if (callee.object.name !== 'self' && callee.object.name !== 'cls') return undefined;
    const method = this.methods.get(callee.name);
    if (!method) return undefined;
    const { definition, around } = method;
    const bound = boundArguments(definition.parameters.slice(1), { expression: call, environment }, around);
    return enterFunction(definition, around, bound);
  }
}

/** What is known after an `if`: the one way that goes on, or what was known before it. */
function after(place: Place, ends: readonly (Place | undefined)[]): Place | undefined {
  const open = ends.filter(end => end !== undefined);
  if (open.length === 0) return undefined;
  const [only] = open;
  return open.length === 1 && only ? { ...place, condition: only.condition } : place;
}
