import * as l10n from '@vscode/l10n';
import type { Thunk } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import type { CallExpression } from '../../python/syntax';
import { allOf } from '../../python/tests';
import type { Place } from '../../python/walk';
import type { Condition, Parameter } from '../../space/searchSpace';
import { Call } from '../python/call';
import { nameOf } from '../python/names';
import { ParameterList } from '../python/parameterList';
import type { Reading } from '../python/reading';
import type { Collector } from '../python/routineSpaces';
import { declarations, readDeclaration } from './declaration';
import { ignoredRange } from './rules';

/** Collects what a model-building function declares on its `hp`, as its code runs. */
export class HyperParametersVisitor implements Collector {
  readonly list = new ParameterList();
  first: CallExpression | undefined;
  /** What scopes put before the name a call declares. */
  readonly #prefixes = new Map<CallExpression, string>();

  /** @param annotated names of function parameters annotated as `HyperParameters`. */
  constructor(
    readonly reading: Reading,
    private readonly annotated: ReadonlySet<string>,
  ) {}

  draws({ callee }: CallExpression): boolean {
    if (callee.kind !== 'attribute' || !declarations.has(callee.name)) return false;
    return callee.object.kind === 'name' && this.#isSourceName(callee.object.name);
  }

  call(expression: CallExpression, { environment, condition, prefix }: Place): void {
    const { callee } = expression;
    const signature = callee.kind === 'attribute' ? declarations.get(callee.name) : undefined;
    if (!signature || callee.kind !== 'attribute') return;
    if (!this.isSource({ expression: callee.object, environment })) return;
    this.first ??= expression;
    this.#prefixes.set(expression, prefix);
    const call = new Call(this.reading, expression, environment, signature);
    const at = call.thunk('name');
    if (!at) return call.checkArguments();
    const name = prefix + nameOf(at, this.reading);
    const parent = call.text('parent_name');
    const parentCondition =
      parent === undefined ? undefined : this.#parent(prefix + parent, call.value('parent_values'));
    const parameter: Parameter = {
      ...readDeclaration(this.reading, call, name),
      condition: allOf([condition, parentCondition]),
    };
    const earlier = this.list.add(parameter);
    if (earlier && typeof evaluate(at) === 'string') this.#conflict(earlier, parameter);
  }

  drawn(thunk: Thunk): string | undefined {
    const { expression, environment } = resolve(thunk);
    if (expression.kind === 'subscript') {
      if (!this.isSource({ expression: expression.object, environment })) return undefined;
      const name = evaluate({ expression: expression.index, environment });
      return typeof name === 'string' ? name : undefined;
    }
    const callee = expression.kind === 'call' ? expression.callee : undefined;
    if (expression.kind !== 'call' || callee?.kind !== 'attribute') return undefined;
    if (callee.name !== 'get' && !declarations.has(callee.name)) return undefined;
    if (!this.isSource({ expression: callee.object, environment })) return undefined;
    const argument = expression.arguments.find(({ name }, i) => (name ? name.text === 'name' : i === 0));
    const name = argument && evaluate({ expression: argument.value, environment });
    return typeof name === 'string' ? (this.#prefixes.get(expression) ?? '') + name : undefined;
  }

  wholeBounds(parameter: string): readonly [number, number] | undefined {
    const domain = this.list.get(parameter)?.domain;
    return domain?.kind === 'integer' ? [domain.low, domain.high] : undefined;
  }

  isSource(thunk: Thunk): boolean {
    const { expression, environment } = resolve(thunk);
    if (expression.kind === 'name') return this.#isSourceName(expression.name);
    if (expression.kind !== 'call') return false;
    return /^keras_tuner\.(?:.*\.)?HyperParameters$/.test(
      qualifiedName(expression.callee, environment) ?? '',
    );
  }

  /** `with hp.conditional_scope("parent", ["a"]):` and `with hp.name_scope("a"):`. */
  within(item: Thunk, place: Place): Place {
    const { expression, environment } = item;
    const callee = expression.kind === 'call' ? expression.callee : undefined;
    if (expression.kind !== 'call' || callee?.kind !== 'attribute') return place;
    if (!this.isSource({ expression: callee.object, environment })) return place;
    const [first, second] = expression.arguments.map(({ value }) =>
      evaluate({ expression: value, environment }),
    );
    if (typeof first !== 'string') return place;
    if (callee.name === 'name_scope') return { ...place, prefix: `${place.prefix}${first}/` };
    if (callee.name !== 'conditional_scope') return place;
    return { ...place, condition: allOf([place.condition, this.#parent(place.prefix + first, second)]) };
  }

  #isSourceName(name: string): boolean {
    return name === 'hp' || /^hyper_?param(?:eter)?s?$/i.test(name) || this.annotated.has(name);
  }

  #parent(parent: string, values: ReturnType<typeof evaluate>): Condition | undefined {
    if (values === undefined) return undefined;
    return { kind: 'in', parent, values: Array.isArray(values) ? values : [values] };
  }

  /** `_retrieve` gives the value registered first, whatever the second declaration says. */
  #conflict(earlier: Parameter, { name, tokens }: Parameter): void {
    const message = l10n.t(
      '`{0}` is declared before with another range, and Keras Tuner goes on with that one; give one of them a name of its own.',
      name,
    );
    const related = [{ message: l10n.t('First declared here'), range: earlier.tokens.name }];
    this.reading.report(ignoredRange, tokens.name, message, { parameter: name, related });
  }
}
