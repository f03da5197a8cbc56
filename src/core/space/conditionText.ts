import * as l10n from '@vscode/l10n';
import { formatNumber } from '../text/formatNumber';
import type { Condition, RelationOperator } from './searchSpace';
import { choiceLabel } from './values';

/** A condition in words: "optimizer is sgd or adam, and layers is above 2". */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'in':
      return l10n.t('{0} is {1}', condition.parent, condition.values.map(choiceLabel).join(or()));
    case 'notIn':
      return l10n.t('{0} is not {1}', condition.parent, condition.values.map(choiceLabel).join(or()));
    case 'below':
      return condition.inclusive
        ? l10n.t('{0} is at most {1}', condition.parent, formatNumber(condition.bound))
        : l10n.t('{0} is below {1}', condition.parent, formatNumber(condition.bound));
    case 'above':
      return condition.inclusive
        ? l10n.t('{0} is at least {1}', condition.parent, formatNumber(condition.bound))
        : l10n.t('{0} is above {1}', condition.parent, formatNumber(condition.bound));
    case 'relation':
      return relationText(condition.left, condition.operator, condition.right);
    case 'all':
      return condition.of.map(conditionText).join(l10n.t(', and '));
    case 'any':
      return condition.of.map(conditionText).join(l10n.t(', or '));
  }
}

function relationText(left: string, operator: RelationOperator, right: string): string {
  switch (operator) {
    case '<':
      return l10n.t('{0} is below {1}', left, right);
    case '<=':
      return l10n.t('{0} is at most {1}', left, right);
    case '=':
      return l10n.t('{0} is equal to {1}', left, right);
    case '>=':
      return l10n.t('{0} is at least {1}', left, right);
    case '>':
      return l10n.t('{0} is above {1}', left, right);
  }
}

function or(): string {
  return l10n.t(' or ');
}
