import * as l10n from '@vscode/l10n';
import type { Fix } from '../finding';
import type { Parameter, ParameterTokens, SearchSpace } from '../space/searchSpace';
import { insertEntriesBefore } from '../text/edits/entry';
import { replaceToken, tokenText } from '../text/edits/token';
import type { TextEdit } from '../text/range';
import { configSpaceAdvice, hydraAdvice, pcsAdvice } from './grammarLogAdvice';
import { axAdvice, hyperoptAdvice, kerasTunerAdvice, optunaAdvice, rayAdvice } from './pythonLogAdvice';
import {
  determinedAdvice,
  exponentAdvice,
  iraceAdvice,
  sagemakerAdvice,
  vertexAdvice,
} from './platformLogAdvice';

/** How a uniform parameter is put on a log scale in its own tool's words. */
export interface Advice {
  readonly sentence: string;
  readonly fixes: readonly Fix[];
}

export function logScaleAdvice(space: SearchSpace, parameter: Parameter, text: string): Advice {
  switch (space.format) {
    case 'wandb-sweep':
    case 'wandb-python':
      return wandbAdvice(parameter, text);
    case 'optuna-python':
      return optunaAdvice(parameter, text);
    case 'ray-python':
      return rayAdvice(parameter);
    case 'hyperopt-python':
      return hyperoptAdvice(parameter, text);
    case 'keras-tuner-python':
      return kerasTunerAdvice(parameter, text);
    case 'ax-python':
      return axAdvice(parameter, text);
    case 'katib-experiment':
      return katibAdvice(space, parameter, text);
    case 'nni-search-space':
    case 'nni-experiment':
      return nniAdvice(parameter, text);
    case 'hydra-sweeper':
      return hydraAdvice(parameter, text);
    case 'configspace':
      return configSpaceAdvice(parameter, text);
    case 'pcs':
      return pcsAdvice(parameter);
    case 'vertex-study':
      return vertexAdvice(parameter, text);
    case 'sagemaker-tuning':
      return sagemakerAdvice(parameter, text);
    case 'irace':
      return iraceAdvice(parameter);
    case 'determined':
      return determinedAdvice(space, parameter, text);
    case 'polyaxon':
    case 'azure-sweep':
      return exponentAdvice(space, parameter, text);
  }
}

function wandbAdvice({ declared, tokens, domain }: Parameter, text: string): Advice {
  const isInteger = domain?.kind === 'integer';
  const isQuantised = isInteger || declared.notation.startsWith('q_');
  const notation = isQuantised ? 'q_log_uniform_values' : 'log_uniform_values';
  const entries: [string, string][] = [];
  if (tokens.notation === undefined) entries.push(['distribution', notation]);
  // An integer step makes W&B draw integers.
  if (isInteger && tokens.step === undefined) entries.push(['q', '1']);
  const edits = [
    ...(tokens.notation === undefined ? [] : [replaceToken(text, tokens.notation, notation)]),
    ...(entries.length === 0 ? [] : [insertedBesideBounds(text, tokens, entries)]),
  ];
  return {
    sentence: l10n.t('Use `{0}`.', notation),
    fixes: fixOf(l10n.t('Use {0}', notation), edits, !isQuantised),
  };
}

function nniAdvice({ declared, tokens }: Parameter, text: string): Advice {
  if (declared.notation !== 'uniform' && declared.notation !== 'quniform') {
    return { sentence: l10n.t('Use `qloguniform`, or search its logarithm.'), fixes: [] };
  }
  const notation = declared.notation === 'uniform' ? 'loguniform' : 'qloguniform';
  const edit = tokens.notation && replaceToken(text, tokens.notation, notation);
  return {
    sentence: l10n.t('Use `{0}`.', notation),
    fixes: fixOf(l10n.t('Use {0}', notation), [edit], notation === 'loguniform'),
  };
}

/** The algorithms whose suggestion service looks at `distribution` (hyperopt and Optuna services of Katib). */
const katibLooksAtDistribution = new Set(['random', 'tpe', 'multivariate-tpe']);

function katibAdvice({ method }: SearchSpace, { tokens }: Parameter, text: string): Advice {
  if (method === undefined || !katibLooksAtDistribution.has(method.name)) {
    return {
      sentence: l10n.t('Search its logarithm, or use tpe with a log-uniform distribution.'),
      fixes: [],
    };
  }
  const { notation } = tokens;
  const edit =
    notation !== undefined && tokenText(text, notation) === 'uniform'
      ? replaceToken(text, notation, 'logUniform')
      : insertedBesideBounds(text, tokens, [['distribution', 'logUniform']]);
  return {
    sentence: l10n.t('Use `distribution: {0}`.', 'logUniform'),
    fixes: fixOf(l10n.t('Use {0}', 'logUniform'), [edit], tokens.step === undefined),
  };
}

function fixOf(title: string, edits: readonly (TextEdit | undefined)[], safe: boolean): Fix[] {
  const complete = edits.flatMap(edit => edit ?? []);
  return complete.length === edits.length ? [{ title, edits: complete, safe }] : [];
}

function insertedBesideBounds(
  text: string,
  { low, high }: ParameterTokens,
  entries: readonly (readonly [string, string])[],
): TextEdit | undefined {
  const [first] = [low, high].flatMap(token => token ?? []).sort((a, b) => a.start - b.start);
  return first && insertEntriesBefore(text, first, entries);
}
