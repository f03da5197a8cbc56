import * as l10n from '@vscode/l10n';
import type { DeclaredChoice } from '../../space/domain';
import { nodeValue } from '../../text/scalars';
import { entry, type MapNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { wrongValue } from '../rules';
import { isNull } from './isNull';

/** The list under `key` with the weights beside it. */
export function readChoices(
  reader: FieldReader,
  map: MapNode,
  key: string,
  parameter: string,
): DeclaredChoice[] | undefined {
  const at = entry(map, key);
  if (at === undefined) return undefined;
  if (at.value.kind !== 'list') {
    reader.report(wrongValue, at.key.range, l10n.t('`{0}` must be a list.', key), { parameter });
    return undefined;
  }
  const weights = key === 'choices' ? readWeights(reader, map, at.value.items.length, parameter) : undefined;
  return at.value.items.map((item, i) => ({
    value: nodeValue(item, reader.dialect),
    weight: weights?.[i],
    range: item.range,
  }));
}

/** One for each choice, none negative and not all zero. */
function readWeights(
  reader: FieldReader,
  map: MapNode,
  count: number,
  parameter: string,
): readonly number[] | undefined {
  const at = entry(map, 'weights');
  if (at === undefined || isNull(reader, at.value)) return undefined;
  const items = at.value.kind === 'list' ? at.value.items : [];
  const numbers = items.map(item => (item.kind === 'scalar' ? reader.value(item) : null));
  const weights = numbers.filter(number => typeof number === 'number');
  const right = weights.length === count && items.length === count;
  if (right && weights.every(weight => weight >= 0) && weights.some(weight => weight > 0)) return weights;
  const message = right
    ? l10n.t('`weights` must not be negative, and not all zero.')
    : l10n.t('`weights` must be a list of {0} numbers, one for each choice.', count);
  reader.report(wrongValue, at.value.range, message, { parameter });
  return undefined;
}
