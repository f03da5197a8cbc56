import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { scalarValue } from '../../../text/scalars';
import { child, type ScalarNode, type SourceNode } from '../../../text/source';
import type { Experiment } from '../experiment';
import { goText, isPlaceholder } from '../goField';
import { quotedNumber, unquotedText } from '../rules';

/** Go refuses to decode a number into a string field and the other way round. */
export function checkFieldTypes({ spec }: Experiment): Finding[] {
  return [
    ...textNodes(spec).flatMap(node => (goText(node)?.unquoted ? [unquoted(node)] : [])),
    ...numberNodes(spec).flatMap(node => (isQuotedNumber(node) ? [quoted(node)] : [])),
  ];
}

function unquoted(node: ScalarNode): Finding {
  return finding(
    unquotedText,
    node.range,
    l10n.t('Katib reads this field as text and refuses `{0}` without quotes; quote it.', shorten(node.text)),
    {
      fixes: [
        {
          title: l10n.t('Quote {0}', shorten(node.text)),
          edits: [{ range: node.range, newText: JSON.stringify(node.text) }],
          safe: true,
        },
      ],
    },
  );
}

function quoted(node: ScalarNode): Finding {
  const digits = node.text.trim();
  return finding(
    quotedNumber,
    node.range,
    l10n.t('Katib reads this field as a number and refuses the text "{0}"; remove the quotes.', digits),
    {
      fixes: [
        { title: l10n.t('Write {0}', digits), edits: [{ range: node.range, newText: digits }], safe: true },
      ],
    },
  );
}

function isQuotedNumber(node: ScalarNode): boolean {
  return (
    typeof scalarValue(node, 'goyaml') === 'string' &&
    !isPlaceholder(node.text) &&
    /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(node.text.trim())
  );
}

function textNodes(spec: SourceNode | undefined): ScalarNode[] {
  const objective = child(spec, 'objective');
  const nodes = [
    child(objective, 'type'),
    child(objective, 'objectiveMetricName'),
    ...items(child(objective, 'additionalMetricNames')),
    child(spec, 'algorithm', 'algorithmName'),
    child(spec, 'earlyStopping', 'algorithmName'),
    ...settings(child(spec, 'algorithm', 'algorithmSettings')),
    ...settings(child(spec, 'earlyStopping', 'algorithmSettings')),
    ...items(child(spec, 'parameters')).flatMap(parameter => {
      const space = child(parameter, 'feasibleSpace');
      const bounds = ['min', 'max', 'step', 'distribution'].map(key => child(space, key));
      return [child(parameter, 'name'), ...bounds, ...items(child(space, 'list'))];
    }),
    ...items(child(spec, 'trialTemplate', 'trialParameters')).flatMap(parameter => [
      child(parameter, 'name'),
      child(parameter, 'reference'),
    ]),
  ];
  return nodes.filter(isScalar);
}

function numberNodes(spec: SourceNode | undefined): ScalarNode[] {
  const counts = ['parallelTrialCount', 'maxTrialCount', 'maxFailedTrialCount'];
  return [...counts.map(key => child(spec, key)), child(spec, 'objective', 'goal')].filter(isScalar);
}

function settings(node: SourceNode | undefined): (SourceNode | undefined)[] {
  return items(node).flatMap(item => [child(item, 'name'), child(item, 'value')]);
}

function items(node: SourceNode | undefined): readonly SourceNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function isScalar(node: SourceNode | undefined): node is ScalarNode {
  return node?.kind === 'scalar';
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
