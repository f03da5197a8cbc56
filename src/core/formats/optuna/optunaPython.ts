import * as l10n from '@vscode/l10n';
import type { Routine } from '../../python/routines';
import type { SearchSpace } from '../../space/searchSpace';
import type { Format } from '../format';
import { Reading } from '../python/reading';
import { annotatedAs, lensRange, spaceName, walkRoutines, type Walked } from '../python/routineSpaces';
import { named } from '../python/spaces';
import { checkGrid } from './grid';
import { mayReport } from './mayReport';
import { returnedMetric } from './metric';
import { objectiveOf, settingsOf, studiesOf, type Study } from './study';
import { isSuggestion, isTrial, SuggestVisitor } from './suggestVisitor';

/** Objective functions of Optuna: what `trial.suggest_…` draws, wherever the code reaches it. */
export const optunaPython: Format = {
  id: 'optuna-python',
  get label() {
    return l10n.t('Optuna objective');
  },
  recognise: ({ text, python }) =>
    /\.\s*suggest_/.test(text) && python?.routines.some(({ calls }) => calls.some(isSuggestion)) ? 1 : 0,
  read({ text, python }) {
    if (!python) return named([], 'optuna-python');
    const { routines } = python;
    const trials = annotatedAs(/Trial$/, routines);
    const walked = walkRoutines(python, () => new SuggestVisitor(new Reading(text, 'Optuna'), trials));
    const studies = studiesOf(routines);
    const spaces = walked.map((each): SearchSpace => {
      const study = studies.find(candidate => isOf(candidate, each, walked.length === 1));
      const space = spaceOf(each, routines, study);
      const { earlyStopping } = space.budget;
      if (!earlyStopping || mayReport(python, name => isTrial(name, trials))) return space;
      return {
        ...space,
        budget: { ...space.budget, earlyStopping: { ...earlyStopping, isReported: false } },
      };
    });
    return named(spaces, 'optuna-python');
  },
};

/** Whether a study optimises this routine; a study of nobody knows what belongs to the only one there is. */
function isOf(study: Study, { routine, inlined }: Walked<SuggestVisitor>, isOnly: boolean): boolean {
  const objective = objectiveOf(study);
  if (objective === undefined) return isOnly;
  return objective === routine.definition || inlined.has(objective);
}

function spaceOf(
  walked: Walked<SuggestVisitor>,
  routines: readonly Routine[],
  study: Study | undefined,
): SearchSpace {
  const { list, reading } = walked.collector;
  const { parameters } = list;
  const settings = study && settingsOf(reading, study);
  if (settings?.sampler) checkGrid(reading, settings.sampler, parameters);
  const metric = returnedMetric(walked.routine);
  return {
    format: 'optuna-python',
    name: spaceName(walked, routines),
    dialect: 'python',
    parameters,
    forbidden: [],
    objective: metric && settings?.goal && { ...metric, goal: settings.goal, goalRange: settings.goalRange },
    method: settings?.method,
    budget: settings?.budget ?? {},
    range: lensRange(walked),
    findings: reading.findings,
  };
}
