import * as l10n from '@vscode/l10n';
import type { CheckResult, Report, Section } from '../report/report';
import { activityOf, type Activity } from '../sampling/activity';
import { varyingParameters } from '../sampling/configurations';
import { formatNumber } from '../text/formatNumber';
import { DemoError, type Demo, type DemoInput, type Progress } from './demo';
import { demoReport } from './demoReport';
import { explainAnswer } from './explainAnswer';
import { explainChecks } from './explainChecks';
import { complexityText, complexityTable } from './explainComplexity';
import { conditionsTable } from './explainConditions';
import { densityChart, mostStrips } from './explainDensities';
import { parametersTable } from './explainParameters';
import { scheduleSections } from './explainSchedule';

/** What a file says: its parameters, how they are drawn, when they are active, what a search costs, what is wrong. */
export const explain: Demo = {
  id: 'explain',
  get title() {
    return l10n.t('Explain');
  },
  get question() {
    return l10n.t('What does this file ask for, and is it what was meant?');
  },
  controls: () => [],
  *run(input) {
    const { space } = input;
    if (space.parameters.length === 0) {
      throw new DemoError(l10n.t('No parameter was read here. Declare one, and it is explained.'));
    }
    const checks = explainChecks(input);
    const counting = activityOf(space);
    let counted = counting.next();
    for (; !counted.done; counted = counting.next()) yield progress(0);
    const activity = counted.value;
    const sections: Section[] = [];
    const parts = [
      () => parameterSections(input, activity),
      () => conditionSections(input, activity),
      () => complexitySections(input),
      () => scheduleSections(space),
      (): Section[] => [{ id: 'checks', title: l10n.t('Checks'), blocks: [{ kind: 'checks', checks }] }],
    ];
    for (const [index, part] of parts.entries()) {
      yield progress(index / parts.length);
      sections.push(...part());
    }
    return report(input, checks, sections);
  },
};

function progress(fraction: number): Progress {
  return { fraction, message: l10n.t('Reading the space') };
}

function report(input: DemoInput, checks: readonly CheckResult[], sections: readonly Section[]): Report {
  const { space, seed, options, source } = input;
  return demoReport(explain, { options, seed, source }, explainAnswer(space, checks), sections);
}

function parameterSections({ space }: DemoInput, activity: ReadonlyMap<string, Activity>): Section[] {
  const varying = varyingParameters(space);
  const table = parametersTable(space, activity);
  const caption =
    varying.length > mostStrips
      ? l10n.t(
          'How often each value is drawn, on the axis that shows it best; the first {0} of {1} parameters that vary, in the order of the file.',
          formatNumber(mostStrips),
          formatNumber(varying.length),
        )
      : l10n.t(
          'How often each value is drawn, on the axis that shows it best: a flat strip treats all alike, a ramp leaves one end nearly untried.',
        );
  const densities: Section[] =
    varying.length === 0
      ? []
      : [
          {
            id: 'densities',
            title: l10n.t('What is drawn'),
            caption,
            blocks: [densityChart(varying.slice(0, mostStrips))],
          },
        ];
  return [...densities, { id: 'parameters', title: l10n.t('Parameters'), blocks: [table] }];
}

function conditionSections({ space }: DemoInput, activity: ReadonlyMap<string, Activity>): Section[] {
  if (space.parameters.every(({ condition }) => condition === undefined)) return [];
  const isCounted = [...activity.values()].some(({ exact }) => !exact);
  const caption = isCounted
    ? l10n.t(
        'Each parameter stands below the one it depends on. Shares are of configurations drawn at random; those of combined conditions are counted among 4096 draws.',
      )
    : l10n.t(
        'Each parameter stands below the one it depends on. Shares are of configurations drawn at random.',
      );
  return [
    { id: 'conditions', title: l10n.t('Conditions'), caption, blocks: [conditionsTable(space, activity)] },
  ];
}

function complexitySections({ space }: DemoInput): Section[] {
  return [
    {
      id: 'complexity',
      title: l10n.t('Size and complexity'),
      caption: complexityText(space),
      blocks: [complexityTable(space)],
    },
  ];
}
