import * as l10n from '@vscode/l10n';
import { domainText, percent } from '../hover/domainText';
import { levelCount } from '../space/distribution';
import type { Domain } from '../space/domain';
import type { DrawableParameter } from '../space/searchSpace';
import { difference, negligible } from './difference';
import type { Losses } from './losses';

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

/** A value that was never meant, such as a layer of 47.3 units, is worse than meant values drawn too often. */
const valuesOfItsOwn = 1;

/**
 * The first candidate that draws from the same distribution, or else the one nearest to it together with a sentence
 * that says how near. Undefined when the target has nothing at all for the domain.
 */
export function choose<Declaration>(
  target: string,
  domain: Domain,
  candidates: readonly Candidate<Declaration>[],
): Chosen<Declaration> | undefined {
  let best:
    | { readonly candidate: Candidate<Declaration>; readonly difference: number; readonly off: number }
    | undefined;
  for (const candidate of candidates) {
    if (candidate.means === undefined) continue;
    const share = difference(domain, candidate.means);
    const off = share + (levelCount(candidate.means) > levelCount(domain) ? valuesOfItsOwn : 0);
    if (best === undefined || off < best.off - negligible) best = { candidate, difference: share, off };
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

/** How far from the parameters the best of the candidates are, all in all: 0 when every one is drawn as it was. */
export function misfit<Declaration>(
  target: string,
  parameters: readonly DrawableParameter[],
  candidates: (domain: Domain) => Iterable<Candidate<Declaration>>,
): number {
  const chosen = parameters.map(({ domain }) => choose(target, domain, [...candidates(domain)]));
  return chosen.reduce((sum, best) => sum + (best?.difference ?? 1), 0);
}

/** The declaration of each parameter that has one, by name; what is lost is said. */
export function declareAll<Declaration>(
  target: string,
  parameters: readonly DrawableParameter[],
  candidates: (domain: Domain) => Iterable<Candidate<Declaration>>,
  losses: Losses,
): ReadonlyMap<string, Declaration> {
  const declarations = new Map<string, Declaration>();
  for (const { name, domain } of parameters) {
    const chosen = choose(target, domain, [...candidates(domain)]);
    if (chosen) declarations.set(name, chosen.declaration);
    if (chosen?.loss !== undefined) losses.add(chosen.loss, name);
    if (!chosen) losses.add(nothingLoss(target, name, domain));
  }
  return declarations;
}

function nothingLoss(target: string, name: string, domain: Domain): string {
  return l10n.t('{0}: {1} has nothing for it ({2}), so it is left out.', name, target, domainText(domain));
}
