import * as l10n from '@vscode/l10n';
import { displayAxis } from '../space/displayAxis';
import { decadeShares, quantile } from '../space/distribution';
import type { Domain } from '../space/domain';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';
import { domainText, percent } from './domainText';

/** What a density picture shows, in words: "Density of lr on a log axis: float, uniform, …; median 0.05; …". */
export function pictureText(name: string, domain: Domain): string {
  const what = domainText(domain);
  if (domain.kind !== 'float' && domain.kind !== 'integer') {
    return l10n.t('Draws of {0}: {1}', shorten(name, 80), what);
  }
  const parts = [
    displayAxis(domain).log
      ? l10n.t('Density of {0} on a log axis: {1}', shorten(name, 80), what)
      : l10n.t('Density of {0}: {1}', shorten(name, 80), what),
  ];
  const median = quantile(domain, 0.5);
  if (median !== undefined) parts.push(l10n.t('median {0}', formatNumber(median)));
  const shares = decadeShares(domain);
  if (shares.length > 1 && shares.length <= 12) {
    parts.push(l10n.t('draws per decade {0}', shares.map(({ share }) => percent(share)).join(', ')));
  }
  return parts.join('; ');
}
