import * as vscode from 'vscode';

/** Which command runs which demonstration, and what its lens reads, where it has one. */
export const demoCommands: readonly {
  readonly command: string;
  readonly demo: string;
  readonly lens?: () => string;
}[] = [
  { command: 'tuningLens.explain', demo: 'explain', lens: () => vscode.l10n.t('Explain') },
  { command: 'tuningLens.sample', demo: 'sampling', lens: () => vscode.l10n.t('Sample') },
  { command: 'tuningLens.acquire', demo: 'acquisition', lens: () => vscode.l10n.t('Acquire') },
  { command: 'tuningLens.halve', demo: 'halving', lens: () => vscode.l10n.t('Halve') },
  { command: 'tuningLens.compareSearches', demo: 'search' },
  { command: 'tuningLens.runHyperband', demo: 'hyperband' },
  { command: 'tuningLens.runAsha', demo: 'asha' },
  { command: 'tuningLens.runBohb', demo: 'bohb' },
  { command: 'tuningLens.runPopulation', demo: 'pbt' },
  { command: 'tuningLens.planFineTuning', demo: 'llm' },
  { command: 'tuningLens.showConditions', demo: 'conditional' },
  { command: 'tuningLens.tradeOff', demo: 'pareto' },
  { command: 'tuningLens.compareMultiObjective', demo: 'multi-objective' },
  { command: 'tuningLens.showLeakage', demo: 'leakage' },
  { command: 'tuningLens.showNestedValidation', demo: 'nested-validation' },
];
