import * as vscode from 'vscode';
import type { Analysis } from '../core/analyse';
import type { Parameter, SearchSpace } from '../core/space/searchSpace';
import { contains } from '../core/text/range';
import { selector } from './documents';
import { hoverMarkdown } from './hoverMarkdown';
import { toRange } from './ranges';
import type { Known, SearchSpaces } from './searchSpaces';

/** The distribution of the parameter under the pointer, in words and as a picture. */
export function registerHover(spaces: SearchSpaces): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      const known = await spaces.of(document);
      const target = parameterAt(known, document, position);
      if (target === undefined) return undefined;
      return new vscode.Hover(hoverMarkdown(document, target), target.range);
    },
  });
}

export interface Target {
  readonly analysis: Analysis;
  readonly space: SearchSpace;
  readonly parameter: Parameter;
  readonly range: vscode.Range;
}

function parameterAt(
  known: Known,
  document: vscode.TextDocument,
  position: vscode.Position,
): Target | undefined {
  const offset = document.offsetAt(position);
  const { analysis } = known;
  const found = parametersOf(analysis).findLast(({ parameter }) => contains(parameter.tokens.name, offset));
  if (analysis !== undefined && found !== undefined) {
    return { analysis, ...found, range: toRange(document, found.parameter.tokens.name) };
  }
  return parameterByName(known, document, position);
}

/** While the text does not parse its ranges mean nothing, but the word under the pointer still names a parameter. */
function parameterByName(
  { analysis, lastGood }: Known,
  document: vscode.TextDocument,
  position: vscode.Position,
): Target | undefined {
  const broken = analysis === undefined || analysis.findings.some(({ code }) => code === 'syntax');
  const range = document.getWordRangeAtPosition(position, /[\w.$-]+/);
  if (!broken || lastGood === undefined || range === undefined) return undefined;
  const word = document.getText(range);
  const found = parametersOf(lastGood).find(({ parameter }) => parameter.name === word);
  return found && { analysis: lastGood, ...found, range };
}

function parametersOf(analysis: Analysis | undefined): Pick<Target, 'space' | 'parameter'>[] {
  return analysis?.spaces.flatMap(space => space.parameters.map(parameter => ({ space, parameter }))) ?? [];
}
