import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import type { DeclaredChoice } from '../../space/domain';
import { formatNumber } from '../../text/formatNumber';
import { numberText } from '../../text/numberText';
import { scalarValue } from '../../text/scalars';
import { entry, type ListNode, type MapNode } from '../../text/source';
import { meantValue, misreadChoices } from '../pyYamlScalars';
import { fix, tool, type Reading } from './reading';
import { badProbabilities, badValues } from './rules';

/**
 * The declared choices under `values`, with the weights under `probabilities` where there is one for each. Undefined
 * when `values` is no list, which is then reported.
 */
export function readChoices(reading: Reading, map: MapNode, parameter: string): DeclaredChoice[] | undefined {
  const values = entry(map, 'values');
  if (values === undefined) return undefined;
  const node = values.value;
  reading.findings.push(...misreadChoices(node, tool, parameter));
  if (node.kind !== 'list') {
    const message = l10n.t(
      '`{0}`: `values` must be a list; put the one value in brackets, or write `value`.',
      parameter,
    );
    const written = reading.document.text.slice(node.range.start, node.range.end);
    const isScalar = node.kind === 'scalar' && written !== '' && !/[\n,[\]{}*]/.test(written);
    const asList = isScalar ? { range: node.range, newText: `[${written}]` } : undefined;
    const asValue = { range: values.key.range, newText: reading.word('value') };
    const hasDistribution = entry(map, 'distribution') !== undefined;
    reading.report(badValues, written === '' ? values.key.range : node.range, message, {
      parameter,
      fixes: [
        fix(l10n.t('Make it a list'), asList, true),
        hasDistribution ? undefined : fix(l10n.t('Write it as value'), asValue, false),
      ],
    });
    return undefined;
  }
  const weights = readWeights(reading, map, node, parameter);
  return node.items.map((item, i) => ({ value: meantValue(item), weight: weights?.[i], range: item.range }));
}

function readWeights(
  reading: Reading,
  map: MapNode,
  values: ListNode,
  parameter: string,
): number[] | undefined {
  const node = entry(map, 'probabilities')?.value;
  if (node === undefined) return undefined;
  const refuse = (message: string, fixes: readonly (Fix | undefined)[] = []): undefined => {
    reading.report(badProbabilities, node.range, message, { parameter, fixes });
  };
  if (node.kind !== 'list') {
    return refuse(l10n.t('`{0}`: `probabilities` must be a list of numbers.', parameter));
  }
  const weights = node.items.map(item => (item.kind === 'scalar' ? scalarValue(item, 'pyyaml') : undefined));
  if (!weights.every(weight => typeof weight === 'number' && weight >= 0 && Number.isFinite(weight))) {
    return refuse(l10n.t('`{0}`: probabilities must be numbers, none below zero.', parameter));
  }
  const probabilities = weights as number[];
  if (probabilities.length !== values.items.length) {
    return refuse(
      l10n.t(
        '`{0}` has {1} values and {2} probabilities; give each value one.',
        parameter,
        values.items.length,
        probabilities.length,
      ),
    );
  }
  const total = probabilities.reduce((sum, weight) => sum + weight, 0);
  // numpy.isclose(total, 1), which is what W&B asks.
  if (Math.abs(total - 1) <= 1e-8 + 1e-5) return probabilities;
  const normalised = node.items.map((item, i) => ({
    range: item.range,
    newText: numberText(Number(((probabilities[i] ?? 0) / total).toPrecision(12)), 'pyyaml'),
  }));
  const message = l10n.t(
    '`{0}`: the probabilities add up to {1}, and W&B wants 1; divide each by {1}.',
    parameter,
    formatNumber(total),
  );
  refuse(message, [total > 0 ? fix(l10n.t('Make them add up to 1'), normalised, true) : undefined]);
  return total > 0 ? probabilities : undefined;
}
