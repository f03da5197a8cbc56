import * as l10n from '@vscode/l10n';
import { resolveOptions, type Control } from '../core/demos/demo';
import type { OptionValue } from '../core/report/report';
import { UsageError } from './usageError';

/**
 * The options of a demonstration from `--set option=value` arguments. The panel's controls cannot be set wrongly;
 * here a value that does not fit is refused rather than quietly replaced.
 *
 * @throws UsageError for an unknown option or a value its control could not have.
 */
export function chosenOptions(
  controls: readonly Control[],
  settings: readonly string[],
): Record<string, OptionValue> {
  const given = settings.map((setting): [string, string] => {
    const equals = setting.indexOf('=');
    if (equals < 1) throw new UsageError(l10n.t('--set takes option=value, not "{0}".', setting));
    const id = setting.slice(0, equals);
    const value = setting.slice(equals + 1);
    const control = controls.find(candidate => candidate.id === id);
    if (!control) {
      throw new UsageError(
        l10n.t(
          'There is no option "{0}"; there are {1}.',
          id,
          controls.map(({ id: known }) => known).join(', '),
        ),
      );
    }
    const expected = misfit(control, value);
    if (expected !== undefined) {
      throw new UsageError(l10n.t('{0} must be {1}, not "{2}".', id, expected, value));
    }
    return [id, value];
  });
  return resolveOptions(controls, Object.fromEntries(given));
}

/** What the control would take, when it does not take `value`. */
function misfit(control: Control, value: string): string | undefined {
  switch (control.kind) {
    case 'number': {
      const { min, max } = control;
      const number = value.trim() === '' ? NaN : Number(value);
      return number >= min && number <= max
        ? undefined
        : l10n.t('a number from {0} to {1}', String(min), String(max));
    }
    case 'choice': {
      const known = control.choices.map(choice => choice.value);
      return known.includes(value) ? undefined : l10n.t('one of {0}', known.join(', '));
    }
    case 'flag':
      return value === 'true' || value === 'false' ? undefined : l10n.t('true or false');
  }
}
