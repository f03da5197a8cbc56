import * as l10n from '@vscode/l10n';
import type { Fix } from '../finding';
import type { Parameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { TextEdit, TextRange } from '../text/range';
import { logarithmText } from './logarithmText';
import type { Advice } from './logScaleAdvice';

/** Optuna: `log=True`, which excludes a step. */
export function optunaAdvice({ declared, tokens }: Parameter, text: string): Advice {
  const sentence = l10n.t('Use `{0}`.', 'log=True');
  const isFree = declared.step === undefined && /^suggest_(?:float|int)$/.test(declared.notation);
  return isFree ? appended(sentence, tokens.declaration, 'log=True', text) : { sentence, fixes: [] };
}

const rayNotations: ReadonlyMap<string, string> = new Map([
  ['uniform', 'loguniform'],
  ['quniform', 'qloguniform'],
  ['randint', 'lograndint'],
  ['qrandint', 'qlograndint'],
]);

/** Ray Tune: a function of its own for each. */
export function rayAdvice({ declared, tokens }: Parameter): Advice {
  const notation = rayNotations.get(declared.notation) ?? 'loguniform';
  const sentence = l10n.t('Use `{0}`.', notation);
  if (!tokens.notation) return { sentence, fixes: [] };
  return { sentence, fixes: [fixOf(notation, [{ range: tokens.notation, newText: notation }])] };
}

/** Hyperopt: `loguniform` takes the logarithms of the bounds. */
export function hyperoptAdvice({ declared, tokens }: Parameter, text: string): Advice {
  const { low, high, notation } = declared;
  const { low: from, high: to, notation: word } = tokens;
  if (low === undefined || high === undefined || (notation !== 'uniform' && notation !== 'quniform')) {
    return { sentence: l10n.t('Search its logarithm instead.'), fixes: [] };
  }
  const logarithmic = notation === 'uniform' ? 'loguniform' : 'qloguniform';
  const sentence = l10n.t(
    'Use `{0}` with the logarithms {1} … {2}.',
    logarithmic,
    formatNumber(Math.log(low)),
    formatNumber(Math.log(high)),
  );
  if (!from || !to || !word) return { sentence, fixes: [] };
  const edits = [
    { range: word, newText: logarithmic },
    { range: from, newText: logarithmText(low, text.slice(from.start, from.end), text) },
    { range: to, newText: logarithmText(high, text.slice(to.start, to.end), text) },
  ];
  return { sentence, fixes: [fixOf(logarithmic, edits)] };
}

/** Keras Tuner: `sampling="log"`, under which a step would multiply. */
export function kerasTunerAdvice({ declared, tokens }: Parameter, text: string): Advice {
  const sentence = l10n.t('Use `{0}`.', 'sampling="log"');
  const written = text.slice(tokens.declaration.start, tokens.declaration.end);
  const isFree = declared.step === undefined && !/\bsampling\b/.test(written);
  return isFree ? appended(sentence, tokens.declaration, 'sampling="log"', text) : { sentence, fixes: [] };
}

/** Ax: a key of the dictionary, or an argument of the class. */
export function axAdvice({ declared, tokens }: Parameter, text: string): Advice {
  const written = text.slice(tokens.declaration.start, tokens.declaration.end);
  const argument = written.startsWith('{')
    ? '"log_scale": True'
    : /^[\w.]*RangeParameterConfig\b/.test(written)
      ? 'scaling="log"'
      : 'log_scale=True';
  const sentence = l10n.t('Use `{0}`.', argument);
  const isFree = declared.step === undefined && !/\b(?:log_scale|scaling)\b/.test(written);
  return isFree ? appended(sentence, tokens.declaration, argument, text) : { sentence, fixes: [] };
}

/** Adds an argument or entry at the end of a call or dictionary. */
function appended(sentence: string, { start, end }: TextRange, added: string, text: string): Advice {
  const inside = text.slice(start, end - 1);
  // A comment on the last line would swallow it.
  if (/#[^\n]*$/.test(inside.trimEnd()) || !/[)}]$/.test(text.slice(start, end))) {
    return { sentence, fixes: [] };
  }
  const at = start + inside.trimEnd().length;
  const newText = inside.trimEnd().endsWith(',') ? ` ${added}` : `, ${added}`;
  return { sentence, fixes: [fixOf(added, [{ range: { start: at, end: at }, newText }])] };
}

function fixOf(what: string, edits: readonly TextEdit[]): Fix {
  return { title: l10n.t('Use {0}', what), edits, safe: true };
}
