import * as l10n from '@vscode/l10n';
import { acceptedName } from '../formats/wandb/parameters';
import type { FormatId, Parameter, SearchSpace } from '../space/searchSpace';
import type { TextEdit, TextRange } from '../text/range';
import type { Dialect } from '../text/scalars';
import type { SourceDocument } from '../text/source';
import { mentions } from './mentions/index';
import { ownName, parameterAt, type Named } from './parameterAt';
import { isPlainYaml } from './snippet';

export type Rename =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** One sentence, for the person who asked. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What would be renamed at a place: the token and the name in it. Undefined where no parameter is named. */
export function renameTarget(
  spaces: readonly SearchSpace[],
  document: SourceDocument,
  offset: number,
): { readonly range: TextRange; readonly name: string } | undefined {
  const named = parameterAt(spaces, document, offset);
  return named && { range: named.range, name: ownName(named.parameter, document.text) };
}

/**
 * Renames the parameter at `offset` where it is declared and wherever the file refers to it. Of a nested parameter
 * only its own part of the name changes.
 *
 * @param spaces as they were read from just this document.
 */
export function renameEdits(
  spaces: readonly SearchSpace[],
  document: SourceDocument,
  offset: number,
  newName: string,
): Rename {
  const named = parameterAt(spaces, document, offset);
  if (named === undefined) return refused(l10n.t('No parameter is named here.'));
  const reason = objection(named, spaces, document, newName);
  if (reason !== undefined) return refused(reason);
  const { space, parameter } = named;
  const places = [
    parameter.tokens.name,
    ...mentions(space, document).flatMap(({ name, range }) => (name === parameter.name ? [range] : [])),
  ];
  const edits = places.map(range => rewrite(document, range, newName, space.dialect));
  return { kind: 'edits', edits };
}

function refused(reason: string): Rename {
  return { kind: 'refused', reason };
}

function objection(
  { space, parameter }: Named,
  spaces: readonly SearchSpace[],
  { text }: SourceDocument,
  newName: string,
): string | undefined {
  const own = ownName(parameter, text);
  const fullName = parameter.name.slice(0, parameter.name.length - own.length) + newName;
  const taken = space.parameters.some(other => other !== parameter && other.name === fullName);
  if (taken) return l10n.t('This search space already has a parameter `{0}`.', fullName);
  if (sharers(parameter, spaces) > 1) {
    return l10n.t(
      'Several parameters share this name by an anchor; give each a declaration of its own first.',
    );
  }
  return nameProblem(space.format, newName);
}

/** How many parameters are declared by the same token. */
function sharers({ tokens }: Parameter, spaces: readonly SearchSpace[]): number {
  const { start, end } = tokens.name;
  return spaces
    .flatMap(({ parameters }) => parameters)
    .filter(other => other.tokens.name.start === start && other.tokens.name.end === end).length;
}

/** Why a tool would not take a name. */
function nameProblem(format: FormatId, name: string): string | undefined {
  if (name.trim() === '') return l10n.t('A parameter needs a name.');
  if (/[\r\n]/.test(name)) return l10n.t('A name stays on one line.');
  if (format === 'wandb-sweep' && !acceptedName.test(name)) {
    return l10n.t('W&B takes names of letters, digits, `_`, `.` and `-` that start with a letter.');
  }
  if (format.startsWith('nni') && name.startsWith('_')) {
    return l10n.t('NNI keeps names that start with `_` for itself.');
  }
  if (format === 'pcs' && /[\s{}[\]()|=<>!,&#"]/.test(name)) {
    return l10n.t('A name in this file has no spaces, brackets, commas or operators.');
  }
  if (format === 'irace' && !/^[A-Za-z.][\w.]*$/.test(name)) {
    return l10n.t('irace takes names of letters, digits, `_` and `.` that R can read.');
  }
  if (format === 'azure-sweep' && !/^\w+$/.test(name)) {
    return l10n.t('Azure ML takes names of letters, digits and `_`.');
  }
  return undefined;
}

/** Writes a name over a token, in quotes where the token has them or the name needs them. */
function rewrite(
  { text, language }: SourceDocument,
  range: TextRange,
  name: string,
  dialect: Dialect,
): TextEdit {
  const first = text.charAt(range.start);
  const isScalar = language === 'json' || language === 'yaml';
  const isWhole = !/[\w.-]/.test(text.charAt(range.start - 1));
  if (!isScalar || !isWhole) return { range, newText: name };
  if (first === "'") return { range, newText: `'${name.replaceAll("'", "''")}'` };
  const isPlain = first !== '"' && isPlainYaml(name, dialect);
  return { range, newText: isPlain ? name : JSON.stringify(name) };
}
