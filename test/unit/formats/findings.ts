import { analyse } from '../../../src/core/analyse';
import type { Finding } from '../../../src/core/finding';
import { applyEdits } from '../../../src/core/text/range';
import type { SourceLanguage } from '../../../src/core/text/source';

/** The findings of a text, of one code or of all. */
export function findings(text: string, code?: string, language: SourceLanguage = 'yaml'): readonly Finding[] {
  const all = analyse(text, language)?.findings ?? [];
  return code === undefined ? all : all.filter(finding => finding.code === code);
}

/** The messages of the errors in a text. */
export function errors(text: string, language: SourceLanguage = 'yaml'): string[] {
  return findings(text, undefined, language).flatMap(({ severity, message }) =>
    severity === 'error' ? [message] : [],
  );
}

/** The text after the first fix of the first finding of a code. */
export function afterFix(text: string, code: string, language: SourceLanguage = 'yaml'): string {
  return applyEdits(text, findings(text, code, language)[0]?.fixes[0]?.edits ?? []);
}
