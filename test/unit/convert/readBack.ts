import assert from 'node:assert/strict';
import { convert, type Conversion } from '../../../src/core/convert/convert';
import type { ConvertTarget } from '../../../src/core/convert/target';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { azureSweep } from '../../../src/core/formats/azure/azureSweep';
import { configSpace } from '../../../src/core/formats/configspace/configSpace';
import type { Format } from '../../../src/core/formats/format';
import { hydraSweeper } from '../../../src/core/formats/hydra/hydraSweeper';
import { iraceParameters } from '../../../src/core/formats/irace/iraceParameters';
import { katibExperiment } from '../../../src/core/formats/katib/katibExperiment';
import { nniExperiment } from '../../../src/core/formats/nni/nniExperiment';
import { nniSearchSpace } from '../../../src/core/formats/nni/nniSearchSpace';
import { optunaPython } from '../../../src/core/formats/optuna/optunaPython';
import { rayPython } from '../../../src/core/formats/ray/rayPython';
import { wandbSweep } from '../../../src/core/formats/wandb/wandbSweep';
import { parseSource } from '../../../src/core/text/parse';
import type { SourceLanguage } from '../../../src/core/text/source';

const readers: Readonly<Record<string, Format>> = {
  wandb: wandbSweep,
  katib: katibExperiment,
  nni: nniExperiment,
  'nni-space': nniSearchSpace,
  optuna: optunaPython,
  ray: rayPython,
  hydra: hydraSweeper,
  configspace: configSpace,
  azure: azureSweep,
  irace: iraceParameters,
};

const languages: Readonly<Record<ConvertTarget['language'], SourceLanguage>> = {
  yaml: 'yaml',
  json: 'json',
  python: 'python',
  plaintext: 'text',
};

export interface ReadBack extends Conversion {
  readonly space: SearchSpace;
}

/** What is written for a target, read again by that target's own reader. */
export function readBack(space: SearchSpace, target: ConvertTarget): ReadBack {
  const conversion = convert(space, target);
  const document = parseSource(conversion.text, languages[conversion.language], conversion.fileName);
  const reader = readers[target.id];
  assert.ok(reader, `no reader for ${target.id}`);
  assert.ok(reader.recognise(document) > 0, `not recognised:\n${conversion.text}`);
  const [read] = reader.read(document);
  assert.ok(read);
  return { ...conversion, space: read };
}
