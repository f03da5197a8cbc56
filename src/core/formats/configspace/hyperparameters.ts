import * as l10n from '@vscode/l10n';
import type { Declared } from '../../space/domain';
import { categoricalDomain, constantDomain, ordinalDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { nodeValue } from '../../text/scalars';
import { child, entry, type MapNode, type SourceNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { repeatedName, wrongValue } from '../rules';
import { readChoices } from './hyperparameterChoices';
import { checkKeys } from './hyperparameterKeys';
import { readNumber, type Content } from './hyperparameterNumbers';
import { hyperparameterTypes, type HyperparameterType } from './hyperparameterTypes';

/** The items of `hyperparameters`; of two with the same name the first is kept. */
export function readHyperparameters(
  reader: FieldReader,
  list: SourceNode | undefined,
): Map<string, Parameter> {
  const byName = new Map<string, Parameter>();
  for (const node of list?.kind === 'list' ? list.items : []) {
    if (node.kind !== 'map') continue;
    const at = reader.required(node, 'name', startOf(node));
    const name = at && (reader.text(at) ?? '');
    if (at === undefined || name === undefined) continue;
    const found = byName.get(name);
    if (found === undefined) {
      byName.set(name, readHyperparameter(reader, node, name, at.value.range));
    } else {
      reader.report(
        repeatedName,
        at.value.range,
        l10n.t('`{0}` is declared already, and ConfigSpace takes a name once.', name),
        {
          parameter: name,
          related: [{ message: l10n.t('First declared here'), range: found.tokens.name }],
        },
      );
    }
  }
  return byName;
}

function startOf({ range, entries }: MapNode): TextRange {
  return entries[0]?.key.range ?? range;
}

function readHyperparameter(
  reader: FieldReader,
  map: MapNode,
  name: string,
  nameRange: TextRange,
): Parameter {
  const word = reader.text(reader.required(map, 'type', nameRange, name));
  const type = word === undefined ? undefined : hyperparameterTypes.get(word);
  if (type === undefined) {
    if (word !== undefined) {
      reader.oneOf(entry(map, 'type'), [...hyperparameterTypes.keys()], { parameter: name });
    }
    const declared: Declared = {
      notation: word ?? '',
      type: 'categorical',
      scale: 'linear',
      bounds: 'values',
    };
    return { name, declared, tokens: { name: nameRange, declaration: map.range } };
  }
  checkKeys(reader, map, type, name, nameRange);
  const { declared, domain } = readContent(reader, map, type, name);
  const given = entry(map, 'default_value') ?? entry(map, 'default');
  const stated = given && nodeValue(given.value, reader.dialect);
  if (given && declared.type === 'integer' && typeof stated === 'number' && !Number.isInteger(stated)) {
    const message = l10n.t('The default of an integer must be a whole number.');
    reader.report(wrongValue, given.value.range, message, { parameter: name });
  }
  const token = (key: string): TextRange | undefined => entry(map, key)?.value.range;
  return {
    name,
    declared,
    domain,
    default: stated ?? undefined,
    tokens: {
      name: nameRange,
      declaration: map.range,
      notation: token('type'),
      low: token('lower'),
      high: token('upper'),
      choices: token('choices') ?? token('sequence'),
      default: given?.value.range,
    },
  };
}

function readContent(
  reader: FieldReader,
  map: MapNode,
  type: HyperparameterType,
  parameter: string,
): Content {
  const plain = { notation: type.name, scale: 'linear', bounds: 'values' } as const;
  switch (type.shape) {
    case 'constant': {
      const value = child(map, 'value');
      const domain = value && constantDomain(nodeValue(value, reader.dialect));
      return { declared: { ...plain, type: 'constant' }, domain };
    }
    case 'categorical':
    case 'ordinal': {
      const key = type.shape === 'ordinal' ? 'sequence' : 'choices';
      const choices = readChoices(reader, map, key, parameter);
      const domain = type.shape === 'ordinal' ? ordinalDomain : categoricalDomain;
      return { declared: { ...plain, type: type.shape, choices }, domain: choices && domain(choices) };
    }
    case 'uniform':
    case 'normal':
    case 'beta':
      return readNumber(reader, map, type, parameter);
  }
}
