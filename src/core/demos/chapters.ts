import * as l10n from '@vscode/l10n';
import type { Demo } from './demo';

/** A demonstration as a list of topics shows it. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly chapter: string;
}

/** The headings of the gallery, in the order of a course, and what stands under each. */
const chapters: readonly { title(): string; readonly demos: readonly string[] }[] = [
  { title: () => l10n.t('Your search space'), demos: ['explain', 'conditional', 'sampling'] },
  { title: () => l10n.t('Searching it'), demos: ['search', 'acquisition'] },
  { title: () => l10n.t('Budgets and populations'), demos: ['halving', 'hyperband', 'asha', 'bohb', 'pbt'] },
  { title: () => l10n.t('Several objectives'), demos: ['multi-objective', 'pareto'] },
  { title: () => l10n.t('Honest validation'), demos: ['leakage', 'nested-validation'] },
  { title: () => l10n.t('Large language models'), demos: ['llm'] },
  { title: () => l10n.t('Theory'), demos: ['theory'] },
];

/** The demonstrations in the order of their chapters. */
export function topicsOf(demos: readonly Demo[]): Topic[] {
  return chapters.flatMap(chapter =>
    chapter.demos
      .flatMap(id => demos.find(demo => demo.id === id) ?? [])
      .map(({ id, title, question }) => ({ id, title, question, chapter: chapter.title() })),
  );
}
