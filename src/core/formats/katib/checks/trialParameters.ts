import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../../finding';
import { nearestWord } from '../../../text/nearestWord';
import type { TextRange } from '../../../text/range';
import { child, type ScalarNode, type SourceNode } from '../../../text/source';
import type { Experiment } from '../experiment';
import { goText, isPlaceholder, type GoText } from '../goField';
import { trialParameter } from '../rules';
import { missing } from './missing';
import { replaceBy } from './unknown';

/** Trial metadata may be referred to as well: `${trialSpec.Name}`, `${trialSpec.Labels[x]}` (`consts/const.go`). */
const metadataReference = /\$\{trialSpec\.(?:Name|Namespace|Kind|APIVersion|(?:Annotations|Labels)\[.+\])\}/;

/** Search parameters, trial parameters and the template's substitutions must match one another. */
export function checkTrialParameters(
  { parameters, text }: Experiment,
  list: SourceNode | undefined,
  template: SourceNode | undefined,
): Finding[] {
  if (list?.kind !== 'list') return [];
  const names = new Set(parameters.map(({ name }) => name));
  const uses = template ? substitutions(template, text) : undefined;
  const used = uses && new Set(uses.map(({ name }) => name));
  const seen = { names: new Set<string>(), references: new Set<string>() };
  const findings = list.items.flatMap(item => {
    const name = goText(child(item, 'name'));
    const reference = goText(child(item, 'reference'));
    if (!name || !reference) {
      return [missing(name ? 'reference' : 'name', (reference ?? name)?.range ?? item.range)];
    }
    return [
      ...repeated(name, seen.names),
      ...repeated(reference, seen.references),
      ...dangling(reference, names, text),
      ...unused(name, used),
    ];
  });
  return [...findings, ...undeclared(uses ?? [], seen.names, text)];
}

function repeated(word: GoText, seen: Set<string>): Finding[] {
  if (!seen.has(word.text)) {
    seen.add(word.text);
    return [];
  }
  const message = l10n.t(
    '`{0}` appears twice among the trial parameters, which Katib rejects; remove one.',
    word.text,
  );
  return [finding(trialParameter, word.range, message)];
}

function dangling(reference: GoText, names: ReadonlySet<string>, text: string): Finding[] {
  if (names.size === 0 || names.has(reference.text)) return [];
  if (metadataReference.test(reference.text) || reference.text.includes('{{')) return [];
  const near = nearestWord(reference.text, names);
  const message = near
    ? l10n.t(
        'No parameter is called `{0}`, so Katib rejects the reference; did you mean `{1}`?',
        reference.text,
        near,
      )
    : l10n.t(
        'No parameter is called `{0}`, so Katib rejects the reference; name one of {1}.',
        reference.text,
        [...names].slice(0, 5).join(', '),
      );
  return [
    finding(trialParameter, reference.range, message, {
      fixes: near ? [replaceBy(text, reference.range, near)] : [],
    }),
  ];
}

function unused(name: GoText, used: ReadonlySet<string> | undefined): Finding[] {
  if (/[{}]/.test(name.text) && !isPlaceholder(name.text)) {
    return [
      finding(
        trialParameter,
        name.range,
        l10n.t('Katib rejects braces in the name of a trial parameter; remove them.'),
      ),
    ];
  }
  if (!used || used.has(name.text) || isPlaceholder(name.text)) return [];
  const message = l10n.t(
    'The template does not use `{0}`, so Katib rejects it; put {1} there or remove it.',
    name.text,
    `\${trialParameters.${name.text}}`,
  );
  return [finding(trialParameter, name.range, message)];
}

function undeclared(uses: readonly Substitution[], names: ReadonlySet<string>, text: string): Finding[] {
  return uses.flatMap(use => {
    if (names.has(use.name) || isPlaceholder(use.name)) return [];
    const near = nearestWord(use.name, names);
    const message = near
      ? l10n.t('No trial parameter is called `{0}`; did you mean `{1}`?', use.name, near)
      : l10n.t(
          'No trial parameter is called `{0}`, so Katib rejects the template; add it to `trialParameters`.',
          use.name,
        );
    return [
      finding(trialParameter, use.range, message, { fixes: near ? [replaceBy(text, use.range, near)] : [] }),
    ];
  });
}

/** A `${trialParameters.name}` in the template; the range is that of the name. */
interface Substitution {
  readonly name: string;
  readonly range: TextRange;
}

const opening = '${trialParameters.';

function substitutions(template: SourceNode, text: string): Substitution[] {
  return scalars(template).flatMap(scalar => {
    let from = scalar.range.start;
    return [...scalar.text.matchAll(/\$\{trialParameters\.(.+?)\}/g)].map(([whole, name = '']) => {
      const found = text.slice(0, scalar.range.end).indexOf(whole, from);
      if (found < 0) return { name, range: scalar.range };
      from = found + whole.length;
      const start = found + opening.length;
      return { name, range: { start, end: start + name.length } };
    });
  });
}

function scalars(node: SourceNode): ScalarNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(scalars);
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key, ...scalars(value)]);
  }
}
