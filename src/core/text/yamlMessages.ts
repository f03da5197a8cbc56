import * as l10n from '@vscode/l10n';
import type { ErrorCode } from 'yaml';

/** What is wrong in a person's words, where the parser's own are for its authors. */
export function yamlMessage(code: ErrorCode, original: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return l10n.t('YAML takes only spaces for indentation; this is a tab.');
    case 'BAD_INDENT':
      return original.includes('must be sufficiently indented and end with')
        ? l10n.t('A bracket is opened before this point and never closed.')
        : l10n.t('The indentation does not fit the lines before.');
    case 'MISSING_CHAR':
      return original.startsWith('Implicit')
        ? l10n.t('A key needs a colon and a space after it.')
        : l10n.t('Something is missing here: a closing quote or bracket, a comma or a space.');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return l10n.t(
        'A second colon makes this a mapping inside a value; put it on its own line or in quotes.',
      );
    case 'BAD_SCALAR_START':
      return l10n.t('A value that starts with this character needs quotes.');
    case 'BAD_DQ_ESCAPE':
      return l10n.t('This escape does not exist; in double quotes a backslash is written twice.');
    case 'UNEXPECTED_TOKEN':
      return l10n.t('This does not belong here.');
    case 'BAD_ALIAS':
      return l10n.t('This alias has no anchor before it.');
    case 'TAG_RESOLVE_FAILED':
      return l10n.t('This tag is unknown to the tool that reads the file.');
    case 'RESOURCE_EXHAUSTION':
      return l10n.t('This is nested too deeply to be read.');
    case 'NON_STRING_KEY':
      return l10n.t('A key must be plain text; put quotes around it if it is.');
    case 'ALIAS_PROPS':
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_DIRECTIVE':
    case 'BAD_PROP_ORDER':
    case 'BLOCK_IN_FLOW':
    case 'DUPLICATE_KEY':
    case 'IMPOSSIBLE':
    case 'KEY_OVER_1024_CHARS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_DOCS':
    case 'MULTIPLE_TAGS':
      return l10n.t('This is not valid YAML: {0}', original);
  }
}
