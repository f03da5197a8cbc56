import type { Stated } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { child, entry, type MapNode, type SourceDocument, type SourceNode } from '../../text/source';
import { algorithms, type KnownAlgorithm } from './algorithms';
import { goNumber, goText, type GoText } from './goField';
import { readParameters, type ParameterSpec } from './parameterSpec';

/** One Experiment resource, its fields as Katib's API server would decode them. */
export interface Experiment {
  /** The whole document's text, for fixes that keep its quotes. */
  readonly text: string;
  readonly root: MapNode;
  readonly apiVersion: GoText;
  /** True for `v1beta1`, the only version whose rules are known here. */
  readonly current: boolean;
  /** Where to say that something is missing at the top: the `spec` key, or the kind when there is none. */
  readonly specRange: TextRange;
  readonly spec: MapNode | undefined;
  readonly algorithm: Algorithm | undefined;
  readonly parameters: readonly ParameterSpec[];
  readonly maxTrials: Stated | undefined;
  readonly maxFailedTrials: Stated | undefined;
  readonly parallelTrials: Stated | undefined;
}

export interface Algorithm {
  readonly name: GoText;
  /** Undefined for a name Katib has no service for. */
  readonly known: KnownAlgorithm | undefined;
  readonly settings: readonly Setting[];
}

export interface Setting {
  readonly name: GoText;
  readonly value: GoText | undefined;
}

const apiGroup = /^kubeflow\.org\/(v1(?:alpha|beta)\d+)$/;

/** The Experiments among the documents of a stream; their other kinds (ConfigMaps, namespaces, …) are skipped. */
export function experimentNodes(document: SourceDocument): MapNode[] {
  return document.roots.filter(
    (root): root is MapNode =>
      root.kind === 'map' &&
      goText(child(root, 'kind'))?.text === 'Experiment' &&
      apiGroup.test(goText(child(root, 'apiVersion'))?.text ?? ''),
  );
}

export function readExperiment(root: MapNode, text: string): Experiment {
  const apiVersion = goText(child(root, 'apiVersion')) ?? { text: '', range: root.range, unquoted: false };
  const spec = child(root, 'spec');
  return {
    text,
    root,
    apiVersion,
    current: apiVersion.text === 'kubeflow.org/v1beta1',
    specRange: keyRange(root, 'spec') ?? keyRange(root, 'kind') ?? root.range,
    spec: spec?.kind === 'map' ? spec : undefined,
    algorithm: readAlgorithm(child(spec, 'algorithm')),
    parameters: readParameters(child(spec, 'parameters')),
    maxTrials: goNumber(child(spec, 'maxTrialCount')),
    maxFailedTrials: goNumber(child(spec, 'maxFailedTrialCount')),
    parallelTrials: goNumber(child(spec, 'parallelTrialCount')),
  };
}

function readAlgorithm(node: SourceNode | undefined): Algorithm | undefined {
  const name = goText(child(node, 'algorithmName'));
  if (!name) return undefined;
  return { name, known: algorithms.get(name.text), settings: readSettings(child(node, 'algorithmSettings')) };
}

/** The list of `{name, value}` that algorithms and early stopping take. */
export function readSettings(node: SourceNode | undefined): Setting[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap(item => {
    const name = goText(child(item, 'name'));
    return name ? [{ name, value: goText(child(item, 'value')) }] : [];
  });
}

/** The text of a setting; the last one counts when it is repeated. */
export function settingText(settings: readonly Setting[], name: string): GoText | undefined {
  return settings.findLast(setting => setting.name.text === name)?.value;
}

export function keyRange(node: MapNode | undefined, key: string): TextRange | undefined {
  return entry(node, key)?.key.range;
}
