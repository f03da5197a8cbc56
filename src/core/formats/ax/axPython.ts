import * as l10n from '@vscode/l10n';
import type { Environment, Thunk } from '../../python/environment';
import { itemsOf } from '../../python/items';
import { qualifiedName } from '../../python/qualifiedName';
import type { Routine } from '../../python/routines';
import type { CallExpression } from '../../python/syntax';
import type { Parameter, SearchSpace } from '../../space/searchSpace';
import type { Format } from '../format';
import { Call } from '../python/call';
import { notationRange } from '../python/numericParameter';
import { Reading } from '../python/reading';
import { named } from '../python/spaces';
import { declarationOf } from './fields';
import { objectiveOf } from './objective';
import { readParameter } from './parameter';

/** Experiments of Ax: the `parameters` of `create_experiment`, `configure_experiment`, `optimize` and `SearchSpace`. */
export const axPython: Format = {
  id: 'ax-python',
  get label() {
    return l10n.t('Ax experiment');
  },
  recognise: ({ text, python }) =>
    /\bax\b|AxClient|create_experiment|configure_experiment/.test(text) &&
    python?.routines.some(({ calls, environment }) => calls.some(call => experimentOf(call, environment)))
      ? 1
      : 0,
  read({ text, python }) {
    const routines = python?.routines ?? [];
    const found = routines.flatMap(routine =>
      routine.calls.flatMap(call => {
        const parameters = experimentOf(call, routine.environment);
        return parameters ? [spaceOf(text, call, parameters, routine, routines)] : [];
      }),
    );
    return named(found, 'ax-python');
  },
};

/** The list of parameters a call is given, where it holds at least one declaration of Ax. */
function experimentOf(call: CallExpression, environment: Environment): Thunk | undefined {
  const { callee } = call;
  const method = callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
  if (!/^(?:create_experiment|configure_experiment|optimize|SearchSpace)$/.test(method)) return undefined;
  const needsAx = method === 'optimize' || method === 'SearchSpace';
  if (needsAx && !/^ax\./.test(qualifiedName(callee, environment) ?? '')) return undefined;
  const argument = call.arguments.find(({ name, value }, i) =>
    name ? name.text === 'parameters' : i === 0 && value.kind !== 'string',
  );
  const list = argument && { expression: argument.value, environment };
  const silent = new Reading('', '');
  return list && itemsOf(list)?.some(item => declarationOf(silent, item)) ? list : undefined;
}

function spaceOf(
  text: string,
  call: CallExpression,
  list: Thunk,
  { environment, name }: Routine,
  routines: readonly Routine[],
): SearchSpace {
  const reading = new Reading(text, 'Ax');
  const parameters = (itemsOf(list) ?? []).flatMap((item): Parameter[] => {
    const declaration = declarationOf(reading, item);
    const parameter = declaration && readParameter(reading, declaration);
    return parameter ? [parameter] : [];
  });
  const signature = { name: 'experiment', parameters: ['parameters'], required: [] };
  const experiment = new Call(reading, call, environment, signature);
  const trials = experiment.number('total_trials') ?? runTrials(reading, routines);
  return {
    format: 'ax-python',
    name: experiment.text('name') ?? name,
    dialect: 'python',
    parameters,
    forbidden: [],
    objective: objectiveOf(reading, experiment, routines),
    budget: { trials },
    range: notationRange(call.callee),
    findings: reading.findings,
  };
}

/** `client.run_trials(max_trials=…)`. */
function runTrials(reading: Reading, routines: readonly Routine[]) {
  for (const { calls, environment } of routines) {
    for (const call of calls) {
      if (call.callee.kind !== 'attribute' || call.callee.name !== 'run_trials') continue;
      const signature = { name: 'run_trials', parameters: ['max_trials', 'parallelism'], required: [] };
      return new Call(reading, call, environment, signature).number('max_trials');
    }
  }
  return undefined;
}
