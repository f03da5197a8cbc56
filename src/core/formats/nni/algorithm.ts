import type { TextRange } from '../../text/range';
import type { MapEntry, MapNode, SourceNode } from '../../text/source';
import { field, fieldText } from './fields';
import { knownTuner, type KnownTuner } from './tuners';

/** A `tuner`, `advisor` or `assessor` block, in the keys of either version of the configuration. */
export interface Algorithm {
  readonly key: TextRange;
  readonly name: string;
  readonly nameRange: TextRange;
  readonly classArgs: SourceNode | undefined;
}

export interface Tuner extends Algorithm {
  readonly known: KnownTuner | undefined;
}

export function readTuner(root: MapNode): Tuner | undefined {
  const algorithm =
    readAlgorithm(field(root, 'tuner'), 'builtinTunerName') ??
    readAlgorithm(field(root, 'advisor'), 'builtinAdvisorName');
  return algorithm && { ...algorithm, known: knownTuner(algorithm.name) };
}

export function readAssessor(root: MapNode): Algorithm | undefined {
  return readAlgorithm(field(root, 'assessor'), 'builtinAssessorName');
}

/** Undefined for a custom algorithm, which names its class instead, and for the `_none_` of generated files. */
function readAlgorithm(block: MapEntry | undefined, oldKey: string): Algorithm | undefined {
  const named = field(block?.value, 'name', oldKey);
  const name = fieldText(named);
  if (!block || !named || name === undefined || name === '_none_') return undefined;
  return {
    key: block.key.range,
    name,
    nameRange: named.value.range,
    classArgs: field(block.value, 'classArgs')?.value,
  };
}
