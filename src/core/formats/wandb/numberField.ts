import * as l10n from '@vscode/l10n';
import { intendedNumber, scalarValue } from '../../text/scalars';
import type { TextRange } from '../../text/range';
import { entry, type MapNode, type ScalarNode } from '../../text/source';
import { misreadBound, misreadNumber, pyYamlNumber } from '../pyYamlScalars';
import { tool, type Reading } from './reading';
import { badNumber } from './rules';

/** A number under a key, as W&B reads it or, where its reader sees text, as the person meant it. */
export interface NumberField {
  readonly value: number;
  /** Python tells `1.0` from `1`, and W&B infers the distribution from it. */
  readonly isFloat: boolean;
  readonly range: TextRange;
}

/** Undefined when the key is absent or holds no number, which is then reported. */
export function numberField(
  reading: Reading,
  map: MapNode,
  key: string,
  parameter?: string,
): NumberField | undefined {
  const node = entry(map, key)?.value;
  if (node === undefined) return undefined;
  const refuse = (message: string): undefined => {
    reading.report(badNumber, node.range.start < node.range.end ? node.range : keyRange(map, key), message, {
      parameter,
    });
  };
  if (node.kind !== 'scalar') return refuse(l10n.t('`{0}` must be a single number.', key));
  const value = scalarValue(node, 'pyyaml');
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return { value, isFloat: node.text.includes('.'), range: node.range };
    return refuse(l10n.t('`{0}` must be a finite number.', key));
  }
  if (node.text === '') return refuse(l10n.t('`{0}` has no value yet.', key));
  const misread = misreadBound(node, tool, parameter);
  if (misread === undefined) {
    return refuse(l10n.t('`{0}` must be a number, and `{1}` is not.', key, node.text));
  }
  reading.findings.push(misread);
  return meant(node);
}

function meant(node: ScalarNode): NumberField | undefined {
  const value = misreadNumber(node) ?? intendedNumber(node);
  if (value === undefined) return undefined;
  return { value, isFloat: pyYamlNumber(node.text, value).includes('.'), range: node.range };
}

function keyRange(map: MapNode, key: string): TextRange {
  return entry(map, key)?.key.range ?? map.range;
}
