import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../finding';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import type { TextRange } from '../text/range';
import type { Check } from './check';
import { replaceToken } from '../text/edits/token';

/** An integer parameter with a bound or a step between two integers. */
export const fractionalInteger: Check = {
  code: 'fractional-integer',
  severity: 'error',
  get title() {
    return l10n.t('Integer with a fractional bound or step');
  },
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { declared, tokens } = parameter;
      if (declared.type !== 'integer') return [];
      const parts: [number | undefined, TextRange | undefined, (x: number) => number][] = [
        [declared.low, tokens.low, Math.ceil],
        [declared.high, tokens.high, Math.floor],
        [declared.step, tokens.step, x => Math.max(1, Math.round(x))],
      ];
      return parts.flatMap(([value, range, whole]) =>
        value === undefined || Number.isInteger(value) || !Number.isFinite(value)
          ? []
          : [fraction(space, parameter, value, whole(value), range, text)],
      );
    }),
};

function fraction(
  { dialect }: SearchSpace,
  parameter: Parameter,
  value: number,
  whole: number,
  range: TextRange | undefined,
  text: string,
): Finding {
  const message = l10n.t(
    '`{0}` is an integer but says {1}; write {2}, or make it a real number.',
    parameter.name,
    formatNumber(value),
    formatNumber(whole),
  );
  const fixes =
    range === undefined
      ? []
      : [
          {
            title: l10n.t('Write {0}', formatNumber(whole)),
            edits: [replaceToken(text, range, numberText(whole, dialect))],
            safe: false,
          },
        ];
  return finding(fractionalInteger, range ?? parameter.tokens.name, message, {
    parameter: parameter.name,
    fixes,
  });
}
