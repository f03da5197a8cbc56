import { pageExamples } from '../unit/checks/pageExamples';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceLanguage } from '../../src/core/text/source';

/** A text to start mutating from. */
export interface Seed {
  /** Begins with the folder it comes from. */
  readonly name: string;
  readonly text: string;
  readonly language: SourceLanguage;
}

const corpus = path.resolve('../shared/corpus');
const folders =
  'wandb katib nni nni-config azureml determined vertex-aiplatform sagemaker irace polyaxon hydra configspace pcs-old pcs-new optuna-python ray-python hyperopt-python kerastuner-python negative borderline'.split(
    ' ',
  );

/** Every real file where the corpus is present, samples, fixtures, and the examples of the page of checks. */
export function seeds(): Seed[] {
  const real = folders
    .map(folder => path.join(corpus, folder))
    .filter(folder => existsSync(folder))
    .flatMap(filesIn);
  return [
    ...real,
    ...filesIn('media/samples'),
    ...filesIn('test/fixtures/convert'),
    ...pageExamples().map(example => ({ ...example, name: `page/${example.code}` })),
  ];
}

function filesIn(folder: string): Seed[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ya?ml|jsonc?|pcs|txt|py)$/.test(name))
    .map(name => ({
      name: `${path.basename(folder)}/${name}`,
      text: readFileSync(path.join(folder, name), 'utf8'),
      language: languageOf(name),
    }));
}

function languageOf(name: string): SourceLanguage {
  if (/\.jsonc?$/.test(name)) return 'json';
  if (/\.py$/.test(name)) return 'python';
  return /\.(?:pcs|txt)$/.test(name) ? 'text' : 'yaml';
}
