import * as vscode from 'vscode';
import { loadEngine } from './loadEngine';

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

/** Opens a bundled sample of the user's choice as a new document. Undefined when they dismiss the list. */
export async function openSample(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showQuickPick(
    samples.map(({ label, path }) => ({ label, description: path, path })),
    { placeHolder: vscode.l10n.t('Which sample search space?') },
  );
  if (picked === undefined) return undefined;
  const { sampleTexts } = await loadEngine();
  const content = sampleTexts[picked.path] ?? '';
  const document = await vscode.workspace.openTextDocument({ language: languageOf(picked.path), content });
  await vscode.window.showTextDocument(document);
  return document.uri;
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
