import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import { cumulativeBelow, isNumeric } from '../space/cumulative';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { TextEdit, TextRange } from '../text/range';
import type { Check } from './check';
import { insertEntryBefore } from '../text/edits/entry';
import { replaceToken } from '../text/edits/token';
import { words } from './words';

/** Quantities whose effect goes by their order of magnitude. */
const logarithmicNames = new Set(
  'lr eta wd decay l1 l2 alpha lambda reg regularization regularisation eps epsilon c gamma'.split(' '),
);

/** Quantities on a linear scale, whose lower bound only stands in for zero. */
const linearNames = new Set(
  'momentum dropout drop prob probability p ratio fraction frac share subsample colsample threshold'.split(
    ' ',
  ),
);

/** A uniform draw over decades: nearly all of it lands in the last one. */
export const linearDecades: Check = {
  code: 'linear-decades',
  severity: 'warning',
  get title() {
    return l10n.t('Linear scale over decades');
  },
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { domain } = parameter;
      if (domain === undefined || !isNumeric(domain)) return [];
      if (domain.scale !== 'linear' || domain.prior.kind !== 'uniform' || !(domain.low > 0)) return [];
      const ratio = domain.high / domain.low;
      if (!(ratio >= 100) || (domain.high <= 1 && hasWordOf(parameter.name, linearNames))) return [];
      const named = isLogarithmic(parameter.name);
      const middle = Math.sqrt(domain.low) * Math.sqrt(domain.high);
      const below = cumulativeBelow(domain, middle);
      const [above, under] = percentages(below);
      const advice = adviceFor(space, parameter, text);
      const message = l10n.t(
        'Uniform over {0} decades: {1} of draws land above {2}, {3} below. {4}',
        formatNumber(Number(Math.log10(ratio).toPrecision(2))),
        above,
        formatNumber(middle),
        under,
        advice.sentence,
      );
      return [
        finding(linearDecades, parameter.tokens.name, message, {
          parameter: parameter.name,
          severity: named || ratio >= 1000 ? 'warning' : 'information',
          fixes: advice.fixes.map(fix => ({ ...fix, safe: fix.safe && named })),
        }),
      ];
    }),
};

function isLogarithmic(name: string): boolean {
  const parts = words(name);
  const isRate = (parts.has('learning') || parts.has('learn')) && parts.has('rate');
  return isRate || hasWordOf(name, logarithmicNames);
}

function hasWordOf(name: string, list: ReadonlySet<string>): boolean {
  return [...words(name)].some(word => list.has(word));
}

/** Both shares as percentages, with as many decimals as the smaller one needs. */
function percentages(below: number): readonly [string, string] {
  const smaller = 100 * Math.min(below, 1 - below);
  const decimals = smaller >= 0.95 || smaller === 0 ? 0 : Math.min(6, Math.ceil(-Math.log10(smaller)));
  const format = (share: number): string => l10n.t('{0} %', Number((100 * share).toFixed(decimals)));
  return [format(1 - below), format(below)];
}

interface Advice {
  readonly sentence: string;
  readonly fixes: readonly Fix[];
}

function adviceFor(space: SearchSpace, parameter: Parameter, text: string): Advice {
  switch (space.format) {
    case 'wandb-sweep':
      return wandbAdvice(parameter, text);
    case 'katib-experiment':
      return katibAdvice(space, parameter, text);
    case 'nni-search-space':
    case 'nni-experiment':
      return nniAdvice(parameter, text);
  }
}

function wandbAdvice({ declared, tokens, domain }: Parameter, text: string): Advice {
  const quantised = domain?.kind === 'integer' || declared.notation.startsWith('q_');
  const notation = quantised ? 'q_log_uniform_values' : 'log_uniform_values';
  const first = earlier(tokens.low, tokens.high);
  const edits: (TextEdit | undefined)[] = [
    tokens.notation === undefined
      ? first && insertEntryBefore(text, first, 'distribution', notation)
      : replaceToken(text, tokens.notation, notation),
    // An integer step makes W&B draw integers.
    ...(domain?.kind === 'integer' && tokens.step === undefined && tokens.notation !== undefined
      ? [first && insertEntryBefore(text, first, 'q', '1')]
      : []),
  ];
  const whole = domain?.kind === 'integer' && tokens.notation === undefined && tokens.step === undefined;
  return {
    sentence: l10n.t('Use `{0}`.', notation),
    fixes: whole ? [] : fixOf(l10n.t('Use {0}', notation), edits, !quantised),
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
  const first = earlier(tokens.low, tokens.high);
  const written = tokens.notation !== undefined && text.slice(tokens.notation.start, tokens.notation.end);
  const uniform = typeof written === 'string' && /^["']?uniform["']?$/.test(written);
  const edit =
    uniform && tokens.notation !== undefined
      ? replaceToken(text, tokens.notation, 'logUniform')
      : first && insertEntryBefore(text, first, 'distribution', 'logUniform');
  return {
    sentence: l10n.t('Use `distribution: {0}`.', 'logUniform'),
    fixes: fixOf(l10n.t('Use {0}', 'logUniform'), [edit], tokens.step === undefined),
  };
}

function fixOf(title: string, edits: readonly (TextEdit | undefined)[], safe: boolean): Fix[] {
  const complete = edits.flatMap(edit => edit ?? []);
  return complete.length === edits.length ? [{ title, edits: complete, safe }] : [];
}

function earlier(a: TextRange | undefined, b: TextRange | undefined): TextRange | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.start <= b.start ? a : b;
}
