import type { MapEntry, MapNode, SourceDocument, SourceNode } from '../../text/source';

/** Protocol buffers in JSON and text take `maxTrials` and `max_trials` for the same field. */
export function plainKey(key: string): string {
  return key.toLowerCase().replaceAll('_', '');
}

/** A study: AI Platform's `hyperparameters`, or the `studySpec` of Vertex AI and of Vizier. */
export interface Study {
  readonly kind: 'legacy' | 'spec';
  readonly node: MapNode;
  /** Where the number of trials stands: in the study of AI Platform, beside that of Vertex AI. */
  readonly limits: MapNode;
  readonly parameters: MapEntry;
}

/** The study of a document; undefined where it holds none. */
export function studyOf({ roots }: SourceDocument): Study | undefined {
  const [root] = roots;
  if (roots.length !== 1 || root?.kind !== 'map') return undefined;
  const legacy = at(at(root, 'trainingInput')?.value, 'hyperparameters')?.value;
  if (legacy?.kind === 'map') return study('legacy', legacy, legacy, 'params');
  const spec = at(root, 'studySpec')?.value;
  if (spec?.kind === 'map') return study('spec', spec, root, 'parameters');
  const parameters = at(root, 'parameters')?.value;
  const isSpec = parameters?.kind === 'list' && parameters.items.some(item => at(item, 'parameterId'));
  return isSpec ? study('spec', root, root, 'parameters') : undefined;
}

function study(kind: Study['kind'], node: MapNode, limits: MapNode, key: string): Study | undefined {
  const parameters = at(node, key);
  return parameters && { kind, node, limits, parameters };
}

export function at(node: SourceNode | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.findLast(candidate => plainKey(candidate.key.text) === plainKey(key));
}
