import * as l10n from '@vscode/l10n';
import { levelCount, levelValues } from '../../space/distribution';
import type { Domain } from '../../space/domain';
import { choiceLabel } from '../../space/values';
import { formatNumber } from '../../text/formatNumber';
import type { MapEntry, MapNode } from '../../text/source';
import type { Distribution } from './distributions';
import type { Numbers } from './drawn';
import { fix, type Reading } from './reading';
import { badNumber, defaultStep, integersByAccident } from './rules';

interface Place {
  readonly at: MapEntry;
  readonly map: MapNode;
  readonly name: string;
  /** The distribution as written, empty when it was inferred. */
  readonly notation: string;
}

/** Numbers W&B accepts nowhere, and numbers that it takes for something else than was meant. */
export function checkNumbers(
  reading: Reading,
  distribution: Distribution,
  numbers: Numbers,
  domain: Domain | undefined,
  place: Place,
): void {
  checkSigns(reading, distribution, numbers, place.name);
  if (distribution.shape === 'integer') checkWhole(reading, numbers, place);
  if (distribution.quantised && numbers.q === undefined && domain !== undefined) {
    checkDefaultStep(reading, domain, place);
  }
}

function checkSigns(reading: Reading, { shape }: Distribution, numbers: Numbers, parameter: string): void {
  const { q, sigma, a, b } = numbers;
  if (q && !(q.value > 0)) {
    reading.report(
      badNumber,
      q.range,
      l10n.t('`{0}`: `q` is the step between values and must be above 0.', parameter),
      {
        parameter,
      },
    );
  }
  if (shape === 'normal' && sigma && sigma.value < 0) {
    const message = l10n.t('`{0}`: `sigma` is a standard deviation and cannot be negative.', parameter);
    reading.report(badNumber, sigma.range, message, { parameter });
  }
  if (shape !== 'beta') return;
  for (const field of [a, b]) {
    if (!field || field.value > 0) continue;
    const message = l10n.t('`{0}`: the shape parameters of a beta distribution must be above 0.', parameter);
    reading.report(badNumber, field.range, message, { parameter });
  }
}

function checkWhole(reading: Reading, { min, max }: Numbers, { name, notation }: Place): void {
  for (const field of [min, max]) {
    // A fraction is the finding of the check on integers.
    if (!field?.isFloat || !Number.isInteger(field.value)) continue;
    const whole = String(field.value);
    const message = l10n.t('`{0}`: `int_uniform` wants whole numbers without a dot; write {1}.', name, whole);
    const fixes = [fix(l10n.t('Write {0}', whole), { range: field.range, newText: whole }, true)];
    reading.report(badNumber, field.range, message, { parameter: name, fixes });
  }
  if (notation !== '' || min?.value !== 0 || max?.value !== 1) return;
  const message = l10n.t(
    '`{0}`: both bounds are whole, so W&B draws only 0 or 1; write 0.0 and 1.0 for the numbers between.',
    name,
  );
  const edits = [
    { range: min.range, newText: '0.0' },
    { range: max.range, newText: '1.0' },
  ];
  reading.report(integersByAccident, max.range, message, {
    parameter: name,
    fixes: [fix(l10n.t('Write 0.0 and 1.0'), edits, false)],
  });
}

function checkDefaultStep(reading: Reading, domain: Domain, { at, name }: Place): void {
  const count = levelCount(domain);
  if (count > 3) return;
  const values = levelValues(domain, count).map(value =>
    typeof value === 'number' ? formatNumber(value) : choiceLabel(value),
  );
  const message =
    count === 1
      ? l10n.t(
          '`{0}`: without `q` W&B rounds to whole numbers, so only {1} is ever drawn; give `q`.',
          name,
          values[0] ?? '',
        )
      : l10n.t(
          '`{0}`: without `q` W&B rounds to whole numbers, so only {1} are drawn; give `q`.',
          name,
          values.join(', '),
        );
  reading.report(defaultStep, at.key.range, message, { parameter: name });
}
