import type { Rule } from '../finding';
import { configSpaceRules } from '../formats/configspace/rules';
import { hydraRules } from '../formats/hydra/rules';
import { katibRules } from '../formats/katib/rules';
import { nniRules } from '../formats/nni/rules';
import { pcsRules } from '../formats/pcs/rules';
import { sharedRules } from '../formats/rules';
import { wandbRules } from '../formats/wandb/rules';
import { azureRules } from '../formats/azure/rules';
import { determinedRules } from '../formats/determined/rules';
import { vertexRules } from '../formats/vertex/rules';
import { sagemakerRules } from '../formats/sagemaker/rules';
import { iraceRules } from '../formats/irace/rules';
import { axRules } from '../formats/ax/rules';
import { hyperoptRules } from '../formats/hyperopt/rules';
import { kerasTunerRules } from '../formats/kerasTuner/rules';
import { optunaRules } from '../formats/optuna/rules';
import { pythonRules } from '../formats/python/rules';
import { rayRules } from '../formats/ray/rules';
import { polyaxonRules } from '../formats/polyaxon/rules';
import { unknownIgnore } from './ignore';
import { checks } from './index';
import { leakageRules } from './leakage/leakageRules';
import { sourceRules } from './sourceProblems';

/** Every code there is: what checks find, what readers find, and what the text itself shows. */
export const rules: readonly Rule[] = [
  ...checks,
  ...leakageRules,
  ...sharedRules,
  ...wandbRules,
  ...katibRules,
  ...nniRules,
  ...hydraRules,
  ...configSpaceRules,
  ...pcsRules,
  ...azureRules,
  ...determinedRules,
  ...vertexRules,
  ...sagemakerRules,
  ...iraceRules,
  ...pythonRules,
  ...optunaRules,
  ...rayRules,
  ...hyperoptRules,
  ...kerasTunerRules,
  ...axRules,
  ...polyaxonRules,
  ...sourceRules,
  unknownIgnore,
];
