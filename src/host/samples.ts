import * as vscode from 'vscode';
import sampleTexts from 'bundled-samples';

/** The bundled sample search spaces, one of each format. */
const samples: readonly { readonly label: string; readonly path: string }[] = [
  { label: 'Weights & Biases sweep', path: 'wandb/sweep.yaml' },
  { label: 'Weights & Biases sweep, in a hurry', path: 'wandb/hurried-sweep.yaml' },
  { label: 'Weights & Biases sweep of LoRA settings', path: 'wandb/lora-sweep.yaml' },
  { label: 'Katib Experiment', path: 'katib/experiment.yaml' },
  { label: 'NNI search space', path: 'nni/search_space.json' },
  { label: 'NNI experiment', path: 'nni/config.yml' },
  { label: 'Hydra sweeper', path: 'hydra/optuna.yaml' },
  { label: 'ConfigSpace', path: 'configspace/configspace.json' },
  { label: 'PCS', path: 'pcs/solver.pcs' },
  { label: 'Azure ML sweep job', path: 'azure/sweep.yml' },
  { label: 'Determined experiment', path: 'determined/adaptive.yaml' },
  { label: 'Vertex AI study', path: 'vertex/study.yaml' },
  { label: 'SageMaker tuning job', path: 'sagemaker/tuning_job_config.json' },
  { label: 'irace parameters', path: 'irace/parameters.txt' },
  { label: 'Optuna in Python', path: 'python/optuna_objective.py' },
  { label: 'Ray Tune in Python', path: 'python/ray_tune.py' },
  { label: 'Hyperopt in Python', path: 'python/hyperopt_space.py' },
  { label: 'Keras Tuner in Python', path: 'python/keras_tuner_model.py' },
  { label: 'Polyaxon matrix', path: 'polyaxon/polyaxonfile.yaml' },
];

/**
 * Opens a bundled sample as a new document. Undefined when the list is dismissed.
 * @param wanted the path of a sample, for a link; asked for unless it is one.
 */
export async function openSample(wanted?: unknown): Promise<vscode.Uri | undefined> {
  const path = samples.find(sample => sample.path === wanted)?.path ?? (await pickSample());
  if (path === undefined) return undefined;
  const content = sampleTexts[path] ?? '';
  const document = await vscode.workspace.openTextDocument({ language: languageOf(path), content });
  await vscode.window.showTextDocument(document);
  return document.uri;
}

async function pickSample(): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(
    samples.map(({ label, path }) => ({ label, description: path })),
    { placeHolder: vscode.l10n.t('Which sample search space?') },
  );
  return picked?.description;
}

function languageOf(path: string): string {
  switch (path.slice(path.lastIndexOf('.') + 1)) {
    case 'yaml':
    case 'yml':
      return 'yaml';
    case 'json':
      return 'json';
    case 'py':
      return 'python';
    default:
      return 'plaintext';
  }
}
