import * as l10n from '@vscode/l10n';
import { categoricalDomain, constantDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { entry, type MapEntry, type MapNode } from '../../text/source';
import { meantValue } from '../pyYamlScalars';
import { removeEntry, wrapInKey } from '../entryEdits';
import { distributionKeys } from './distributions';
import { effectiveEntries, unknownEntries } from './entries';
import { readParameter, undeclared } from './parameter';
import { fix, type Reading } from './reading';
import { bareParameter, missingNesting, parameterKey, parameterName } from './rules';

/**
 * All parameters of a `parameters` mapping in order. Nested groups are flattened with dots, as W&B names them in
 * its own configuration; nesting groups parameters and does not make them conditional.
 */
export function readParameters(reading: Reading, parameters: MapNode): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const parameter of readGroup(reading, parameters, '')) byName.set(parameter.name, parameter);
  return [...byName.values()];
}

function readGroup(reading: Reading, group: MapNode, prefix: string): Parameter[] {
  return effectiveEntries(group).flatMap(at => {
    checkName(reading, at);
    return readEntry(reading, at, prefix + at.key.text);
  });
}

function readEntry(reading: Reading, at: MapEntry, name: string): Parameter[] {
  const { value } = at;
  if (value.kind !== 'map') return [readBare(reading, at, name)];
  const inner = entry(value, 'parameters');
  if (inner !== undefined) {
    checkOnlyParameters(reading, value, name);
    return inner.value.kind === 'map' ? readGroup(reading, inner.value, `${name}.`) : [undeclared(at, name)];
  }
  if (!isGroup(value)) return [readParameter(reading, at, value, name)];
  const message = l10n.t(
    '`{0}` is a group, and W&B wants its members under a `parameters` key of its own.',
    name,
  );
  const fixes = [fix(l10n.t('Add parameters'), wrapInKey(reading.document, value, 'parameters'), true)];
  reading.report(missingNesting, at.key.range, message, { parameter: name, fixes });
  return readGroup(reading, value, `${name}.`);
}

/** A mapping of declarations that was meant as a nested group: none of its keys says anything about itself. */
function isGroup(map: MapNode): boolean {
  const isOwn = ({ key, value }: MapEntry): boolean =>
    key.text === 'value' || (distributionKeys.has(key.text) && value.kind !== 'map');
  return map.entries.some(({ value }) => value.kind === 'map') && !map.entries.some(isOwn);
}

/** `lr: 0.1` and `lr: [0.1, 0.2]`: W&B refuses both, and what was meant is plain. */
function readBare(reading: Reading, at: MapEntry, name: string): Parameter {
  const { key, value, range } = at;
  const isEmpty = value.kind === 'scalar' && value.text === '' && value.style === 'plain';
  const word = value.kind === 'list' ? 'values' : 'value';
  const message = isEmpty
    ? l10n.t('`{0}` is empty; give it `values`, `value`, or `min` and `max`.', name)
    : value.kind === 'list'
      ? l10n.t('`{0}` is a bare list, and W&B wants it under `values`.', name)
      : l10n.t('`{0}` is a bare value, and W&B wants it under `value`.', name);
  const fixes = [fix(l10n.t('Write it as {0}', word), wrapInKey(reading.document, value, word), true)];
  reading.report(bareParameter, isEmpty ? key.range : value.range, message, { parameter: name, fixes });
  if (isEmpty) return undeclared(at, name);
  const tokens = { name: key.range, declaration: range };
  const declared = { notation: '', scale: 'linear', bounds: 'values' } as const;
  if (value.kind !== 'list') {
    return {
      name,
      declared: { ...declared, type: 'constant' },
      domain: constantDomain(meantValue(value)),
      tokens,
    };
  }
  const choices = value.items.map(item => ({ value: meantValue(item), range: item.range }));
  return {
    name,
    declared: { ...declared, type: 'categorical', choices },
    domain: categoricalDomain(choices),
    tokens: { ...tokens, choices: value.range },
  };
}

function checkOnlyParameters(reading: Reading, map: MapNode, name: string): void {
  for (const at of unknownEntries(map, ['parameters'])) {
    const message = l10n.t(
      '`{0}` is a group of parameters, and W&B takes no `{1}` beside them.',
      name,
      at.key.text,
    );
    const fixes = [
      fix(l10n.t('Remove {0}', at.key.text), removeEntry(reading.document.text, map, at), false),
    ];
    reading.report(parameterKey, at.key.range, message, { parameter: name, fixes });
  }
}

/** `schema.json`, propertyNames of `parameters`. */
export const acceptedName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

function checkName(reading: Reading, { key }: MapEntry): void {
  if (acceptedName.test(key.text)) return;
  const better = key.text.replace(/[^A-Za-z0-9_.-]+/g, '_').replace(/^(?=[^A-Za-z_])/, '_');
  const message = l10n.t(
    'W&B refuses the name `{0}`: names start with a letter and go on with letters, digits, `_`, `.` and `-`.',
    key.text,
  );
  const edit = { range: key.range, newText: reading.word(better) };
  const fixes = [
    acceptedName.test(better) ? fix(l10n.t('Rename it to {0}', better), edit, false) : undefined,
  ];
  reading.report(parameterName, key.range, message, { parameter: key.text, fixes });
}
