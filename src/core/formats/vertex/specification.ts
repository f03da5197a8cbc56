import * as l10n from '@vscode/l10n';
import type { MapEntry, MapNode } from '../../text/source';
import { fix, type FieldReader } from '../fieldReader';
import { unknownField } from '../rules';
import { valuesOfType } from './rules';

export const types = ['DOUBLE', 'INTEGER', 'CATEGORICAL', 'DISCRETE'] as const;
export type ParameterType = (typeof types)[number];

/** A parameter of either API with its fields found. */
export interface Specification {
  readonly name: MapEntry | undefined;
  readonly type: ParameterType | undefined;
  /** The field that says the type. */
  readonly typeField: MapEntry | undefined;
  readonly low: MapEntry | undefined;
  readonly high: MapEntry | undefined;
  readonly values: MapEntry | undefined;
  readonly scale: MapEntry | undefined;
  readonly start: MapEntry | undefined;
}

const legacyKeys = 'parameterName type minValue maxValue categoricalValues discreteValues scaleType'.split(
  ' ',
);

/** AI Platform: `{parameterName, type, minValue, maxValue, …}`. */
export function legacySpecification(reader: FieldReader, node: MapNode): Specification {
  reader.onlyKnown(node, legacyKeys);
  const field = (key: string) => reader.field(node, key);
  const name = reader.required(node, 'parameterName', opening(node));
  const place = name?.key.range ?? opening(node);
  const typeField = reader.required(node, 'type', place);
  const type = reader.oneOf(typeField, types, { parameter: reader.text(name) });
  const [low, high] = [field('minValue'), field('maxValue')];
  const values = type && valuesOf(reader, node, type, reader.text(name));
  if (type === 'DOUBLE' || type === 'INTEGER') {
    for (const key of ['minValue', 'maxValue']) reader.required(node, key, place, reader.text(name));
  } else if (type && !values) {
    reader.required(node, type === 'CATEGORICAL' ? 'categoricalValues' : 'discreteValues', place);
  }
  return { name, type, typeField, low, high, values, scale: field('scaleType'), start: undefined };
}

/** The values a type takes, and those of another type, which are refused. */
function valuesOf(
  reader: FieldReader,
  node: MapNode,
  type: ParameterType,
  parameter: string | undefined,
): MapEntry | undefined {
  const own =
    type === 'CATEGORICAL' ? 'categoricalValues' : type === 'DISCRETE' ? 'discreteValues' : undefined;
  const found = own === undefined ? undefined : reader.field(node, own);
  const foreign = ['categoricalValues', 'discreteValues', 'minValue', 'maxValue'].filter(
    key => key !== own && (own !== undefined || key.endsWith('Values')),
  );
  for (const key of foreign) {
    const wrong = reader.field(node, key);
    if (wrong === undefined) continue;
    const message =
      own === undefined
        ? l10n.t('{0} takes `minValue` and `maxValue`, not `{1}`.', type, wrong.key.text)
        : l10n.t('{0} takes `{1}`, not `{2}`.', type, own, wrong.key.text);
    const isMeant = own !== undefined && found === undefined && key.endsWith('Values');
    const edit = { range: wrong.key.range, newText: reader.word(own ?? '') };
    reader.report(valuesOfType, wrong.key.range, message, {
      parameter,
      fixes: isMeant ? [fix(l10n.t('Rename it to {0}', own), [edit], true)] : [],
    });
    if (isMeant) return wrong;
  }
  return found;
}

const specKeys =
  'parameterId doubleValueSpec integerValueSpec categoricalValueSpec discreteValueSpec scaleType conditionalParameterSpecs externalType'.split(
    ' ',
  );
const valueSpecs = [
  ['doubleValueSpec', 'DOUBLE'],
  ['integerValueSpec', 'INTEGER'],
  ['categoricalValueSpec', 'CATEGORICAL'],
  ['discreteValueSpec', 'DISCRETE'],
] as const;

/** Vertex AI and Vizier: `{parameterId, doubleValueSpec: {minValue, maxValue}, scaleType, …}`. */
export function specSpecification(reader: FieldReader, node: MapNode): Specification {
  reader.onlyKnown(node, specKeys);
  const name = reader.required(node, 'parameterId', opening(node));
  const place = name?.key.range ?? opening(node);
  const parameter = reader.text(name);
  const [stated, ...others] = valueSpecs.flatMap(([key, type]) => {
    const typeField = reader.field(node, key);
    return typeField ? [{ type, typeField }] : [];
  });
  if (stated === undefined) reader.required(node, 'doubleValueSpec', place, parameter);
  for (const { typeField } of others) {
    const message = l10n.t('A parameter has one value spec, and this is another; remove one.');
    reader.report(unknownField, typeField.key.range, message, { parameter });
  }
  const spec = stated?.typeField.value;
  const isInterval = stated?.type === 'DOUBLE' || stated?.type === 'INTEGER';
  if (stated && spec?.kind === 'map') {
    const own = isInterval ? ['minValue', 'maxValue'] : ['values'];
    reader.onlyKnown(spec, [...own, 'defaultValue'], parameter);
    for (const key of own) reader.required(spec, key, stated.typeField.key.range, parameter);
  }
  const field = (key: string) => reader.field(spec, key);
  return {
    name,
    type: stated?.type,
    typeField: stated?.typeField,
    low: isInterval ? field('minValue') : undefined,
    high: isInterval ? field('maxValue') : undefined,
    values: isInterval ? undefined : field('values'),
    scale: reader.field(node, 'scaleType'),
    start: field('defaultValue'),
  };
}

function opening({ range }: MapNode): MapNode['range'] {
  return { start: range.start, end: Math.min(range.end, range.start + 1) };
}
