import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { SearchSpace } from '../../space/searchSpace';
import { child, entry, type SourceDocument, type SourceNode } from '../../text/source';
import { FieldReader } from '../fieldReader';
import type { Format } from '../format';
import { missingField } from '../rules';
import { UniqueNames } from '../uniqueNames';
import { readHyperparameters, types } from './hyperparameter';
import { readSearcher } from './searcher';

/** Experiment configurations of Determined, which reads them with ruamel's YAML 1.2. */
export const determinedExperiment: Format = {
  id: 'determined',
  get label() {
    return l10n.t('Determined experiment');
  },
  recognise: ({ roots }) => (roots.length === 1 && isExperiment(roots[0]) ? 0.9 : 0),
  read: document => [readDocument(document)],
};

/** Hyperparameters and a searcher; one `single` trial of constants searches nothing. */
function isExperiment(root: SourceNode | undefined): boolean {
  const hyperparameters = child(root, 'hyperparameters');
  const name = child(root, 'searcher', 'name');
  if (hyperparameters?.kind !== 'map' || name?.kind !== 'scalar') return false;
  return name.text !== 'single' || holdsTyped(hyperparameters);
}

function holdsTyped(node: SourceNode): boolean {
  if (node.kind === 'list') return node.items.some(holdsTyped);
  if (node.kind === 'scalar') return false;
  const type = child(node, 'type');
  if (type?.kind === 'scalar' && types.some(known => known === type.text)) return true;
  return node.entries.some(({ value }) => holdsTyped(value));
}

const frame = { format: 'determined', dialect: 'yaml12', forbidden: [] } as const;

function readDocument(document: SourceDocument): SearchSpace {
  const root = document.roots[0];
  const reader = new FieldReader(document, 'yaml12', 'Determined', 'number');
  const hyperparameters = entry(root, 'hyperparameters');
  const searcherField = entry(root, 'searcher');
  if (hyperparameters?.value.kind !== 'map' || searcherField?.value.kind !== 'map') {
    const range = (hyperparameters ?? searcherField)?.key.range ?? {
      start: root?.range.start ?? 0,
      end: root?.range.start ?? 0,
    };
    const message = l10n.t('A Determined experiment has `hyperparameters` and a `searcher`.');
    return { ...frame, parameters: [], budget: {}, range, findings: [finding(missingField, range, message)] };
  }
  const searcher = readSearcher(reader, searcherField, searcherField.value);
  const isGrid = searcher.method?.family === 'grid';
  const parameters = readHyperparameters({ reader, isGrid, taken: new UniqueNames() }, hyperparameters.value);
  return { ...frame, parameters, ...searcher, range: hyperparameters.key.range, findings: reader.findings };
}
