import * as l10n from '@vscode/l10n';
import { conditionText } from '../space/conditionText';
import { decadeShares, isContinuous, levelCount, quantile } from '../space/distribution';
import type { Domain } from '../space/domain';
import type { Parameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';
import { domainText, percent } from './domainText';

const shownDecades = 12;

/**
 * A parameter in words, complete without its picture: kind, scale and range, then quantiles, share of draws per decade,
 * levels of a grid and when it is active, one statement a line. All of it is plain text, user text included.
 */
export function describeParameter({ domain, condition }: Parameter): string[] {
  const statements = domain
    ? [domainText(domain), quantileText(domain), decadeText(domain), levelText(domain)]
    : [l10n.t('Nothing can be drawn from this declaration.')];
  if (condition) statements.push(l10n.t('Active when {0}.', shorten(conditionText(condition), 300)));
  return statements.filter(statement => statement !== '');
}

function quantileText(domain: Domain): string {
  const [low, median, high] = [0.05, 0.5, 0.95].map(p => quantile(domain, p));
  if (low === undefined || median === undefined || high === undefined) return '';
  return l10n.t(
    'Median {0} · 5 % {1} · 95 % {2}',
    formatNumber(median),
    formatNumber(low),
    formatNumber(high),
  );
}

function decadeText(domain: Domain): string {
  const shares = decadeShares(domain);
  if (shares.length < 2) return '';
  const shown = shares.slice(0, shownDecades).map(({ low, high, share }) => {
    return l10n.t('{0} … {1}: {2}', formatNumber(low), formatNumber(high), percent(share));
  });
  const left = shares.length - shown.length;
  const text = [...shown, ...(left > 0 ? [l10n.t('{0} more', formatNumber(left))] : [])].join(' · ');
  return l10n.t('Draws per decade: {0}', text);
}

function levelText(domain: Domain): string {
  if (domain.kind === 'constant') return '';
  const count = levelCount(domain);
  if (Number.isFinite(count)) return l10n.t('{0} values: a grid tries each of them.', formatNumber(count));
  return isContinuous(domain)
    ? l10n.t('Continuous: a grid has to choose its levels.')
    : l10n.t('Unbounded: a grid has to choose its levels.');
}
