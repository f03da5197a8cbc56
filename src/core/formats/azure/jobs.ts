import { child, entry, type MapNode, type SourceDocument, type SourceNode } from '../../text/source';

/** A job that searches: a sweep, or AutoML with a space of its own. */
export interface Job {
  /** Its key under `jobs` of a pipeline; empty for a job that is the whole document. */
  readonly name: string;
  readonly kind: 'sweep' | 'automl';
  readonly node: MapNode;
}

/** The searching jobs of a document, in its order: the document itself or the steps of a pipeline. */
export function jobsOf({ roots: [root] }: SourceDocument): Job[] {
  if (root?.kind !== 'map') return [];
  const whole = asJob('', root);
  if (whole) return [whole];
  const steps = child(root, 'jobs');
  if (steps?.kind !== 'map') return [];
  return steps.entries.flatMap(({ key, value }) => {
    const job = value.kind === 'map' ? asJob(key.text, value) : undefined;
    return job && entry(job.node, 'search_space') ? [job] : [];
  });
}

function asJob(name: string, node: MapNode): Job | undefined {
  const type = word(child(node, 'type'))?.toLowerCase();
  const schema = word(child(node, '$schema'));
  const space = entry(node, 'search_space');
  if (type === 'automl' || schema?.endsWith('autoMLJob.schema.json')) {
    return space?.value.kind === 'list' ? { name, kind: 'automl', node } : undefined;
  }
  if (schema?.endsWith('sweepJob.schema.json')) return { name, kind: 'sweep', node };
  const marks = ['sampling_algorithm', 'objective', 'trial'].some(key => entry(node, key));
  return type === 'sweep' && space && marks ? { name, kind: 'sweep', node } : undefined;
}

function word(node: SourceNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
