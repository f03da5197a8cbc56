import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../report/report';
import type { ClosedFormCell, CurveCell, StochasticCell, TheoryCell, UpdateCell } from './cells';
import { closedFormValues, type ClosedFormValues } from './closedForm';
import { digits } from './digits';
import { curveValues, type CurveValues } from './curve';
import { stochasticValues, type StochasticValues } from './stochastic';
import { updateValues, type UpdateValues } from './update';

/** A cell that was run. */
export type TheoryResult =
  | { readonly kind: 'curve'; readonly cell: CurveCell; readonly values: CurveValues }
  | { readonly kind: 'update'; readonly cell: UpdateCell; readonly values: UpdateValues }
  | { readonly kind: 'stochastic'; readonly cell: StochasticCell; readonly values: StochasticValues }
  | { readonly kind: 'closed form'; readonly cell: ClosedFormCell; readonly values: ClosedFormValues };

export function runCell(cell: TheoryCell): TheoryResult {
  switch (cell.kind) {
    case 'curve':
      return { kind: cell.kind, cell, values: curveValues(cell) };
    case 'update':
      return { kind: cell.kind, cell, values: updateValues(cell) };
    case 'stochastic':
      return { kind: cell.kind, cell, values: stochasticValues(cell) };
    case 'closed form':
      return { kind: cell.kind, cell, values: closedFormValues(cell) };
  }
}

/** What the cell is held to. */
export function checkOf(result: TheoryResult): CheckResult {
  switch (result.kind) {
    case 'curve': {
      const { loss } = result.values;
      const value = loss.filter(Number.isFinite).length;
      return {
        name: l10n.t('Every loss is finite'),
        status: value === loss.length ? 'PASS' : 'FAIL',
        message: l10n.t('{0} of {1} are.', String(value), String(loss.length)),
        value,
        target: loss.length,
      };
    }
    case 'update': {
      const { oldLoss, newLoss } = result.values;
      return {
        name: l10n.t('The step lowers the loss'),
        status: newLoss < oldLoss ? 'PASS' : 'FAIL',
        message: l10n.t('From {0} to {1}.', digits(oldLoss, 6), digits(newLoss, 6)),
        value: newLoss,
        target: oldLoss,
      };
    }
    case 'stochastic': {
      const { gap } = result.values;
      return {
        name: l10n.t('The gap between batch and full gradient is finite'),
        status: Number.isFinite(gap) ? 'PASS' : 'FAIL',
        message: l10n.t('It is {0}.', digits(gap, 6)),
        value: gap,
      };
    }
    case 'closed form': {
      const value = Number(digits(result.values.energy, 8));
      const target = Number(digits(result.values.energyTermByTerm, 8));
      return {
        name: l10n.t('Dot product and sum of squares agree'),
        status: Math.abs(result.values.energy - result.values.energyTermByTerm) <= 1e-8 ? 'PASS' : 'FAIL',
        message: l10n.t('{0} and {1}.', digits(value, 8), digits(target, 8)),
        value,
        target,
        tolerance: 1e-8,
      };
    }
  }
}

/** A figure of a cell with as many digits as the notebook prints. */
export interface PrintedValue {
  readonly label: string;
  readonly text: string;
}

export function printedValues(result: TheoryResult): PrintedValue[] {
  switch (result.kind) {
    case 'curve': {
      const { theta, loss } = result.values;
      const least = loss.indexOf(Math.min(...loss));
      return [
        { label: l10n.t('Least loss'), text: digits(loss[least] ?? NaN, 6) },
        { label: l10n.t('at θ'), text: digits(theta[least] ?? NaN, 6) },
      ];
    }
    case 'update': {
      const { oldLoss, newLoss, relativeUpdate } = result.values;
      return [
        { label: l10n.t('Old loss'), text: digits(oldLoss, 6) },
        { label: l10n.t('New loss'), text: digits(newLoss, 6) },
        { label: l10n.t('Relative update'), text: digits(relativeUpdate, 6) },
      ];
    }
    case 'stochastic': {
      const { fullGradient, gap } = result.values;
      return [
        { label: l10n.t('Full gradient'), text: fullGradient.map(slope => digits(slope, 5)).join(', ') },
        { label: l10n.t('Gap of the batch gradient'), text: digits(gap, 6) },
      ];
    }
    case 'closed form':
      return [{ label: l10n.t('Energy'), text: digits(result.values.energy, 6) }];
  }
}
