import * as vscode from 'vscode';

/** The bundled sample search spaces, one of each format. */
const samples: readonly { readonly label: string; readonly path: string }[] = [
  { label: 'Weights & Biases sweep', path: 'wandb/sweep.yaml' },
  { label: 'Weights & Biases sweep, in a hurry', path: 'wandb/hurried-sweep.yaml' },
  { label: 'Katib Experiment', path: 'katib/experiment.yaml' },
  { label: 'NNI search space', path: 'nni/search_space.json' },
  { label: 'NNI experiment', path: 'nni/config.yml' },
  { label: 'Azure ML sweep job', path: 'azure/sweep.yml' },
];

/** Lets the user pick a bundled sample. Undefined when they dismiss the list. */
export async function pickSample(extensionUri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showQuickPick(
    samples.map(({ label, path }) => ({ label, description: path, path })),
    { placeHolder: vscode.l10n.t('Which sample search space?') },
  );
  return picked && vscode.Uri.joinPath(extensionUri, 'media', 'samples', ...picked.path.split('/'));
}
