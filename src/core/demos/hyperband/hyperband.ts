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
import { hyperbandControls, hyperbandPlan, roundCost, type HyperbandPlan } from './plan';
import { toolSections } from '../toolComparison';
import { mostSimulated, whatIfCharts } from './whatIf';

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
    const report = (played?: Contest) => demoReport(hyperband, input, answer(plan, played), [...sections]);
    yield { fraction: 0.02, message: l10n.t('Counting the brackets'), partial: report() };
    if (roundCost(plan.brackets).configurations > mostSimulated) {
      sections.push(yield* checks(plan));
      return report();
    }
    const playing = l10n.t('Playing rounds');
    const played = yield* working(contest(space, plan, seed), 0.1, playing);
    const { bands, runs } = played;
    sections.push(
      regretSection(
        'hyperband-regret',
        [
          { label: hyperband.title, bands: bands.hyperband },
          { label: l10n.t('Random search in full'), bands: bands.random },
        ],
        runs,
      ),
    );
    yield { fraction: 0.4, message: playing, partial: report(played) };
    const charts = yield* working(
      whatIfCharts(space, plan, played, seed),
      0.5,
      l10n.t('Trying other settings'),
    );
    sections.push({
      id: 'what-if',
      title: l10n.t('What other settings would have cost'),
      caption: l10n.t(
        'One round each, trials resumed; time is in units of the resource on {0} workers unless they vary.',
        String(plan.workers),
      ),
      blocks: charts,
    });
    sections.push(yield* checks(plan, played));
    return report(played);
  },
};

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
