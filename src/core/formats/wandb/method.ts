import * as l10n from '@vscode/l10n';
import type { Method, Objective } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import { entry, type MapNode } from '../../text/source';
import type { TextRange } from '../../text/range';
import { addEntry } from '../entryEdits';
import { methods } from './methods';
import { fix, listed, type Reading } from './reading';
import { badMethod } from './rules';

/** @param missing where to say that there is none. */
export function readMethod(reading: Reading, root: MapNode, missing: TextRange): Method | undefined {
  const at = entry(root, 'method');
  if (at === undefined) {
    const message = l10n.t('W&B needs a search `method`: random, bayes or grid.');
    const fixes = ['random', 'bayes', 'grid'].map(name =>
      fix(l10n.t('Add method: {0}', name), addEntry(reading.document, root, 'method', name), false),
    );
    reading.report(badMethod, missing, message, { fixes });
    return undefined;
  }
  const { value, key } = at;
  const word = value.kind === 'scalar' ? value.text : '';
  const family = methods.get(word);
  if (family !== undefined) return { name: word, family, range: value.range };
  const meant = word.toLowerCase().startsWith('bayes') ? 'bayes' : nearestWord(word, methods.keys());
  const message =
    meant === undefined
      ? l10n.t('W&B has no search method `{0}`; it knows {1}.', word, listed([...methods.keys()]))
      : l10n.t('W&B has no search method `{0}`; did you mean `{1}`?', word, meant);
  const isWritten = value.range.start < value.range.end;
  const edit =
    meant !== undefined && isWritten ? { range: value.range, newText: reading.word(meant) } : undefined;
  reading.report(badMethod, isWritten ? value.range : key.range, message, {
    fixes: [fix(l10n.t('Use {0}', meant ?? ''), edit, true)],
  });
  return meant === undefined
    ? undefined
    : { name: meant, family: methods.get(meant) ?? 'other', range: value.range };
}

/** Bayesian search starts without these and stops when it asks for the first run. */
export function checkBayes(
  reading: Reading,
  root: MapNode,
  method: Method,
  objective: Objective | undefined,
): void {
  if (method.name !== 'bayes' || objective || entry(root, 'metric')) return;
  const message = l10n.t('Bayesian search needs a `metric` to model; add one, or use random search.');
  const edit = { range: method.range, newText: reading.word('random') };
  reading.report(badMethod, method.range, message, {
    fixes: [fix(l10n.t('Use random search'), edit, false)],
  });
}
