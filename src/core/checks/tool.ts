import type { FormatId } from '../space/searchSpace';

/** Whether W&B reads it, from a file or from Python. */
export function isWandb(format: FormatId): boolean {
  return format === 'wandb-sweep' || format === 'wandb-python';
}

/** The name of the tool that reads a format, as its users say it. */
export function toolName(format: FormatId): string {
  switch (format) {
    case 'wandb-sweep':
    case 'wandb-python':
      return 'W&B';
    case 'optuna-python':
      return 'Optuna';
    case 'ray-python':
      return 'Ray Tune';
    case 'hyperopt-python':
      return 'Hyperopt';
    case 'keras-tuner-python':
      return 'Keras Tuner';
    case 'ax-python':
      return 'Ax';
    case 'katib-experiment':
      return 'Katib';
    case 'nni-search-space':
    case 'nni-experiment':
      return 'NNI';
    case 'hydra-sweeper':
      return 'Hydra';
    case 'configspace':
    case 'pcs':
      return 'ConfigSpace';
    case 'azure-sweep':
      return 'Azure ML';
    case 'determined':
      return 'Determined';
    case 'vertex-study':
      return 'Vertex AI';
    case 'sagemaker-tuning':
      return 'SageMaker';
    case 'irace':
      return 'irace';
    case 'polyaxon':
      return 'Polyaxon';
  }
}
