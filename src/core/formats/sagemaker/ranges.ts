import * as l10n from '@vscode/l10n';
import type { Declared, DeclaredChoice, Domain, Scale } from '../../space/domain';
import { categoricalDomain, numericDomain } from '../../space/domains';
import type { Parameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { pythonFloat } from '../../text/pythonNumber';
import type { MapEntry, MapNode, ScalarNode } from '../../text/source';
import { fix, written, type FieldReader } from '../fieldReader';
import { repeatedName, wrongValue } from '../rules';
import { UniqueNames } from '../uniqueNames';
import { chosenByService, reverseRange, tooMany, unquotedText } from './rules';

const scalings = ['Auto', 'Linear', 'Logarithmic', 'ReverseLogarithmic'] as const;
type Scaling = (typeof scalings)[number];

const scaleOf: Readonly<Record<Scaling, Scale>> = {
  Auto: 'linear',
  Linear: 'linear',
  Logarithmic: 'log',
  ReverseLogarithmic: 'reverseLog',
};

/** The API's own limit on each list of ranges, and on the values of one. */
const mostRanges = 30;

export class RangeReader {
  private readonly taken = new UniqueNames();

  constructor(
    private readonly reader: FieldReader,
    /** False for a chart's values, which the chart quotes. */
    private readonly isQuoted: boolean,
  ) {}

  read(ranges: MapNode): Parameter[] {
    return [
      ...this.list(ranges, 'continuousParameterRanges', (node, name) => this.interval(node, name, 'float')),
      ...this.list(ranges, 'integerParameterRanges', (node, name) => this.interval(node, name, 'integer')),
      ...this.list(ranges, 'categoricalParameterRanges', (node, name) => this.categories(node, name)),
      ...this.list(ranges, 'autoParameters', (node, name) => this.automatic(node, name)),
    ];
  }

  private list(
    ranges: MapNode,
    key: string,
    read: (node: MapNode, name: string) => Omit<Parameter, 'name'>,
  ): Parameter[] {
    const field = this.reader.field(ranges, key);
    if (field === undefined) return [];
    const { value } = field;
    // A chart holds a single range under each key.
    const nodes = value.kind === 'list' ? value.items : value.kind === 'map' ? [value] : [];
    if (value.kind === 'map' && this.isQuoted) {
      this.reader.report(wrongValue, field.key.range, l10n.t('`{0}` must be a list.', field.key.text));
    }
    if (nodes.length > mostRanges) {
      const message = l10n.t(
        'SageMaker takes {0} ranges of a kind, and these are {1}.',
        '30',
        formatNumber(nodes.length),
      );
      this.reader.report(tooMany, field.key.range, message);
    }
    return nodes.flatMap(node => {
      if (node.kind !== 'map') return [];
      const nameField = this.reader.required(node, 'name', opening(node));
      const text = this.reader.text(nameField);
      if (text !== undefined && this.taken.has(text) && nameField) {
        const message = l10n.t('`{0}` is declared twice, and names must differ; rename or remove one.', text);
        this.reader.report(repeatedName, nameField.value.range, message);
      }
      const name = this.taken.take(text ?? l10n.t('unnamed'));
      return [{ name, ...read(node, name) }];
    });
  }

  private interval(node: MapNode, name: string, type: 'float' | 'integer'): Omit<Parameter, 'name'> {
    const { reader } = this;
    reader.onlyKnown(node, ['name', 'minValue', 'maxValue', 'scalingType'], name);
    const [lowField, highField] = ['minValue', 'maxValue'].map(key =>
      reader.required(node, key, reader.field(node, 'name')?.key.range ?? opening(node), name),
    );
    const scalingField = reader.field(node, 'scalingType');
    const scaling = reader.oneOf(scalingField, scalings, { parameter: name }) ?? 'Auto';
    const [low, high] = [this.bound(lowField, name), this.bound(highField, name)];
    const declared: Declared = {
      notation: reader.text(scalingField) ?? '',
      type,
      scale: scaleOf[scaling],
      bounds: 'values',
      low,
      high,
    };
    if (scaling === 'ReverseLogarithmic') this.checkReverse(lowField, low, highField, high, name);
    if (scaling === 'Auto') this.checkAuto(node, scalingField, low, high, name);
    return {
      declared,
      domain: drawn(type, low, high, scaling),
      tokens: {
        ...this.tokens(node),
        notation: scalingField?.value.range,
        low: lowField?.value.range,
        high: highField?.value.range,
      },
    };
  }

  /** Bounds are strings, whose numbers the service reads. */
  private bound(field: MapEntry | undefined, parameter: string): number | undefined {
    if (field?.value.kind !== 'scalar') return undefined;
    this.checkQuotes(field.value, parameter);
    const value = pythonFloat(field.value.text);
    if (value !== undefined || /[{$]/.test(field.value.text)) return value;
    const range = written(field.value.range) ? field.value.range : field.key.range;
    return this.reader.report(wrongValue, range, l10n.t('`{0}` must hold a number.', field.key.text), {
      parameter,
    });
  }

  private checkQuotes(node: ScalarNode, parameter: string): void {
    const value = this.reader.value(node);
    if (!this.isQuoted || typeof value === 'string' || value === null) return;
    const newText = JSON.stringify(node.text);
    const message = l10n.t(
      'SageMaker reads this as text and refuses {0} without quotes; quote it.',
      node.text,
    );
    this.reader.report(unquotedText, node.range, message, {
      parameter,
      fixes: [fix(l10n.t('Quote {0}', node.text), [{ range: node.range, newText }], true)],
    });
  }

  private checkReverse(
    lowField: MapEntry | undefined,
    low: number | undefined,
    highField: MapEntry | undefined,
    high: number | undefined,
    parameter: string,
  ): void {
    const wrong =
      low !== undefined && !(low >= 0) ? lowField : high !== undefined && !(high < 1) ? highField : undefined;
    if (wrong === undefined) return;
    const message = l10n.t(
      '`{0}`: ReverseLogarithmic searches the logarithm of 1 − x, so its range must lie from 0 up to, but not including, 1.',
      parameter,
    );
    this.reader.report(reverseRange, wrong.value.range, message, { parameter });
  }

  private checkAuto(
    node: MapNode,
    scaling: MapEntry | undefined,
    low: number | undefined,
    high: number | undefined,
    parameter: string,
  ): void {
    if (low === undefined || high === undefined || !(low > 0) || !(high / low >= 100)) return;
    const range = scaling?.value.range ?? this.reader.field(node, 'name')?.value.range ?? node.range;
    const message = l10n.t(
      '`{0}`: SageMaker chooses the scale of this range itself, and a linear one is shown here; write Logarithmic to be sure.',
      parameter,
    );
    const newText = this.reader.word('Logarithmic');
    this.reader.report(chosenByService, range, message, {
      parameter,
      fixes: scaling
        ? [fix(l10n.t('Use {0}', 'Logarithmic'), [{ range: scaling.value.range, newText }], false)]
        : [],
    });
  }

  private categories(node: MapNode, name: string): Omit<Parameter, 'name'> {
    const { reader } = this;
    reader.onlyKnown(node, ['name', 'values'], name);
    const field = reader.required(
      node,
      'values',
      reader.field(node, 'name')?.key.range ?? opening(node),
      name,
    );
    const scalars = field?.value.kind === 'list' ? field.value.items : [];
    if (field && field.value.kind !== 'list') {
      reader.report(wrongValue, field.key.range, l10n.t('`{0}` must be a list.', field.key.text), {
        parameter: name,
      });
    }
    if (field && scalars.length > mostRanges) {
      const message = l10n.t(
        '`{0}`: SageMaker takes {1} values, and these are {2}.',
        name,
        '30',
        formatNumber(scalars.length),
      );
      reader.report(tooMany, field.key.range, message, { parameter: name });
    }
    const choices = scalars.flatMap((item): DeclaredChoice[] => {
      if (item.kind !== 'scalar') return [];
      this.checkQuotes(item, name);
      return [{ value: item.text, range: item.range }];
    });
    return {
      declared: { notation: '', type: 'categorical', scale: 'linear', bounds: 'values', choices },
      domain: categoricalDomain(choices),
      tokens: { ...this.tokens(node), choices: field?.value.range },
    };
  }

  private automatic(node: MapNode, name: string): Omit<Parameter, 'name'> {
    const tokens = this.tokens(node);
    const message = l10n.t('`{0}`: SageMaker chooses the range itself, so none is shown here.', name);
    this.reader.report(chosenByService, tokens.name, message, { parameter: name });
    return { declared: { notation: 'Auto', type: 'categorical', scale: 'linear', bounds: 'values' }, tokens };
  }

  private tokens(node: MapNode): Parameter['tokens'] {
    return { name: this.reader.field(node, 'name')?.value.range ?? opening(node), declaration: node.range };
  }
}

/** ReverseLogarithmic is uniform in −log(1 − x) ("Define Hyperparameter Ranges" of the developer guide). */
function drawn(
  type: 'float' | 'integer',
  low: number | undefined,
  high: number | undefined,
  scaling: Scaling,
): Domain | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (scaling !== 'ReverseLogarithmic') return numericDomain({ type, low, high, scale: scaleOf[scaling] });
  return low >= 0 ? numericDomain({ type, low, high, scale: 'reverseLog', mirror: 1 }) : undefined;
}

function opening({ range }: MapNode): MapNode['range'] {
  return { start: range.start, end: Math.min(range.end, range.start + 1) };
}
