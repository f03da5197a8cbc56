import * as l10n from '@vscode/l10n';
import { printParseErrorCode, type ParseErrorCode } from 'jsonc-parser';

/** What a JSON parse error means to the person who wrote the text. */
export function jsonMessage(code: ParseErrorCode): string {
  switch (printParseErrorCode(code)) {
    case 'InvalidSymbol':
      return l10n.t('JSON does not know this word; text needs double quotes.');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return l10n.t('JSON does not write numbers this way.');
    case 'PropertyNameExpected':
      return l10n.t('A key in double quotes is expected here.');
    case 'ValueExpected':
      return l10n.t('A value is expected here.');
    case 'ColonExpected':
      return l10n.t('A colon is missing here.');
    case 'CommaExpected':
      return l10n.t('A comma is missing before this.');
    case 'CloseBraceExpected':
      return l10n.t('A closing brace is missing.');
    case 'CloseBracketExpected':
      return l10n.t('A closing bracket is missing.');
    case 'EndOfFileExpected':
      return l10n.t('The JSON text ended before this.');
    case 'UnexpectedEndOfString':
      return l10n.t('This text has no closing quote.');
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return l10n.t('This escape does not exist; a backslash is written twice.');
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
    case 'InvalidCharacter':
    case '<unknown ParseErrorCode>':
      return l10n.t('This is not valid JSON.');
  }
}
