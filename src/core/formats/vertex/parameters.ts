import * as l10n from '@vscode/l10n';
import type { Condition, Parameter } from '../../space/searchSpace';
import { nodeValue, type Value } from '../../text/scalars';
import type { MapNode, SourceNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { repeatedName } from '../rules';
import { UniqueNames } from '../uniqueNames';
import { readParameter } from './parameter';
import { legacySpecification, specSpecification } from './specification';
import type { Study } from './study';

export function readParameters(reader: FieldReader, { kind, parameters }: Study): Parameter[] {
  const taken = new UniqueNames();
  return maps(parameters.value).flatMap(node => {
    const specification =
      kind === 'legacy' ? legacySpecification(reader, node) : specSpecification(reader, node);
    const written = reader.text(specification.name);
    if (written !== undefined && taken.has(written)) {
      const message = l10n.t(
        '`{0}` is declared twice, and names must differ; rename or remove one.',
        written,
      );
      reader.report(repeatedName, specification.name?.value.range ?? node.range, message);
    }
    const name = taken.take(written ?? l10n.t('unnamed'));
    const parameter = readParameter(reader, node, specification, name, undefined);
    return [parameter, ...(kind === 'spec' ? children(reader, node, parameter, taken) : [])];
  });
}

/** `conditionalParameterSpecs`: parameters that are active for some values of their parent. */
function children(reader: FieldReader, node: MapNode, parent: Parameter, taken: UniqueNames): Parameter[] {
  return maps(reader.field(node, 'conditionalParameterSpecs')?.value).flatMap(conditional => {
    const spec = reader.required(conditional, 'parameterSpec', parent.tokens.name, parent.name)?.value;
    if (spec?.kind !== 'map') return [];
    const condition: Condition = {
      kind: 'in',
      parent: parent.name,
      values: parentValues(reader, conditional),
    };
    const specification = specSpecification(reader, spec);
    // The same name may stand under other values of the parent.
    const name = taken.take(reader.text(specification.name) ?? l10n.t('unnamed'));
    const parameter = readParameter(reader, spec, specification, name, condition);
    return [parameter, ...children(reader, spec, parameter, taken)];
  });
}

const parentKeys = ['parentCategoricalValues', 'parentIntValues', 'parentDiscreteValues'];

function parentValues(reader: FieldReader, conditional: MapNode): readonly Value[] {
  const [key, field] = parentKeys
    .map(name => [name, reader.field(conditional, name)] as const)
    .find(([, found]) => found) ?? ['', undefined];
  const values = reader.field(field?.value, 'values')?.value;
  if (values?.kind !== 'list') return [];
  return values.items.map(item =>
    item.kind === 'scalar' && key === 'parentCategoricalValues' ? item.text : nodeValue(item, reader.dialect),
  );
}

function maps(node: SourceNode | undefined): MapNode[] {
  return node?.kind === 'list' ? node.items.filter((item): item is MapNode => item.kind === 'map') : [];
}
