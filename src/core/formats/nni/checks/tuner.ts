import * as l10n from '@vscode/l10n';
import { replaceToken } from '../../../text/edits/token';
import { finding, type Finding } from '../../../finding';
import { formatNumber } from '../../../text/formatNumber';
import { nearestWord } from '../../../text/nearestWord';
import { scalarValue } from '../../../text/scalars';
import { child, type ScalarNode, type SourceNode } from '../../../text/source';
import type { Algorithm, Tuner } from '../algorithm';
import { classArgument, unknownTuner } from '../rules';
import { tunerNames } from '../tuners';

export const modes = ['minimize', 'maximize'] as const;

/** The name and arguments of the tuner. A name far from every built-in one is taken for a registered algorithm. */
export function checkTuner(tuner: Tuner, text: string): Finding[] {
  const arguments_ = [
    ...checkMode(tuner, text),
    ...(tuner.known?.name === 'Hyperband' ? checkHyperband(tuner) : []),
  ];
  const near = tuner.known ? undefined : nearestWord(tuner.name, tunerNames);
  if (near === undefined) return arguments_;
  const message = l10n.t('NNI has no built-in algorithm `{0}`; did you mean `{1}`?', tuner.name, near);
  const fix = {
    title: l10n.t('Write {0}', near),
    edits: [replaceToken(text, tuner.nameRange, near)],
    safe: false,
  };
  return [finding(unknownTuner, tuner.nameRange, message, { fixes: [fix] }), ...arguments_];
}

export function checkMode({ classArgs }: Algorithm, text: string): Finding[] {
  const mode = child(classArgs, 'optimize_mode');
  if (mode?.kind !== 'scalar' || modes.some(known => known === mode.text)) return [];
  const near = modes.find(known => known.slice(0, 3) === mode.text.toLowerCase().slice(0, 3));
  const message = near
    ? l10n.t('NNI rejects the mode `{0}`; write `{1}`.', mode.text, near)
    : l10n.t('NNI rejects the mode `{0}`; write `minimize` or `maximize`.', mode.text);
  const fixes = near
    ? [{ title: l10n.t('Write {0}', near), edits: [replaceToken(text, mode.range, near)], safe: false }]
    : [];
  return [finding(classArgument, mode.range, message, { fixes })];
}

/** `HyperbandClassArgsValidator`, and an eta whose logarithm can be divided by. */
function checkHyperband({ classArgs }: Tuner): Finding[] {
  return [...wholeFrom('R', child(classArgs, 'R'), 1), ...wholeFrom('eta', child(classArgs, 'eta'), 2)];
}

function wholeFrom(name: string, node: SourceNode | undefined, least: number): Finding[] {
  if (!node || (node.kind === 'scalar' && isWholeFrom(node, least))) return [];
  const message = l10n.t('Hyperband takes a whole number from {0} for `{1}`.', formatNumber(least), name);
  return [finding(classArgument, node.range, message)];
}

function isWholeFrom(node: ScalarNode, least: number): boolean {
  const value = scalarValue(node, 'pyyaml');
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}
