import { child, entry, type MapNode, type SourceDocument, type SourceNode } from '../../text/source';
import { methods } from './methods';

const parameterKeys = ['value', 'values', 'min', 'max', 'distribution', 'parameters'];
const sweepKeys = ['program', 'command', 'early_terminate'];

/** The mapping that W&B would take for the sweep: the first document of the text. */
export function sweepNode({ roots: [root] }: SourceDocument): MapNode | undefined {
  return root?.kind === 'map' ? root : undefined;
}

/**
 * A sweep has `parameters`, at least one of them in the words of a sweep, and a method or another key that only
 * sweeps have. A run's own `config.yaml` also holds `value:` keys, but marks itself with `wandb_version`.
 */
export function recogniseSweep(document: SourceDocument): number {
  const root = sweepNode(document);
  if (root === undefined || entry(root, 'wandb_version')) return 0;
  if (!holdsParameters(child(root, 'parameters'))) return 0;
  const method = child(root, 'method');
  if (method?.kind === 'scalar' && methods.has(method.text)) return 1;
  const isSweep = sweepKeys.some(key => entry(root, key)) || (method !== undefined && entry(root, 'metric'));
  return isSweep ? 0.9 : 0;
}

function holdsParameters(parameters: SourceNode | undefined): boolean {
  return (
    parameters?.kind === 'map' &&
    parameters.entries.some(({ value }) => parameterKeys.some(key => entry(value, key)))
  );
}
