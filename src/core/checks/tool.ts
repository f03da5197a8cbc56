import type { FormatId } from '../space/searchSpace';

/** The name of the tool that reads a format, as its users say it. */
export function toolName(format: FormatId): string {
  switch (format) {
    case 'wandb-sweep':
      return 'W&B';
    case 'katib-experiment':
      return 'Katib';
    case 'nni-search-space':
    case 'nni-experiment':
      return 'NNI';
    case 'azure-sweep':
      return 'Azure ML';
    case 'determined':
      return 'Determined';
  }
}
