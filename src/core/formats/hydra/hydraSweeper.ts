import * as l10n from '@vscode/l10n';
import { finding } from '../../finding';
import type { SearchSpace } from '../../space/searchSpace';
import type { SourceDocument } from '../../text/source';
import { FieldReader } from '../fieldReader';
import type { Format } from '../format';
import { missingField } from '../rules';
import { readAx } from './ax';
import { readBasic } from './basic';
import { readNevergrad } from './nevergrad';
import { readOptuna } from './optuna';
import type { Setup } from './setup';
import { sweeperOf, type Engine, type Sweeper } from './sweeper';

/** The sweeper of a Hydra configuration: Optuna, Ax, Nevergrad, or Hydra's own. OmegaConf reads the file. */
export const hydraSweeper: Format = {
  id: 'hydra-sweeper',
  get label() {
    return l10n.t('Hydra sweeper');
  },
  recognise: document => (document.language === 'yaml' && sweeperOf(document) ? 1 : 0),
  read: document => [readDocument(document)],
};

const frame = { format: 'hydra-sweeper', dialect: 'omegaconf', forbidden: [] } as const;

function readDocument(document: SourceDocument): SearchSpace {
  const sweeper = sweeperOf(document);
  if (sweeper === undefined) return noSweeper(document);
  const reader = new FieldReader(document, 'omegaconf', 'Hydra', 'numberOrText');
  const setup = readers[sweeper.engine](reader, sweeper);
  return { ...frame, ...setup, findings: reader.findings };
}

const readers: Readonly<Record<Engine, (reader: FieldReader, sweeper: Sweeper) => Setup>> = {
  optuna: readOptuna,
  ax: readAx,
  nevergrad: readNevergrad,
  basic: readBasic,
};

function noSweeper({ roots }: SourceDocument): SearchSpace {
  const start = roots[0]?.range.start ?? 0;
  const range = { start, end: start };
  const message = l10n.t(
    'No Hydra sweeper with a search space stands here: nothing is under `hydra.sweeper`.',
  );
  return { ...frame, parameters: [], budget: {}, range, findings: [finding(missingField, range, message)] };
}
