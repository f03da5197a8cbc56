import * as l10n from '@vscode/l10n';
import { domainText, percent } from '../hover/domainText';
import type { Domain } from '../space/domain';
import { difference, negligible } from './difference';

/** One way to declare a parameter in the target's notation. */
export interface Candidate<Declaration> {
  readonly declaration: Declaration;
  /** What the target draws from it; undefined when it would refuse it. */
  readonly means: Domain | undefined;
  /** What is lost although the distribution is the same. */
  readonly loss?: string | undefined;
}

export interface Chosen<Declaration> {
  readonly declaration: Declaration;
  /** The share of draws it places differently; 0 when it is the same distribution. */
  readonly difference: number;
  readonly loss: string | undefined;
}

/**
 * The first candidate that draws from the same distribution, or else the one nearest to it together with a sentence
 * that says how near. Undefined when the target has nothing at all for the domain.
 */
export function choose<Declaration>(
  target: string,
  domain: Domain,
  candidates: readonly Candidate<Declaration>[],
): Chosen<Declaration> | undefined {
  let best: { readonly candidate: Candidate<Declaration>; readonly difference: number } | undefined;
  for (const candidate of candidates) {
    if (candidate.means === undefined) continue;
    const share = difference(domain, candidate.means);
    if (best === undefined || share < best.difference - negligible) best = { candidate, difference: share };
    if (share <= negligible) break;
  }
  if (best === undefined) return undefined;
  const { declaration, means, loss } = best.candidate;
  if (best.difference <= negligible || means === undefined) {
    const asFloat = domain.kind === 'integer' && means?.kind === 'float' ? floatLoss(target) : undefined;
    return { declaration, difference: 0, loss: loss ?? asFloat };
  }
  const message = l10n.t(
    '{0} cannot draw it as it was ({1}). Written instead: {2}; that draws up to {3} of the values from elsewhere.',
    target,
    domainText(domain),
    domainText(means),
    percent(best.difference),
  );
  return { declaration, difference: best.difference, loss: message };
}

function floatLoss(target: string): string {
  return l10n.t('{0} hands on a float such as 3.0; turn it into a whole number in your program.', target);
}
