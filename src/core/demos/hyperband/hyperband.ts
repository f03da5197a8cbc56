import * as l10n from '@vscode/l10n';
import type { Section } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { Demo } from '../demo';
import { demoReport, requireVarying } from '../demoReport';
import { finalRegret, regretSection } from '../regretChart';
import { working } from '../working';
import { bracketSection } from './brackets';
import { hyperbandChecks } from './checks';
import { contest, type Contest } from './contest';
import { changed, hyperbandControls, hyperbandPlan, roundCost, type HyperbandPlan } from './plan';
import { toolSections } from '../toolComparison';
import { inSilence, showing } from '../regretContest';
import { whatIfSection, type WhatIfSettings } from '../whatIfSettings';
import type { SearchSpace } from '../../space/searchSpace';

/** The brackets of Hyperband on the space's own budget, and what they bring on simulated learning curves. */
export const hyperband: Demo = {
  id: 'hyperband',
  get title() {
    return l10n.t('Hyperband');
  },
  get question() {
    return l10n.t('What does a round of all brackets cost, and does it beat training fewer in full?');
  },
  controls: hyperbandControls,
  *run(input) {
    const { space, seed, options } = input;
    requireVarying(space);
    const plan = hyperbandPlan(options);
    const sections: Section[] = [bracketSection(plan), ...toolSections(space, input.document)];
    const report = (played?: Contest, more: readonly Section[] = []) =>
      demoReport(hyperband, input, answer(plan, played), [...sections, ...more]);
    yield { fraction: 0.02, message: l10n.t('Counting the brackets'), partial: report() };
    if (roundCost(plan.brackets).configurations > mostSimulated) {
      sections.push(yield* checks(plan));
      return report();
    }
    const playing = l10n.t('Playing rounds');
    const played = yield* showing(contest(space, plan, seed), [0.1, 0.5], playing, soFar =>
      report(soFar, [regrets(soFar)]),
    );
    sections.push(regrets(played));
    yield { fraction: 0.5, message: playing, partial: report(played) };
    const { regret, schedules } = others(space, plan, played, seed);
    const whatIf = whatIfSection({
      id: 'hyperband',
      numbers: plan,
      workers: plan.workers,
      schedules,
      regret,
    });
    sections.push(yield* working(whatIf, 0.5, l10n.t('Trying other settings')));
    sections.push(yield* checks(plan, played));
    return report(played);
  },
};

function regrets({ bands, runs }: Contest): Section {
  return regretSection(
    'hyperband-regret',
    [
      { label: hyperband.title, bands: bands.hyperband },
      { label: l10n.t('Random search in full'), bands: bands.random },
    ],
    runs,
  );
}

/** Each setting is played less often than the plan itself. */
const otherRuns = 12;

function others(
  space: SearchSpace,
  plan: HyperbandPlan,
  own: Contest,
  seed: number,
): Required<Pick<WhatIfSettings, 'schedules' | 'regret'>> {
  return {
    schedules: numbers => {
      const { brackets } = changed(plan, numbers);
      return roundCost(brackets).configurations > mostSimulated ? undefined : brackets;
    },
    *regret(numbers) {
      const isOwn =
        numbers.minResource === plan.minResource && numbers.reductionFactor === plan.reductionFactor;
      const played = isOwn ? own : yield* inSilence(contest(space, changed(plan, numbers), seed, otherRuns));
      return finalRegret(played.bands.hyperband);
    },
  };
}

/** More configurations a round than this are not played. */
const mostSimulated = 2500;

function* checks(plan: HyperbandPlan, played?: Contest) {
  const results = yield* working(hyperbandChecks(plan, played), 0.95, l10n.t('Checking'));
  return { id: 'checks', title: l10n.t('Checks'), blocks: [{ kind: 'checks' as const, checks: results }] };
}

function answer({ brackets, maxResource }: HyperbandPlan, played?: Contest): string {
  const { configurations, cost, resumedCost } = roundCost(brackets);
  const round = l10n.t(
    '{0} brackets train {1} configurations for {2} units ({3} if trials resume), as much as {4} in full',
    String(brackets.length),
    formatNumber(configurations),
    formatNumber(cost),
    formatNumber(resumedCost),
    formatNumber(Math.floor(resumedCost / maxResource)),
  );
  if (!played) return l10n.t('{0}.', round);
  return l10n.t(
    '{0}; for that the best found is {1} above the best possible loss, against {2} for random search.',
    round,
    formatNumber(finalRegret(played.bands.hyperband)),
    formatNumber(finalRegret(played.bands.random)),
  );
}
