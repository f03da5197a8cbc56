import {
  child,
  entry,
  type MapEntry,
  type MapNode,
  type SourceDocument,
  type SourceNode,
} from '../../text/source';

/** The `matrix` of an operation, or the `hptuning` of versions before 1. */
export interface Matrix {
  readonly version: 0 | 1;
  /** Of the operation in a DAG; empty for the only one. */
  readonly name: string;
  readonly place: MapEntry;
  readonly node: MapNode;
}

export const matrixKinds = [
  'grid',
  'random',
  'hyperband',
  'bayes',
  'hyperopt',
  'iterative',
  'mapping',
] as const;

/** The matrices of a document: its own, and those of the operations of a DAG. */
export function matricesOf({ roots }: SourceDocument): Matrix[] {
  const [root] = roots;
  if (roots.length !== 1 || root?.kind !== 'map') return [];
  const own = matrixIn(root, '') ?? oldMatrix(root);
  const run = child(root, 'run');
  const operations = child(run, 'operations') ?? child(root, 'component', 'run', 'operations');
  const steps = operations?.kind === 'list' ? operations.items : [];
  return [
    ...(own ? [own] : []),
    ...steps.flatMap((step, index) => matrixIn(step, word(child(step, 'name')) ?? String(index + 1)) ?? []),
  ];
}

function matrixIn(node: SourceNode, name: string): Matrix | undefined {
  const place = entry(node, 'matrix');
  if (place?.value.kind !== 'map') return undefined;
  const kind = word(child(place.value, 'kind'));
  const isMatrix = matrixKinds.some(known => known === kind) || holdsParameters(child(place.value, 'params'));
  return kind !== undefined && isMatrix ? { version: 1, name, place, node: place.value } : undefined;
}

/** Something like `{kind: uniform, value: [0, 1]}`. */
function holdsParameters(params: SourceNode | undefined): boolean {
  return (
    params?.kind === 'map' &&
    params.entries.some(({ value }) => entry(value, 'kind') && entry(value, 'value'))
  );
}

function oldMatrix(root: MapNode): Matrix | undefined {
  const tuning = child(root, 'hptuning');
  const place = entry(tuning, 'matrix');
  return tuning?.kind === 'map' && place?.value.kind === 'map'
    ? { version: 0, name: '', place, node: tuning }
    : undefined;
}

function word(node: SourceNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
