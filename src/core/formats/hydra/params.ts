import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import { constantDomain } from '../../space/domains';
import type { Parameter, ParameterTokens } from '../../space/searchSpace';
import { nodeValue, type Value } from '../../text/scalars';
import type { MapEntry, MapNode, ScalarNode } from '../../text/source';
import type { FieldReader } from '../fieldReader';
import { drawn, type Drawer } from './drawn';
import { evaluateOverride } from './overrides/evaluate';
import { OverrideError } from './overrides/overrideNode';
import { parseOverride } from './overrides/parseOverride';
import { elementValue, isSweep, type Evaluated, type Sweep } from './overrides/sweep';
import {
  badArguments,
  constantList,
  dynamicSpace,
  nestedParameters,
  overrideSyntax,
  unknownFunction,
} from './rules';
import { scalarText, type ScalarText } from './scalarText';
import { checkSweep } from './sweepChecks';

/** The entries of `params`, each `name: override`. */
export function readParams(reader: FieldReader, params: MapNode, by: Drawer): Parameter[] {
  const last = new Map(params.entries.map(at => [at.key.text, at]));
  return [...last.values()].map(at => readParam(reader, at, by));
}

export function readParam(reader: FieldReader, at: MapEntry, by: Drawer): Parameter {
  const { key, value: node } = at;
  switch (node.kind) {
    case 'scalar':
      return typeof reader.value(node) === 'string'
        ? readOverride(reader, at, node, by)
        : fixed(at, reader.value(node));
    case 'list': {
      if (node.items.length > 1) {
        const message = l10n.t(
          '`{0}` is fixed to this list; to choose between its {1} items write `choice(…)`.',
          key.text,
          node.items.length,
        );
        reader.report(constantList, node.range, message, { parameter: key.text });
      }
      return fixed(at, nodeValue(node, reader.dialect));
    }
    case 'map': {
      const inner = node.entries[0]?.key.text ?? '…';
      const message = l10n.t(
        'Hydra takes one level of names here; write `{0}.{1}: …` for what is inside `{0}`.',
        key.text,
        inner,
      );
      reader.report(nestedParameters, key.range, message, { parameter: key.text });
      return undeclared(at);
    }
  }
}

function readOverride(reader: FieldReader, at: MapEntry, node: ScalarNode, by: Drawer): Parameter {
  const source = scalarText(reader.document.text, node);
  const name = at.key.text;
  let evaluated: Evaluated;
  try {
    evaluated = evaluateOverride(parseOverride(source.text));
  } catch (error) {
    if (!(error instanceof OverrideError)) throw error;
    reportError(reader, source, error, name);
    return undeclared(at);
  }
  if (!isSweep(evaluated)) return fixed(at, elementValue(evaluated));
  const { declared, domain } = drawn(evaluated, by, range => source.place(range) ?? source.range);
  const parameter = { name, declared, domain, tokens: tokensOf(at, evaluated, source) };
  checkSweep(reader, parameter, evaluated, by, source);
  return parameter;
}

function reportError(reader: FieldReader, source: ScalarText, error: OverrideError, parameter: string): void {
  // What OmegaConf puts in place of `${…}` before Hydra reads the override is not known here.
  if (error.kind !== 'syntax' && source.text.includes('${')) {
    const message = l10n.t(
      '`{0}` depends on another value of the configuration and is not drawn here.',
      parameter,
    );
    reader.report(dynamicSpace, source.range, message, { parameter });
    return;
  }
  const range = source.place(error.range) ?? source.range;
  const edits = error.edits.length === 0 ? undefined : source.edits(error.edits);
  const written = source.text.slice(error.range.start, error.range.end);
  const fixes: Fix[] = edits
    ? [
        {
          title: l10n.t('Write {0} instead of {1}', error.edits[0]?.newText ?? '', written),
          edits,
          safe: false,
        },
      ]
    : [];
  reader.report(ruleOf(error), range, error.message, { parameter, fixes });
}

function ruleOf({ kind }: OverrideError) {
  switch (kind) {
    case 'syntax':
      return overrideSyntax;
    case 'function':
      return unknownFunction;
    case 'arguments':
      return badArguments;
  }
}

function tokensOf({ key, range }: MapEntry, sweep: Sweep, source: ScalarText): ParameterTokens {
  const place = (at: { start: number; end: number } | undefined) => at && source.place(at);
  const tokens = { name: key.range, declaration: range };
  switch (sweep.kind) {
    case 'choice':
      return { ...tokens, notation: place(sweep.word), choices: place(sweep.list) ?? source.range };
    case 'range':
      return {
        ...tokens,
        notation: place(sweep.call.nameRange),
        low: place(sweep.start.range),
        high: place(sweep.stop.range),
        step: place(sweep.step.range),
      };
    case 'interval':
      return {
        ...tokens,
        notation: place(sweep.call.nameRange),
        low: place(sweep.start.range),
        high: place(sweep.end.range),
      };
    case 'glob':
      return { ...tokens, notation: place(sweep.call.nameRange) };
  }
}

export function fixed({ key, range }: MapEntry, value: Value): Parameter {
  const declared = { notation: '', type: 'constant', scale: 'linear', bounds: 'values' } as const;
  const domain = constantDomain(value);
  return { name: key.text, declared, domain, tokens: { name: key.range, declaration: range } };
}

/** A parameter of which only the name is known. */
export function undeclared({ key, range }: MapEntry): Parameter {
  const declared = { notation: '', type: 'categorical', scale: 'linear', bounds: 'values' } as const;
  return { name: key.text, declared, tokens: { name: key.range, declaration: range } };
}
