import * as l10n from '@vscode/l10n';
import type { Fix } from '../finding';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { insertEntriesBefore } from '../text/edits/entry';
import { replaceToken } from '../text/edits/token';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import type { TextEdit } from '../text/range';
import { exponentFor } from './exponents';
import type { Advice } from './logScaleAdvice';

/** Azure ML and Polyaxon: `loguniform` takes exponents of e. */
export function exponentAdvice(space: SearchSpace, parameter: Parameter, text: string): Advice {
  const { notation } = parameter.declared;
  if (notation === 'linspace') return geometricAdvice(parameter, text);
  if (notation !== 'uniform' && notation !== 'quniform') return searchLogarithm();
  const logarithmic = notation === 'uniform' ? 'loguniform' : 'qloguniform';
  return withExponents(space, parameter, text, logarithmic, Math.E);
}

/** As many values, evenly spaced on a log scale. */
function geometricAdvice({ tokens }: Parameter, text: string): Advice {
  const edit = tokens.notation && replaceToken(text, tokens.notation, 'geomspace');
  return {
    sentence: l10n.t('Use `{0}`.', 'geomspace'),
    fixes: fixOf(l10n.t('Use {0}', 'geomspace'), [edit]),
  };
}

/** Determined: `log` takes exponents of its `base`, and draws real numbers only. */
export function determinedAdvice(space: SearchSpace, parameter: Parameter, text: string): Advice {
  if (parameter.declared.notation !== 'double') return searchLogarithm();
  return withExponents(space, parameter, text, 'log', 10, [['base', '10']]);
}

/** Vertex AI: the scale is a field beside the name, or written over another. */
export function vertexAdvice(parameter: Parameter, text: string): Advice {
  return scaleAdvice(parameter, text, parameter.declared.notation.startsWith('UNIT_'), {
    key: /_id["']?\s*:\s*["']?$/.test(before(parameter, text)) ? 'scale_type' : 'scaleType',
    scale: 'UNIT_LOG_SCALE',
  });
}

/** SageMaker: likewise, in the case of the names beside it. */
export function sagemakerAdvice(parameter: Parameter, text: string): Advice {
  return scaleAdvice(parameter, text, parameter.declared.notation !== '', {
    key: /Name["']?\s*:\s*["']?$/.test(before(parameter, text)) ? 'ScalingType' : 'scalingType',
    scale: 'Logarithmic',
  });
}

function before({ tokens }: Parameter, text: string): string {
  return text.slice(Math.max(0, tokens.name.start - 40), tokens.name.start);
}

function scaleAdvice(
  { tokens }: Parameter,
  text: string,
  isWritten: boolean,
  { key, scale }: { readonly key: string; readonly scale: string },
): Advice {
  const edit = isWritten
    ? tokens.notation && replaceToken(text, tokens.notation, scale)
    : insertEntriesBefore(text, tokens.name, [[key, scale]]);
  return {
    sentence: l10n.t('Use `{0}: {1}`.', key, scale),
    fixes: fixOf(l10n.t('Use {0}', scale), [edit]),
  };
}

/** irace: the type says it, `r,log` or `i,log`. */
export function iraceAdvice({ declared, tokens }: Parameter): Advice {
  const type = `${declared.type === 'integer' ? 'i' : 'r'},log`;
  const edit = tokens.notation && { range: tokens.notation, newText: type };
  return { sentence: l10n.t('Use the type `{0}`.', type), fixes: fixOf(l10n.t('Use {0}', type), [edit]) };
}

function searchLogarithm(): Advice {
  return { sentence: l10n.t('Search its logarithm instead.'), fixes: [] };
}

function withExponents(
  { dialect }: SearchSpace,
  { declared, tokens }: Parameter,
  text: string,
  notation: string,
  base: number,
  more: readonly (readonly [string, string])[] = [],
): Advice {
  const [low, high] = [exponentFor(declared.low ?? NaN, base), exponentFor(declared.high ?? NaN, base)];
  const sentence = l10n.t(
    'Use `{0}` with the logarithms {1} … {2}.',
    notation,
    formatNumber(low),
    formatNumber(high),
  );
  if (!Number.isFinite(low + high)) return { sentence, fixes: [] };
  const bound = tokens.low && tokens.high && [tokens.low, tokens.high].sort((a, b) => a.start - b.start)[0];
  const edits = [
    tokens.notation && replaceToken(text, tokens.notation, notation),
    tokens.low && replaceToken(text, tokens.low, numberText(low, dialect)),
    tokens.high && replaceToken(text, tokens.high, numberText(high, dialect)),
    ...(more.length === 0 ? [] : [bound && insertEntriesBefore(text, bound, more)]),
  ];
  return {
    sentence,
    fixes: fixOf(l10n.t('Use {0} from {1} to {2}', notation, formatNumber(low), formatNumber(high)), edits),
  };
}

function fixOf(title: string, edits: readonly (TextEdit | undefined)[]): Fix[] {
  const complete = edits.flatMap(edit => edit ?? []);
  return complete.length === edits.length ? [{ title, edits: complete, safe: true }] : [];
}
