import * as l10n from '@vscode/l10n';
import { nearestWord } from '../../text/nearestWord';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import type { TextRange } from '../../text/range';
import { addEntry, removeEntry } from '../entryEdits';
import { accepts, allowedKeys, distributions, type Distribution } from './distributions';
import { unknownEntries } from './entries';
import { fix, listed, type Reading } from './reading';
import { parameterKey } from './rules';

/** What people coming from elsewhere write for a key. */
const synonyms = new Map([
  ['mean', 'mu'],
  ['loc', 'mu'],
  ['std', 'sigma'],
  ['stddev', 'sigma'],
  ['sd', 'sigma'],
  ['scale', 'sigma'],
  ['alpha', 'a'],
  ['beta', 'b'],
  ['low', 'min'],
  ['lower', 'min'],
  ['from', 'min'],
  ['high', 'max'],
  ['upper', 'max'],
  ['to', 'max'],
  ['step', 'q'],
  ['stepsize', 'q'],
  ['choices', 'values'],
  ['options', 'values'],
  ['default', 'value'],
  ['probs', 'probabilities'],
  ['weights', 'probabilities'],
]);

/**
 * Keys the distribution does not take, and keys it lacks: W&B refuses the whole sweep for either. Returns the
 * distribution to read by, which is a relative that takes just these keys where there is one.
 */
export function checkKeys(
  reading: Reading,
  map: MapNode,
  distribution: Distribution,
  parameter: string,
  name: TextRange,
): Distribution {
  const keys = [...new Set(map.entries.map(({ key }) => key.text))].filter(key => key !== 'distribution');
  const allowed = allowedKeys(distribution);
  const missing = new Set(distribution.required.filter(key => !keys.includes(key)));
  const better = accepts(distribution, keys) ? undefined : betterDistribution(distribution, keys);
  const open = allowed.filter(key => !keys.includes(key));
  for (const at of unknownEntries(map, [...allowed, 'distribution'])) {
    const unknown = at.key.text;
    const synonym = synonyms.get(unknown.toLowerCase().replace(/[^a-z]/g, ''));
    const meant = synonym !== undefined && open.includes(synonym) ? synonym : nearestWord(unknown, open);
    if (meant !== undefined) missing.delete(meant);
    else if (better !== undefined) missing.clear();
    reportUnknown(reading, map, distribution, at, parameter, meant, better);
  }
  if (missing.size === 0) return better ?? distribution;
  const message = l10n.t(
    '`{0}`: {1} needs {2} as well, or W&B refuses the sweep.',
    parameter,
    distribution.name,
    listed([...missing]),
  );
  reading.report(parameterKey, entry(map, 'distribution')?.value.range ?? name, message, { parameter });
  return better ?? distribution;
}

/** The relative of a distribution that takes just these keys: `q_uniform` for `uniform` with `q`. */
function betterDistribution({ name }: Distribution, keys: readonly string[]): Distribution | undefined {
  const quantised = name === 'int_uniform' ? 'q_uniform' : `q_${name}`;
  return [quantised, 'categorical', 'categorical_w_probabilities', 'constant']
    .flatMap(candidate => distributions.get(candidate) ?? [])
    .find(candidate => accepts(candidate, keys));
}

function reportUnknown(
  reading: Reading,
  map: MapNode,
  distribution: Distribution,
  at: MapEntry,
  parameter: string,
  meant: string | undefined,
  better: Distribution | undefined,
): void {
  const key = at.key.text;
  const { name } = distribution;
  const taken = listed(allowedKeys(distribution));
  if (meant !== undefined) {
    const message = l10n.t(
      '`{0}`: {1} takes {2}, not `{3}`; did you mean `{4}`?',
      parameter,
      name,
      taken,
      key,
      meant,
    );
    const edit = { range: at.key.range, newText: reading.word(meant) };
    const fixes = [fix(l10n.t('Rename it to {0}', meant), edit, true)];
    return reading.report(parameterKey, at.key.range, message, { parameter, fixes });
  }
  if (better !== undefined) {
    const message = l10n.t(
      '`{0}`: {1} takes {2}, not `{3}`; use {4}.',
      parameter,
      name,
      taken,
      key,
      better.name,
    );
    const written = entry(map, 'distribution')?.value.range;
    const edit = written
      ? { range: written, newText: reading.word(better.name) }
      : addEntry(reading.document, map, 'distribution', better.name);
    const fixes = [fix(l10n.t('Use {0}', better.name), edit, true)];
    return reading.report(parameterKey, at.key.range, message, { parameter, fixes });
  }
  const message = l10n.t('`{0}`: {1} takes {2}, not `{3}`; remove it.', parameter, name, taken, key);
  const fixes = [fix(l10n.t('Remove {0}', key), removeEntry(reading.document.text, map, at), false)];
  reading.report(parameterKey, at.key.range, message, { parameter, fixes });
}
