import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Rule } from '../finding';
import type { SourceDocument, SyntaxProblem } from '../text/source';

export const syntax: Rule = {
  code: 'syntax',
  severity: 'error',
  get title() {
    return l10n.t('Text that cannot be parsed');
  },
};

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  get title() {
    return l10n.t('Key written twice');
  },
};

export const textLimit: Rule = {
  code: 'text-limit',
  severity: 'warning',
  get title() {
    return l10n.t('Text too large to read in full');
  },
};

export const sourceRules: readonly Rule[] = [syntax, duplicateKey, textLimit];

/** What the text's own grammar objects to, whoever reads it. */
export function sourceFindings({ problems }: SourceDocument): Finding[] {
  return problems.map(({ kind, range, message }) => finding(ruleOf(kind), range, message));
}

function ruleOf(kind: SyntaxProblem['kind']): Rule {
  switch (kind) {
    case 'syntax':
      return syntax;
    case 'duplicate-key':
      return duplicateKey;
    case 'limit':
      return textLimit;
  }
}
