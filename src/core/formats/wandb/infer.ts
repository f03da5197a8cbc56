import * as l10n from '@vscode/l10n';
import { nearestWord } from '../../text/nearestWord';
import { intendedNumber, scalarValue } from '../../text/scalars';
import { entry, type MapNode, type SourceNode } from '../../text/source';
import { addEntry } from '../entryEdits';
import { misreadNumber, pyYamlNumber } from '../pyYamlScalars';
import { distributions, type Distribution } from './distributions';
import { fix, listed, type Reading } from './reading';
import { badDistribution } from './rules';

/** Words of other tools and of haste, and what W&B calls them. */
const synonyms = new Map([
  ['loguniform', 'log_uniform_values'],
  ['log', 'log_uniform_values'],
  ['qloguniform', 'q_log_uniform_values'],
  ['int', 'int_uniform'],
  ['integer', 'int_uniform'],
  ['randint', 'int_uniform'],
  ['float', 'uniform'],
  ['double', 'uniform'],
  ['real', 'uniform'],
  ['choice', 'categorical'],
  ['discrete', 'categorical'],
  ['gaussian', 'normal'],
  ['fixed', 'constant'],
]);

/**
 * The distribution of a declaration: the one it names, the one a misspelt name stands for, or the one W&B infers
 * from the keys. Undefined when there is nothing to go by.
 */
export function distributionOf(reading: Reading, map: MapNode, parameter: string): Distribution | undefined {
  const written = entry(map, 'distribution')?.value;
  if (written === undefined) return inferred(reading, map, parameter);
  const word = written.kind === 'scalar' ? written.text : '';
  const known = distributions.get(word);
  if (known !== undefined) return known;
  const nearest = nearestDistribution(word, map);
  const message =
    nearest === undefined
      ? l10n.t('`{0}`: W&B has no distribution `{1}`; it knows {2}.', parameter, word, listed(plainNames))
      : l10n.t('`{0}`: W&B has no distribution `{1}`; did you mean `{2}`?', parameter, word, nearest.name);
  const replace = nearest && { range: written.range, newText: reading.word(nearest.name) };
  const fixes = [fix(l10n.t('Use {0}', nearest?.name ?? ''), replace, true)];
  reading.report(badDistribution, written.range, message, { parameter, fixes });
  return nearest ?? byKeys(map);
}

/** What messages list when they cannot guess: those a newcomer looks for. */
const plainNames = ['uniform', 'int_uniform', 'log_uniform_values', 'q_uniform', 'normal', 'categorical'];

function nearestDistribution(word: string, map: MapNode): Distribution | undefined {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  const candidate = synonyms.get(plain) ?? nearestWord(word, distributions.keys());
  const nearest = candidate === undefined ? undefined : distributions.get(candidate);
  // The exponent kinds are deprecated, and positive bounds are hardly exponents.
  if (nearest?.bounds !== 'exponents') return nearest;
  const low = numberMeant(entry(map, 'min')?.value);
  return low !== undefined && low > 0 ? distributions.get(`${nearest.name}_values`) : nearest;
}

/** W&B infers only where the keys leave no doubt; the others need the word written. */
function inferred(reading: Reading, map: MapNode, parameter: string): Distribution | undefined {
  const distribution = byKeys(map);
  if (distribution === undefined || !needsWord(distribution)) return distribution;
  const name = distribution.name;
  const key = distribution.optional.find(optional => entry(map, optional)) ?? '';
  const message = l10n.t(
    '`{0}`: W&B takes `{1}` only with a distribution; add `distribution: {2}`.',
    parameter,
    key,
    name,
  );
  const fixes = [
    fix(l10n.t('Add distribution: {0}', name), addEntry(reading.document, map, 'distribution', name), true),
  ];
  reading.report(badDistribution, entry(map, key)?.key.range ?? map.range, message, { parameter, fixes });
  return distribution;
}

function needsWord({ optional }: Distribution): boolean {
  return optional.length > 0;
}

/** The order of `schema.json`: what a declaration without `distribution` validates as, or most resembles. */
function byKeys(map: MapNode): Distribution | undefined {
  const has = (key: string): boolean => entry(map, key) !== undefined;
  if (has('values')) {
    return distributions.get(has('probabilities') ? 'categorical_w_probabilities' : 'categorical');
  }
  if (has('value')) return distributions.get('constant');
  if (has('min') || has('max')) {
    if (has('q')) return distributions.get('q_uniform');
    const whole = ['min', 'max'].every(key => isWhole(entry(map, key)?.value));
    return distributions.get(whole ? 'int_uniform' : 'uniform');
  }
  if (has('mu') || has('sigma')) return distributions.get(has('q') ? 'q_normal' : 'normal');
  if (has('a') || has('b')) return distributions.get(has('q') ? 'q_beta' : 'beta');
  return undefined;
}

/** Python's `int`, after the reader's misreadings are mended. An absent bound does not decide. */
function isWhole(node: SourceNode | undefined): boolean {
  if (node?.kind !== 'scalar') return true;
  if (typeof scalarValue(node, 'pyyaml') === 'number') return !node.text.includes('.');
  const value = intendedNumber(node);
  return value !== undefined && !pyYamlNumber(node.text, value).includes('.');
}

function numberMeant(node: SourceNode | undefined): number | undefined {
  return node?.kind === 'scalar' ? (misreadNumber(node) ?? intendedNumber(node)) : undefined;
}
