import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { SearchSpace } from '../space/searchSpace';
import { insertEntriesBefore } from '../text/edits/entry';
import type { Check } from './check';

/** A W&B sweep that draws new runs for as long as an agent asks. */
export const endlessSearch: Check = {
  code: 'endless-search',
  severity: 'hint',
  get title() {
    return l10n.t('Search without an end');
  },
  notApplicable: hasEnd,
  run: (space, text) => {
    const { method } = space;
    if (hasEnd(space) !== undefined || method === undefined) return [];
    const message = l10n.t(
      'Nothing here ends the sweep: a {0} search goes on for as long as agents ask for runs; set `run_cap`, or start agents with a count.',
      method.name,
    );
    return [finding(endlessSearch, method.range, message, { fixes: cap(space, text) })];
  },
};

function hasEnd({ format, method, budget }: SearchSpace): string | undefined {
  if (format !== 'wandb-sweep') return l10n.t('The tool has a number of trials of its own.');
  if (method?.family === 'grid') return l10n.t('A grid ends by itself.');
  return budget.trials === undefined ? undefined : l10n.t('The file states the number of trials.');
}

function cap({ method }: SearchSpace, text: string): Fix[] {
  const edit = method && insertEntriesBefore(text, method.range, [['run_cap', '60']]);
  return edit === undefined ? [] : [{ title: l10n.t('Add run_cap: {0}', '60'), edits: [edit], safe: false }];
}
