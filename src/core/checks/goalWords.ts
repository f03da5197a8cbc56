import type { FormatId, Goal } from '../space/searchSpace';

/** How a format writes a goal: the key it stands under, and the word for each. */
export interface GoalWords extends Readonly<Record<Goal, string>> {
  readonly key: string;
}

const plain: GoalWords = { key: 'goal', minimize: 'minimize', maximize: 'maximize' };

export function goalWords(format: FormatId): GoalWords {
  if (format === 'determined') return { key: 'smaller_is_better', minimize: 'true', maximize: 'false' };
  if (format === 'vertex-study') return { key: 'goal', minimize: 'MINIMIZE', maximize: 'MAXIMIZE' };
  if (format === 'sagemaker-tuning') return { key: 'Type', minimize: 'Minimize', maximize: 'Maximize' };
  if (format === 'ray-python') return { key: 'mode', minimize: 'min', maximize: 'max' };
  if (format === 'keras-tuner-python') return { key: 'direction', minimize: 'min', maximize: 'max' };
  if (format === 'ax-python') return { key: 'minimize', minimize: 'True', maximize: 'False' };
  return format === 'polyaxon' ? { ...plain, key: 'optimization' } : plain;
}
