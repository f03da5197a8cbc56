import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../finding';
import { canDraw } from '../space/distribution';
import type { Domain } from '../space/domain';
import type { Condition, Parameter, SearchSpace } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';
import { hasNoConditions } from './applicability';
import type { Check } from './check';

/** A condition on a value its parent never has. */
export const conditionValue: Check = {
  code: 'condition-value',
  severity: 'warning',
  get title() {
    return l10n.t('Condition on a value that is never drawn');
  },
  notApplicable: hasNoConditions,
  run: space => {
    const domains = new Map(space.parameters.map(({ name, domain }) => [name, domain]));
    return space.parameters.flatMap(parameter =>
      impossible(parameter.condition, domains).flatMap(({ parent, value }) =>
        report(space, parameter, parent, value),
      ),
    );
  },
};

function report(
  { findings }: SearchSpace,
  { name, tokens }: Parameter,
  parent: string,
  value: string,
): Finding[] {
  const range = tokens.condition ?? tokens.name;
  if (findings.some(other => other.severity === 'error' && other.range.start === range.start)) return [];
  const message = l10n.t(
    '`{0}` waits for `{1}` to be {2}, which it never is; correct the value, or add it to `{1}`.',
    name,
    parent,
    value,
  );
  return [finding(conditionValue, range, message, { parameter: name })];
}

interface Impossible {
  readonly parent: string;
  /** In words, as it completes "to be …". */
  readonly value: string;
}

function impossible(
  condition: Condition | undefined,
  domains: ReadonlyMap<string, Domain | undefined>,
): Impossible[] {
  switch (condition?.kind) {
    case undefined:
    case 'notIn':
    case 'relation':
      return [];
    case 'all':
    case 'any':
      return condition.of.flatMap(part => impossible(part, domains));
    case 'in': {
      const domain = domains.get(condition.parent);
      if (domain === undefined) return [];
      return condition.values
        .filter(value => !canDraw(domain, value))
        .map(value => ({ parent: condition.parent, value: `\`${shorten(choiceLabel(value), 40)}\`` }));
    }
    case 'below':
    case 'above': {
      const [least, most] = extent(domains.get(condition.parent)) ?? [-Infinity, Infinity];
      const isBelow = condition.kind === 'below';
      const { bound, inclusive, parent } = condition;
      const reachable = isBelow ? least < bound : most > bound;
      if (reachable || (inclusive && (isBelow ? least : most) === bound)) return [];
      const value = isBelow
        ? l10n.t('below {0}', formatNumber(bound))
        : l10n.t('above {0}', formatNumber(bound));
      return [{ parent, value }];
    }
  }
}

/** The least and the most number a domain holds; undefined where it holds something else. */
function extent(domain: Domain | undefined): readonly [number, number] | undefined {
  switch (domain?.kind) {
    case undefined:
      return undefined;
    case 'float':
    case 'integer':
      return [domain.low, domain.high];
    case 'constant':
      return typeof domain.value === 'number' ? [domain.value, domain.value] : undefined;
    case 'categorical':
    case 'ordinal': {
      const numbers = domain.choices.flatMap(({ value }) => (typeof value === 'number' ? value : []));
      return numbers.length === domain.choices.length
        ? [Math.min(...numbers), Math.max(...numbers)]
        : undefined;
    }
  }
}
