import { experimentNodes } from '../../formats/katib/experiment';
import type { SearchSpace } from '../../space/searchSpace';
import { child, type SourceDocument } from '../../text/source';
import { items, scalarMention, type Mention } from './mention';

/** `reference` of the trial parameters, and the resource of Hyperband. */
export function katibMentions(document: SourceDocument, { range }: SearchSpace): Mention[] {
  const root = experimentNodes(document).find(
    node => node.range.start <= range.start && range.end <= node.range.end,
  );
  const references = items(child(root, 'spec', 'trialTemplate', 'trialParameters')).map(item =>
    child(item, 'reference'),
  );
  const settings = items(child(root, 'spec', 'algorithm', 'algorithmSettings'));
  const resources = settings.flatMap(setting => {
    const name = child(setting, 'name');
    return name?.kind === 'scalar' && name.text === 'resource_name' ? [child(setting, 'value')] : [];
  });
  return [...references, ...resources].flatMap(scalarMention);
}
