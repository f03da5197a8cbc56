import type { Environment, Thunk } from '../../python/environment';
import { childrenOf } from '../../python/children';
import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import type { CallExpression, Expression } from '../../python/syntax';
import type { Signature } from '../python/call';

const bounds = ['label', 'low', 'high'];
const moments = ['label', 'mu', 'sigma'];

/** `hyperopt/pyll_utils.py`. */
const signatures: ReadonlyMap<string, Signature> = new Map(
  [
    { name: 'choice', parameters: ['label', 'options'] },
    { name: 'pchoice', parameters: ['label', 'p_options'] },
    { name: 'randint', parameters: bounds, required: ['label', 'low'] },
    { name: 'uniformint', parameters: [...bounds, 'q'], required: bounds },
    { name: 'uniform', parameters: bounds },
    { name: 'quniform', parameters: [...bounds, 'q'] },
    { name: 'loguniform', parameters: bounds },
    { name: 'qloguniform', parameters: [...bounds, 'q'] },
    { name: 'normal', parameters: moments },
    { name: 'qnormal', parameters: [...moments, 'q'] },
    { name: 'lognormal', parameters: moments },
    { name: 'qlognormal', parameters: [...moments, 'q'] },
  ].map(signature => [signature.name, { required: signature.parameters, ...signature }]),
);

/** The function of `hyperopt.hp` that a call calls. */
export function signatureOf(call: CallExpression, environment: Environment): Signature | undefined {
  const name = qualifiedName(call.callee, environment);
  const match = /^hyperopt\.(?:hp|pyll_utils)\.(?:hp_)?(\w+)$/.exec(name ?? '');
  return signatures.get(match?.[1] ?? '');
}

/** Calls that pass a stochastic expression on as part of a larger one. */
export function isTransparent(call: CallExpression, environment: Environment): boolean {
  const name = qualifiedName(call.callee, environment) ?? '';
  return /^(?:hyperopt\.(?:pyll\.)?scope\.|hyperopt\.pyll\.as_apply$|scope\.|(?:int|float|dict|list|tuple)$)/.test(
    name,
  );
}

/** What stands inside an expression and is drawn with it. */
export function partsOf({ expression, environment }: Thunk): readonly Thunk[] {
  if (
    expression.kind === 'call' &&
    !signatureOf(expression, environment) &&
    !isTransparent(expression, environment)
  ) {
    return [];
  }
  const parts =
    expression.kind === 'call' ? expression.arguments.map(({ value }) => value) : childrenOf(expression);
  return parts.map(part => ({ expression: part, environment }));
}

/** The declarations of parameters in an expression. */
export function declarationsIn(thunk: Thunk): ReadonlySet<Expression> {
  const found = new Set<Expression>();
  collect(thunk, found, new Set());
  return found;
}

function collect(thunk: Thunk, found: Set<Expression>, seen: Set<Expression>): void {
  const resolved = resolve(thunk);
  const { expression, environment } = resolved;
  if (seen.has(expression)) return;
  seen.add(expression);
  if (expression.kind === 'call' && signatureOf(expression, environment)) found.add(expression);
  environment.descend(() => partsOf(resolved).forEach(part => collect(part, found, seen)));
}
