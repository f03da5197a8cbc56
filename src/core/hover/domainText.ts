import * as l10n from '@vscode/l10n';
import type { Choice, Domain, FloatDomain, IntegerDomain } from '../space/domain';
import { levelsOf } from '../space/levels';
import { choiceLabel } from '../space/values';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';

const shownChoices = 8;

/** Kind, scale and range in words: "float, log-uniform, 1e-5 … 0.1 (inclusive)". */
export function domainText(domain: Domain): string {
  switch (domain.kind) {
    case 'constant':
      return l10n.t('constant, always {0}', shorten(choiceLabel(domain.value), 80));
    case 'categorical':
      return l10n.t(
        'categorical, {0} choices: {1}',
        formatNumber(domain.choices.length),
        choicesText(domain.choices),
      );
    case 'ordinal':
      return l10n.t(
        'ordered, {0} choices: {1}',
        formatNumber(domain.choices.length),
        choicesText(domain.choices),
      );
    case 'float':
    case 'integer':
      return [kindText(domain), priorText(domain), rangeText(domain), stepText(domain)]
        .filter(part => part !== '')
        .join(', ');
  }
}

/** A share of draws: "0.09 %". */
export function percent(share: number): string {
  return l10n.t('{0} %', formatNumber(share * 100));
}

export function choicesText(choices: readonly Choice[]): string {
  const shown = choices
    .slice(0, shownChoices)
    .map(({ label, weight }) => `${shorten(label, 40)} ${percent(weight)}`);
  const left = choices.length - shown.length;
  return [...shown, ...(left > 0 ? [l10n.t('{0} more', formatNumber(left))] : [])].join(' · ');
}

export function kindText(domain: FloatDomain | IntegerDomain): string {
  return domain.kind === 'float' ? l10n.t('float') : l10n.t('integer');
}

export function priorText({ prior, scale }: FloatDomain | IntegerDomain): string {
  switch (prior.kind) {
    case 'uniform':
      if (scale === 'linear') return l10n.t('uniform');
      return scale === 'log' ? l10n.t('log-uniform') : l10n.t('reverse-log-uniform');
    case 'normal': {
      const deviation = formatNumber(prior.standardDeviation);
      if (scale === 'linear') {
        return l10n.t('normal with mean {0} and standard deviation {1}', formatNumber(prior.mean), deviation);
      }
      const median = formatNumber(Math.exp(prior.mean));
      return l10n.t(
        'log-normal with median {0} and standard deviation {1} of its logarithm',
        median,
        deviation,
      );
    }
    case 'beta': {
      const [alpha, beta] = [formatNumber(prior.alpha), formatNumber(prior.beta)];
      return scale === 'linear'
        ? l10n.t('beta with α {0} and β {1}', alpha, beta)
        : l10n.t('beta with α {0} and β {1} along the logarithm', alpha, beta);
    }
  }
}

export function rangeText(domain: FloatDomain | IntegerDomain): string {
  const { low, high, scale } = domain;
  const [from, to] = [formatNumber(low), formatNumber(high)];
  if (!Number.isFinite(high)) {
    if (Number.isFinite(low) && !(scale === 'log' && low === 0)) return l10n.t('at least {0}', from);
    return l10n.t('unbounded');
  }
  if (!Number.isFinite(low)) return l10n.t('at most {0}', to);
  return domain.kind === 'float' && domain.highExclusive
    ? l10n.t('{0} … {1} (upper end excluded)', from, to)
    : l10n.t('{0} … {1} (inclusive)', from, to);
}

export function stepText(domain: FloatDomain | IntegerDomain): string {
  const { step } = domain;
  const levels = levelsOf(domain);
  if (!step || !levels) return '';
  const size = formatNumber(step.size);
  if (step.origin === 'low') {
    return domain.kind === 'integer' && step.size === 1 ? '' : l10n.t('in steps of {0}', size);
  }
  if (domain.kind === 'integer' && step.size === 1) return l10n.t('rounded to whole numbers');
  const [first, last] = [levels.value(levels.first), levels.value(levels.last)];
  if (!Number.isFinite(first) || !Number.isFinite(last)) return l10n.t('rounded to multiples of {0}', size);
  return l10n.t('rounded to multiples of {0}: {1} … {2}', size, formatNumber(first), formatNumber(last));
}
