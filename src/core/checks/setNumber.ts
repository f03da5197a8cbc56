import * as l10n from '@vscode/l10n';
import type { Fix } from '../finding';
import type { Stated } from '../space/searchSpace';
import { replaceToken, tokenText } from '../text/edits/token';
import { numberText } from '../text/numberText';
import { pythonFloat } from '../text/pythonNumber';
import type { Dialect } from '../text/scalars';

/** A fix that writes another number where one stands; none where it is a default, or the result of a calculation. */
export function setNumber(
  text: string,
  dialect: Dialect,
  { value, range }: Stated,
  to: number,
): readonly Fix[] {
  if (pythonFloat(tokenText(text, range)) !== value || !Number.isFinite(to)) return [];
  const written = numberText(to, dialect);
  const title = l10n.t('Set it to {0}', written);
  return [{ title, edits: [replaceToken(text, range, written)], safe: false }];
}
