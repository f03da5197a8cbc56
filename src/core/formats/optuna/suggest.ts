import * as l10n from '@vscode/l10n';
import type { Declared, Domain } from '../../space/domain';
import { categoricalDomain, numericDomain } from '../../space/domains';
import type { Fix } from '../../finding';
import type { Parameter } from '../../space/searchSpace';
import type { Value } from '../../text/scalars';
import type { Call, ChoiceArgument, Signature } from '../python/call';
import { callTokens, checkStep, notationRange } from '../python/numericParameter';
import type { Reading } from '../python/reading';
import { choiceType, deprecatedSuggest } from './rules';

const bounds = ['name', 'low', 'high'];

/** `optuna/trial/_trial.py`. */
export const suggestions: ReadonlyMap<string, Signature> = new Map(
  [
    { name: 'suggest_float', parameters: bounds, keywords: ['step', 'log'], required: bounds },
    { name: 'suggest_int', parameters: bounds, keywords: ['step', 'log'], required: bounds },
    { name: 'suggest_categorical', parameters: ['name', 'choices'], required: ['name', 'choices'] },
    { name: 'suggest_uniform', parameters: bounds, required: bounds },
    { name: 'suggest_loguniform', parameters: bounds, required: bounds },
    { name: 'suggest_discrete_uniform', parameters: [...bounds, 'q'], required: [...bounds, 'q'] },
  ].map(signature => [signature.name, signature]),
);

/** What a call of `trial.suggest_…` draws, whenever it is reached. */
export function suggested(reading: Reading, call: Call, name: string): Omit<Parameter, 'condition'> {
  const nameRange = call.range('name') ?? notationRange(call.expression.callee);
  call.checkArguments(name);
  const notation = call.signature.name;
  if (notation === 'suggest_categorical') {
    const choices = call.choices('choices');
    call.reportDynamic(name);
    checkChoices(reading, choices ?? [], name);
    return {
      name,
      declared: { notation, type: 'categorical', scale: 'linear', bounds: 'values', choices },
      domain: choices && categoricalDomain(choices),
      tokens: callTokens(call, nameRange, { choices: 'choices' }),
    };
  }
  checkDeprecated(reading, call, name);
  const stepName = notation === 'suggest_discrete_uniform' ? 'q' : 'step';
  const { declared, domain } = numeric(reading, call, name, stepName);
  const isDynamic = call.reportDynamic(name);
  return {
    name,
    declared,
    domain: isDynamic ? undefined : domain,
    tokens: callTokens(call, nameRange, { low: 'low', high: 'high', step: stepName }),
  };
}

/** `optuna/distributions.py`: both ends inclusive, steps counted from `low`; the old `uniform` leaves `high` out. */
function numeric(
  reading: Reading,
  call: Call,
  name: string,
  stepName: string,
): { declared: Declared; domain: Domain | undefined } {
  const notation = call.signature.name;
  const [low, high] = [call.number('low', name), call.number('high', name)];
  const step = call.number(stepName, name);
  checkStep(reading, step, name);
  const type = notation === 'suggest_int' ? 'integer' : 'float';
  const scale = notation === 'suggest_loguniform' || call.flag('log') ? 'log' : 'linear';
  const declared: Declared = {
    notation,
    type,
    scale,
    bounds: 'values',
    low: low?.value,
    high: high?.value,
    step: step?.value,
  };
  const domain = numericDomain({
    type,
    low: low?.value ?? NaN,
    high: high?.value ?? NaN,
    scale,
    // Optuna refuses a step on a log scale; what would be drawn without it is the nearest to what was meant.
    step: step && scale === 'linear' ? { size: step.value, origin: 'low', clamp: false } : undefined,
    highExclusive: notation === 'suggest_uniform' || notation === 'suggest_loguniform',
  });
  return { declared, domain };
}

/** `CategoricalDistribution`: None, bool, int, float and str, which every storage and dashboard can keep. */
function checkChoices(reading: Reading, choices: readonly ChoiceArgument[], parameter: string): void {
  const odd = choices.find(({ value, isKnown }) => !isKnown || !isScalar(value));
  if (!odd) return;
  const message = l10n.t(
    '`{0}`: Optuna keeps only text, numbers, True, False and None as choices, and `{1}` is none of these; suggest a name for it and look it up.',
    parameter,
    reading.source(odd.range),
  );
  reading.report(choiceType, odd.range, message, { parameter });
}

function isScalar(value: Value): boolean {
  return typeof value !== 'object' || value === null;
}

function checkDeprecated(reading: Reading, call: Call, parameter: string): void {
  const { name } = call.signature;
  if (name === 'suggest_float' || name === 'suggest_int') return;
  const message =
    name === 'suggest_loguniform'
      ? l10n.t('`{0}` is deprecated; use `suggest_float` with `log=True`.', name)
      : name === 'suggest_discrete_uniform'
        ? l10n.t('`{0}` is deprecated; use `suggest_float` with `step`.', name)
        : l10n.t('`{0}` is deprecated; use `suggest_float`.', name);
  const range = notationRange(call.expression.callee);
  reading.report(deprecatedSuggest, range, message, { parameter, fixes: [modern(call)] });
}

function modern(call: Call): Fix | undefined {
  const { expression, signature } = call;
  const last = expression.arguments.at(-1);
  if (!last || call.isOpen || expression.callee.kind !== 'attribute') return undefined;
  const edits = [{ range: expression.callee.nameRange, newText: 'suggest_float' }];
  if (signature.name === 'suggest_loguniform') {
    edits.push({ range: { start: last.range.end, end: last.range.end }, newText: ', log=True' });
  }
  if (signature.name === 'suggest_discrete_uniform') {
    const q = expression.arguments.find(({ name }) => name?.text === 'q') ?? expression.arguments[3];
    if (!q) return undefined;
    const at = q.name?.range ?? { start: q.range.start, end: q.range.start };
    edits.push({ range: at, newText: q.name ? 'step' : 'step=' });
  }
  return { title: l10n.t('Use suggest_float'), edits, safe: true };
}
