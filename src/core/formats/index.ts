import type { FormatId } from '../space/searchSpace';
import type { SourceDocument } from '../text/source';
import type { Format } from './format';
import { configSpace } from './configspace/configSpace';
import { pcs } from './pcs/pcs';
import { hydraSweeper } from './hydra/hydraSweeper';
import { katibExperiment } from './katib/katibExperiment';
import { nniExperiment } from './nni/nniExperiment';
import { nniSearchSpace } from './nni/nniSearchSpace';
import { wandbSweep } from './wandb/wandbSweep';
import { azureSweep } from './azure/azureSweep';
import { determinedExperiment } from './determined/determinedExperiment';
import { vertexStudy } from './vertex/vertexStudy';
import { sagemakerTuning } from './sagemaker/sagemakerTuning';
import { iraceParameters } from './irace/iraceParameters';
import { axPython } from './ax/axPython';
import { hyperoptPython } from './hyperopt/hyperoptPython';
import { kerasTunerPython } from './kerasTuner/kerasTunerPython';
import { optunaPython } from './optuna/optunaPython';
import { rayPython } from './ray/rayPython';
import { wandbPython } from './wandbPython/wandbPython';
import { polyaxonFile } from './polyaxon/polyaxonFile';

/** The formats in Python source, of which one file may hold several. */
export const pythonFormats: readonly Format[] = [
  optunaPython,
  rayPython,
  hyperoptPython,
  kerasTunerPython,
  axPython,
  wandbPython,
];

/** Every format there is. Of two that are equally sure of a document the earlier wins. */
export const formats: readonly Format[] = [
  wandbSweep,
  katibExperiment,
  nniExperiment,
  nniSearchSpace,
  hydraSweeper,
  configSpace,
  pcs,
  azureSweep,
  determinedExperiment,
  vertexStudy,
  sagemakerTuning,
  iraceParameters,
  ...pythonFormats,
  polyaxonFile,
];

/** The format whose signs the content bears most clearly, or the one the user says it is; undefined for anything else. */
export function recognise(document: SourceDocument, forced?: FormatId): Format | undefined {
  if (forced !== undefined) return formats.find(({ id }) => id === forced);
  let best: Format | undefined;
  let surest = 0;
  for (const format of document.python ? pythonFormats : formats) {
    const certainty = format.recognise(document);
    if (certainty > surest) [best, surest] = [format, certainty];
  }
  return best;
}
