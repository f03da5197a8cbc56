import * as l10n from '@vscode/l10n';
import type { Report, Section } from '../report/report';
import { varyingParameters } from '../sampling/configurations';
import type { SearchSpace } from '../space/searchSpace';
import { DemoError, type Demo, type DemoInput } from './demo';

/** A demonstration's report on an input: what it says, under its title and with what it takes to repeat it. */
export function demoReport(
  { id, title }: Demo,
  { options, seed, source }: Pick<DemoInput, 'options' | 'seed' | 'source'>,
  answer: string,
  sections: readonly Section[],
): Report {
  return {
    version: 1,
    title: source.file === undefined ? title : l10n.t('{0} · {1}', title, source.file),
    answer,
    provenance: { demo: id, seed, options, ...source },
    sections,
  };
}

/** @throws DemoError when there is nothing to draw. */
export function requireVarying(space: SearchSpace): void {
  if (varyingParameters(space).length > 0) return;
  throw new DemoError(
    l10n.t(
      'Nothing varies here: no parameter has more than one value. Give one a range or a list of values.',
    ),
  );
}
