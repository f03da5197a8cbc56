import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import { childrenOf } from '../../python/children';
import type { Environment } from '../../python/environment';
import { resolve } from '../../python/resolve';
import type { CallExpression, Expression } from '../../python/syntax';
import { keyword } from './calls';
import { dependencies } from './dependencies';
import { objectivesIn, type Objective } from './objective';
import type { PythonCheck } from './pythonCheck';
import { namesRead } from './routine';

/** The rows that say when to stop training are those that rank the trial. */
export const stoppingOnRankingRows: PythonCheck = {
  code: 'stopping-on-ranking-rows',
  severity: 'information',
  get title() {
    return l10n.t('Early stopping on the rows that rank');
  },
  tell: /early_?stopping/i,
  run: routines => objectivesIn(routines).flatMap(stopped),
};

function stopped({ routine, told }: Objective): Finding[] {
  const { steps, environment } = routine;
  return steps.flatMap(({ calls }) =>
    calls.flatMap(call => {
      const watched =
        keyword(call, 'eval_set') ?? keyword(call, 'validation_data') ?? keyword(call, 'valid_sets');
      if (!watched || !stopsEarly(call, environment)) return [];
      const rows = new Set([...namesRead(watched)].filter(name => !/train/i.test(name)));
      const shared = told
        .flatMap(({ step, value }) => [...dependencies(steps, step, value)])
        .find(name => rows.has(name));
      if (shared === undefined) return [];
      const message = l10n.t(
        'Training stops at its best on `{0}`, and the trial is ranked on the same rows, so its score is the luckiest of many looks; stop on a part of the training rows, or score the winner on rows of its own.',
        shared,
      );
      return [finding(stoppingOnRankingRows, watched.range, message)];
    }),
  );
}

/** `early_stopping_rounds=…` here or where the model is made, or a callback that stops. */
function stopsEarly(call: CallExpression, environment: Environment): boolean {
  if (isSet(keyword(call, 'early_stopping_rounds'))) return true;
  const callbacks = keyword(call, 'callbacks');
  if (callbacks && names(resolve({ expression: callbacks, environment }).expression)) return true;
  if (call.callee.kind !== 'attribute') return false;
  const model = resolve({ expression: call.callee.object, environment }).expression;
  return model.kind === 'call' && isSet(keyword(model, 'early_stopping_rounds'));
}

function isSet(value: Expression | undefined): boolean {
  return value !== undefined && !(value.kind === 'constant' && value.value === null);
}

/** Whether `early_stopping` or `EarlyStopping` is named in an expression. */
function names(expression: Expression): boolean {
  const name = expression.kind === 'name' || expression.kind === 'attribute' ? expression.name : '';
  return /^early_?stop/i.test(name) || childrenOf(expression).some(names);
}
