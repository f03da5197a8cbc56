import type { Declared, Domain } from '../../space/domain';
import type { Parameter } from '../../space/searchSpace';
import { pythonFloat } from '../../text/pythonNumber';
import type { TextRange } from '../../text/range';
import type { Value } from '../../text/scalars';
import { child, entry, type ListNode, type MapNode, type SourceNode } from '../../text/source';
import { goText, type GoText } from './goField';

export const parameterTypes = ['double', 'int', 'discrete', 'categorical'] as const;
export type ParameterType = (typeof parameterTypes)[number];

export const distributions = ['uniform', 'logUniform', 'normal', 'logNormal'] as const;
export type Distribution = (typeof distributions)[number];

/** One item of `spec.parameters`. */
export interface ParameterSpec {
  readonly name: string;
  readonly nameText: GoText | undefined;
  readonly node: MapNode;
  /** What was written, and which of Katib's types it is. */
  readonly typeText: GoText | undefined;
  readonly type: ParameterType | undefined;
  readonly feasibleSpace: MapNode | undefined;
  readonly feasibleSpaceKey: TextRange | undefined;
  readonly min: Bound | undefined;
  readonly max: Bound | undefined;
  readonly step: Bound | undefined;
  readonly list: ListNode | undefined;
  readonly items: readonly GoText[];
  readonly distributionText: GoText | undefined;
  /** Katib's webhook fills in `uniform`, and takes `unknown` for it. */
  readonly distribution: Distribution | undefined;
}

/** A bound in its text and, where Python's `float` reads it, its number. */
export interface Bound extends GoText {
  readonly value: number | undefined;
}

export function readParameters(node: SourceNode | undefined): ParameterSpec[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item, index) => (item.kind === 'map' ? [readParameter(item, index)] : []));
}

function readParameter(node: MapNode, index: number): ParameterSpec {
  const nameText = goText(child(node, 'name'));
  const typeText = goText(child(node, 'parameterType'));
  const space = child(node, 'feasibleSpace');
  const list = child(space, 'list');
  const distributionText = goText(child(space, 'distribution'));
  const written = distributionText?.text ?? 'uniform';
  return {
    name: nameText?.text ?? `parameters[${index}]`,
    nameText,
    node,
    typeText,
    type: parameterTypes.find(type => type === typeText?.text),
    feasibleSpace: space?.kind === 'map' ? space : undefined,
    feasibleSpaceKey: entry(node, 'feasibleSpace')?.key.range,
    min: readBound(child(space, 'min')),
    max: readBound(child(space, 'max')),
    step: readBound(child(space, 'step')),
    list: list?.kind === 'list' ? list : undefined,
    items: list?.kind === 'list' ? list.items.flatMap(item => goText(item) ?? []) : [],
    distributionText,
    distribution: written === 'unknown' ? 'uniform' : distributions.find(one => one === written),
  };
}

function readBound(node: SourceNode | undefined): Bound | undefined {
  const text = goText(node);
  return text && { ...text, value: pythonFloat(text.text) };
}

export function isNumericType(type: ParameterType | undefined): type is 'double' | 'int' {
  return type === 'double' || type === 'int';
}

/** A choice as the trial receives it is text; the numbers of a `discrete` list are shown as numbers. */
export function choiceValue(type: ParameterType | undefined, item: GoText): Value {
  return type === 'discrete' ? (pythonFloat(item.text) ?? item.text) : item.text;
}

export function asParameter(spec: ParameterSpec, domain: Domain | undefined): Parameter {
  return {
    name: spec.name,
    declared: declared(spec),
    domain,
    tokens: {
      name: spec.nameText?.range ?? { start: spec.node.range.start, end: spec.node.range.start },
      declaration: spec.node.range,
      notation: spec.distributionText?.range ?? spec.typeText?.range,
      low: spec.min?.range,
      high: spec.max?.range,
      step: spec.step?.range,
      choices: spec.list?.range,
    },
  };
}

function declared(spec: ParameterSpec): Declared {
  const notation = spec.distributionText?.text ?? spec.typeText?.text ?? '';
  const scale = spec.distribution === 'logUniform' || spec.distribution === 'logNormal' ? 'log' : 'linear';
  if (isNumericType(spec.type)) {
    return {
      notation,
      type: spec.type === 'int' ? 'integer' : 'float',
      scale,
      bounds: 'values',
      low: spec.min?.value,
      high: spec.max?.value,
      step: spec.step?.value,
    };
  }
  return {
    notation,
    type: spec.type === 'discrete' ? 'ordinal' : 'categorical',
    scale: 'linear',
    bounds: 'values',
    choices:
      spec.list && spec.items.map(item => ({ value: choiceValue(spec.type, item), range: item.range })),
  };
}
