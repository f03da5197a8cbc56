import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { ParameterTokens } from '../space/searchSpace';
import { tokenText } from '../text/edits/token';
import { hasNoLogScale } from './applicability';
import type { Check } from './check';

/** A log scale and a step at once, where the tool has no quantised log scale. */
export const logStep: Check = {
  code: 'log-step',
  severity: 'error',
  get title() {
    return l10n.t('Log scale with a step');
  },
  notApplicable: space =>
    space.format === 'optuna-python' || space.format === 'hydra-sweeper'
      ? hasNoLogScale(space)
      : l10n.t('The tool can draw in steps on a log scale.'),
  run: ({ format, parameters }, text) => {
    if (format !== 'optuna-python' && format !== 'hydra-sweeper') return [];
    return parameters.flatMap(({ name, declared, tokens }) => {
      if (declared.scale !== 'log' || tokens.step === undefined) return [];
      const step = tokenText(text, tokens.step);
      // An integer with a step of 1 is what Optuna draws anyway.
      if (declared.type === 'integer' && step === '1') return [];
      const message =
        format === 'optuna-python'
          ? l10n.t(
              '`{0}` has a log scale and a step of {1}, and Optuna raises a ValueError; drop one of the two.',
              name,
              step,
            )
          : l10n.t('`{0}` has a log scale, so the step of {1} is ignored; drop one of the two.', name, step);
      return [
        finding(logStep, tokens.step, message, {
          parameter: name,
          fixes: withoutStep(tokens, text),
          ...(format === 'hydra-sweeper' && { severity: 'warning' as const }),
        }),
      ];
    });
  },
};

/** Takes a keyword argument out of a call, with the comma before it. */
function withoutStep({ step }: ParameterTokens, text: string): Fix[] {
  const argument = step && /,\s*(?:step|q)\s*=\s*$/.exec(text.slice(0, step.start));
  if (!step || !argument) return [];
  const edits = [{ range: { start: argument.index, end: step.end }, newText: '' }];
  return [{ title: l10n.t('Remove the step'), edits, safe: false }];
}
