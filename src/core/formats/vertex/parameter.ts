import * as l10n from '@vscode/l10n';
import type { Declared, DeclaredChoice, Domain, Scale } from '../../space/domain';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../space/domains';
import type { Condition, Parameter } from '../../space/searchSpace';
import { nodeValue } from '../../text/scalars';
import type { MapEntry, MapNode, ScalarNode } from '../../text/source';
import { fix, written, type FieldReader } from '../fieldReader';
import { wrongValue } from '../rules';
import { discreteOrder, textCategory } from './rules';
import type { Specification } from './specification';

const scales: Readonly<Record<string, Scale>> = {
  NONE: 'linear',
  SCALE_TYPE_UNSPECIFIED: 'linear',
  UNIT_LINEAR_SCALE: 'linear',
  UNIT_LOG_SCALE: 'log',
  UNIT_REVERSE_LOG_SCALE: 'reverseLog',
};

/**
 * The parameter a specification declares, drawn evenly along its scale. A reversed log scale is the mirror image of
 * the log scale between the same bounds (`vizier/pyvizier/converters`).
 */
export function readParameter(
  reader: FieldReader,
  node: MapNode,
  specification: Specification,
  name: string,
  condition: Condition | undefined,
): Parameter {
  const { typeField, low, high, values, scale, start } = specification;
  const content = readContent(reader, specification, name);
  const opening = { start: node.range.start, end: node.range.start };
  return {
    name,
    ...content,
    default: start && nodeValue(start.value, reader.dialect),
    condition,
    tokens: {
      name: specification.name?.value.range ?? opening,
      declaration: node.range,
      notation:
        scale?.value.range ?? (typeField?.value.kind === 'scalar' ? typeField.value : typeField?.key)?.range,
      low: low?.value.range,
      high: high?.value.range,
      choices: values?.value.range,
      default: start?.value.range,
    },
  };
}

interface Content {
  readonly declared: Declared;
  readonly domain?: Domain | undefined;
}

function readContent(reader: FieldReader, specification: Specification, name: string): Content {
  const { type, low, high, values, scale } = specification;
  const word = reader.oneOf(scale, Object.keys(scales), { parameter: name });
  const notation = word ?? type ?? '';
  const unread: Declared = { notation, type: 'categorical', scale: 'linear', bounds: 'values' };
  switch (type) {
    case undefined:
      return { declared: unread };
    case 'CATEGORICAL': {
      const choices = values && readCategories(reader, values, name);
      return { declared: { ...unread, choices }, domain: categoricalDomain(choices ?? []) };
    }
    case 'DISCRETE': {
      const choices = values && readDiscrete(reader, values, name);
      return { declared: { ...unread, type: 'ordinal', choices }, domain: ordinalDomain(choices ?? []) };
    }
    case 'DOUBLE':
    case 'INTEGER': {
      const declared: Declared = {
        notation,
        type: type === 'INTEGER' ? 'integer' : 'float',
        scale: scales[word ?? 'NONE'] ?? 'linear',
        bounds: 'values',
        low: reader.number(low, name)?.value,
        high: reader.number(high, name)?.value,
      };
      return { declared, domain: drawn(reader, declared, low, name) };
    }
  }
}

function drawn(
  reader: FieldReader,
  { type, scale, low, high }: Declared,
  field: MapEntry | undefined,
  name: string,
): Domain | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (scale === 'reverseLog' && low <= 0 && field) {
    const message = l10n.t(
      '`{0}`: a reversed log scale, too, takes positive values only; start above 0.',
      name,
    );
    reader.report(wrongValue, field.value.range, message, { parameter: name });
  }
  return numericDomain({ type: type === 'integer' ? 'integer' : 'float', low, high, scale });
}

function items(reader: FieldReader, { key, value }: MapEntry, name: string): readonly ScalarNode[] {
  if (value.kind === 'list') return value.items.filter((item): item is ScalarNode => item.kind === 'scalar');
  const range = written(value.range) ? value.range : key.range;
  reader.report(wrongValue, range, l10n.t('`{0}` must be a list.', key.text), { parameter: name });
  return [];
}

/** Categories are strings: a bare number or truth value is refused. */
function readCategories(reader: FieldReader, values: MapEntry, name: string): DeclaredChoice[] {
  return items(reader, values, name).map(item => {
    if (typeof reader.value(item) !== 'string') {
      const message = l10n.t(
        '`{0}`: categories are text, and `{1}` without quotes is not; quote it.',
        name,
        item.text,
      );
      const edit = { range: item.range, newText: `"${item.text}"` };
      reader.report(textCategory, item.range, message, {
        parameter: name,
        fixes: [fix(l10n.t('Quote {0}', item.text), [edit], true)],
      });
    }
    return { value: item.text, range: item.range };
  });
}

function readDiscrete(reader: FieldReader, values: MapEntry, name: string): DeclaredChoice[] {
  const choices = items(reader, values, name).flatMap(item => {
    const entry = { key: values.key, value: item, range: item.range };
    const number = reader.number(entry, name);
    return number ? [{ value: number.value, range: item.range }] : [];
  });
  const misplaced = choices.find((choice, i) => choice.value < (choices[i - 1]?.value ?? -Infinity));
  if (misplaced) {
    const message = l10n.t('`{0}`: discrete values should be in increasing order; sort them.', name);
    reader.report(discreteOrder, misplaced.range, message, { parameter: name });
  }
  return choices;
}
