import type { FloatDomain, IntegerDomain } from '../space/domain';

/** The Vega-Lite title, scale and axis of a parameter in its own values between `low` and `high`. */
export interface ParameterAxis {
  readonly title: string;
  readonly scale: {
    readonly type: 'linear' | 'log';
    readonly domain: readonly [number, number];
    readonly nice: false;
    readonly zero?: false;
  };
  readonly axis: { readonly format: string; readonly labelOverlap: 'greedy' };
}

/** Logarithmic where the parameter is and can be: a quantised log parameter may reach 0. */
export function isLogAxis({ scale }: FloatDomain | IntegerDomain, low: number): boolean {
  return scale === 'log' && low > 0;
}

export function parameterAxis(
  name: string,
  domain: FloatDomain | IntegerDomain,
  low: number,
  high: number,
): ParameterAxis {
  const log = isLogAxis(domain, low);
  const span = { domain: [low, high], nice: false } as const;
  const extreme = high >= 1e6 || (log ? low < 1e-3 : high - low < 1e-3);
  return {
    title: name,
    scale: log ? { type: 'log', ...span } : { type: 'linear', zero: false, ...span },
    // Without a format a logarithmic axis counts in milli, micro and nano.
    axis: { format: extreme ? '~e' : '.3~r', labelOverlap: 'greedy' },
  };
}
