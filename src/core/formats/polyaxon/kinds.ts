import { hyperoptKinds, isNormalKind, isQuantisedKind, type HyperoptKind } from '../hyperoptKinds';

export const rangeKinds = ['range', 'linspace', 'logspace', 'geomspace'] as const;
export type RangeKind = (typeof rangeKinds)[number];

export const dateKinds = ['daterange', 'datetimerange'] as const;

export const kinds = ['choice', 'pchoice', ...rangeKinds, ...dateKinds, ...hyperoptKinds] as const;
export type ParameterKind = (typeof kinds)[number];

/** The names of the numbers a kind takes, in order. */
export function argumentNames(kind: HyperoptKind | RangeKind): readonly string[] {
  if (kind === 'range') return ['start', 'stop', 'step'];
  if (kind === 'linspace' || kind === 'geomspace') return ['start', 'stop', 'num'];
  if (kind === 'logspace') return ['start', 'stop', 'num', 'base'];
  const own = isNormalKind(kind) ? ['loc', 'scale'] : ['low', 'high'];
  return isQuantisedKind(kind) ? [...own, 'q'] : own;
}

/** How the kinds were called before version 1. */
export const oldNames: ReadonlyMap<string, ParameterKind> = new Map<string, ParameterKind>([
  ['values', 'choice'],
  ['pvalues', 'pchoice'],
]);

export function isRangeKind(kind: ParameterKind): kind is RangeKind {
  return rangeKinds.some(known => known === kind);
}

export function isDateKind(kind: ParameterKind): kind is (typeof dateKinds)[number] {
  return dateKinds.some(known => known === kind);
}
