import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import type { TextRange } from '../../../text/range';
import { missingField } from '../rules';

/** What the admission webhook answers with "must be specified". */
export function missing(field: string, range: TextRange, parameter?: string): Finding {
  const message = l10n.t('Katib rejects an experiment without `{0}`; add it.', field);
  return finding(missingField, range, message, { parameter });
}
