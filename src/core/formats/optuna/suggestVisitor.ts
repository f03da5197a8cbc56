import * as l10n from '@vscode/l10n';
import type { Environment, Thunk } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import { resolve } from '../../python/resolve';
import type { CallExpression, Expression } from '../../python/syntax';
import type { Place } from '../../python/walk';
import type { Collector } from '../python/routineSpaces';
import type { Parameter } from '../../space/searchSpace';
import { Call } from '../python/call';
import { ParameterList } from '../python/parameterList';
import { nameOf } from '../python/names';
import type { Reading } from '../python/reading';
import { redefined } from './rules';
import { suggested, suggestions } from './suggest';

/** The calls of `….suggest_float` and its siblings; nothing else has methods of these names. */
export function isSuggestion({ callee }: CallExpression): boolean {
  return callee.kind === 'attribute' && suggestions.has(callee.name);
}

/** Whether a name is a trial's: by itself, or by its annotation. */
export function isTrial(name: string, annotated: ReadonlySet<string>): boolean {
  return /trial$/i.test(name) || annotated.has(name);
}

/** Collects what an objective function suggests, as its code runs. */
export class SuggestVisitor implements Collector {
  readonly list = new ParameterList();
  /** The first suggestion, where a lens stands. */
  first: CallExpression | undefined;

  /** @param trials names of parameters that are annotated as trials. */
  constructor(
    readonly reading: Reading,
    private readonly trials: ReadonlySet<string>,
  ) {}

  draws(call: CallExpression): boolean {
    return isSuggestion(call);
  }

  call(expression: CallExpression, { environment, condition }: Place): void {
    const { callee } = expression;
    const signature = callee.kind === 'attribute' ? suggestions.get(callee.name) : undefined;
    if (!signature) return;
    this.first ??= expression;
    const call = new Call(this.reading, expression, environment, signature);
    const at = call.thunk('name');
    if (!at) return call.checkArguments();
    const name = nameOf(at, this.reading);
    const parameter: Parameter = { ...suggested(this.reading, call, name), condition };
    const earlier = this.list.add(parameter);
    // A name that stands for many says nothing of any one of them.
    if (earlier && evaluate(at) === name) this.#conflict(earlier, parameter);
  }

  drawn(thunk: Thunk): string | undefined {
    const { expression, environment } = resolve(thunk);
    if (expression.kind === 'subscript') {
      const name = paramsEntry(expression.object, expression.index, environment);
      return name !== undefined && this.list.get(name) ? name : undefined;
    }
    if (expression.kind !== 'call' || !isSuggestion(expression)) return undefined;
    const name = expression.arguments.find(({ name }, i) => (name ? name.text === 'name' : i === 0));
    const text = name && evaluate({ expression: name.value, environment });
    return typeof text === 'string' ? text : undefined;
  }

  wholeBounds(parameter: string): readonly [number, number] | undefined {
    const domain = this.list.get(parameter)?.domain;
    return domain?.kind === 'integer' ? [domain.low, domain.high] : undefined;
  }

  isSource(thunk: Thunk): boolean {
    const { expression } = resolve(thunk);
    return expression.kind === 'name' && isTrial(expression.name, this.trials);
  }

  /** `CategoricalDistribution does not support dynamic value space`; numbers may change their range. */
  #conflict(earlier: Parameter, parameter: Parameter): void {
    const { name, declared, tokens } = parameter;
    const isNumber = declared.type !== 'categorical' && earlier.declared.type === declared.type;
    const isFatal = !isNumber || earlier.declared.scale !== declared.scale;
    const message = isFatal
      ? l10n.t(
          '`{0}` is suggested before with other choices or of another kind, which Optuna refuses within a study; give one of them a name of its own.',
          name,
        )
      : l10n.t(
          '`{0}` is suggested before with another range, and samplers mix up what they learn from both; give one of them a name of its own.',
          name,
        );
    this.reading.report(redefined, tokens.name, message, {
      parameter: name,
      severity: isFatal ? 'error' : 'warning',
      related: [{ message: l10n.t('First suggested here'), range: earlier.tokens.name }],
    });
  }
}

/** `trial.params["kernel"]` once it has been suggested. */
function paramsEntry(object: Expression, index: Expression, environment: Environment): string | undefined {
  if (object.kind !== 'attribute' || object.name !== 'params') return undefined;
  const name = evaluate({ expression: index, environment });
  return typeof name === 'string' ? name : undefined;
}
