import { formatNumber } from '../core/text/formatNumber';
import type { CheckResult, CheckStatus } from '../core/report/report';
import type { Connection } from './connection';
import { element } from './dom';
import { icon, type IconName } from './icons';
import { parameterLink } from './parameterLink';
import { strings } from './strings';

const looks: Readonly<Record<CheckStatus, { icon: IconName; label: () => string }>> = {
  FAIL: { icon: 'fail', label: strings.statusFail },
  WARN: { icon: 'warn', label: strings.statusWarn },
  INFO: { icon: 'info', label: strings.statusInfo },
  PASS: { icon: 'pass', label: strings.statusPass },
  NOT_APPLICABLE: { icon: 'none', label: strings.statusNotApplicable },
};

/** Check results, the worst first; what passed or does not apply is folded away behind its count. */
export class Verdicts {
  readonly element = element('section', { class: 'verdicts', 'aria-label': strings.checks() });
  #shown = '';

  constructor(private readonly connection: Connection) {}

  update(checks: readonly CheckResult[]): void {
    const next = JSON.stringify(checks);
    if (next === this.#shown) return;
    this.#shown = next;
    const of = (status: CheckStatus): CheckResult[] => checks.filter(check => check.status === status);
    const open = [...of('FAIL'), ...of('WARN'), ...of('INFO')];
    this.element.hidden = checks.length === 0;
    this.element.replaceChildren(
      element('h2', {}, strings.checks()),
      ...(open.length > 0 ? [this.#list(open)] : []),
      ...this.#folded(strings.passed, 'PASS', of('PASS')),
      ...this.#folded(strings.notApplicable, 'NOT_APPLICABLE', of('NOT_APPLICABLE')),
    );
  }

  #folded(title: (count: number) => string, status: CheckStatus, checks: CheckResult[]): HTMLElement[] {
    if (checks.length === 0) return [];
    const { open } = this.element.querySelector<HTMLDetailsElement>(`details.${status}`) ?? { open: false };
    const summary = element('summary', {}, title(checks.length));
    return [element('details', { class: status, open }, summary, this.#list(checks))];
  }

  #list(checks: readonly CheckResult[]): HTMLElement {
    return element('ul', { class: 'checks' }, ...checks.map(check => this.#row(check)));
  }

  #row(check: CheckResult): HTMLElement {
    const { icon: name, label } = looks[check.status];
    const badge = element('span', { class: `badge ${check.status}` }, label());
    badge.prepend(icon(name));
    return element(
      'li',
      {},
      badge,
      element(
        'div',
        {},
        element('strong', {}, check.name),
        ' ',
        check.message,
        check.parameter === undefined ? undefined : ' ',
        check.parameter === undefined ? undefined : parameterLink(check.parameter, this.connection),
      ),
      element('span', { class: 'numbers' }, numbers(check)),
    );
  }
}

function numbers({ value, target, tolerance }: CheckResult): string {
  const parts = [
    value === undefined ? undefined : strings.value(formatNumber(value)),
    target === undefined
      ? undefined
      : tolerance === undefined
        ? strings.target(formatNumber(target))
        : strings.targetWithin(formatNumber(target), formatNumber(tolerance)),
  ];
  return parts.filter(part => part !== undefined).join(' · ');
}
