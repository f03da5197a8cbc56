import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { SearchSpace } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import type { Dialect } from '../../text/scalars';
import { child, entry, type MapNode, type SourceDocument, type SourceNode } from '../../text/source';
import type { Format } from '../format';
import { checkSpace } from './checks/space';
import { asParameter } from './parameter';
import { unreadableEntry } from './rules';
import { legacyTypes, nniTypes } from './types';
import { variablesOf } from './variable';

/** A search space in a file of its own, `search_space.json`. JSON is tried first and PyYAML reads the rest. */
export const nniSearchSpace: Format = {
  id: 'nni-search-space',
  label: 'NNI search space',
  recognise: ({ roots }) => (roots.length === 1 ? likeness(roots[0]) : 0),
  read: document => [readDocument(document)],
};

function readDocument(document: SourceDocument): SearchSpace {
  const dialect: Dialect = document.language === 'json' ? 'json' : 'pyyaml';
  const root = document.roots[0];
  const frame = { format: 'nni-search-space', dialect, forbidden: [], budget: {} } as const;
  if (root?.kind !== 'map') {
    const range = root?.range ?? { start: 0, end: 0 };
    const message = l10n.t('An NNI search space is a mapping from names to `_type` and `_value`.');
    return { ...frame, parameters: [], range, findings: [finding(unreadableEntry, range, message)] };
  }
  const variables = variablesOf(root, dialect);
  return {
    ...frame,
    parameters: variables.map(variable => asParameter(variable, dialect)),
    range: opening(root, document.text),
    findings: checkSpace(variables, dialect, document.text),
  };
}

/** The brace of a mapping in flow style, else its first key. */
function opening({ range, entries }: MapNode, text: string): TextRange {
  if (text.charAt(range.start) === '{') return { start: range.start, end: range.start + 1 };
  return entries[0]?.key.range ?? { start: range.start, end: range.start };
}

/**
 * How much a node looks like a search space, 0 to 1: every value of the mapping has `_type` and `_value`; while
 * one is being written most of them have, with a type that NNI knows among them.
 */
export function likeness(node: SourceNode | undefined): number {
  if (node?.kind !== 'map' || node.entries.length === 0) return 0;
  const values = node.entries.map(({ value }) => value);
  const whole = values.filter(value => entry(value, '_type') && entry(value, '_value')).length;
  if (whole === values.length) return 1;
  const partial = values.filter(value => entry(value, '_type') ?? entry(value, '_value')).length;
  return partial * 2 >= values.length && values.some(hasKnownType) ? 0.8 : 0;
}

function hasKnownType(value: SourceNode): boolean {
  const type = child(value, '_type');
  return type?.kind === 'scalar' && [...nniTypes, ...legacyTypes].includes(type.text);
}
