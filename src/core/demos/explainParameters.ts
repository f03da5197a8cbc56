import * as l10n from '@vscode/l10n';
import { choicesText, kindText, percent, priorText, rangeText, stepText } from '../hover/domainText';
import type { Row, TableBlock } from '../report/report';
import type { Activity } from '../sampling/activity';
import { conditionText } from '../space/conditionText';
import { isContinuous, levelCount, quantile } from '../space/distribution';
import type { Choice, Domain } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';

const shownChoices = 12;

/** One row a parameter, in the order of the file. */
export function parametersTable(space: SearchSpace, activity: ReadonlyMap<string, Activity>): TableBlock {
  const isConditional = space.parameters.some(({ condition }) => condition !== undefined);
  return {
    kind: 'table',
    title: l10n.t('Parameters'),
    columns: [
      { key: 'parameter', title: l10n.t('Parameter'), kind: 'parameter' },
      { key: 'kind', title: l10n.t('Kind'), kind: 'text' },
      { key: 'scale', title: l10n.t('Drawn'), kind: 'text' },
      { key: 'range', title: l10n.t('Range'), kind: 'text' },
      { key: 'low', title: l10n.t('5 %'), kind: 'number' },
      { key: 'median', title: l10n.t('Median'), kind: 'number' },
      { key: 'high', title: l10n.t('95 %'), kind: 'number' },
      { key: 'values', title: l10n.t('Values'), kind: 'text' },
      ...(isConditional
        ? [
            { key: 'when', title: l10n.t('Active when'), kind: 'text' as const },
            { key: 'active', title: l10n.t('Active'), kind: 'text' as const },
          ]
        : []),
    ],
    rows: space.parameters.map(parameter => ({
      ...rowOf(parameter),
      ...(isConditional && {
        when: parameter.condition ? shorten(conditionText(parameter.condition), 120) : l10n.t('always'),
        active: percent(activity.get(parameter.name)?.share ?? 0),
      }),
    })),
  };
}

function rowOf({ name, domain }: Parameter): Row {
  const quantiles = ([0.05, 0.5, 0.95] as const).map(p => (domain && quantile(domain, p)) ?? null);
  const [low = null, median = null, high = null] = quantiles;
  return {
    parameter: name,
    ...(domain === undefined
      ? { kind: l10n.t('unreadable'), scale: '', range: l10n.t('nothing can be drawn') }
      : wordsOf(domain)),
    low,
    median,
    high,
    values: domain === undefined ? '' : valuesText(domain),
  };
}

function wordsOf(domain: Domain): { readonly kind: string; readonly scale: string; readonly range: string } {
  switch (domain.kind) {
    case 'constant':
      return { kind: l10n.t('constant'), scale: '', range: shorten(choiceLabel(domain.value), 80) };
    case 'categorical':
    case 'ordinal':
      return {
        kind: domain.kind === 'ordinal' ? l10n.t('ordered') : l10n.t('categorical'),
        ...choiceWords(domain.choices),
      };
    case 'float':
    case 'integer':
      return {
        kind: kindText(domain),
        scale: priorText(domain),
        range: [rangeText(domain), stepText(domain)].filter(part => part !== '').join(', '),
      };
  }
}

/** Equal shares are said once, others beside each choice. */
function choiceWords(choices: readonly Choice[]): { readonly scale: string; readonly range: string } {
  const isUniform = choices.every(({ weight }) => Math.abs(weight * choices.length - 1) < 1e-9);
  if (!isUniform) return { scale: l10n.t('weighted'), range: choicesText(choices) };
  const shown = choices.slice(0, shownChoices).map(({ label }) => shorten(label, 40));
  const left = choices.length - shown.length;
  const more = left > 0 ? [l10n.t('{0} more', formatNumber(left))] : [];
  return { scale: l10n.t('uniform'), range: [...shown, ...more].join(', ') };
}

function valuesText(domain: Domain): string {
  const count = levelCount(domain);
  if (Number.isFinite(count)) return formatNumber(count);
  return isContinuous(domain) ? l10n.t('continuous') : l10n.t('unbounded');
}
