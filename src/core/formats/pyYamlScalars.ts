import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../finding';
import { numberText } from '../text/numberText';
import { intendedNumber, scalarValue, type Value } from '../text/scalars';
import type { ScalarNode, SourceNode } from '../text/source';
import { stringNumber, yamlBoolean } from './rules';

/** The number a plain scalar was meant to be, where PyYAML reads text: `1e-4`, `1.0e4`, `-.5`, `08`. */
export function misreadNumber(node: ScalarNode): number | undefined {
  if (node.style !== 'plain' || typeof scalarValue(node, 'pyyaml') !== 'string') return undefined;
  return intendedNumber(node);
}

/** A number as PyYAML reads it: with a dot and a signed exponent, its digits kept. */
export function pyYamlNumber(text: string, value: number): string {
  const match = /^([-+]?)0*(\d[\d_]*)?(\.\d*)?(?:([eE])([-+]?)(\d+))?$/.exec(text.trim());
  const [, sign = '', whole = '0', fraction = '', e = '', exponentSign = '', exponent = ''] = match ?? [];
  const dotted = fraction === '' && e !== '' ? '.0' : fraction;
  const written = `${sign}${whole}${dotted}${e}${e === '' ? '' : exponentSign || '+'}${exponent}`;
  const node: ScalarNode = { kind: 'scalar', text: written, style: 'plain', range: { start: 0, end: 0 } };
  return scalarValue(node, 'pyyaml') === value ? written : numberText(value, 'pyyaml');
}

/** The value as the person who wrote it meant it: what PyYAML misreads as text is the number after all. */
export function meantValue(node: SourceNode): Value {
  switch (node.kind) {
    case 'scalar':
      return misreadNumber(node) ?? scalarValue(node, 'pyyaml');
    case 'list':
      return node.items.map(meantValue);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, meantValue(value)]));
  }
}

/**
 * The scalars anywhere in a choice or constant that its program will get as something else than was written:
 * numbers as text, and the words yes, no, on and off as truth values.
 *
 * @param tool whose reader it is: "W&B".
 */
export function misreadChoices(node: SourceNode, tool: string, parameter: string): Finding[] {
  switch (node.kind) {
    case 'scalar':
      return [misreadChoice(node, tool, parameter), truthValue(node, tool, parameter)].flatMap(
        found => found ?? [],
      );
    case 'list':
      return node.items.flatMap(item => misreadChoices(item, tool, parameter));
    case 'map':
      return node.entries.flatMap(({ value }) => misreadChoices(value, tool, parameter));
  }
}

/** Where the tool needs a number, text that looks like one stops it. */
export function misreadBound(node: ScalarNode, tool: string, parameter?: string): Finding | undefined {
  const value = node.style === 'plain' ? misreadNumber(node) : intendedNumber(node);
  if (value === undefined) return undefined;
  const written = pyYamlNumber(node.text, value);
  const message =
    node.style === 'plain'
      ? l10n.t('{0}’s YAML reader takes `{1}` for text, not a number; write `{2}`.', tool, node.text, written)
      : l10n.t('The quotes make `{0}` text, and {1} needs a number; write `{2}`.', node.text, tool, written);
  return finding(stringNumber, node.range, message, { parameter, fixes: [writeNumber(node, written)] });
}

function misreadChoice(node: ScalarNode, tool: string, parameter: string): Finding | undefined {
  const value = misreadNumber(node);
  if (value === undefined) return undefined;
  const written = pyYamlNumber(node.text, value);
  const message = l10n.t(
    '{0}’s YAML reader takes `{1}` for text, not a number, and passes it on as text; write `{2}`.',
    tool,
    node.text,
    written,
  );
  return finding(stringNumber, node.range, message, {
    severity: 'warning',
    parameter,
    fixes: [writeNumber(node, written)],
  });
}

function truthValue(node: ScalarNode, tool: string, parameter: string): Finding | undefined {
  if (node.style !== 'plain' || !/^(?:yes|no|on|off)$/i.test(node.text)) return undefined;
  const value = scalarValue(node, 'pyyaml');
  if (typeof value !== 'boolean') return undefined;
  const message = l10n.t(
    '{0}’s YAML reader takes `{1}` for {2}; put it in quotes to keep the word.',
    tool,
    node.text,
    String(value),
  );
  const { range } = node;
  return finding(yamlBoolean, range, message, {
    parameter,
    fixes: [
      {
        title: l10n.t('Keep the word: "{0}"', node.text),
        edits: [{ range, newText: `"${node.text}"` }],
        safe: false,
      },
      { title: l10n.t('Write {0}', String(value)), edits: [{ range, newText: String(value) }], safe: false },
    ],
  });
}

function writeNumber({ range }: ScalarNode, written: string) {
  return { title: l10n.t('Write {0}', written), edits: [{ range, newText: written }], safe: true };
}
