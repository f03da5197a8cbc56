import type { FormatId } from '../../space/searchSpace';
import { katibVocabulary } from './katib';
import { nniExperimentVocabulary } from './nniExperiment';
import { nniSpaceVocabulary } from './nniSpace';
import type { Vocabulary } from './vocabulary';
import { wandbVocabulary } from './wandb';

/** The formats that have one. */
export const vocabularies: ReadonlyMap<FormatId, Vocabulary> = new Map([
  ['wandb-sweep', wandbVocabulary],
  ['katib-experiment', katibVocabulary],
  ['nni-search-space', nniSpaceVocabulary],
  ['nni-experiment', nniExperimentVocabulary],
] as const);
