import type { MapEntry, MapNode, SourceDocument, SourceNode } from '../../text/source';

/** The API writes `MaxValue`, its Kubernetes resources `maxValue` and, where Go's words collide, `type_`. */
export function plainKey(key: string): string {
  return key.toLowerCase().replaceAll('_', '');
}

export function at(node: SourceNode | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.findLast(candidate => plainKey(candidate.key.text) === plainKey(key));
}

export interface TuningJob {
  readonly config: MapNode;
  /** Ranges of the job, and those of each of its training definitions. */
  readonly spaces: readonly Ranges[];
  /** Values that a chart puts into the job, in its own types: nothing is quoted there. */
  readonly isChart: boolean;
}

export interface Ranges {
  /** Of the training definition; empty for the job's own. */
  readonly name: string;
  readonly place: MapEntry;
  readonly node: MapNode;
}

/** The tuning job of a document: a request, its configuration alone, a Kubernetes resource or a chart's values. */
export function tuningJobOf({ roots }: SourceDocument): TuningJob | undefined {
  const [root] = roots;
  if (roots.length !== 1 || root?.kind !== 'map') return undefined;
  const spec = at(root, 'spec')?.value;
  const request = at(root, 'hyperParameterTuningJobConfig') ? root : spec;
  const stated = at(request, 'hyperParameterTuningJobConfig')?.value;
  const isAlone = at(root, 'parameterRanges') && (at(root, 'strategy') ?? at(root, 'resourceLimits'));
  const config = stated?.kind === 'map' ? stated : isAlone ? root : undefined;
  if (config === undefined) return undefined;
  const own = at(config, 'parameterRanges');
  const isChart = own === undefined && at(root, 'apiVersion') === undefined && request === spec;
  const whole = isChart
    ? chartRanges(config)
    : own?.value.kind === 'map'
      ? [{ name: '', place: own, node: own.value }]
      : [];
  const spaces = [...whole, ...definitions(request)];
  return { config, spaces, isChart };
}

/** A chart keeps its ranges beside the limits, each kind as a single mapping. */
function chartRanges(config: MapNode): Ranges[] {
  const place = config.entries.find(({ key }) => plainKey(key.text).endsWith('parameterranges'));
  return place ? [{ name: '', place, node: config }] : [];
}

function definitions(request: SourceNode | undefined): Ranges[] {
  const list = at(request, 'trainingJobDefinitions')?.value;
  const several = list?.kind === 'list' ? list.items : [];
  const one = at(request, 'trainingJobDefinition')?.value;
  return [...(one ? [one] : []), ...several].flatMap((definition, index) => {
    const place = at(definition, 'hyperParameterRanges');
    const name = at(definition, 'definitionName')?.value;
    if (place?.value.kind !== 'map') return [];
    return [{ name: name?.kind === 'scalar' ? name.text : String(index + 1), place, node: place.value }];
  });
}
