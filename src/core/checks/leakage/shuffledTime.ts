import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type { Environment } from '../../python/environment';
import { evaluate } from '../../python/evaluate';
import type { CallExpression, Expression } from '../../python/syntax';
import { calleeName, constructionOf, hasSpread, keyword, methodOf, positional, splitOf } from './calls';
import type { PythonCheck } from './pythonCheck';
import { namesRead, type Routine } from './routine';

const timeLike = /^(?:date|time|datetime|timestamp|ds)$|(?:^|_)(?:date|time|timestamp|datetime)$/i;

/** Rows put in order of time, then split at random. */
export const shuffledTime: PythonCheck = {
  code: 'shuffled-time',
  severity: 'information',
  get title() {
    return l10n.t('Random split of rows ordered in time');
  },
  tell: /sort_values/,
  run: routines => routines.flatMap(shuffled),
};

function shuffled({ steps, environment }: Routine): Finding[] {
  const ordered = new Map<string, string>();
  const found: Finding[] = [];
  for (const { binds, isFresh, reads, calls } of steps) {
    let column: string | undefined;
    for (const call of calls) {
      column = sortedBy(call) ?? column;
      const split = splitOf(call, environment);
      if (!split || !isRandom(call, environment)) continue;
      const by = split.data.flatMap(data => (data.kind === 'name' ? (ordered.get(data.name) ?? []) : []))[0];
      if (by === undefined) continue;
      const message = l10n.t(
        'The rows are sorted by `{0}` and then split at random by `{1}`, so a model is tested on a past it has seen around; where it is to predict what comes, split by time (`TimeSeriesSplit`, `shuffle=False`).',
        by,
        split.name,
      );
      found.push(finding(shuffledTime, call.range, message));
    }
    const inherited = column ?? [...reads].flatMap(name => ordered.get(name) ?? [])[0];
    const inPlace = column === undefined ? [] : calls.flatMap(call => sortedInPlace(call));
    for (const name of [...binds, ...inPlace]) {
      if (inherited !== undefined) ordered.set(name, inherited);
      else if (isFresh) ordered.delete(name);
    }
  }
  return found;
}

/** The column of time in `df.sort_values("date")`, where it comes first. */
function sortedBy(call: CallExpression): string | undefined {
  if (methodOf(call)?.name !== 'sort_values') return undefined;
  const by = keyword(call, 'by') ?? positional(call)[0];
  const first: Expression | undefined = by?.kind === 'sequence' ? by.items[0] : by;
  const [name] = first?.kind === 'string' ? first.parts : [];
  return typeof name === 'string' && timeLike.test(name) ? name : undefined;
}

function sortedInPlace(call: CallExpression): string[] {
  const inPlace = keyword(call, 'inplace');
  const object = methodOf(call)?.object;
  if (inPlace?.kind !== 'constant' || inPlace.value !== true || !object) return [];
  return [...namesRead(object)];
}

/** `train_test_split` unless told not to, and folds that are told to shuffle. */
function isRandom(call: CallExpression, environment: Environment): boolean {
  if (hasSpread(call)) return false;
  if (calleeName(call, environment) === 'train_test_split') return shuffle(call, environment) ?? true;
  const method = methodOf(call);
  const made = method?.name === 'split' ? constructionOf(method.object, environment) : undefined;
  return made !== undefined && shuffle(made.call, made.environment) === true;
}

function shuffle(call: CallExpression, environment: Environment): boolean | undefined {
  const value = keyword(call, 'shuffle');
  return value && evaluate({ expression: value, environment }) === true;
}
